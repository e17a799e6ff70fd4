"""The pages of the window, in the order of the navigation, for each kind of office."""

from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.beranda.entry import BERANDA_BAPPEDA_PAGE, BERANDA_PAGE
from kinerja_desktop.ui.dokumen.entry import DOKUMEN_BAPPEDA_PAGE, DOKUMEN_PAGE
from kinerja_desktop.ui.evaluasi.entry import EVALUASI_PAGE
from kinerja_desktop.ui.kirim.entry import KIRIM_PAGE
from kinerja_desktop.ui.lke.entry import LKE_PAGE
from kinerja_desktop.ui.lkjip.entry import LKJIP_PAGE
from kinerja_desktop.ui.penerimaan.entry import PENERIMAAN_PAGE
from kinerja_desktop.ui.pengaturan.entry import PENGATURAN_BAPPEDA_PAGE, PENGATURAN_PAGE
from kinerja_desktop.ui.pengukuran.entry import PENGUKURAN_PAGE
from kinerja_desktop.ui.pengumpulan.entry import PENGUMPULAN_PAGE
from kinerja_desktop.ui.rekap.entry import REKAP_PAGE
from kinerja_desktop.ui.rencana.entry import (
    ANGGARAN_PAGE,
    PERJANJIAN_PAGE,
    RENCANA_AKSI_PAGE,
    RENSTRA_PAGE,
)
from kinerja_desktop.ui.riwayat.entry import RIWAYAT_PAGE
from kinerja_desktop.ui.sop.entry import SOP_PAGE
from kinerja_desktop.ui.surat.entry import SURAT_PAGE

PAGES: tuple[LazyPage, ...] = (
    BERANDA_PAGE,
    RENSTRA_PAGE,
    PERJANJIAN_PAGE,
    RENCANA_AKSI_PAGE,
    ANGGARAN_PAGE,
    PENGUMPULAN_PAGE,
    PENGUKURAN_PAGE,
    EVALUASI_PAGE,
    LKJIP_PAGE,
    LKE_PAGE,
    SOP_PAGE,
    SURAT_PAGE,
    DOKUMEN_PAGE,
    KIRIM_PAGE,
    RIWAYAT_PAGE,
    PENGATURAN_PAGE,
)

#: Bappeda plans and measures nothing here: it receives.
PAGES_BAPPEDA: tuple[LazyPage, ...] = (
    BERANDA_BAPPEDA_PAGE,
    PENERIMAAN_PAGE,
    REKAP_PAGE,
    DOKUMEN_BAPPEDA_PAGE,
    RIWAYAT_PAGE,
    PENGATURAN_BAPPEDA_PAGE,
)


def pages_of(jenis: str) -> tuple[LazyPage, ...]:
    """Return the pages of a kind of office."""
    return PAGES_BAPPEDA if jenis == BAPPEDA else PAGES
