import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

Model = PlainTableModel[tuple[str, int]]
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole


@pytest.fixture
def model(qtbot: QtBot) -> Model:
    columns = (
        Column[tuple[str, int]]("Nama", lambda row: row[0]),
        Column[tuple[str, int]]("Baris", lambda row: str(row[1]), 80, is_number=True),
    )
    return PlainTableModel(columns)


def test_rows_are_shown_through_their_columns(model: Model) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([("Pagu", 5), ("Bukti", 2)])
    assert model.index(1, 0).data() == "Bukti"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "2"
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert tester.model() is model


def test_figures_and_their_headings_stand_on_the_right(model: Model) -> None:
    across = Qt.Orientation.Horizontal
    model.set_rows([("Pagu", 5)])
    assert model.index(0, 1).data(ALIGNMENT) == RIGHT
    assert model.headerData(1, across, ALIGNMENT) == RIGHT
    assert model.headerData(0, across, ALIGNMENT) == LEFT
    assert model.headerData(0, across) == "Nama"
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_chosen_row_is_given_back(qtbot: QtBot, model: Model) -> None:
    table = PlainTable(model, "Uji")
    qtbot.addWidget(table)
    assert table.current() is None
    model.set_rows([("Pagu", 5), ("Bukti", 2)])
    table.selectRow(1)
    assert table.current() == ("Bukti", 2)


def test_a_strip_without_work_has_nothing_to_stop(qtbot: QtBot, office: Office) -> None:
    context = Context(office)
    strip = WorkStrip(context)
    qtbot.addWidget(strip)
    strip.cancel()
    assert not strip.is_busy
    context.close()
