"""Lists that are only read: sorted by their headings, and right about what is chosen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.table_menu import make_menu
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.tables.arranging import compare_number, compare_periode, compare_text
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class Paket:
    nama: str
    pagu: str
    tanggal: date | None


ROWS = [
    Paket("desa 10", "Rp2.500", date(2025, 2, 1)),
    Paket("Desa 9", "Rp900", None),
    Paket("kelurahan", "–", date(2024, 12, 31)),
    Paket("Balai", "Rp10.000", date(2025, 1, 15)),
]


def _day(row: Paket) -> str:
    return f"{row.tanggal:%d/%m/%Y}" if row.tanggal else ""


COLUMNS = [
    Column[Paket]("Nama", lambda row: row.nama, 160),
    Column[Paket]("Pagu", lambda row: row.pagu, 90, is_number=True),
    Column[Paket]("Tanggal", _day, 90, key=lambda row: row.tanggal),
]


@pytest.fixture
def model() -> PlainTableModel[Paket]:
    made = PlainTableModel(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_rows(ROWS)
    assert tester.model() is made
    return made


@pytest.fixture
def table(qtbot: QtBot, model: PlainTableModel[Paket]) -> PlainTable[Paket]:
    made = PlainTable(model, "Paket")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def names(model: PlainTableModel[Paket]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click_heading(table: PlainTable[Paket], column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_texts_stand_as_people_count_whatever_their_capitals(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    click_heading(table, 0)
    assert names(model) == ["Balai", "Desa 9", "desa 10", "kelurahan"]
    click_heading(table, 0)
    assert names(model) == ["kelurahan", "desa 10", "Desa 9", "Balai"]


def test_a_third_click_brings_back_the_order_in_which_they_came(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    header = table.horizontalHeader()
    for order, section in ((UP, 0), (DOWN, 0), (UP, -1)):
        click_heading(table, 0)
        assert header.isSortIndicatorShown()
        assert header.sortIndicatorSection() == section
        assert section < 0 or header.sortIndicatorOrder() == order
    assert names(model) == [row.nama for row in ROWS]


def test_figures_are_sorted_by_value_and_blanks_come_last_either_way(
    model: PlainTableModel[Paket],
) -> None:
    model.sort(1, UP)
    assert [row.pagu for row in model.rows] == ["Rp900", "Rp2.500", "Rp10.000", "–"]
    model.sort(1, DOWN)
    assert [row.pagu for row in model.rows] == ["Rp10.000", "Rp2.500", "Rp900", "–"]
    model.sort(2, UP)
    assert [_day(row) for row in model.rows] == ["31/12/2024", "15/01/2025", "01/02/2025", ""]


def test_equal_rows_keep_their_order_in_both_directions(qtbot: QtBot) -> None:
    model = PlainTableModel([Column[tuple[str, int]]("Unit", lambda row: row[0])])
    rows = [("B", 1), ("A", 2), ("B", 3), ("A", 4)]
    model.set_rows(rows)
    model.sort(0, UP)
    assert [row[1] for row in model.rows] == [2, 4, 1, 3]
    model.sort(0, DOWN)
    assert [row[1] for row in model.rows] == [1, 3, 2, 4]


def test_the_cursor_stays_on_its_row_and_nobody_is_told_of_another(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    told: list[object] = []
    table.selectRow(2)
    table.selectionModel().currentRowChanged.connect(lambda *_: told.append(1))
    model.sort(0, UP)
    assert table.current() == ROWS[2]
    assert table.currentIndex().row() == 3
    assert [at.row() for at in table.selectionModel().selectedRows()] == [3]
    assert told == []


def test_rows_that_are_read_again_stay_sorted(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    click_heading(table, 0)
    model.set_rows([*ROWS, Paket("Camat", "–", None)])
    table.choose(lambda row: row.nama == "kelurahan")
    assert names(model) == ["Balai", "Camat", "Desa 9", "desa 10", "kelurahan"]
    assert table.current() == ROWS[2]
    table.choose(lambda row: row.nama == "tidak ada")
    assert table.currentIndex().row() == 0


def test_a_column_that_moves_keeps_its_arrow_one_that_goes_takes_it_away(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    model.sort(1, DOWN)
    model.columns = [COLUMNS[2], COLUMNS[0], COLUMNS[1]]
    model.set_rows(ROWS)
    assert table.horizontalHeader().sortIndicatorSection() == 2
    assert model.rows[0].pagu == "Rp10.000"
    model.columns = COLUMNS[:1]
    model.set_rows(ROWS)
    assert table.horizontalHeader().sortIndicatorSection() == -1
    assert list(model.rows) == ROWS


def test_it_is_sorted_from_the_menu_too(
    table: PlainTable[Paket], model: PlainTableModel[Paket]
) -> None:
    def offer() -> QMenu:
        (action,) = [one for one in make_menu(table, []).actions() if one.menu() is not None]
        assert action.text() == "&Urutkan menurut"
        found = action.menu()
        assert isinstance(found, QMenu)
        return found

    menu = offer()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Nama", "Pagu", "Tanggal", "Urutan &semula"]
    assert not menu.actions()[-1].isEnabled()
    menu.actions()[0].trigger()
    assert names(model)[0] == "Balai"
    menu = offer()
    assert menu.actions()[0].isChecked()
    menu.actions()[0].trigger()
    assert names(model)[0] == "kelurahan"
    offer().actions()[-1].trigger()
    assert list(model.rows) == ROWS


def test_a_long_list_is_arranged_while_the_window_goes_on(qtbot: QtBot) -> None:
    model = PlainTableModel([Column[int]("Nomor", str, 90, is_number=True)])
    table = PlainTable(model, "Nomor")
    qtbot.addWidget(table)
    rows = [number * 7 % 5_003 for number in range(5_003)]
    model.set_rows(rows)
    table.selectRow(1)
    model.sort(0, UP)
    assert list(model.rows) == rows, "in pieces, between which keys are heard"
    qtbot.waitUntil(lambda: list(model.rows) == sorted(rows))
    assert table.current() == rows[1]
    model.filter("500")
    qtbot.waitUntil(lambda: len(model.rows) < len(rows))
    assert list(model.rows) == [row for row in sorted(rows) if "500" in str(row)]
    model.set_rows(rows)
    qtbot.waitUntil(lambda: len(model.rows) < len(rows))
    assert list(model.rows) == [row for row in sorted(rows) if "500" in str(row)]
    model.sort(0, DOWN)
    model.set_rows(rows[:10])
    QApplication.processEvents()
    assert len(model.given) == 10


def test_beside_a_form_the_row_that_is_shown_is_acted_upon(qtbot: QtBot, muncar: Office) -> None:
    with open_window(qtbot, muncar, (RenstraPage,)) as window:
        page = current_page(window)
        assert isinstance(page, RenstraPage)
        editor = page.tab("indikator")
        assert isinstance(editor, SectionEditor)
        page.receive("indikator")
        settle(qtbot, window)
        table, header = editor.table, editor.table.horizontalHeader()
        kept = editor.current_id()

        def kode() -> list[str]:
            rows = range(table.model().rowCount())
            return [str(table.model().index(row, 0).data()) for row in rows]

        def click() -> None:
            place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

        before = kode()
        click()
        assert kode() == sorted(before, key=order_kode)
        click()
        assert kode() == sorted(before, key=order_kode, reverse=True)
        assert editor.current_id() == kept
        table.selectRow(0)
        (first,) = list_rows(muncar, "indikator", kode=kode()[0])
        assert editor.current_id() == first["id"]
        assert editor.form.row_id() == first["id"]
        click()
        assert kode() == before
        assert editor.current_id() == first["id"]


def test_what_the_program_writes_is_compared_as_it_is_meant() -> None:
    assert compare_number("Rp1.234.567,50") == Decimal("1234567.50")
    assert compare_number("(Rp1.000)") == compare_number("-1.000") == Decimal(-1000)
    assert compare_number("97,66%") == Decimal("97.66")
    assert compare_number("3 dari 12") == 3
    assert compare_number("–") is None
    assert compare_text(" – ") is None
    kode = ["S10", "s2", "7.01.02.2", "7.01.02", "1.10", "1.9", "a1", "ab", "abc", "a 1", "01", "1"]
    assert sorted(kode, key=lambda text: compare_text(text) or "") == sorted(kode, key=order_kode)
    periods = [Periode(2025), Periode(2025, 4), Periode(2024)]
    assert sorted(periods, key=compare_periode) == [Periode(2024), Periode(2025, 4), Periode(2025)]
