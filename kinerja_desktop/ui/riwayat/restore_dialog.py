"""Before a backup is restored: what the data has now, what it would have then."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.riwayat.maintenance import BedaTabel, Perbandingan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable


def _difference(row: BedaTabel) -> str:
    count = row.cadangan - row.kini
    if not count:
        return "tetap"
    return f"{count} baris lebih" if count > 0 else f"{-count} baris hilang"


_COLUMNS = (
    Column[BedaTabel]("Bagian", lambda row: row.bagian),
    Column[BedaTabel]("Sekarang", lambda row: str(row.kini), 90, is_number=True),
    Column[BedaTabel]("Di cadangan", lambda row: str(row.cadangan), 100, is_number=True),
    Column[BedaTabel]("Sesudah dipulihkan", _difference, 150),
)


class RestoreDialog(QDialog):
    """Says what would be lost, and that there is a way back."""

    def __init__(
        self, parent: QWidget | None, nama: str, perbandingan: Perbandingan, yes: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pulihkan data")
        resize_within(self, 600, 500)
        self.heading = QLabel(f"Data sekarang akan diganti dengan <b>{nama}</b>.")
        self.loss = QLabel(describe_loss(perbandingan))
        self.loss.setObjectName("bahaya" if perbandingan.tindakan_hilang else "")
        self.model = PlainTableModel(_COLUMNS)
        # What differs first: that is what the clerk must see.
        rows = sorted(perbandingan.tabel, key=lambda row: row.kini == row.cadangan)
        self.model.set_rows(rows)
        safety = QLabel(
            "Data sekarang disalin dulu ke folder cadangan, jadi pemulihan ini dapat dibatalkan. "
            "Berkas bukti tidak ada yang dihapus."
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for label in (self.heading, self.loss):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(PlainTable(self.model, "Jumlah baris sekarang dan di cadangan"), 1)
        safety.setWordWrap(True)
        layout.addWidget(safety)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        refuse = buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        refuse.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        refuse.setFocus()


def describe_loss(perbandingan: Perbandingan) -> str:
    """Say how much of what was done would be undone."""
    now, then = perbandingan.perubahan_kini, perbandingan.perubahan_cadangan
    dates = (
        f"Perubahan terakhir sekarang: {format_waktu(now) if now else 'belum ada'}; "
        f"di cadangan: {format_waktu(then) if then else 'belum ada'}."
    )
    if perbandingan.tindakan_hilang:
        return f"{dates} {perbandingan.tindakan_hilang} tindakan sesudahnya akan hilang dari data."
    return f"{dates} Tidak ada tindakan yang hilang."


def confirm_restore(parent: QWidget, nama: str, perbandingan: Perbandingan, yes: str) -> bool:
    """Show what would be lost, and ask."""
    dialog = RestoreDialog(parent, nama, perbandingan, yes)
    return dialog.exec() == QDialog.DialogCode.Accepted
