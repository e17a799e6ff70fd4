"""Dokumen of an office that receives: its recap and letters, and the papers that came."""

from pathlib import Path

from PySide6.QtCore import QPoint

from kinerja_desktop.services.penerimaan.dokumen import DOKUMEN_BAPPEDA
from kinerja_desktop.ui.dokumen.entry import DOKUMEN_BAPPEDA_PAGE
from kinerja_desktop.ui.dokumen.page import DokumenPage


class DokumenBappedaPage(DokumenPage):
    """The same page on another registry."""

    ENTRY = DOKUMEN_BAPPEDA_PAGE
    DAFTAR = DOKUMEN_BAPPEDA

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Leave what is dropped to the search for packages: nothing is signed here."""
        return False
