"""Nothing widens the window: not the buttons of one page for all, not the name of the office."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.journeys.clerk import at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def is_left_of(page: Page, pane: QWidget) -> bool:
    """Whether a page ends before the help begins, both in the body of the window."""
    window = page.window()
    assert isinstance(window, MainWindow)
    body = window.centralWidget()
    assert body is not None
    return page.mapTo(body, page.rect().topRight()).x() < pane.x()


def test_the_help_covers_no_page_after_that_with_the_most_buttons(
    qtbot: QtBot, muncar: Office
) -> None:
    """1366×768 at 100 %: every page has its room beside the help."""
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        window = clerk.window
        window.resize(1366, 700)
        page = clerk.go(DokumenPage)
        page.receive(Permintaan("penetapan-iku", Periode(2024)))
        qtbot.waitUntil(lambda: page.finality.final_button.isVisible(), timeout=20_000)
        clerk.shortcut("F1")
        pane = window.help.pane
        assert pane is not None
        for kind in (DokumenPage, RenstraPage, PengukuranPage, PengaturanPage):
            shown = clerk.go(kind)
            qtbot.waitUntil(partial(is_left_of, shown, pane))
            assert shown.width() >= shown.minimumSizeHint().width()
        assert window.width() == 1366


def test_a_wide_page_asks_for_room_only_while_it_is_seen(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        wide, narrow = clerk.go(PengukuranPage), clerk.go(RenstraPage)
        wide.setMinimumWidth(1100)
        assert clerk.window.stack.minimumSizeHint() == narrow.minimumSizeHint()
        clerk.go(PengukuranPage)
        assert clerk.window.stack.minimumSizeHint() == wide.minimumSizeHint()


def test_a_very_long_name_leaves_the_window_as_it_is(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        window = clerk.window
        width, least = window.width(), window.minimumSizeHint().width()
        with muncar.journal.action("Mengubah nama") as session:
            get_instansi(session).kecamatan = "Sangat Panjang " * 18
        label = window.top.office_label
        qtbot.waitUntil(lambda: "Panjang" in label.text())
        assert window.width() == width
        assert window.minimumSizeHint().width() == least
        assert label.shown().endswith("…")
        assert label.toolTip() == label.text()
        assert window.top.triwulan.geometry().right() < window.width()
        with muncar.journal.action("Mengubah nama") as session:
            get_instansi(session).kecamatan = "Muncar"
        qtbot.waitUntil(lambda: label.shown() == "Kecamatan Muncar")
