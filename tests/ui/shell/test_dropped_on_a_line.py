"""What is dropped on a line that takes files belongs to that line, though it bears a kode."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import list_bukti_rekomendasi, read_lke
from kinerja_desktop.services.surat.register import list_scans, take_in
from kinerja_desktop.ui.lke.advice_tab import AdviceTab
from kinerja_desktop.ui.lke.page import LkePage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.surat.page import SuratPage
from kinerja_desktop.ui.surat.register_tab import RegisterTab
from tests.documents.pictures.scans import photograph
from tests.finals import finalize
from tests.services.dokumen.papers import TANGGAL
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi
from tests.services.surat.letters import EDARAN
from tests.ui.pengumpulan.window import drop
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def scan(muncar: Office, tmp_path: Path) -> Path:
    """A photo of a paper of this office: elsewhere it would find that paper."""
    path = tmp_path / "bukti.png"
    photograph(finalize(muncar, Periode(TAHUN), TANGGAL).kode, size=(1400, 900), side=150).save(
        path
    )
    return path


@pytest.fixture
def window(qtbot: QtBot, muncar: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    Speech(monkeypatch)
    give_rekomendasi(muncar, give_lhe(muncar), 1)
    with open_window(qtbot, muncar, PAGES, Periode(TAHUN)) as opened:
        yield opened


def on(window: MainWindow, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def on_row(window: MainWindow, table: QTableView, row: int) -> QPoint:
    place = table.visualRect(table.model().index(row, 0)).center()
    return table.viewport().mapTo(window, place)


def told(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def files_of(office: Office, kode: str) -> list[str]:
    return [bukti.nama for bukti in read_lke(office, TAHUN).isian_of(kode).bukti]


def test_on_a_criterion_it_is_its_evidence(
    qtbot: QtBot, window: MainWindow, muncar: Office, scan: Path
) -> None:
    window.open_page("lke", "kriteria")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, LkePage)
    tree, pane = page.criteria.tree, page.criteria.pane
    lines = tree.viewport()

    def drop_on(kode: str) -> None:
        item = tree._items[kode]
        drop(window, [scan], lines.mapTo(window, tree.visualItemRect(item).center()))
        qtbot.wait(20)
        settle(qtbot, window)

    tree.choose("1.1.1")
    drop_on("1.1.3")
    assert (files_of(muncar, "1.1.3"), files_of(muncar, "1.1.1")) == (["bukti.png"], [])
    assert current_page(window) is page
    assert (tree.current_kode(), pane.evidence.files.count()) == ("1.1.3", 1)
    drop_on("1.1")
    assert told(window) == "Bukti belum dilampirkan: jatuhkan pada baris kriterianya."
    assert current_page(window) is page
    # The pane is that of the criterion of which it tells; of a heading it tells nothing.
    tree.choose("1.1.2")
    drop(window, [scan], on(window, pane))
    qtbot.waitUntil(lambda: files_of(muncar, "1.1.2") == ["bukti.png"])
    settle(qtbot, window)
    window.context.say("")
    tree.choose("1.1")
    drop(window, [scan], on(window, pane))
    qtbot.waitUntil(lambda: "pada baris kriterianya" in told(window))
    # Beside them it is the scan of the paper whose kode it bears.
    drop(window, [scan], on(window, page.criteria.total))
    qtbot.waitUntil(lambda: current_page(window).KEY == "dokumen")
    settle(qtbot, window)


def test_on_a_recommendation_it_is_its_evidence(
    qtbot: QtBot, window: MainWindow, muncar: Office, scan: Path
) -> None:
    window.open_page("lke", "rekomendasi")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, LkePage)
    tab = page.tab("rekomendasi")
    assert isinstance(tab, AdviceTab)
    key = tab.editor.current_id()
    assert key is not None
    tab.editor.table.clearSelection()
    drop(window, [scan], on_row(window, tab.editor.table, 0))
    qtbot.waitUntil(lambda: len(list_bukti_rekomendasi(muncar, key)) == 1)
    settle(qtbot, window)
    drop(window, [scan], on(window, tab.editor.table.viewport()))
    qtbot.waitUntil(lambda: "pada baris rekomendasinya" in told(window))
    assert current_page(window) is page
    page.receive("lhe")
    settle(qtbot, window)
    drop(window, [scan], on(window, page.tabs))
    qtbot.waitUntil(lambda: current_page(window).KEY == "dokumen")
    settle(qtbot, window)


def test_on_a_letter_of_the_register_it_is_its_scan(
    qtbot: QtBot, window: MainWindow, muncar: Office, scan: Path
) -> None:
    other, key = take_in(muncar, EDARAN), take_in(muncar, EDARAN)
    window.open_page("surat", "register")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, SuratPage)
    tab = page.tab("register")
    assert isinstance(tab, RegisterTab)
    tab.year.setValue(2025)
    settle(qtbot, window)
    tab.editor.choose_row(other)
    row = tab.editor.sorted.mapFromSource(tab.editor.model.index(tab.editor.model.find_row(key), 0))
    drop(window, [scan], on_row(window, tab.editor.table, row.row()))
    qtbot.waitUntil(lambda: len(list_scans(muncar, key)) == 1)
    settle(qtbot, window)
    assert list_scans(muncar, other) == []
    assert tab.editor.current_id() == key
    drop(window, [scan], on(window, tab.editor.table.viewport()))
    qtbot.waitUntil(lambda: "pada baris suratnya" in told(window))
    # On the form it is the letter of which that tells.
    tab.editor.choose_row(other)
    drop(window, [scan], on(window, tab.editor.form))
    qtbot.waitUntil(lambda: len(list_scans(muncar, other)) == 1)
    settle(qtbot, window)
    drop(window, [scan], on(window, tab.print_button))
    qtbot.waitUntil(lambda: current_page(window).KEY == "dokumen")
    settle(qtbot, window)
    window.open_page("surat", "naskah")
    settle(qtbot, window)
    drop(window, [scan], on(window, page.tabs))
    qtbot.waitUntil(lambda: current_page(window).KEY == "dokumen")
    settle(qtbot, window)


def test_a_reader_attaches_nothing(
    qtbot: QtBot, window: MainWindow, muncar: Office, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.context, "may_write", False)
    for key, tab in (("lke", "kriteria"), ("surat", "register")):
        window.open_page(key, tab)
        settle(qtbot, window)
        window.context.say("")
        drop(window, [scan])
        qtbot.waitUntil(lambda: "sebagai pembaca" in told(window))
