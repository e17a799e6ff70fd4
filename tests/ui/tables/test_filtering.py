"""Ctrl+F in a list that is only read: rows that do not fit go out of sight until Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.finding import open_finder
from kinerja_desktop.ui.tables.detail_list import DetailList
from kinerja_desktop.ui.tables.filter_bar import FilterBar
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

Row = tuple[str, str]
COLUMNS = [Column[Row]("Unit", lambda row: row[0], 120), Column[Row]("Isi", lambda row: row[1])]
ROWS = [("Kecamatan Klakah", "banjir"), ("Kecamatan Ranuyoso", "jalan"), ("Bappeda", "Banjir")]


def make_table() -> PlainTable[Row]:
    model = PlainTableModel(COLUMNS)
    model.set_rows(ROWS)
    return PlainTable(model, "Kiriman")


def shown(table: PlainTable[Row]) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(make_table())
    column.addWidget(QLabel("Di bawah tabel"))
    made.resize(600, 300)
    made.show()
    return made


def table_of(page: QWidget) -> PlainTable[Row]:
    found = page.findChild(PlainTable)
    assert isinstance(found, PlainTable)
    return found


def test_every_word_must_stand_in_the_row_in_any_column(page: QWidget, qtbot: QtBot) -> None:
    table = table_of(page)
    assert open_finder(page)
    bar = table.finder
    assert bar.isVisible()
    assert page.focusWidget() is bar.field
    qtbot.keyClicks(bar.field, "banjir keca")
    assert shown(table) == ["Kecamatan Klakah"]
    assert bar.note.text().startswith("1 dari 3 baris")
    bar.field.setText("tidak ada")
    assert shown(table) == []
    assert bar.note.text().startswith("Tidak ada yang cocok")
    assert table.current() is None
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert shown(table) == [row[0] for row in ROWS]
    assert bar.isHidden()
    assert page.focusWidget() is table


def test_the_line_stands_right_below_the_table(page: QWidget) -> None:
    table = table_of(page)
    table.open_find()
    layout = page.layout()
    assert layout is not None
    assert layout.indexOf(table.finder) == 1


def test_enter_goes_on_in_what_was_found(page: QWidget, qtbot: QtBot) -> None:
    table = table_of(page)
    table.selectRow(0)
    table.open_find()
    qtbot.keyClicks(table.finder.field, "ranu")
    assert table.current() == ROWS[1], "what is acted upon is what is shown"
    qtbot.keyClick(table.finder.field, Qt.Key.Key_Return)
    assert page.focusWidget() is table
    table.finder.field.setText("kecamatan")
    assert table.current() == ROWS[1], "it is still shown"
    table.show_all()
    assert table.current() == ROWS[1]
    assert len(shown(table)) == 3


def test_sorted_and_filtered_rows_are_read_again_as_such(page: QWidget) -> None:
    table = table_of(page)
    model = table.model()
    assert isinstance(model, PlainTableModel)
    table.open_find()
    table.finder.field.setText("banjir")
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["Bappeda", "Kecamatan Klakah"]
    model.set_rows([*ROWS, ("Aa", "banjir")])
    assert shown(table) == ["Aa", "Bappeda", "Kecamatan Klakah"]
    assert table.finder.note.text().startswith("3 dari 4 baris")
    assert len(model.given) == 4


def test_of_two_lists_the_one_is_meant_in_which_one_works(qtbot: QtBot) -> None:
    split = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(split)
    first, second = make_table(), make_table()
    split.addWidget(first)
    split.addWidget(second)
    holder = QDialog()
    qtbot.addWidget(holder)
    QHBoxLayout(holder).addWidget(split)
    holder.resize(600, 400)
    holder.show()
    second.setFocus()
    assert open_finder(holder)
    assert second.finder.isVisible()
    assert second.isVisible()
    assert not first.finder.isVisible()
    assert split.count() == 2
    assert second.finder.y() >= second.y() + second.height()


def test_in_a_dialog_the_table_hears_the_key_itself(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QHBoxLayout(dialog)
    table = make_table()
    row.addWidget(table)
    row.addWidget(QLabel("Di samping"))
    dialog.resize(600, 300)
    dialog.show()
    table.setFocus()
    QTest.keySequence(table, "Ctrl+F")
    assert table.finder.isVisible()
    assert table.finder.y() >= table.y() + table.height()
    QTest.keyClick(table.finder.field, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Esc closes the line, not the dialog"


def test_what_is_told_of_a_line_goes_with_it(qtbot: QtBot) -> None:
    listing: DetailList[Row] = DetailList(
        COLUMNS, "Kiriman", "Belum ada.", lambda row: row[0], lambda row: row[1]
    )
    qtbot.addWidget(listing)
    listing.show_rows(ROWS)
    listing.show()
    listing.table.open_find()
    for typed, told in (("ranu", "jalan"), ("xyz", ""), ("", "banjir")):
        listing.table.finder.field.setText(typed)
        assert listing.detail.text() == told


def test_what_is_typed_is_read_beside_the_longest_note(qtbot: QtBot) -> None:
    """In a list of 250 pixels, such as that of the letters."""
    table, holder = make_table(), QWidget()
    qtbot.addWidget(holder)
    bar = FilterBar(table, PlainTableModel(COLUMNS))
    QVBoxLayout(holder).addWidget(bar)
    holder.resize(250, 80)
    holder.show()
    bar.show()
    bar.note.setText("Tidak ada yang cocok · Enter: ke tabel · Esc: tampilkan semua")
    QApplication.processEvents()
    assert bar.field.width() >= bar.fontMetrics().horizontalAdvance("undangan dinas")
    assert holder.width() == 250
