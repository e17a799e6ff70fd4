"""Asks for the password of a server, once when it is wanted."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.passwords import find_obstacle
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.dialogs import make_buttons

_WIDTH = 460


@dataclass(frozen=True, repr=False)
class Answer:
    """What was typed.

    Attributes:
        password: the password.
        is_kept: it is to be kept in the system's own store.
    """

    password: str
    is_kept: bool


class PasswordDialog(QDialog):
    """A line that shows nothing, and a box to keep it on this PC where that is safe."""

    def __init__(self, parent: QWidget | None, address: ServerAddress, *, is_wrong: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kata sandi server data")
        self.setMinimumWidth(_WIDTH)
        told = QLabel(
            f"Server {address.host or 'di komputer ini'} meminta kata sandi "
            f"{address.user or 'pengguna ini'} untuk basis data {address.database}."
        )
        told.setWordWrap(True)
        wrong = QLabel("Kata sandi tidak diterima. Periksa Caps Lock, lalu ketik lagi.")
        wrong.setObjectName("bahaya")
        wrong.setWordWrap(True)
        wrong.setVisible(is_wrong)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName("Kata sandi")
        obstacle = find_obstacle()
        self.keep = QCheckBox("&Ingat di komputer ini")
        self.keep.setEnabled(not obstacle)
        why = QLabel(obstacle)
        why.setObjectName("redup")
        why.setWordWrap(True)
        why.setVisible(bool(obstacle))
        buttons, accept = make_buttons(self, "&Masuk")
        accept.setEnabled(False)
        self.line.textChanged.connect(lambda text: accept.setEnabled(bool(text)))
        form = QFormLayout()
        form.addRow("&Kata sandi", self.line)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(wrong)
        layout.addLayout(form)
        layout.addWidget(self.keep)
        layout.addWidget(why)
        layout.addWidget(buttons)
        style.dress(self)
        self.line.setFocus()

    def answer(self) -> Answer:
        """Return what was typed."""
        return Answer(self.line.text(), self.keep.isChecked())


def ask_password(
    parent: QWidget | None, address: ServerAddress, *, is_wrong: bool = False
) -> Answer | None:
    """Ask for a password; None when the clerk turns away.

    Args:
        parent: beside which it is asked.
        address: where it is wanted.
        is_wrong: one was given and not taken.
    """
    dialog = PasswordDialog(parent, address, is_wrong=is_wrong)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.answer() if accepted else None
