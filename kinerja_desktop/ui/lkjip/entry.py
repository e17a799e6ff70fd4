"""How the window describes the page of this room."""

from kinerja_desktop.services.riwayat.tables import TABLES
from kinerja_desktop.ui.base.page import LazyPage

LKJIP_PAGE = LazyPage(
    "lkjip", "LKjIP", "lkjip", "lkjip.page:LkjipPage",
    TABLES=TABLES,
    GROUP="Capaian & laporan",
)  # fmt: skip
