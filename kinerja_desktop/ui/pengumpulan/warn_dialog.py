"""Choose who is reminded, on which day, and until when now."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kinerja_desktop.domain.pengumpulan.papan import TEGURAN_TERAKHIR, BarisPapan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.date_field import DateField, make_date_row

_DATA = Qt.ItemDataRole.UserRole
_WORDS = (
    "Teguran dicatat dan tidak dapat dibatalkan. Suratnya langsung dapat dicetak; pada yang kedua "
    "dan ketiga kata-katanya menyesuaikan."
)


class WarnDialog(QDialog):
    """Lists the holders whose form was handed out and whose data is missing.

    Args:
        parent: above what.
        rows: those holders.
        tanggal: the day on the letter that is proposed.
        tenggat: the new last day that is proposed.
    """

    def __init__(
        self, parent: QWidget, rows: Sequence[BarisPapan], tanggal: date, tenggat: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Buat teguran")
        self.resize(560, 420)
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
        self.until = DateField(tenggat, required=True)
        for field in (self.day, self.until):
            field.date_changed.connect(lambda _: self._enable())
        buttons, self.warn_button = dialogs.make_buttons(self, "Buat teguran")
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.holders, 1)
        layout.addLayout(make_date_row("&Tanggal surat", self.day))
        layout.addLayout(make_date_row("&Batas waktu baru", self.until))
        layout.addWidget(buttons)
        self._enable()

    def chosen(self) -> list[UUID]:
        """Return the forms of the holders that are ticked."""
        items = [self.holders.item(row) for row in range(self.holders.count())]
        return [
            UUID(item.data(_DATA)) for item in items if item.checkState() == Qt.CheckState.Checked
        ]

    def _enable(self) -> None:
        day, until = self.day.day(), self.until.day()
        count = len(self.chosen())
        self.warn_button.setText(f"Buat {count} teguran")
        self.warn_button.setEnabled(
            bool(count) and day is not None and until is not None and until >= day
        )
