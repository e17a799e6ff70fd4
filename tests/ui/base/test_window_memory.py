"""The window opens where it was left, and a damaged memory is as good as none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.window_memory import FILE_NAME, WindowMemory
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page


class Room(QWidget):
    """A splitter and a table whose first column is the clerk's."""

    def __init__(self) -> None:
        super().__init__()
        self.splitter = QSplitter()
        self.splitter.addWidget(QLabel("kiri"))
        self.table = QTableWidget(0, 2)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.splitter.addWidget(self.table)
        layout = QHBoxLayout(self)
        layout.addWidget(self.splitter)
        self.resize(800, 300)


@contextmanager
def opened(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    context = Context(office)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show_on(window.screen().availableSize())
    qtbot.waitUntil(lambda: window.stack.count() > 0)
    yield window
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    window.close()
    context.close()


def test_period_page_and_place_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    place = QByteArray(b"letak")
    WindowMemory(tmp_path).keep(Periode(2024, 3), "renstra", place)
    left = WindowMemory(tmp_path)
    assert (left.periode(), left.page(), left.place()) == (Periode(2024, 3), "renstra", place)
    WindowMemory(tmp_path).keep(Periode(2024), "beranda", place)
    assert WindowMemory(tmp_path).periode() == Periode(2024)


def test_nothing_is_known_at_the_first_start(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    fresh = WindowMemory(tmp_path)
    assert (fresh.periode(), fresh.page(), fresh.place()) == (None, "", None)


@pytest.mark.parametrize(
    "text",
    [
        "[jendela]\ntahun=besok\ntriwulan=9\nletak=kiri\n[bagi]\nruang.0=a/b\n",
        "[jendela]\ntahun=99999\n[bagi]\nruang.0=1/2/3\n[kolom]\nruang.0=\n",
        "\x00\xff bukan berkas setelan",
    ],
)
def test_a_damaged_memory_is_as_good_as_none(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    make_application()
    (tmp_path / FILE_NAME).write_text(text, encoding="latin-1")
    memory = WindowMemory(tmp_path)
    assert (memory.periode(), memory.place()) == (None, None)
    room = Room()
    qtbot.addWidget(room)
    before = room.splitter.sizes()
    memory.follow(room, "ruang")
    assert room.splitter.sizes() == before


def test_splitters_and_columns_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    memory, room = WindowMemory(tmp_path), Room()
    qtbot.addWidget(room)
    room.show()
    memory.follow(room, "ruang")
    room.splitter.moveSplitter(200, 1)
    room.splitter.splitterMoved.emit(200, 1)
    room.table.horizontalHeader().resizeSection(0, 333)
    memory.write()
    again = Room()
    qtbot.addWidget(again)
    again.show()
    WindowMemory(tmp_path).follow(again, "ruang")
    assert again.splitter.sizes() == room.splitter.sizes()
    assert again.table.horizontalHeader().sectionSize(0) == 333


def test_the_window_opens_where_it_was_left(qtbot: QtBot, muncar: Office) -> None:
    make_application()
    with opened(qtbot, muncar) as window:
        assert current_page(window).KEY == "beranda"
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(700, 540)
        window.open_page("renstra")
        window.context.set_periode(Periode(2022, 2))
        left = window.size()
    with opened(qtbot, muncar) as window:
        assert current_page(window).KEY == "renstra"
        assert window.context.memory.periode() == Periode(2022, 2)
        assert window.size() == left
        assert window.height() == 540


def test_the_boxes_say_in_which_period_one_works(qtbot: QtBot, muncar: Office) -> None:
    """After a restart the box said *Setahun* while figures went into TW II."""
    context = Context(muncar)
    context.set_periode(Periode(2022, 2))
    window = MainWindow(context)
    qtbot.addWidget(window)
    assert (window.top.tahun.currentData(), window.top.triwulan.currentData()) == (2022, 2)
    context.close()


def test_a_window_of_a_larger_screen_is_brought_back_inside(qtbot: QtBot, muncar: Office) -> None:
    make_application()
    with opened(qtbot, muncar) as window:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.move(900, 700)
        window.resize(1900, 1040)
    with opened(qtbot, muncar) as window:
        room = window.screen().availableGeometry()
        assert window.width() <= room.width()
        assert window.height() <= room.height()
        assert room.intersects(window.frameGeometry())


def test_the_help_is_there_again_where_it_was_left_open(qtbot: QtBot, muncar: Office) -> None:
    make_application()
    with opened(qtbot, muncar) as window:
        assert not window.help.is_open
        window.help.open("")
    with opened(qtbot, muncar) as window:
        qtbot.waitUntil(lambda: window.help.is_open)
        pane = window.help.pane
        assert pane is not None
        assert not pane.isAncestorOf(window.focusWidget() or window)
        window.help.close()
    with opened(qtbot, muncar) as window:
        qtbot.wait(50)
        assert not window.help.is_open


def test_every_page_remembers_what_was_dragged(qtbot: QtBot, latihan: Office) -> None:
    """A splitter and a column that a page lets one drag stand there after a restart."""
    make_application()
    first = dragged(qtbot, latihan, 24)
    assert {key for key, sizes in first.items() if sizes} >= {"renstra", "pengukuran", "riwayat"}
    assert dragged(qtbot, latihan, 0) == first


def dragged(qtbot: QtBot, office: Office, by: int) -> dict[str, list[list[int]]]:
    """Open all pages, drag splitters and second columns, and return the sizes that they have."""
    context = Context(office)
    context.set_periode(Periode(2024))
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    found = {}
    for entry in PAGES:
        window.open_page(entry.KEY)
        qtbot.waitUntil(lambda: context.tasks.pending == 0, timeout=20_000)
        found[entry.KEY] = list(drag(current_page(window), by))
    window.close()
    context.close()
    return found


def drag(page: QWidget, by: int) -> Iterator[list[int]]:
    for splitter in (item for item in page.findChildren(QSplitter) if item.isVisible()):
        if by:
            splitter.setSizes([splitter.sizes()[0] - by, *splitter.sizes()[1:]])
            splitter.splitterMoved.emit(0, 1)
        yield splitter.sizes()
    for header in (item for item in page.findChildren(QHeaderView) if item.isVisible()):
        is_across = header.orientation() == Qt.Orientation.Horizontal and header.count() > 2
        if is_across and header.sectionResizeMode(1) == QHeaderView.ResizeMode.Interactive:
            if by:
                header.resizeSection(1, header.sectionSize(1) + by)
            yield [header.sectionSize(1)]


def test_the_chosen_year_is_known_after_a_power_cut(qtbot: QtBot, muncar: Office) -> None:
    """Nothing is closed: what was kept stands in the file already."""
    make_application()
    with opened(qtbot, muncar) as window:
        window.context.set_periode(Periode(2022, 2))
        text = (muncar.folder / FILE_NAME).read_text(encoding="utf-8")
        assert "tahun=2022" in text
        assert "triwulan=2" in text
