"""Ask, confirm, explain: every button in Indonesian, because Qt has none."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.meaning import Meanings
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.typed_dialog import TypedDialog

TITLE = "Kinerja Desktop"
#: How the names of a kind of file end, as Qt writes it.
_ENDING = re.compile(r"\*(\.[\w.]+)")
#: By the title of a dialog, and for all of them: the folder in which something was found last.
_found: dict[str, Path] = {}
_ANY = ""
T = TypeVar("T")


def explain(parent: QWidget | None, error: KinerjaError) -> None:
    """Show what happened and what to do."""
    if isinstance(error, DataProblemsError):
        show_problems(parent, str(error), error.problems)
        return
    box = QMessageBox(QMessageBox.Icon.Warning, TITLE, error.message, parent=parent)
    box.setInformativeText(error.remedy)
    box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole)
    style.dress(box)
    box.exec()


def confirm(
    parent: QWidget | None, question: str, yes: str, detail: str = "", no: str = "Batal"
) -> bool:
    """Ask before something that is hard to take back; `yes` names the deed.

    Args:
        parent: beside which is asked.
        question: what is asked.
        yes: the button that does it.
        detail: what follows from it.
        no: the button that leaves it; another word where *Batal* would seem to take back
            something that is done already.
    """
    box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=parent)
    box.setInformativeText(detail)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    style.dress(box)
    box.exec()
    return box.clickedButton() is agree


def choose(parent: QWidget | None, question: str, answers: Sequence[str]) -> str | None:
    """Let one of a few answers be picked; None when the clerk turns away."""
    box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=parent)
    buttons = {
        box.addButton(answer, QMessageBox.ButtonRole.AcceptRole): answer for answer in answers
    }
    refuse = box.addButton("Batal", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(refuse)
    style.dress(box)
    box.exec()
    return next(
        (answer for button, answer in buttons.items() if button is box.clickedButton()), None
    )


def make_buttons(dialog: QDialog, yes: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Make the last line of a dialog, its yes and *Batal*; return it and the yes."""
    box = QDialogButtonBox()
    accept = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    accept.setObjectName("utama")
    box.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, accept


def make_close(dialog: QDialog) -> QDialogButtonBox:
    """Make the last line of a dialog that only tells."""
    box = QDialogButtonBox()
    box.addButton("&Tutup", QDialogButtonBox.ButtonRole.RejectRole)
    box.rejected.connect(dialog.reject)
    return box


def ask_reason(parent: QWidget | None, title: str, question: str, yes: str) -> str | None:
    """Ask for a reason of at least a few letters; None when the clerk turns away."""
    dialog = TypedDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(460)
    label = QLabel(question)
    label.setWordWrap(True)
    text = QPlainTextEdit()
    text.setTabChangesFocus(True)
    text.setMaximumHeight(110)
    buttons, accept = make_buttons(dialog, yes)
    accept.setEnabled(False)
    text.textChanged.connect(lambda: accept.setEnabled(bool(text.toPlainText().strip())))
    layout = QVBoxLayout(dialog)
    for widget in (label, text, buttons):
        layout.addWidget(widget)
    style.dress(dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return text.toPlainText().strip() if accepted else None


def ask_text(parent: QWidget | None, title: str, question: str, text: str = "") -> str | None:
    """Ask for one line; None when the clerk turns away."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.setOkButtonText("Simpan")
    dialog.setCancelButtonText("Batal")
    style.dress(dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.textValue().strip() if accepted else None


def show_problems(parent: QWidget | None, heading: str, problems: Sequence[Problem]) -> None:
    """Show all problems at once, each with its place."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(TITLE)
    resize_within(dialog, 760, 420)
    label = QLabel(heading)
    label.setWordWrap(True)
    # What hinders is explained before what is only remarked on.
    hindering = [problem for problem in problems if not problem.is_warning]
    lines = QListWidget()
    lines.setWordWrap(True)
    lines.addItems([("Peringatan: " if p.is_warning else "") + str(p) for p in problems])
    buttons = QDialogButtonBox()
    buttons.addButton("Tutup", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for widget in (label, lines, Meanings(hindering or problems), buttons):
        layout.addWidget(widget)
    style.dress(dialog)
    dialog.exec()


def choose_file(parent: QWidget | None, title: str, pattern: str) -> Path | None:
    """Let a file be picked for reading."""
    name, _ = QFileDialog.getOpenFileName(parent, title, _begin(title), pattern)
    return _remember(title, Path(name).parent, Path(name)) if name else None


def choose_files(parent: QWidget | None, title: str, pattern: str) -> list[Path]:
    """Let several files be picked for reading."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, _begin(title), pattern)
    paths = [Path(name) for name in names]
    return _remember(title, paths[0].parent, paths) if paths else []


def choose_save_file(
    parent: QWidget | None, title: str, suggestion: str, pattern: str
) -> Path | None:
    """Let a place for a new file be picked; its name ends as one of its kinds does.

    The dialog asks before it takes the name of a file that is there; where the ending was left out
    it asked about another name, so we ask about this one.

    Args:
        parent: beside which is asked.
        title: of the dialog.
        suggestion: a name, with its folder or for the folder of documents.
        pattern: the kinds as Qt writes them, such as ``PDF (*.pdf);;Word (*.docx)``.
    """
    name, kind = QFileDialog.getSaveFileName(parent, title, str(_place(suggestion)), pattern)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in _ENDING.findall(pattern):
        return path
    target = path.with_name(path.name + _ENDING.findall(kind or pattern)[0])
    question = f"{target.name} sudah ada di folder itu. Ganti?"
    if target.exists() and not confirm(parent, question, "Ganti", "Isi yang lama hilang."):
        return None
    return target


def _begin(title: str) -> str:
    """Return where a file is looked for: where the same was found last, else anything was."""
    known = (_found.get(name) for name in (title, _ANY))
    return str(next((folder for folder in known if folder and folder.is_dir()), _place("")))


def _remember(title: str, folder: Path, chosen: T) -> T:
    _found[title] = _found[_ANY] = folder
    return chosen


def _place(suggestion: str) -> Path:
    """Return where a file is proposed: never where the program happens to lie."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents)
    return (folder if folder.is_dir() else Path.home()) / suggestion


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """Let a folder be picked."""
    name = QFileDialog.getExistingDirectory(parent, title, _begin(title))
    return _remember(title, Path(name), Path(name)) if name else None


def show_crash(parent: QWidget | None, report: str, log: Path) -> None:
    """Say that the program has a bug, that the data is safe, and how to report it."""
    box = QMessageBox(
        QMessageBox.Icon.Critical,
        TITLE,
        "Ada kesalahan pada program. Data yang sudah tersimpan tetap aman.",
        parent=parent,
    )
    box.setInformativeText(
        f"Ulangi pekerjaan terakhir. Bila terjadi lagi, kirim laporan ini kepada pembuat program. "
        f"Laporannya juga ada di {log}."
    )
    copy = box.addButton("Salin laporan", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole)
    style.dress(box)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)
