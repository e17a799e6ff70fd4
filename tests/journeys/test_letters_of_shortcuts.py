"""Alt and a letter does one thing on each page: Qt only moves the focus when two claim it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.window import current_page, open_window

__all__ = ["bappeda", "sent", "sticks"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def texts_with_letters(window: QWidget) -> Iterator[str]:
    """Every visible text that may claim a letter."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.text()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None:
            yield label.text()
    for bar in window.findChildren(QTabBar):
        if bar.isVisible():
            yield from (bar.tabText(place) for place in range(bar.count()))


def test_no_letter_is_claimed_twice_on_a_page(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        assert list_doubled(clerk, PAGES) == []


def test_nor_at_bappeda(qtbot: QtBot, bappeda: Office, sticks: Path) -> None:
    """A package is in, one waits for a reason, and one is told something."""
    take(bappeda, sticks / "v2", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        clerk = Clerk(qtbot, window)
        window.open_page("penerimaan")
        clerk.wait()
        receive = current_page(window).findChild(ReceiveTab)
        assert isinstance(receive, ReceiveTab)
        receive.look([sticks / "v1"])
        clerk.wait()
        assert receive.pane.reason.isVisible()
        assert list_doubled(clerk, PAGES_BAPPEDA) == []
        window.open_page("penerimaan")
        receive.look([sticks / "v2"])
        clerk.wait()
        assert list_doubled(clerk, PAGES_BAPPEDA[1:2]) == []


def list_doubled(clerk: Clerk, pages: Sequence[LazyPage]) -> list[str]:
    """Walk through all tabs of pages, and tell which letters several things claim."""
    doubled: set[str] = set()
    for entry in pages:
        clerk.window.open_page(entry.KEY)
        clerk.wait()
        bars = current_page(clerk.window).findChildren(QTabBar)
        tabs = [(bar, place) for bar in bars if bar.isVisible() for place in range(bar.count())]
        for bar, place in [(None, 0), *tabs]:
            if bar is not None:
                bar.setCurrentIndex(place)
                clerk.wait()
            claims: dict[str, list[str]] = defaultdict(list)
            for text in texts_with_letters(clerk.window):
                letter = QKeySequence.mnemonic(text).toString()
                if letter:
                    claims[letter].append(text)
            doubled |= {
                f"{entry.TITLE}: {letter} {texts}"
                for letter, texts in claims.items()
                if len(texts) > 1
            }
    return sorted(doubled)
