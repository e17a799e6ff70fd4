"""Tab goes as one reads, and every stop is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.colours import LIGHT
from kinerja_desktop.ui.base.tab_order import follow_layouts
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, PAGES, Periode(2024)) as opened:
        yield opened


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to in a page, in its order."""
    found, widget = [], root.nextInFocusChain()
    while widget is not None and widget is not root:
        can_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if can_stop and root.isAncestorOf(widget) and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_what_was_made_later_has_its_place(qtbot: QtBot) -> None:
    make_application()
    root, area, inner = QWidget(), QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    first, last, later = QPushButton("1"), QPushButton("3"), QPushButton("2")
    rows = QVBoxLayout(inner)
    rows.addWidget(last)
    area.setWidget(inner)
    column, below = QVBoxLayout(root), QVBoxLayout()
    column.addWidget(first)
    column.addLayout(below)
    below.addWidget(area)
    rows.insertWidget(0, later)
    qtbot.addWidget(root)
    root.show()
    assert stops(root) != [first, later, last]
    follow_layouts(root)
    assert stops(root) == [first, later, last]
    follow_layouts(QScrollArea(root))


def test_the_next_step_comes_before_what_stands_below_it(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("beranda")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, BerandaPage)
    found = stops(page)

    def places(part: QWidget) -> list[int]:
        return [place for place, widget in enumerate(found) if part.isAncestorOf(widget)]

    assert places(page.guide.rows)
    assert max(places(page.guide.rows)) < min(places(page.missing)) < min(places(page.chart))


@pytest.mark.parametrize("key", ["beranda", "rencana_aksi", "renstra", "lke", "surat"])
def test_no_area_without_a_frame_is_a_stop(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.open_page(key)
    settle(qtbot, window)
    areas = [area for area in stops(current_page(window)) if isinstance(area, QScrollArea)]
    assert areas == []


def test_a_filled_button_shows_its_focus(qtbot: QtBot, window: MainWindow) -> None:
    """A ring of the colour of its words: of its own colour nobody would see one."""
    button = QPushButton("Kerjakan", window)
    button.setObjectName("utama")
    button.resize(140, 40)
    button.show()

    def edge() -> list[str]:
        image = button.grab().toImage()
        return [image.pixelColor(x, button.height() // 2).name() for x in range(1, 6)]

    window.navigation.setFocus()
    assert set(edge()) == {LIGHT.accent.lower()}
    button.setFocus()
    assert button.hasFocus()
    assert {LIGHT.accent.lower(), LIGHT.on_accent.lower()} <= set(edge())
