"""Rekap, and papers matched by their kode."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.penerimaan.match_tab import MatchTab
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.rekap.page import RekapPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.services.penerimaan.senders import rows, take
from tests.ui.window import current_page, open_window, settle


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office, sticks: Path) -> Iterator[MainWindow]:
    set_tenggat(bappeda, Periode(2024), date(2025, 1, 31))
    take(bappeda, sticks / "v1", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("rekap")
        settle(qtbot, opened)
        yield opened


@pytest.fixture
def page(window: MainWindow) -> RekapPage:
    found = current_page(window)
    assert isinstance(found, RekapPage)
    return found


def test_who_has_delivered_what_stands_in_a_matrix(page: RekapPage) -> None:
    lines = page.matrix.lines
    assert [column.title for column in lines.columns] == ["Unit", "Tahun 2024"]
    found = {row.unit: lines.columns[1].text(row) for row in lines.rows}
    assert len(found) == 21
    assert "lewat" in found["Kecamatan Candipuro"]
    assert found["Kecamatan Tempeh"].startswith("Belum, lewat ")
    assert page.total.text().startswith("2 dari 21 paket sudah diterima, 21 terlambat")


def test_figures_of_all_units_stand_side_by_side(
    qtbot: QtBot, window: MainWindow, page: RekapPage
) -> None:
    page.tabs.setCurrentIndex(1)
    # The IKM of 2024 was 97,66 of 91,33: 106,93 % (tests/data/muncar.json).
    lines = [
        [str(page.model.index(row, column).data()) for column in (0, 4, 5, 6)]
        for row in range(page.model.rowCount())
        if "Kepuasan" in str(page.model.index(row, 2).data())
    ]
    assert ["Kecamatan Candipuro", "91,33", "97,66", "106,93%"] in lines
    assert page.find_here()
    finder = page.finders[1]
    qtbot.keyClicks(finder.field, "klakah")
    assert str(page.figures.currentIndex().data()) == "Kecamatan Klakah"


def test_the_recap_is_saved_as_a_workbook(
    qtbot: QtBot, window: MainWindow, page: RekapPage, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: None)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: tmp_path / "rekap")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(load_workbook(tmp_path / "rekap.xlsx").sheetnames) == 5


def test_a_scanner_types_one_kode_after_the_other(
    qtbot: QtBot, window: MainWindow, bappeda: Office
) -> None:
    window.open_page("penerimaan", "cocokkan")
    settle(qtbot, window)
    shown = current_page(window)
    assert isinstance(shown, PenerimaanPage)
    tab = shown.tab("cocokkan")
    assert isinstance(tab, MatchTab)
    tab.open_find()
    QTest.keyClick(tab.kode, Qt.Key.Key_Return)
    assert tab.text.toPlainText() == ""
    kode = rows(bappeda)[0].kode
    for typed, told in ((kode.lower(), "Cocok:"), ("0000-0000-0000-0000", "Tidak ada paket")):
        QTest.keyClicks(tab.kode, typed)
        QTest.keyClick(tab.kode, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert told in tab.text.toPlainText()
        assert tab.kode.selectedText() == typed
