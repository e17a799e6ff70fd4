"""Every button is Indonesian, and the answer is what was pressed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.shell.application import make_application


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
        assert dialogs.choose_save_file(None, "", "", "Buku kerja (*.xlsx)") == path
        assert dialogs.choose_folder(None, "") == path


def test_a_file_is_looked_for_where_the_last_was_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Page by page from the folder of the scanner, while workbooks lie elsewhere."""
    scans, books = tmp_path / "pindai", tmp_path / "buku"
    for folder in (scans, books):
        folder.mkdir()
    asked: list[str] = []

    def pick(path: Path) -> None:
        def choose(_parent: object, _title: str, folder: str, _pattern: str) -> tuple[str, str]:
            asked.append(folder)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(choose))

    monkeypatch.setattr(dialogs, "_found", {})
    for title, path in (
        ("Lampirkan", scans / "1.jpg"),
        ("Buku kerja", books / "a.xlsx"),
        ("Lampirkan", scans / "2.jpg"),
        ("Lain", scans / "3.jpg"),
    ):
        pick(path)
        dialogs.choose_file(None, title, "")
    assert Path(asked[0]) not in (Path(), Path.cwd()), "not where the program lies"
    assert asked[1:] == [str(scans), str(scans), str(scans)]
    scans.rename(tmp_path / "dicabut")
    pick(scans / "4.jpg")
    dialogs.choose_file(None, "Lampirkan", "")
    assert asked[-1] == asked[0], "a stick that is gone is not looked for"


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("laporan", "", "laporan.pdf"),
        ("laporan", "Word (*.docx)", "laporan.docx"),
        ("laporan.DOCX", "PDF (*.pdf)", "laporan.DOCX"),
        ("laporan 1.2", "PDF (*.pdf)", "laporan 1.2.pdf"),
    ],
)
def test_the_name_of_a_file_to_be_written_ends_as_its_kind_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, kind: str, name: str
) -> None:
    found = str(tmp_path / typed), kind
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *words: found))
    pattern = "PDF (*.pdf);;Word (*.docx)"
    assert dialogs.choose_save_file(None, "", "", pattern) == tmp_path / name


@pytest.mark.parametrize("agrees", [True, False])
def test_no_file_is_written_over_because_its_ending_was_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, agrees: bool
) -> None:
    """The dialog looked for `dok`; what would be written over is `dok.pdf`."""
    target, asked = tmp_path / "dok.pdf", []
    target.write_bytes(b"lama")
    found = str(tmp_path / "dok"), "PDF (*.pdf)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *words: found))

    def confirm(_parent: object, question: str, *_: str) -> bool:
        asked.append(question)
        return agrees

    monkeypatch.setattr(dialogs, "confirm", confirm)
    assert dialogs.choose_save_file(None, "", "", "PDF (*.pdf)") == (target if agrees else None)
    assert asked == ["dok.pdf sudah ada di folder itu. Ganti?"]


def test_a_new_file_is_proposed_in_the_folder_of_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed: list[str] = []

    def choose(_parent: object, _title: str, suggestion: str, _pattern: str) -> tuple[str, str]:
        proposed.append(suggestion)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    documents = tmp_path / "Dokumen"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for is_there, name in ((False, "a.pdf"), (True, "a.pdf"), (True, str(tmp_path / "b.pdf"))):
        if is_there:
            documents.mkdir(exist_ok=True)
        dialogs.choose_save_file(None, "", name, "PDF (*.pdf)")
    wanted = tmp_path / "a.pdf", documents / "a.pdf", tmp_path / "b.pdf"
    assert proposed == list(map(str, wanted))


def test_the_questions_of_the_file_dialog_are_indonesian(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_application()
    (tmp_path / "dok.pdf").write_bytes(b"lama")
    said: list[str] = []

    def refuse(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), *(button.text() for button in box.buttons())])
        box.reject()

    dialog = QFileDialog(None, "Simpan", str(tmp_path), "PDF (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("dok.pdf")
    answer(qtbot, refuse)
    dialog.accept()
    assert said == ["dok.pdf sudah ada.\nGanti berkas itu?", "&Ya", "&Tidak"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: dialogs.explain(None, KinerjaError("Gagal.", "Ulangi.")),
        lambda: dialogs.confirm(None, "Lanjut?", "Lanjut"),
        lambda: dialogs.choose(None, "Yang mana?", ["Ini", "Itu"]),
        lambda: dialogs.ask_reason(None, "Alasan", "Mengapa?", "Simpan"),
        lambda: dialogs.ask_text(None, "Nama", "Apa?"),
        lambda: dialogs.show_problems(None, "Ada masalah", [Problem("berkas", "rusak", "ulangi")]),
        lambda: dialogs.show_crash(None, "laporan", Path("catatan.log")),
    ],
    ids=["explain", "confirm", "choose", "reason", "text", "problems", "crash"],
)
def test_what_is_asked_before_there_is_a_window_wears_our_look(
    qtbot: QtBot, ask: Callable[[], object]
) -> None:
    make_application()
    worn: list[bool] = []

    def act(dialog: QDialog) -> None:
        worn.append(style.worn().danger in dialog.styleSheet())
        dialog.reject()

    answer(qtbot, act)
    ask()
    assert worn == [True]
