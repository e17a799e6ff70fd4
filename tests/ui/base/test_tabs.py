"""The words of a tab stand whole, whether it is chosen or not."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.shell.application import make_application

_DARK = 160


def test_descenders_are_not_cut_off(qtbot: QtBot) -> None:
    """Fusion alone cuts them where a tab is not chosen: *Anggaran* lost the feet of its letters."""
    make_application()
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "a")
    tabs.addTab(QWidget(), "gpqy")
    tabs.show()
    other = _height_of_words(tabs)
    tabs.setCurrentIndex(1)
    assert other == _height_of_words(tabs) > 0


def _height_of_words(tabs: QTabWidget) -> int:
    """Return how many rows of dots the words of the second tab have ink in."""
    bar = tabs.tabBar()
    picture = tabs.grab(bar.tabRect(1).translated(bar.pos()).adjusted(4, 4, -4, -4)).toImage()
    columns = range(picture.width())
    return sum(
        any(_is_ink(picture.pixelColor(at, row)) for at in columns)
        for row in range(picture.height())
    )


def _is_ink(colour: QColor) -> bool:
    return colour.lightness() < _DARK
