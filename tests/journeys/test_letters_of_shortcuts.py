"""Alt and a letter does one thing on each page: Qt only moves the focus when two claim it."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.shell.pages import PAGES
from tests.journeys.clerk import at_work
from tests.ui.window import current_page

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
    doubled: list[str] = []
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        for entry in PAGES:
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
                doubled += [
                    f"{entry.TITLE}: {letter} {texts}"
                    for letter, texts in claims.items()
                    if len(texts) > 1
                ]
    assert not doubled, "\n".join(sorted(set(doubled)))
