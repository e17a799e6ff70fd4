"""Pengaturan at Bappeda asks for nothing that only a kecamatan has."""

from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.pengaturan.bappeda import PengaturanBappedaPage
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.services.penerimaan.conftest import bappeda
from tests.ui.window import current_page, open_window, settle

__all__ = ["bappeda"]


def test_it_speaks_of_the_office_and_not_of_a_kecamatan(qtbot: QtBot, bappeda: Office) -> None:
    with open_window(qtbot, bappeda, PAGES_BAPPEDA) as window:
        window.open_page("pengaturan")
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, PengaturanBappedaPage)
        tabs = [page.tabs.tabText(place) for place in range(page.tabs.count())]
        assert tabs == ["Kantor", "Pejabat", "Penempatan", "Hari Libur", "Pembaruan", "Tentang"]
        name = page.office_tab.form.editors["kecamatan"]
        assert name.accessibleName() == "Nama kantor"
        assert "fungsi" not in page.office_tab.form.editors
        name.setFocus()
        name.setText("Bagian Organisasi")  # type: ignore[attr-defined]
        name.clearFocus()
        name.editingFinished.emit()  # type: ignore[attr-defined]
        settle(qtbot, window)
        instansi = bappeda.instansi()
        assert instansi is not None
        assert instansi.kecamatan == "Bagian Organisasi"
        page.receive("penempatan")
        settle(qtbot, window)
        posts = page.tab("penempatan")
        assert isinstance(posts, SectionEditor)
        # Of IKI, which only a kecamatan has.
        assert posts.form.names()[-1] == "pengelola_kinerja"
