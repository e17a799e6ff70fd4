"""The real window on an office, for the tests of pages."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page, PageEntry
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.entry_table import EntryTable
from kinerja_desktop.ui.tables.record_form import RecordForm
from tests.services.kantor.small import TAHUN


@contextmanager
def open_window(
    qtbot: QtBot,
    office: Office,
    pages: Sequence[PageEntry],
    periode: Periode = Periode(TAHUN),  # noqa: B008, a value
) -> Iterator[MainWindow]:
    """Show the real window on an office; it is closed before the office is."""
    make_application()
    context = Context(office)
    context.set_periode(periode)
    window = MainWindow(context, pages)
    qtbot.addWidget(window, before_close_func=give_up_refused)
    window.resize(1280, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # The frame is painted first, its page follows.
    qtbot.waitUntil(lambda: window.stack.count() > 0)
    settle(qtbot, window)
    yield window
    window.close()
    context.close()


def give_up_refused(window: MainWindow) -> None:
    """Leave what was refused, or closing the window would ask about it."""
    for form in window.findChildren(RecordForm):
        if form.unsettled[0]:
            form.show_row(None)
    for box in window.findChildren(QPlainTextEdit):
        if box.property("konsep"):
            box.clear()
    editor = window.focusWidget()
    if editor is not None and any(table.unsettled for table in window.findChildren(EntryTable)):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QApplication.processEvents()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the worker has nothing left to do."""
    qtbot.waitUntil(lambda: window.context.tasks.pending == 0, timeout=20_000)


def current_page(window: MainWindow) -> Page:
    """The page that is shown."""
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    return page
