"""Cari: a word in all that units wrote about their figures and in their LKjIP."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.penerimaan.rekap import PaketRekap
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.penerimaan.narasi import HasilCari, TemuanNarasi, search_narasi
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_COLUMNS = (
    Column[TemuanNarasi]("Unit", lambda row: row.paket.unit, 140),
    Column[TemuanNarasi](
        "Periode",
        lambda row: row.paket.periode.label,
        90,
        key=lambda row: compare_periode(row.paket.periode),
    ),
    Column[TemuanNarasi]("Tentang", lambda row: row.narasi.tentang, 200),
    Column[TemuanNarasi]("Bagian", lambda row: row.narasi.bagian, 150),
    Column[TemuanNarasi]("Kutipan", lambda row: row.kutipan),
)


class SearchTab(QWidget):
    """Looks through the packages that count; it can be stopped."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._paket: Sequence[PaketRekap] = ()
        self.word = QLineEdit()
        self.word.setPlaceholderText("Misalnya banjir, atau tenaga pendamping")
        self.word.returnPressed.connect(self.search)
        label = QLabel("&Kata")
        label.setBuddy(self.word)
        self.button = QPushButton(style.icon("cari"), "Cari")
        self.button.clicked.connect(self.search)
        self.told = QLabel()
        self.told.setObjectName("redup")
        self.told.setWordWrap(True)
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Tempat kata itu ditemukan")
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(lambda: self.button.setEnabled(not self.strip.is_busy))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.word, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.strip)

    def show_paket(self, paket: Sequence[PaketRekap]) -> None:
        """Know which packages count; what was found in others goes."""
        if paket != self._paket:
            self._paket = paket
            self.model.set_rows(())
            self.told.setText(f"Dicari dalam narasi {len(paket)} paket yang berlaku.")

    def search(self) -> None:
        """Look for the word that is typed."""
        if self.strip.is_busy:
            return
        office, paket, word = self.context.office, self._paket, self.word.text()
        self.strip.run(
            "Mencari…",
            lambda task: search_narasi(office, paket, word, task.report, task.is_cancelled),
            done=lambda found: self._show(word, found),
            failed=self._fail,
        )

    def _show(self, word: str, hasil: HasilCari) -> None:
        self.model.set_rows(hasil.temuan)
        text = f"'{word.strip()}' ditemukan {len(hasil.temuan)} kali."
        if hasil.is_stopped:
            text += " Belum semua paket dicari: pakai kata yang lebih khusus bila terlalu banyak."
        self.told.setText(" ".join([text, *(str(problem) for problem in hasil.gagal)]))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KinerjaError):
            raise error
        self.context.explain(self, error)
