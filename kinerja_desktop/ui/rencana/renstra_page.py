"""Renstra and IKU: periods, tujuan, sasaran, indicators with all metadata, targets by year."""

from collections.abc import Sequence
from functools import partial

from kinerja_desktop.domain.sections import SECTIONS
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
    "tujuan": "Belum ada tujuan. Isi dulu tab Periode Renstra, lalu tekan Tambah.",
    "sasaran": "Belum ada sasaran. Isi dulu tab Tujuan, lalu tekan Tambah.",
    "indikator": "Belum ada indikator. Isi dulu tab Sasaran, lalu tekan Tambah. IKU milik kantor; "
    "IKI milik seorang pejabat.",
}


class RenstraPage(DataPage):
    """What the office has promised for five years, and how it is measured."""

    ENTRY = RENSTRA_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        for key, title, columns in _TABS:
            self.add_tab(key, title, partial(self._make_editor, key, columns))
        self.add_tab("target_tahunan", "Target tahunan", lambda: TargetMatrix(context))

    def _make_editor(self, key: str, columns: Sequence[str]) -> SectionEditor:
        return SectionEditor(
            self.context, SECTIONS[key], columns=columns, empty=_EMPTY.get(key, "")
        )
