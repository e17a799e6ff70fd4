"""Every button is Indonesian, and the answer is what was pressed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.ui.base import dialogs


def answer(qtbot: QtBot, act: Callable[[QDialog], None]) -> None:
    """Do something in the next modal dialog."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(5, wait)

    QTimer.singleShot(0, wait)


def press(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QPushButton)}
        buttons[text].click()

    return act


def test_a_failure_is_shown_with_its_remedy(qtbot: QtBot) -> None:
    seen: list[str] = []

    def act(dialog: QDialog) -> None:
        assert hasattr(dialog, "informativeText")
        seen.append(dialog.informativeText())
        press("Tutup")(dialog)

    answer(qtbot, act)
    dialogs.explain(None, KinerjaError("Flashdisk penuh.", "Kosongkan 12 MB lalu ulangi."))
    assert seen == ["Kosongkan 12 MB lalu ulangi."]


def test_all_problems_are_shown_at_once(qtbot: QtBot) -> None:
    seen: list[str] = []

    def act(dialog: QDialog) -> None:
        listing = dialog.findChild(QListWidget)
        assert listing is not None
        seen.extend(listing.item(row).text() for row in range(listing.count()))
        press("Tutup")(dialog)

    answer(qtbot, act)
    problems = [Problem("salah", "a.xlsx", "Pagu", "C5"), Problem("aneh", is_warning=True)]
    dialogs.explain(None, DataProblemsError(problems))
    assert seen == ["a.xlsx · Pagu · C5: salah", "Peringatan: aneh"]


@pytest.mark.parametrize(("button", "agreed"), [("Hapus semua", True), ("Batal", False)])
def test_a_question_names_the_deed(qtbot: QtBot, button: str, agreed: bool) -> None:
    answer(qtbot, press(button))
    assert dialogs.confirm(None, "Hapus?", "Hapus semua") is agreed


@pytest.mark.parametrize(("button", "found"), [("1234", "1234"), ("Batal", None)])
def test_one_of_a_few_answers_is_chosen(qtbot: QtBot, button: str, found: str | None) -> None:
    answer(qtbot, press(button))
    assert dialogs.choose(None, "Yang mana?", ["1234", "1,234"]) == found


def test_a_reason_must_be_given(qtbot: QtBot) -> None:
    enabled: list[bool] = []

    def act(dialog: QDialog) -> None:
        text = dialog.findChild(QPlainTextEdit)
        assert text is not None
        (accept,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Kembalikan"]
        for words in ("   ", "kurang lengkap"):
            text.setPlainText(words)
            enabled.append(accept.isEnabled())
        accept.click()

    answer(qtbot, act)
    assert dialogs.ask_reason(None, "Alasan", "Mengapa?", "Kembalikan") == "kurang lengkap"
    assert enabled == [False, True]
    answer(qtbot, press("Batal"))
    assert dialogs.ask_reason(None, "Alasan", "Mengapa?", "Kembalikan") is None


def test_a_line_is_asked_for(qtbot: QtBot) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        assert (dialog.okButtonText(), dialog.cancelButtonText()) == ("Simpan", "Batal")
        dialog.setTextValue(" Budi ")
        dialog.accept()

    answer(qtbot, act)
    assert dialogs.ask_text(None, "Penerima", "Nama?") == "Budi"
    answer(qtbot, lambda dialog: dialog.reject())
    assert dialogs.ask_text(None, "Penerima", "Nama?") is None


def test_a_bug_can_be_copied_for_a_report(qtbot: QtBot) -> None:
    answer(qtbot, press("Salin laporan"))
    dialogs.show_crash(None, "jejak kesalahan", Path("kinerja.log"))
    assert QGuiApplication.clipboard().text() == "jejak kesalahan"
    answer(qtbot, press("Tutup"))
    dialogs.show_crash(None, "lain", Path("kinerja.log"))
    assert QGuiApplication.clipboard().text() == "jejak kesalahan"


def test_files_and_folders_are_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    def stub(name: str, found: Any) -> None:
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *words: found))

    for found, path in (("/a/b.xlsx", Path("/a/b.xlsx")), ("", None)):
        stub("getOpenFileName", (found, ""))
        stub("getSaveFileName", (found, ""))
        stub("getExistingDirectory", found)
        assert dialogs.choose_file(None, "", "") == path
        assert dialogs.choose_save_file(None, "", "", "") == path
        assert dialogs.choose_folder(None, "") == path
