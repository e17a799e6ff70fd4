"""No button and no heading is cut off at 1366 × 768 or 150 %, on every page of both offices."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.window import open_window

__all__ = ["bappeda", "sent", "sticks"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
#: In device-independent pixels: at 150 % a screen of 1366 × 768 has two thirds of them.
SIZES = ((1366, 768), (910, 512))


def cut_off(window: QWidget) -> Iterator[str]:
    """Tell which words in sight have less room than they need."""
    for button in window.findChildren(QPushButton):
        # One that asks for less than its words shortens them itself, and tells all when pointed at.
        if button.isVisible() and button.width() < _least(button):
            yield f"tombol {button.text()}: {button.width()} dari {_least(button)}"
    for label in window.findChildren(QLabel):
        is_heading = label.isVisible() and label.objectName() in ("judul", "subjudul")
        if is_heading and label.width() < label.minimumSizeHint().width() and not label.wordWrap():
            yield f"judul {label.text()}"
    for table in window.findChildren(QTableView):
        if table.isVisible() and not table.horizontalHeader().isHidden():
            yield from _cut_headings(table.horizontalHeader())


def _least(button: QAbstractButton) -> int:
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return min(words, button.minimumSizeHint().width())


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    metrics = header.fontMetrics()
    for section in range(header.count()):
        words = str(header.model().headerData(section, header.orientation()) or "")
        if header.isSectionHidden(section) or not words:
            continue
        room = QRect(0, 0, header.sectionSize(section) - 4, 1000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        if needed.width() > room.width() or needed.height() > header.height():
            yield f"kolom {words!r}: {header.sectionSize(section)}x{header.height()}"


@pytest.mark.parametrize("size", SIZES)
def test_a_kecamatan_reads_everything(qtbot: QtBot, latihan: Office, size: tuple[int, int]) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        assert list_cut_off(clerk, PAGES, size) == []


@pytest.mark.parametrize("size", SIZES)
def test_bappeda_reads_everything(
    qtbot: QtBot, bappeda: Office, sticks: Path, size: tuple[int, int]
) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        assert list_cut_off(Clerk(qtbot, window), PAGES_BAPPEDA, size) == []


def list_cut_off(clerk: Clerk, pages: Sequence[LazyPage], size: tuple[int, int]) -> list[str]:
    """Walk through all tabs at a size of the window, and tell what is cut off.

    A page that needs more room would widen the window beyond the screen.
    """
    window = clerk.window
    window.resize(*size)
    clerk.wait()
    found: set[str] = set()
    for where in walk(clerk, pages):
        found |= {f"{where}: {what}" for what in cut_off(window)}
        if (window.width(), window.height()) != size:
            found.add(f"{where}: jendela menjadi {window.width()}x{window.height()}")
            window.resize(*size)
    return sorted(found)
