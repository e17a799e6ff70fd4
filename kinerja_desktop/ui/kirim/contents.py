"""What goes into the package, and what is missing before it can go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kiriman.delivery import BerkasPaket, Kesiapan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.base.sizes import format_ukuran
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[BerkasPaket]("Isi", lambda file: f"{file.keterangan} · {file.nama}"),
    Column[BerkasPaket](
        "Ukuran", lambda file: format_ukuran(file.ukuran), 84, True, lambda file: file.ukuran
    ),
)

_READING = "Sedang menyiapkan…"


class PackageContents(QFrame):
    """The files with their sizes, or why there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self.heading = QLabel("Isi paket")
        self.heading.setObjectName("subjudul")
        self.summary = QLabel(_READING)
        self.summary.setWordWrap(True)
        self.open_button = QPushButton("Buka &Pengukuran")
        self.open_button.hide()
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Isi paket")
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        style.set_tone(self.warnings, "ingat")
        self.warnings.hide()
        self.meaning = MeaningLink()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.MEDIUM, style.LARGE, style.MEDIUM)
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.warnings)
        layout.addWidget(self.meaning)
        layout.addStretch()

    def show_reading(self, periode: Periode) -> None:
        """Say that a period is being read; what stands there of another one goes."""
        self.heading.setText(f"Isi paket {periode.label}")
        self.summary.setText(_READING)
        for widget in (self.table, self.open_button, self.warnings, self.meaning):
            widget.hide()

    def show_kesiapan(self, kesiapan: Kesiapan) -> None:
        """Show what would be sent for a period."""
        self.heading.setText(f"Isi paket {kesiapan.periode.label}")
        blocked = kesiapan.halangan
        self.model.set_rows(kesiapan.files)
        self.table.setVisible(blocked is None)
        self.open_button.setVisible(not kesiapan.is_final)
        self.warnings.setVisible(bool(kesiapan.peringatan))
        self.meaning.show_for(problem.message for problem in kesiapan.peringatan)
        self.warnings.setText("\n".join(f"• {problem}." for problem in kesiapan.peringatan))
        if blocked is not None:
            self.summary.setText(str(blocked))
            return
        self.summary.setText(
            f"{len(kesiapan.files)} berkas isi, {format_ukuran(kesiapan.ukuran)} · "
            f"kode verifikasi <b>{kesiapan.kode}</b>"
        )
