"""Old and new are compared here, so their columns get the room; what says nothing gets little."""

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.pengumpulan.receive_model import Garis, ReceiveModel
from kinerja_desktop.ui.pengumpulan.receive_table import ReceiveTable
from kinerja_desktop.ui.shell.application import make_application

NAME = "Persentase gangguan ketenteraman yang ditangani"
TEKS = ("Seksi Ketenteraman", NAME, "Faktor penghambat", "–", "Tiga kasus menunggu", "")
_, HOLDER, NAMES, CELL, OLD, NEW, REMARK = range(7)


def show(table: ReceiveTable, *teks: tuple[str, ...]) -> list[int]:
    model = table.model()
    assert isinstance(model, ReceiveModel)
    model.beginResetModel()
    model.lines = tuple(Garis((0, str(number)), True, True, row) for number, row in enumerate(teks))
    model.endResetModel()
    header = table.horizontalHeader()
    return [header.sectionSize(place) for place in range(header.count())]


@pytest.fixture
def table(qtbot: QtBot) -> ReceiveTable:
    make_application()
    made = ReceiveTable(ReceiveModel())
    qtbot.addWidget(made)
    made.resize(1100, 300)
    made.show()
    return made


def needs(table: ReceiveTable, text: str) -> int:
    return table.fontMetrics().horizontalAdvance(text)


def test_texts_get_the_room_that_an_empty_column_does_not_need(table: ReceiveTable) -> None:
    widths = show(table, TEKS)
    for column in (HOLDER, NAMES, CELL, NEW):
        assert widths[column] > needs(table, TEKS[column - 1]), column
    assert widths[REMARK] < 120
    assert sum(widths) == table.viewport().width()


def test_remarks_take_what_is_left(table: ReceiveTable) -> None:
    remark = "angkanya tidak dapat dibaca: tulis dengan koma. " * 3
    widths = show(table, TEKS, (*TEKS[:-1], remark))
    assert widths[REMARK] > 200
    assert widths[OLD] < widths[NEW] < widths[REMARK]
    assert sum(widths) == table.viewport().width()


def test_another_plan_shares_anew_and_none_leaves_it(table: ReceiveTable) -> None:
    first = show(table, TEKS)
    assert show(table) == first
    short = show(table, ("A", "B", "Realisasi", "1", "2", ""))
    assert short[NEW] < first[NEW]
    assert short[NAMES] > first[NAMES]
