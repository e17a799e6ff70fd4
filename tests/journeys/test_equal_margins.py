"""What stands in a tab begins and ends where the page does, on every page of both offices."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.style import LARGE
from kinerja_desktop.ui.shell.pages import PAGES
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import at_work
from tests.ui.window import current_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_SEEN = (QAbstractScrollArea, QPushButton, QLineEdit, QComboBox, QLabel)


def edges(page: QWidget) -> Iterator[tuple[int, int]]:
    """Where everything that is seen on a page begins and ends."""
    for widget in page.findChildren(QWidget):
        is_seen = isinstance(widget, _SEEN) or widget.objectName() == "kartu"
        if is_seen and widget.isVisible() and widget.objectName() != "judul":
            left = widget.mapTo(page, QPoint(0, 0)).x()
            yield left, left + widget.width()


def test_a_tab_begins_and_ends_where_its_page_does(qtbot: QtBot, latihan: Office) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        clerk.window.resize(1366, 768)
        wrong: list[str] = []
        for where in walk(clerk, PAGES):
            page = current_page(clerk.window)
            if not any(tabs.isVisible() for tabs in page.findChildren(QTabWidget)):
                continue
            lefts, rights = zip(*edges(page), strict=True)
            if min(lefts) != LARGE or max(rights) > page.width() - LARGE:
                wrong.append(f"{where}: {min(lefts)}, {page.width() - max(rights)}")
        assert "\n".join(wrong) == ""
