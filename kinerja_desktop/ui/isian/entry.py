"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENGUMPULAN_PAGE = LazyPage(
    "pengumpulan", "Pengumpulan Data", "pengumpulan", "isian.page:PengumpulanPage",
    TABLES=frozenset(),
)  # fmt: skip
