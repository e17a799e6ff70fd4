"""The window on the page *Prosedur (SOP)*, and ways to answer its dialogs, for the tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.syarat import list_syarat
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop import case_view
from kinerja_desktop.ui.sop.page import SopPage
from tests.services.sop.office import TAHUN
from tests.ui.window import current_page, open_window, settle


def _other(key: str) -> type[Page]:
    """A page that keeps what it was asked to show."""

    class Other(Page):
        KEY: ClassVar[str] = key
        TITLE: ClassVar[str] = key.capitalize()
        ICON: ClassVar[str] = "dokumen"
        asked: Any = None

        def receive(self, argument: Any) -> None:
            self.asked = argument

    return Other


OTHERS = tuple(
    _other(key)
    for key in ("renstra", "pengumpulan", "pengukuran", "dokumen", "kirim", "lkjip", "surat")
)


@contextmanager
def sop_window(qtbot: QtBot, office: Office) -> Iterator[tuple[MainWindow, SopPage]]:
    """Show the real window with this page and stand-ins for those it opens."""
    # The page takes no second press within this time; the tests press faster than a hand.
    before, case_view.GUARD_MS = case_view.GUARD_MS, 1
    try:
        with open_window(qtbot, office, (SopPage, *OTHERS), TAHUN) as window:
            page = current_page(window)
            assert isinstance(page, SopPage)
            yield window, page
    finally:
        case_view.GUARD_MS = before


def press(qtbot: QtBot, window: MainWindow, button: QPushButton) -> None:
    """Click a button that can be seen, and wait for the worker."""
    assert button.isVisible()
    qtbot.wait(5)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def answer(act: Callable[[Any], None]) -> None:
    """Do something with the next dialog once it stands open."""

    def try_now() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, try_now)
        else:
            act(dialog)

    QTimer.singleShot(10, try_now)


def give_reason(text: str) -> Callable[[QDialog], None]:
    """Type a reason and agree."""

    def act(dialog: QDialog) -> None:
        editor = dialog.findChild(QPlainTextEdit)
        assert editor is not None, "the dialog asks for a reason"
        editor.setPlainText(text)
        dialog.accept()

    return act


def pass_by(kasus: Kasus, jenis: JenisKejadian) -> None:
    """Where the running step will ask for what it signs or sends, say why it ends without."""
    langkah = kasus.posisi.langkah
    if langkah is not None and list_syarat(kasus.sop.sop, langkah.sequence, jenis):
        answer(give_reason("ditandatangani di atas kertas"))


def dismiss(texts: list[str]) -> Callable[[Any], None]:
    """Note what a message says and close it."""

    def act(box: Any) -> None:
        texts.append(box.text())
        box.close()

    return act
