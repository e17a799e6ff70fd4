"""The table beside a form shows its texts whole, at any width, and keeps what the clerk dragged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.ui.base.window_memory import FILE_NAME, WindowMemory
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.tables.record_table import RecordTableModel
from kinerja_desktop.ui.tables.row_table import RowTable

NAMES = ("agenda", "nomor", "pihak", "hal")
HAL = "Penyampaian Laporan Pengukuran Kinerja Triwulan III Tahun 2025 beserta lampirannya"
ROWS = [
    {"id": 1, "agenda": "1", "nomor": "050/12/2025", "pihak": "Bappeda", "hal": HAL},
    {"id": 2, "agenda": "2", "nomor": "700/433/2025", "pihak": "Inspektorat", "hal": "LHE"},
]


class Room(QWidget):
    """A table of letters that came in, as wide as its window."""

    def __init__(self, width: int) -> None:
        super().__init__()
        section = SECTIONS["surat"]
        self.model = RecordTableModel(section, NAMES, parent=self)
        self.table = RowTable(self.model, self.model.fields)
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
    made = Room(600)
    qtbot.addWidget(made)
    made.show()
    made.model.set_rows(ROWS)
    return made


def list_cut(table: RowTable) -> list[str]:
    """Texts that are higher than their lines, with the words that are wider than their columns."""
    flags = Qt.TextFlag.TextWordWrap.value
    cut: list[str] = []
    for row in range(table.model().rowCount()):
        # A line is made as high as it must be when it comes into sight.
        table.scrollTo(table.model().index(row, 0))
        for place in range(table.model().columnCount()):
            # A number of a letter may go on in the next line behind each of its strokes.
            text = str(table.model().index(row, place).data()).replace("/", "/\u200b")
            area = QRect(0, 0, table.columnWidth(place) - 8, 1000)
            needed = table.fontMetrics().boundingRect(area, flags, text)
            if needed.width() > area.width() or needed.height() > table.rowHeight(row):
                cut.append(text)
    return cut


@pytest.mark.parametrize("width", [340, 440, 600, 1200])
def test_every_text_is_read_whole(qtbot: QtBot, room: Room, width: int) -> None:
    room.resize(width, 300)
    qtbot.wait(20)
    assert list_cut(room.table) == []
    assert sum(room.widths()) == room.table.viewport().width()


def test_a_long_text_takes_what_is_left_and_gives_way_first(qtbot: QtBot, room: Room) -> None:
    wide = room.widths()
    room.resize(440, 300)
    qtbot.wait(20)
    narrow = room.widths()
    assert narrow[0] == wide[0]
    assert narrow[3] < wide[3]


def test_a_heading_that_wraps_is_read_whole(qtbot: QtBot, room: Room) -> None:
    one_line = room.table.horizontalHeader().height()
    room.resize(330, 300)
    qtbot.wait(20)
    header, metrics = room.table.horizontalHeader(), room.table.horizontalHeader().fontMetrics()
    assert header.height() > one_line
    for place, name in enumerate(room.model.fields):
        area = QRect(0, 0, header.sectionSize(place) - 4, 1000)
        needed = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, name.label)
        assert needed.height() <= header.height(), name.label


def test_a_dragged_column_is_remembered_and_fits_a_smaller_screen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    make_application()
    memory, first = WindowMemory(tmp_path), Room(1200)
    qtbot.addWidget(first)
    first.show()
    memory.follow(first, "ruang")
    first.model.set_rows(ROWS)
    first.table.horizontalHeader().resizeSection(2, 400)
    first.model.set_rows(ROWS)
    assert first.widths()[2] == 400
    memory.write()
    again = Room(1200)
    qtbot.addWidget(again)
    again.show()
    WindowMemory(tmp_path).follow(again, "ruang")
    again.model.set_rows(ROWS)
    assert again.widths()[2] == 400
    small = Room(600)
    qtbot.addWidget(small)
    small.show()
    WindowMemory(tmp_path).follow(small, "ruang")
    small.model.set_rows(ROWS)
    assert sum(small.widths()) == small.table.viewport().width()
    assert list_cut(small.table) == []


def test_what_nobody_dragged_is_not_remembered(qtbot: QtBot, tmp_path: Path, room: Room) -> None:
    memory = WindowMemory(tmp_path)
    memory.follow(room, "ruang")
    room.resize(900, 300)
    room.model.set_rows(ROWS)
    qtbot.wait(20)
    memory.write()
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_its_menu_and_the_delete_key_press_the_buttons_beside_it(qtbot: QtBot, room: Room) -> None:
    pressed: list[str] = []
    adding, removing = QPushButton("Ta&mbah"), QPushButton("&Hapus")
    for button in (adding, removing):
        qtbot.addWidget(button)
        button.clicked.connect(lambda _=False, button=button: pressed.append(button.text()))
    room.table.offer(adding, removing)
    qtbot.keyClick(room.table, Qt.Key.Key_Delete)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", True
    )
    QApplication.sendEvent(room.table, held)
    assert pressed == ["&Hapus"]
    removing.setEnabled(False)
    qtbot.keyClick(room.table, Qt.Key.Key_Delete)
    assert pressed == ["&Hapus"]

    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, room.table.mapToGlobal(at))
    QApplication.sendEvent(room.table.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert not offered["&Hapus\tDelete"].isEnabled()
    offered["Ta&mbah"].trigger()
    menu.close()
    assert pressed == ["&Hapus", "Ta&mbah"]


def test_delete_does_nothing_where_nothing_is_removed(qtbot: QtBot, room: Room) -> None:
    qtbot.keyClick(room.table, Qt.Key.Key_Delete)
    assert room.model.rowCount() == len(ROWS)
