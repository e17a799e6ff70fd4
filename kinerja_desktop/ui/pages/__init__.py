"""The pages of the window, in the order of the navigation."""

from kinerja_desktop.ui.pages.beranda import BerandaPage
from kinerja_desktop.ui.pages.dokumen import DokumenPage
from kinerja_desktop.ui.pages.kirim import KirimPage
from kinerja_desktop.ui.pages.page import Page
from kinerja_desktop.ui.pages.pengaturan import PengaturanPage
from kinerja_desktop.ui.pages.riwayat import RiwayatPage
from kinerja_desktop.ui.pages.sop import SopPage

PAGES: tuple[type[Page], ...] = (
    BerandaPage,
    SopPage,
    DokumenPage,
    KirimPage,
    RiwayatPage,
    PengaturanPage,
)
