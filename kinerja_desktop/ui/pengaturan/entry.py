"""How the window describes the pages of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENGATURAN_PAGE = LazyPage(
    "pengaturan", "Pengaturan", "pengaturan", "pengaturan.page:PengaturanPage",
    TABLES=frozenset(
        {
            "instansi", "pejabat", "penempatan", "unit_kerja", "profil_rumus", "hari_libur",
        }
    ),
    GROUP="Kantor",
)  # fmt: skip

PENGATURAN_BAPPEDA_PAGE = LazyPage(
    "pengaturan", "Pengaturan", "pengaturan", "pengaturan.bappeda:PengaturanBappedaPage",
    TABLES=frozenset({"instansi", "pejabat", "penempatan", "hari_libur"}),
    GROUP="Kantor",
)  # fmt: skip
