"""How the window describes the page of this room."""

from kinerja_desktop.services.riwayat.tables import TABLES
from kinerja_desktop.ui.base.page import LazyPage

KIRIM_PAGE = LazyPage(
    "kirim", "Kirim ke Bappeda", "kirim", "kirim.page:KirimPage",
    TABLES=TABLES,
    GROUP="Surat & dokumen",
)  # fmt: skip
