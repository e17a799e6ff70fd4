"""Choose who is reminded, on which day, and until when now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.pengumpulan.papan import TEGURAN_TERAKHIR, BarisPapan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.date_field import DateField, make_date_row
from kinerja_desktop.ui.base.screen_room import resize_within

_DATA = Qt.ItemDataRole.UserRole
_WORDS = (
    "Teguran dicatat dan tidak dapat dibatalkan. Suratnya langsung dapat dicetak; pada yang kedua "
    "dan ketiga kata-katanya menyesuaikan."
)
_BEFORE = "Batas waktu baru lebih awal dari tanggal surat."


@dataclass(frozen=True)
class TeguranBaru:
    """What was chosen: whose forms, the day on the letter, until when now."""

    formulir: tuple[UUID, ...]
    tanggal: date
    tenggat: date


class WarnDialog(QDialog):
    """Lists the holders whose form was handed out and whose data is missing.

    Args:
        parent: above what.
        rows: those holders.
        tanggal: today, the day on the letter that is proposed.
        tenggat: the new last day that is proposed.
    """

    def __init__(
        self, parent: QWidget, rows: Sequence[BarisPapan], tanggal: date, tenggat: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Buat teguran")
        resize_within(self, 560, 420)
        words = QLabel(_WORDS)
        words.setObjectName("redup")
        words.setWordWrap(True)
        self.holders = QListWidget()
        self.holders.setAccessibleName("Pemegang data yang ditegur")
        for row in rows:
            ke = min(row.teguran + 1, TEGURAN_TERAKHIR)
            item = QListWidgetItem(
                f"{row.pemegang} – teguran ke-{ke}, {row.keterangan}", self.holders
            )
            item.setData(_DATA, row.formulir_id)
            is_late = bool(row.terlambat)
            item.setCheckState(Qt.CheckState.Checked if is_late else Qt.CheckState.Unchecked)
        self.holders.itemChanged.connect(lambda _: self._enable())
        self.day = DateField(tanggal, required=True)
        self.day.watch(BatasTanggal(tanggal).describe_odd)
        self.until = DateField(tenggat, required=True)
        for field in (self.day, self.until):
            field.date_changed.connect(lambda _: self._enable())
        self.wrong = QLabel()
        self.wrong.setObjectName("bahaya")
        buttons, self.warn_button = dialogs.make_buttons(self, "Buat teguran")
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.holders, 1)
        layout.addLayout(make_date_row("&Tanggal surat", self.day))
        layout.addLayout(make_date_row("&Batas waktu baru", self.until))
        layout.addWidget(self.wrong)
        layout.addWidget(buttons)
        self._enable()

    def chosen(self) -> TeguranBaru | None:
        """Return what was chosen; None while something is missing."""
        day, until = self.day.day(), self.until.day()
        forms = [
            UUID(item.data(_DATA))
            for item in (self.holders.item(row) for row in range(self.holders.count()))
            if item.checkState() == Qt.CheckState.Checked
        ]
        if day is None or until is None or until < day or not forms:
            return None
        return TeguranBaru(tuple(forms), day, until)

    def _enable(self) -> None:
        items = [self.holders.item(row) for row in range(self.holders.count())]
        count = sum(item.checkState() == Qt.CheckState.Checked for item in items)
        day, until = self.day.day(), self.until.day()
        self.wrong.setText(_BEFORE if day and until and until < day else "")
        self.warn_button.setText(f"Buat {count} teguran" if count else "Buat teguran")
        self.warn_button.setEnabled(self.chosen() is not None)
