"""Lists, tables and trees show their texts on several lines, and ask only what is in sight."""

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.fitted_lines import wrap_lines
from kinerja_desktop.ui.base.wrapping import WrappingDelegate, parts_of
from kinerja_desktop.ui.shell.application import make_application

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "Terdapat pedoman teknis perencanaan kinerja yang mengatur penyusunan tujuan dan sasaran"
PAKET = "SAKIP_CONTOH_2024_TAHUNAN_20250225"
LEAST, MANY = 20, 70_000


class Lines(QAbstractTableModel):
    """As many lines as wanted, each with its number and a long text."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 2

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (str(index.row()), LONG)[index.column()]


def make_table(qtbot: QtBot, count: int) -> QTableView:
    make_application()
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(Lines(count))
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setDefaultSectionSize(LEAST)
    wrap_lines(table, LEAST)
    table.setShowGrid(False)
    table.resize(320, 300)
    table.show()
    return table


def needed(table: QTableView) -> int:
    area = table.rect().adjusted(0, 0, table.columnWidth(1) - 6 - table.width(), 10_000)
    metrics = QFontMetrics(table.font())
    return metrics.boundingRect(area, Qt.TextFlag.TextWordWrap.value, LONG).height()


def test_a_line_is_as_high_as_its_text_at_every_width(qtbot: QtBot) -> None:
    table = make_table(qtbot, 3)
    qtbot.waitUntil(lambda: table.rowHeight(0) >= needed(table))
    narrow = table.rowHeight(0)
    assert narrow > 2 * LEAST
    table.resize(1200, 300)
    qtbot.waitUntil(lambda: table.rowHeight(0) == LEAST)
    table.resize(320, 300)
    qtbot.waitUntil(lambda: table.rowHeight(0) == narrow)
    table.setColumnWidth(0, 10)
    qtbot.waitUntil(lambda: LEAST < table.rowHeight(0) < narrow)


def test_of_many_lines_only_those_in_sight_are_measured(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    measure = WrappingDelegate.sizeHint

    def count(self: WrappingDelegate, option: Any, index: Any) -> QSize:
        asked.add(index.row())
        return measure(self, option, index)

    monkeypatch.setattr(WrappingDelegate, "sizeHint", count)
    table = make_table(qtbot, MANY)
    qtbot.waitUntil(lambda: table.rowHeight(0) >= needed(table))
    table.scrollToBottom()
    last = MANY - 1
    qtbot.waitUntil(lambda: table.rowHeight(last) >= needed(table))
    below = table.model().index(last, 1)
    qtbot.waitUntil(lambda: table.visualRect(below).bottom() <= table.viewport().height())
    table.resize(400, 300)
    qtbot.waitUntil(lambda: table.rowHeight(last) >= needed(table))
    assert len(asked) < 200


def test_the_line_under_the_cursor_stays_in_sight_when_those_above_grow(qtbot: QtBot) -> None:
    table = make_table(qtbot, 200)
    for row in (60, 199, 0, 20):
        table.setCurrentIndex(table.model().index(row, 0))

        def is_whole(row: int = row) -> bool:
            rect = table.visualRect(table.model().index(row, 1))
            return rect.height() >= needed(table) and table.viewport().rect().contains(rect)

        qtbot.waitUntil(is_whole)


def test_a_tree_follows_its_width_under_its_branches(qtbot: QtBot) -> None:
    make_application()
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderLabels(["Kriteria", "Nilai"])
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    wrap_lines(tree, LEAST)
    above = QTreeWidgetItem(tree, ["1", ""])
    below = QTreeWidgetItem(QTreeWidgetItem(above, ["1.1", ""]), [LONG, "0,8"])
    tree.expandAll()
    tree.resize(320, 300)
    tree.show()

    def is_whole() -> bool:
        rect = tree.visualItemRect(below)
        metrics = QFontMetrics(tree.font())
        area = rect.adjusted(0, 0, -6, 10_000)
        high = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap.value, LONG).height()
        return rect.height() >= high > 2 * metrics.height()

    qtbot.waitUntil(is_whole)
    assert tree.visualItemRect(above).height() == LEAST
    tree.resize(1400, 300)
    qtbot.waitUntil(lambda: tree.visualItemRect(below).height() == LEAST)
    tree.resize(320, 300)
    qtbot.waitUntil(is_whole)
    # A branch that is as wide as the tree has more room, and so fewer lines.
    narrow = tree.visualItemRect(below).height()
    below.setFirstColumnSpanned(True)
    tree.resize(321, 300)
    qtbot.waitUntil(lambda: LEAST < tree.visualItemRect(below).height() < narrow)
    assert tree.indexAt(QPoint(5, 5)).isValid()


def test_a_name_without_blanks_breaks_at_its_joints_and_is_copied_as_it_is(qtbot: QtBot) -> None:
    table = make_table(qtbot, 1)
    delegate = table.itemDelegate()
    assert isinstance(delegate, WrappingDelegate)
    assert parts_of(PAKET) == ["SAKIP_", "CONTOH_", "2024_", "TAHUNAN_", "20250225"]
    assert parts_of("Final 700/1/ND/427") == ["Final", "700/", "1/", "ND/", "427"]
    assert parts_of("JNR4-83CP-9D14-Q23Z") == ["JNR4-", "83CP-", "9D14-", "Q23Z"]
    assert parts_of("09-10-2025") == ["09-10-2025"]
    assert delegate.displayText(PAKET, table.locale()).replace("\u200b", "") == PAKET
    assert table.model().index(0, 1).data() == LONG
