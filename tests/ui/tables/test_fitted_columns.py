"""Columns that were dragged on a large screen stay inside the table on a smaller one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.window_memory import FILE_NAME, WindowMemory
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

WIDE, SMALL = 1400, 620


class Room(QWidget):
    """A table of packages: two columns of fixed width, one that takes what is left."""

    def __init__(self, width: int) -> None:
        super().__init__()
        model = PlainTableModel(
            (
                Column[tuple[str, str, str]]("Waktu", lambda row: row[0], 180),
                Column[tuple[str, str, str]]("Nama paket", lambda row: row[1]),
                Column[tuple[str, str, str]]("Kode verifikasi", lambda row: row[2], 200),
            )
        )
        self.table = PlainTable(model, "Paket")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.resize(width, 300)

    def widths(self) -> list[int]:
        header = self.table.horizontalHeader()
        return [header.sectionSize(place) for place in range(header.count())]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    make_application()
    made = Room(WIDE)
    qtbot.addWidget(made)
    made.show()
    return made


def test_on_a_large_screen_columns_have_their_widths(room: Room) -> None:
    assert room.widths()[0::2] == [180, 200]
    assert sum(room.widths()) == room.table.viewport().width()


def test_where_they_are_too_much_none_is_squeezed(qtbot: QtBot, room: Room) -> None:
    room.resize(400, 300)
    qtbot.wait(20)
    assert room.widths() == [180, 120, 200]
    assert room.table.horizontalScrollBar().maximum() > 0
    room.resize(WIDE, 300)
    qtbot.wait(20)
    assert room.widths()[0::2] == [180, 200]
    assert sum(room.widths()) == room.table.viewport().width()


def test_a_dragged_width_comes_back_as_far_as_there_is_room(
    qtbot: QtBot, tmp_path: Path, room: Room
) -> None:
    memory = WindowMemory(tmp_path)
    memory.follow(room, "ruang")
    room.table.horizontalHeader().resizeSection(2, 700)
    memory.write()
    small = Room(SMALL)
    qtbot.addWidget(small)
    WindowMemory(tmp_path).follow(small, "ruang")
    small.show()
    qtbot.wait(20)
    assert sum(small.widths()) == small.table.viewport().width()
    assert small.widths()[1] >= 110
    # What a small screen made of it is no wish of the clerk.
    small.resize(WIDE, 300)
    qtbot.wait(20)
    assert small.widths()[2] == 700


def test_what_the_program_arranges_is_not_remembered(
    qtbot: QtBot, tmp_path: Path, room: Room
) -> None:
    memory = WindowMemory(tmp_path)
    memory.follow(room, "ruang")
    room.resize(SMALL, 300)
    qtbot.wait(20)
    memory.write()
    assert not (tmp_path / FILE_NAME).exists()
