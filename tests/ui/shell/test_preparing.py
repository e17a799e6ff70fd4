"""The largest pages are there before they are asked for."""

from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from tests.ui.window import current_page, open_window, settle


def test_a_large_page_is_built_while_nobody_waits(qtbot: QtBot, muncar: Office) -> None:
    pages = (BerandaPage, PengukuranPage, RenstraPage)
    with open_window(qtbot, muncar, pages, Periode(2024)) as window:
        qtbot.waitUntil(lambda: window.stack.count() == 2, timeout=5_000)
        # It is not shown, and reads nothing before it is.
        assert current_page(window).KEY == "beranda"
        prepared = window.stack.widget(1)
        assert isinstance(prepared, PengukuranPage)
        assert prepared.model.rowCount() == 0
        window.open_page("pengukuran")
        settle(qtbot, window)
        assert current_page(window) is prepared
        assert prepared.model.rowCount() > 0
