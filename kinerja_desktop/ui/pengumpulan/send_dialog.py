"""Choose who gets a form, until when, and where the files go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.pengumpulan.papan import TANPA_PEMEGANG, Papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField, make_date_row
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.sizes import format_ukuran

_DATA = Qt.ItemDataRole.UserRole
_WORDS = (
    "Tiap pemegang data mendapat satu berkas Excel untuk diisi. Yang sudah lengkap tidak dicentang."
)
_NOBODY = (
    "Belum ada pemegang data untuk {periode}. Isi Pengumpul data atau Penanggung jawab tiap "
    "indikator di Renstra & IKU."
)


@dataclass(frozen=True)
class Kiriman:
    """What was chosen."""

    menurut: Menurut
    pemegang: tuple[str, ...]
    tenggat: date
    folder: Path
    map_sendiri: bool


class SendDialog(QDialog):
    """Lists the holders of a period by one way, then by the other.

    Args:
        parent: above what.
        boards: the board by each way of naming a holder.
        tenggat: the last day that is proposed.
        drives: the sticks that are plugged in.
    """

    def __init__(
        self,
        parent: QWidget,
        boards: Sequence[Papan],
        tenggat: date,
        drives: Sequence[Drive],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kirim formulir data")
        resize_within(self, 600, 430)
        self._boards = {board.menurut: board for board in boards}
        words = QLabel(_WORDS)
        words.setObjectName("redup")
        words.setWordWrap(True)
        self.way = ChoiceBox()
        for board in boards:
            self.way.addItem(board.menurut.label, board.menurut)
        self.way.currentIndexChanged.connect(self._fill)
        self.holders = QListWidget()
        self.holders.setAccessibleName("Pemegang data")
        # At 150 % a dialog has some 450 pixels of a small screen.
        self.holders.setMinimumHeight(60)
        self.holders.itemChanged.connect(lambda _: self._enable())
        self.nobody = QLabel()
        self.nobody.setObjectName("bahaya")
        self.nobody.setWordWrap(True)
        self.all_box = QCheckBox("&Semua pemegang data")
        self.all_box.clicked.connect(self._tick_all)
        self.day = DateField(tenggat, required=True)
        self.day.date_changed.connect(lambda _: self._enable())
        self.place = ChoiceBox()
        self.place.setAccessibleName("Tujuan")
        self.place.setPlaceholderText("Colokkan flashdisk, atau pilih folder")
        for drive in drives:
            if drive.is_writable:
                text = f"{drive.label} ({drive.path}), sisa {format_ukuran(drive.free)}"
                self.place.addItem(text, drive.path)
        if self.place.count() == 1:
            # A box with a placeholder chooses nothing by itself; between two sticks nobody guesses.
            self.place.setCurrentIndex(0)
        self.place.activated.connect(lambda _: self._enable())
        self.folder_button = QPushButton("&Folder lain…")
        self.folder_button.clicked.connect(self._pick)
        self.own_folder = QCheckBox("Satu ma&p untuk tiap pemegang, bersama bukti yang kembali")
        self.own_folder.setChecked(True)
        buttons, self.send_button = dialogs.make_buttons(self, "Kirim formulir")
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(_row("&Diisi oleh", self.way))
        layout.addWidget(self.all_box)
        layout.addWidget(self.nobody)
        layout.addWidget(self.holders, 1)
        layout.addLayout(make_date_row("&Batas waktu", self.day))
        layout.addLayout(_row("Si&mpan ke", self.place, self.folder_button))
        layout.addWidget(self.own_folder)
        layout.addWidget(buttons)
        self._fill()

    def chosen(self) -> Kiriman | None:
        """Return what was chosen; None while something is missing."""
        day, folder = self.day.day(), self.place.currentData()
        names = tuple(
            item.data(_DATA) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )
        if day is None or folder is None or not names:
            return None
        return Kiriman(self._way(), names, day, folder, self.own_folder.isChecked())

    def _way(self) -> Menurut:
        # Qt hands the text back that a StrEnum is as well.
        return Menurut(self.way.currentData())

    def _fill(self) -> None:
        board = self._boards[self._way()]
        self.holders.blockSignals(True)
        self.holders.clear()
        for row in board.baris:
            if row.butir and row.pemegang != TANPA_PEMEGANG:
                text = f"{row.pemegang} – {len(row.butir)} data, {row.keterangan}"
                item = QListWidgetItem(text, self.holders)
                item.setData(_DATA, row.pemegang)
                is_open = not row.is_lengkap
                item.setCheckState(Qt.CheckState.Checked if is_open else Qt.CheckState.Unchecked)
        self.holders.blockSignals(False)
        self.nobody.setText(_NOBODY.format(periode=board.periode.label))
        self.nobody.setVisible(not self.holders.count())
        self.all_box.setEnabled(bool(self.holders.count()))
        self._enable()

    def _items(self) -> list[QListWidgetItem]:
        return [self.holders.item(row) for row in range(self.holders.count())]

    def _tick_all(self, wanted: bool) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def _pick(self) -> None:
        folder = dialogs.choose_folder(self, "Simpan formulir ke folder")
        if folder is not None:
            self.add_folder(folder)

    def add_folder(self, folder: Path) -> None:
        """Take a folder as the place."""
        self.place.addItem(str(folder), folder)
        self.place.setCurrentIndex(self.place.count() - 1)
        self._enable()

    def _enable(self) -> None:
        ticked = [item.checkState() == Qt.CheckState.Checked for item in self._items()]
        self.all_box.setChecked(bool(ticked) and all(ticked))
        self.send_button.setEnabled(self.chosen() is not None)
        self.send_button.setText(
            f"Kirim {sum(ticked)} formulir" if any(ticked) else "Kirim formulir"
        )


def _row(caption: str, *widgets: QWidget) -> QHBoxLayout:
    label = QLabel(caption)
    label.setBuddy(widgets[0])
    row = QHBoxLayout()
    row.setSpacing(style.MEDIUM)
    row.addWidget(label)
    row.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        row.addWidget(widget)
    return row
