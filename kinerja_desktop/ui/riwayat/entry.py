"""How the window describes the page of this room."""

from kinerja_desktop.services.riwayat.tables import TABLES
from kinerja_desktop.ui.base.page import LazyPage

RIWAYAT_PAGE = LazyPage(
    "riwayat", "Riwayat & Cadangan", "riwayat", "riwayat.page:RiwayatPage",
    TABLES=TABLES,
    GROUP="Kantor",
)  # fmt: skip
