"""Dokumen at Bappeda: its own papers and those that came, not those that a kecamatan writes."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.dokumen import DITERIMA, DOKUMEN_BAPPEDA, REKAP
from kinerja_desktop.ui.dokumen.bappeda import DokumenBappedaPage
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import package_of, take
from tests.ui.window import current_page, open_window, settle

__all__ = ["bappeda", "sent", "sticks"]


def test_the_papers_of_units_are_looked_at_and_own_ones_printed(
    qtbot: QtBot, bappeda: Office, sticks: Path
) -> None:
    take(bappeda, sticks / "v1", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        window.open_page("dokumen")
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, DokumenBappedaPage)
        qtbot.waitUntil(lambda: bool(page.preview.pdf), timeout=20_000)
        names = [page.side.list.item(row).text() for row in range(page.side.list.count())]
        assert names == [dokumen.judul for dokumen in DOKUMEN_BAPPEDA.values()]
        assert page.side.kunci == REKAP.kunci
        assert page.xlsx_button.isVisible()
        page.side.list.choose(DITERIMA.kunci)
        settle(qtbot, window)
        wanted = "Kecamatan Klakah: Pengukuran Kinerja 2024 · diterima 10 Februari 2025"
        page.side.subject.setCurrentIndex(page.side.subject.findText(wanted))
        page.side.subject.activated.emit(page.side.subject.currentIndex())
        original = package_of(sticks / "klakah") / "data/03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf"
        qtbot.waitUntil(lambda: page.preview.pdf == original.read_bytes(), timeout=20_000)
        settle(qtbot, window)
        assert page.print_button.isEnabled()
        # What others wrote is there as they wrote it.
        assert not page.docx_button.isVisible()
        assert not page.xlsx_button.isVisible()
