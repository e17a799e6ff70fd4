"""Start Qt, open the office, show the window; explain what can be explained, report the rest."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kinerja_desktop import garbage
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place, folder_of
from kinerja_desktop.services.kantor.last_place import remember_place
from kinerja_desktop.services.latihan.terputus import is_half, leave_half
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.cursor_keys import CursorKeys
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.base.qt_words import QtWords
from kinerja_desktop.ui.shell.collecting import Collecting
from kinerja_desktop.ui.shell.crash import keep_log, report_bugs
from kinerja_desktop.ui.shell.opening import OtherPlaceError, WindowCalledError
from kinerja_desktop.ui.shell.opening import open_or_explain as open_or_explain
from kinerja_desktop.ui.shell.qt_classes import ClassMaker
from kinerja_desktop.ui.shell.second_start import CallListener, show_windows
from kinerja_desktop.ui.shell.start_check import look_through_finals

_BACKUP = "Cadangan otomatis"
_NAME = "Kinerja Desktop"
#: For so long the worker may compute before the window gets its turn; a page that opens needs
#: several turns, and Python's own 5 ms would add up to a pause.
_TURN_SECONDS = 0.0005


def run_window(place: Place, *, contoh: bool = False, is_named: bool = True) -> int:
    """Open an office in a window; return the program's exit code.

    Args:
        place: where its data is.
        contoh: an empty one is filled with the sample.
        is_named: the place was named at the start; else another one can be chosen.
    """
    application = make_application()
    while True:
        folder = folder_of(place)
        with keep_log(folder), report_bugs(folder):
            try:
                return _run_office(application, place, contoh=contoh, is_named=is_named)
            except WindowCalledError:
                return 0
            except OtherPlaceError as other:
                # Left empty, the same place begins with the wizard.
                is_named = is_named and other.place == place
                place, contoh = other.place, False


def _run_office(application: QApplication, place: Place, *, contoh: bool, is_named: bool) -> int:
    office = open_or_explain(place, can_choose=not is_named)
    if office is None:
        return 1
    context = Context(office)
    try:
        if is_half(office):
            context.next_place, context.farewell = place, lambda: leave_half(place)
            code = 0
        else:
            code = _show_window(application, context, contoh=contoh)
    finally:
        context.close()
        office.close()
        say_farewell(context)
    if context.next_place is not None:
        if context.next_place != place:
            remember_place(context.next_place)
        raise OtherPlaceError(context.next_place)
    return code


def say_farewell(context: Context) -> None:
    """Do what was to be done last, when window and office are closed: hand over to an installer."""
    if context.farewell is None:
        return
    try:
        context.farewell()
    except KinerjaError as error:
        dialogs.explain(None, error)


def _show_window(application: QApplication, context: Context, *, contoh: bool) -> int:
    office = context.office
    CallListener(office.folder, show_windows, context)
    if contoh and office.instansi() is None:
        from kinerja_desktop.services.awal.sample import fill_sample

        fill_sample(office)
    if office.instansi() is not None:
        context.set_periode(context.memory.periode() or suggest_periode(office))
    elif not _run_wizard(context):
        return 0
    # The pages are imported only when there is an office to show.
    from kinerja_desktop.ui.shell.main_window import MainWindow
    from kinerja_desktop.ui.shell.pages import pages_of
    from kinerja_desktop.ui.shell.reply_watch import watch_replies

    pages = pages_of(office.require_instansi().jenis)
    window = MainWindow(context, pages)
    watch_replies(context, window.notice)
    window.show_on(window.screen().availableSize())
    context.leaving.connect(window.close)
    garbage.settle()
    QTimer.singleShot(0, lambda: start_background_work(context, pages))
    if office.update.failed is not None or not office.update.is_seen:
        from kinerja_desktop.ui.pembaruan.returning import tell_of_update

        QTimer.singleShot(0, lambda: tell_of_update(context, window))
    return application.exec()


def make_application() -> QApplication:
    """Return the one QApplication, with our look."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if application.applicationName() != _NAME:
        # Once only: a new style under living widgets can crash Qt.
        application.setApplicationName(_NAME)
        sys.setswitchinterval(_TURN_SECONDS)
        application.installTranslator(QtWords(application))
        CursorKeys(application)
        Collecting(application)
        style.apply(application)
    return application


def start_background_work(context: Context, pages: Sequence[LazyPage]) -> None:
    """Once the window is painted: automatic backup, the pages' modules, a look at what is final.

    Imported on the worker, a page opens at its first click without holding up the window.
    """
    from kinerja_desktop.services.riwayat.maintenance import back_up_if_due

    def tell(path: Path | None) -> None:
        if path is not None:
            context.say("Cadangan otomatis dibuat.")
            context.diary.note(_BACKUP, f"Dibuat dan diperiksa: {path.name}")
            # No table of the office has changed by it, but the frame tells of the last backup.
            context.tables_changed.emit(set())

    from kinerja_desktop.services.pembaruan.update import remove_copies

    def fail(error: Exception) -> None:
        context.say(f"Cadangan otomatis gagal: {error}")
        context.diary.note(_BACKUP, "", error)

    def back_up(_: object) -> Path | None:
        remove_copies(context.office)
        return back_up_if_due(context.office)

    context.tasks.run(
        back_up,
        done=tell,
        failed=fail,
    )

    def settle(_: None) -> None:
        garbage.settle()

    def import_behind() -> None:
        context.tasks.run(lambda task: import_pages(pages), done=settle, failed=_raise)

    ClassMaker(context, import_behind)
    look_through_finals(context)


def import_pages(pages: Sequence[LazyPage]) -> None:
    """Import every page's module, without building a widget."""
    for page in pages:
        page.load()


def _raise(error: Exception) -> None:
    raise error


def _run_wizard(context: Context) -> bool:
    from kinerja_desktop.services.bantuan.isi import wizard_sheet
    from kinerja_desktop.ui.bantuan.dialog_help import DialogHelp
    from kinerja_desktop.ui.wizard import SetupWizard

    wizard = SetupWizard(context)
    DialogHelp(wizard, lambda: wizard_sheet(wizard.topic()))
    if not wizard.exec():
        return False
    if wizard.server_address() is not None:
        context.next_place = wizard.server_address()
        return False
    context.set_periode(wizard.first_periode())
    return True
