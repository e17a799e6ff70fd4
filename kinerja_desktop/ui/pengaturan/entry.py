"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENGATURAN_PAGE = LazyPage(
    "pengaturan", "Pengaturan", "pengaturan", "pengaturan.page:PengaturanPage",
    TABLES=frozenset(
        {
            "instansi", "pejabat", "penempatan", "unit_kerja", "profil_rumus", "hari_libur",
        }
    ),
)  # fmt: skip
