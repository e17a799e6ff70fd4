"""How the window describes the pages of this room."""

from kinerja_desktop.services.riwayat.tables import TABLES
from kinerja_desktop.ui.base.page import LazyPage

DOKUMEN_PAGE = LazyPage(
    "dokumen", "Dokumen", "dokumen", "dokumen.page:DokumenPage",
    TABLES=TABLES,
    GROUP="Surat & dokumen",
)  # fmt: skip
DOKUMEN_BAPPEDA_PAGE = LazyPage(
    "dokumen", "Dokumen", "dokumen", "dokumen.bappeda:DokumenBappedaPage",
    TABLES=TABLES,
)  # fmt: skip
