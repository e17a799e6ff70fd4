"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

REKAP_PAGE = LazyPage(
    "rekap", "Rekap", "evaluasi", "rekap.page:RekapPage",
    TABLES=frozenset({
        "perangkat_daerah", "tenggat_pelaporan", "paket_masuk", "instansi", "padanan_indikator",
    }),
)  # fmt: skip
