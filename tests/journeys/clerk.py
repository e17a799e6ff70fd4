"""A clerk at the real window: every page, by mouse and keyboard; dialogs are answered ahead."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, open_window, settle

P = TypeVar("P", bound=Page)

_LEFT = Qt.MouseButton.LeftButton
#: Where a workbook of the program keeps its field names and its first row.
NAME_ROW, FIRST_ROW = 4, 5


class Clerk:
    """Does what a clerk does, and waits until the window has done its part."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def go(self, kind: type[P]) -> P:
        """Click a page in the navigation."""
        # Without a screen nobody hands the focus back after a dialog.
        self.window.activateWindow()
        listing = self.window.navigation
        (item,) = listing.findItems(kind.TITLE, Qt.MatchFlag.MatchExactly)
        listing.scrollToItem(item)
        QTest.mouseClick(listing.viewport(), _LEFT, pos=listing.visualItemRect(item).center())
        self.wait()
        return self.here(kind)

    def here(self, kind: type[P]) -> P:
        """Return the page that is shown, which must be of this kind."""
        page = current_page(self.window)
        assert isinstance(page, kind), f"the window shows {page.TITLE}"
        return page

    def press(self, button: QAbstractButton) -> None:
        """Click a button that can be seen and pressed."""
        assert button.isVisible(), f"{button.text()} cannot be seen"
        assert button.isEnabled(), f"{button.text()} cannot be pressed"
        QTest.mouseClick(button, _LEFT)
        self.wait()

    def turn_to(self, tabs: QTabWidget, tab: QWidget) -> None:
        """Click a tab; it may stand in a holder that builds it late."""
        bar = tabs.tabBar()
        holder = tab if tabs.indexOf(tab) >= 0 else tab.parentWidget()
        assert holder is not None
        QTest.mouseClick(bar, _LEFT, pos=bar.tabRect(tabs.indexOf(holder)).center())
        assert tab.isVisible()
        self.wait()

    def choose_periode(self, tahun: int, triwulan: int | None = None) -> None:
        """Pick year and triwulan at the top of the window, by keyboard."""
        self.pick(self.window.top.tahun, str(tahun))
        self.pick(self.window.top.triwulan, self.window.top.triwulan.itemText(triwulan or 0))
        assert self.window.context.periode == Periode(tahun, triwulan)

    def pick(self, box: QComboBox, text: str) -> None:
        """Go to a line of a closed combo box with the arrow keys."""
        target = box.findText(text)
        assert target >= 0, f"{text} is not offered"
        box.setFocus()
        while box.currentIndex() != target:
            down = box.currentIndex() < target
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self.wait()

    def type_cell(self, table: QTableView, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type over the current cell; the first key opens the editor."""
        QTest.keyClicks(table, text[:1])
        # An editor that was closed a moment ago may still be among the children.
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit), "a key opens the cell"
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, end)
        self.turn()
        self.wait()

    def type_text(self, editor: QWidget, text: str, end: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Replace what stands in a line or box, and leave it."""
        editor.setFocus()
        QTest.keySequence(editor, "Ctrl+A")
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, end)
        self.wait()

    def shortcut(self, keys: str) -> None:
        """Press a shortcut wherever the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)
        self.wait()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that the window does by itself."""
        self.qtbot.waitUntil(holds, timeout=20_000)
        self.wait()

    def wait(self) -> None:
        """Wait until the worker has nothing left to do."""
        settle(self.qtbot, self.window)

    def turn(self) -> None:
        """Closing an editor, and asking after it, are put off by a turn of the event loop each."""
        for _ in range(3):
            QApplication.processEvents()


@contextmanager
def at_work(qtbot: QtBot, office: Office, periode: Periode) -> Iterator[Clerk]:
    """Open the whole window on an office."""
    with open_window(qtbot, office, PAGES, periode) as window:
        yield Clerk(qtbot, window)


def contents(office: Office) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every section, to compare what an office holds."""
    return {key: sorted(list_rows(office, key), key=lambda row: str(row["id"])) for key in SECTIONS}


def fill_workbook(path: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Fill an empty workbook as one does in Excel: sheet title to rows by field name."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for title, lines in rows.items():
        sheet = book[title]
        places = {cell.value: cell.column for cell in sheet[NAME_ROW] if cell.value}
        for number, line in enumerate(lines, start=FIRST_ROW):
            for name, value in line.items():
                sheet.cell(number, places[name], value)
    book.save(path)
