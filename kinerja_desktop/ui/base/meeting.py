"""Two people on one entry: the second sees what stood there, what stands there, and chooses."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.table_menu import ReadTable

if TYPE_CHECKING:
    from kinerja_desktop.services.riwayat.pertemuan import Pertemuan

_HEADS = ("Isian", "Sebelumnya", "Kini", "Isian Anda")
_SIZE = (760, 340)
_ASK = {
    True: "Mana yang dipakai?",
    False: "Periksa isinya sekarang, lalu ulangi bila isian Anda yang benar.",
}


class Choice(Enum):
    """What the second of two people wants."""

    THEIRS = "Pakai isian {pelaku}"
    MINE = "Simpan isian &saya"
    BACK = "&Kembali ke isian"
    SEEN = "&Tutup"


class MeetingDialog(QDialog):
    """Shows every entry where the two met; closing it is *Kembali* or, without that, theirs.

    Attributes:
        choice: what was chosen.
        buttons: by what they choose.
    """

    def __init__(
        self, parent: QWidget | None, found: "Sequence[Pertemuan]", choices: Sequence[Choice]
    ) -> None:
        """Make the dialog.

        Args:
            parent: beside which it stands.
            found: where the two met, one at least.
            choices: what can be chosen; the last is what closing the dialog means.
        """
        super().__init__(parent)
        self.choice = choices[-1]
        self.setWindowTitle("Isian yang sama diubah orang lain")
        resize_within(self, *_SIZE)
        whose = ", ".join(dict.fromkeys(item.pelaku for item in found))
        told = QLabel(
            f"<b>{whose}</b> mengubah isian yang sama ({format_waktu(found[0].waktu)}), sesudah "
            f"isian ini tampil di layar Anda. Isian Anda <b>belum disimpan</b>. "
            f"{_ASK[Choice.MINE in choices]}"
        )
        told.setWordWrap(True)
        self.table = _make_table(found)
        row = QHBoxLayout()
        row.addStretch()
        self.buttons: dict[Choice, QPushButton] = {}
        for choice in choices:
            button = QPushButton(choice.value.format(pelaku=whose))
            button.setAutoDefault(choice is choices[-1])
            button.clicked.connect(lambda _=False, chosen=choice: self._take(chosen))
            row.addWidget(button)
            self.buttons[choice] = button
        self.buttons[choices[-1]].setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def _take(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def ask_meeting(
    parent: QWidget | None, found: "Sequence[Pertemuan]", choices: Sequence[Choice]
) -> Choice:
    """Let the second of two people choose what becomes of what they typed."""
    dialog = MeetingDialog(parent, found, choices)
    style.dress(dialog)
    dialog.exec()
    return dialog.choice


def _make_table(found: "Sequence[Pertemuan]") -> ReadTable:
    table = ReadTable(len(found), len(_HEADS))
    table.setHorizontalHeaderLabels(_HEADS)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName("Isian yang sama")
    for row, item in enumerate(found):
        for column, text in enumerate((item.isian, item.sebelum, item.kini, item.anda)):
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            cell.setToolTip(text)
            table.setItem(row, column, cell)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
