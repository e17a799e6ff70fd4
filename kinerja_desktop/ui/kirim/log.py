"""The tab Catatan pengiriman: every package that was written, and who received it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.kiriman.delivery import Terkirim
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.sizes import format_ukuran
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[Terkirim](
        "Waktu", lambda row: format_waktu(row.waktu), 182, key=lambda row: row.waktu, least=84
    ),
    Column[Terkirim](
        "Periode",
        lambda row: row.periode.label,
        158,
        least=80,
        key=lambda row: compare_periode(row.periode),
    ),
    Column[Terkirim]("Nama paket", lambda row: row.nama),
    Column[Terkirim]("Tempat", lambda row: row.tempat, 130, least=74),
    Column[Terkirim]("Berkas", lambda row: str(row.berkas), 62, is_number=True, least=58),
    Column[Terkirim](
        "Ukuran", lambda row: format_ukuran(row.ukuran), 72, True, lambda row: row.ukuran, 64
    ),
    Column[Terkirim]("Kode verifikasi", lambda row: row.kode, 186, least=108),
    Column[Terkirim]("Penerima", lambda row: row.penerima or "belum dicatat", 120, least=80),
)


class DeliveryLog(QWidget):
    """Every package that was written, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.check_button = QPushButton("P&eriksa paket…")
        self.receipt_button = QPushButton("C&atat tanda terima…")
        writes(self.receipt_button)
        head = QHBoxLayout()
        head.addWidget(self.receipt_button)
        head.addWidget(self.check_button)
        head.addStretch()
        self.empty = EmptyState(
            "Belum ada paket yang dikirim. Setiap paket yang ditulis tercatat di sini."
        )
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Catatan pengiriman")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.doubleClicked.connect(lambda _: self.receipt_button.click())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addStretch()
        self.show_rows([])

    def show_rows(self, rows: Sequence[Terkirim]) -> None:
        """Show the deliveries; the cursor goes to one that is new, for it waits for its receipt."""
        kept, known = self.current(), {row.id for row in self.model.given}
        new = next((row.id for row in rows if row.id not in known), None)
        wanted = new or (kept.id if kept else None)
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.choose(lambda row: row.id == wanted)
        self._enable()

    def current(self) -> Terkirim | None:
        """Return the chosen delivery."""
        return self.table.current()

    def _enable(self) -> None:
        delivery = self.current()
        self.receipt_button.setEnabled(delivery is not None)
        self.detail.setText(_describe(delivery) if delivery else "")


def _describe(row: Terkirim) -> str:
    """Tell a delivery in full: the columns are often too narrow for it."""
    where = f"<b>{row.nama}</b> di {row.tempat}"
    # The page that writes it counts what is to be read; on the stick lie the proofs of it as well.
    count = f"{row.berkas} berkas, termasuk berkas pemeriksanya"
    what = f"{count}, {format_ukuran(row.ukuran)}, kode {row.kode}"
    return f"{where} · {what} · penerima: {row.penerima or 'belum dicatat'}"
