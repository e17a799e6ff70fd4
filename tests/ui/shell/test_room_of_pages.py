"""Nothing widens the window: not the buttons of one page for all, not the name of the office."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.journeys.clerk import at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def is_beside(window: MainWindow) -> bool:
    """Whether what is seen of the page ends where the help begins, and all of it can be seen."""
    body, pane, page = window.centralWidget(), window.help.pane, window.stack.currentWidget()
    assert body is not None
    assert pane is not None
    assert page is not None
    view = window.view
    ends = view.mapTo(body, view.rect().topRight()).x() + 1
    return (
        ends == pane.x()
        and pane.geometry().right() < body.width()
        and page.width() >= page.minimumSizeHint().width()
        and page.width() == view.width() + view.bar.maximum()
        and view.bar.isVisible() == (page.width() > view.width())
    )


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
            clerk.go(kind)
            qtbot.waitUntil(partial(is_beside, window))
            assert not window.view.bar.isVisible()
        assert window.width() == 1366


@pytest.mark.parametrize(("wide", "high"), [(1366, 728), (1092, 582), (910, 485)])
def test_the_help_covers_nothing_of_any_page_on_any_screen(
    qtbot: QtBot, muncar: Office, wide: int, high: int
) -> None:
    """1366×768 at 100, 125 and 150 %."""
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        window = clerk.window
        window.resize(wide, high)
        clerk.shortcut("F1")
        for page in PAGES:
            window.open_page(page.KEY)
            clerk.wait()
            qtbot.waitUntil(partial(is_beside, window))
        assert (window.width(), window.height()) == (wide, high)
        # Where even the narrow help leaves too little, the list of pages shows its icons alone.
        listing = window.navigation
        assert (listing.width() < listing.WIDTH) == (wide == 910)
        assert listing.item(0).toolTip() == ("Beranda" if wide == 910 else "")
        assert listing.item(0).text() == "Beranda", "a screen reader still says it"
        window.help.close()
        qtbot.waitUntil(lambda: listing.width() == listing.WIDTH)
        assert listing.item(0).toolTip() == ""
        assert not window.view.bar.isVisible()
        qtbot.waitUntil(lambda: window.stack.width() == window.view.width())


def test_what_one_works_in_comes_into_sight_beside_the_help(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024, 2)) as clerk:
        window = clerk.window
        window.resize(910, 485)
        page = clerk.go(PengukuranPage)
        clerk.shortcut("F1")
        qtbot.waitUntil(lambda: window.view.bar.maximum() > 0)

        def is_seen(widget: QWidget, rect: QRect) -> bool:
            left = widget.mapTo(window.view, rect.topLeft()).x()
            return left >= 0 and left + rect.width() <= window.view.width()

        button = page.lifecycle.final_button
        assert not is_seen(button, button.rect())
        button.setFocus()
        assert is_seen(button, button.rect())
        table = page.table
        table.setFocus()
        for column in (0, table.model().columnCount() - 1):
            cell = table.model().index(1, column)
            table.setCurrentIndex(cell)
            assert is_seen(table.viewport(), table.visualRect(cell)), column
        window.view.bar.setValue(0)
        assert page.mapTo(window.view, QPoint()).x() == 0


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
