"""Ctrl+C puts on the clipboard what is selected, no more and no less."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.riwayat.pertemuan import Pertemuan
from kinerja_desktop.ui.base.copying import read_rows, write_rows
from kinerja_desktop.ui.base.meeting import Choice, MeetingDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def copied() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[PengukuranPage]:
    ids: dict[str, UUID] = fill_kantor(office)
    for kode, nilai in (("A1", 81), ("B1", 90), ("B2", 75), ("B3", 60)):
        set_realisasi(office, ids[kode], Periode(TAHUN), Decimal(nilai))
    with open_window(qtbot, office, (PengukuranPage,)) as window:
        settle(qtbot, window)
        found = current_page(window)
        assert isinstance(found, PengukuranPage)
        qtbot.waitUntil(lambda: found.model.rowCount() > 0)
        found.table.setFocus()
        yield found


def test_a_column_is_copied_alone_though_headings_reach_over_it(page: PengukuranPage) -> None:
    table, column = page.table, page.model.kolom_realisasi
    # Rows 0 and 2 are the names of the sasaran, which reach over the first columns.
    model = page.model
    for row in (0, 2):
        assert table.columnSpan(row, 0) > column
    for row in range(model.rowCount()):
        for place in range(column + 1) if row in (0, 2) else (column,):
            table.selectionModel().select(
                model.index(row, place), QItemSelectionModel.SelectionFlag.Select
            )
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert copied() == "81\n90\n75\n60\n"


def test_a_chosen_column_is_copied_as_a_column(page: PengukuranPage) -> None:
    page.table.selectColumn(page.model.kolom_realisasi)
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    lines = copied().splitlines()
    assert [line for line in lines if line.strip('"')] == ["81", "90", "75", "60"]
    assert "\t" not in copied()


def test_a_row_of_a_list_is_copied_whole(qtbot: QtBot) -> None:
    make_application()
    model = PlainTableModel[tuple[str, str]](
        (Column("Nama", lambda row: row[0]), Column("Ukuran", lambda row: row[1]))
    )
    table = PlainTable(model, "Cadangan")
    qtbot.addWidget(table)
    table.show()
    model.set_rows([("a", "1"), ("b", "2")])
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert copied() == "b\t2\n"


def test_a_row_beside_a_form_is_copied_whole(qtbot: QtBot, office: Office) -> None:
    fill_kantor(office)
    with open_window(qtbot, office, (RenstraPage,)) as window:
        renstra = current_page(window)
        assert isinstance(renstra, RenstraPage)
        renstra.receive("sasaran")
        settle(qtbot, window)
        editor = renstra.tab("sasaran")
        assert isinstance(editor, SectionEditor)
        editor.table.selectRow(1)
        QTest.keyClick(editor.table, Qt.Key.Key_C, CONTROL)
        assert copied() == "B\tSasaran B\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("1\r\n2\r\n", [["1"], ["2"]]),
        ("1\t\t3", [["1", "", "3"]]),
        ('"a\tb\nc ""d"""\te', [['a\tb\nc "d"', "e"]]),
        # Excel leaves a quote alone where the cell has neither tab nor line end.
        ('"Baik" kata warga\t5" pipa', [['"Baik" kata warga', '5" pipa']]),
        ('"tak ditutup\tb\nc', [['"tak ditutup', "b"], ["c"]]),
        ("\n\n", [[""], [""]]),
    ],
)
def test_a_block_is_read_as_spreadsheets_write_it(text: str, rows: list[list[str]]) -> None:
    assert read_rows(text) == rows
    assert read_rows(write_rows(rows)) == rows


def test_where_two_people_met_can_be_copied(qtbot: QtBot) -> None:
    met = Pertemuan("Realisasi", "Sari", datetime(2025, 4, 1, tzinfo=UTC), "80", "81", "82")
    dialog = MeetingDialog(None, [met], [Choice.SEEN])
    qtbot.addWidget(dialog)
    dialog.table.selectRow(0)
    QTest.keySequence(dialog.table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Realisasi\t80\t81\t82\n"
