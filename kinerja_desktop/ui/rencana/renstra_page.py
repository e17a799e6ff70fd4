"""Renstra and IKU: periods, tujuan, sasaran, indicators with all metadata, targets by year."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.rencana.entry import RENSTRA_PAGE
from kinerja_desktop.ui.rencana.target_matrix import TargetMatrix
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_TABS = (
    ("periode_renstra", "Periode Renstra", ("nama", "tahun_awal", "tahun_akhir")),
    ("tujuan", "Tujuan", ("kode", "uraian")),
    ("sasaran", "Sasaran", ("kode", "uraian")),
    ("indikator", "Indikator", ("kode", "uraian", "jenis")),
)
_EMPTY = {
    "tujuan": "Belum ada tujuan. Tekan Tambah untuk memasukkan yang pertama.",
    "sasaran": "Belum ada sasaran. Tekan Tambah untuk memasukkan yang pertama.",
    "indikator": "Belum ada indikator. Tekan Tambah untuk memasukkan yang pertama. IKU milik "
    "kantor; IKI milik seorang pejabat.",
}
#: What each tab's rows belong to: without it nothing can be added.
_BEFORE = {
    "tujuan": ("periode_renstra", "Periode Renstra"),
    "sasaran": ("tujuan", "Tujuan"),
    "indikator": ("sasaran", "Sasaran"),
}


#: What is printed of the plan, as the menu *Cetak* has it.
PAPERS = (
    ("Penetapan &IKU", "penetapan-iku"),
    ("&Manual IKU", "manual-iku"),
    ("&Pohon Kinerja", "pohon-kinerja"),
    ("Matriks &Cascading", "matriks-cascading"),
    ("Matriks Peran &Hasil", "matriks-peran-hasil"),
    ("I&KI per pejabat", "iki"),
)


class RenstraPage(DataPage):
    """What the office has promised for five years, and how it is measured."""

    ENTRY = RENSTRA_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        print_button = QPushButton(style.icon("cetak"), "&Cetak")
        self.papers = QMenu(print_button)
        for caption, kunci in PAPERS:
            action = self.papers.addAction(caption)
            action.triggered.connect(lambda _=False, kunci=kunci: self._open_document(kunci))
        print_button.setMenu(self.papers)
        self.buttons.addWidget(print_button)
        for key, title, columns in _TABS:
            self.add_tab(key, title, partial(self._make_editor, key, columns))
        self.add_tab("target_tahunan", "Target tahunan", lambda: TargetMatrix(context))

    def _open_document(self, kunci: str) -> None:
        periode = Periode(self.context.periode.tahun)
        self.context.open_page("dokumen", Permintaan(kunci, periode))

    def _make_editor(self, key: str, columns: Sequence[str]) -> SectionEditor:
        return SectionEditor(
            self.context,
            SECTIONS[key],
            columns=columns,
            empty=_EMPTY.get(key, ""),
            before=_BEFORE.get(key),
        )
