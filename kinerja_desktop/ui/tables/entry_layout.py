"""Widths and heights of a table that is filled like a spreadsheet."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from kinerja_desktop.ui.tables.entry_model import INDENT_ROLE, WIDTH_ROLE, EntryModel, Role

#: Space around the text of a cell, and one step to the right, in device-independent pixels.
PADDING, INDENT = 14, 14


def fit_columns(table: QTableView, model: EntryModel, wrapped: int, narrowest: int) -> None:
    """Give every column the width of its `WIDTH_ROLE` or heading, the wrapped one the rest."""
    widths = {
        column: _needed(table, model, column) + PADDING
        for column in range(model.columnCount())
        if column != wrapped
    }
    widths[wrapped] = max(narrowest, table.viewport().width() - sum(widths.values()))
    for column, width in widths.items():
        table.setColumnWidth(column, width)


def fit_rows(table: QTableView, model: EntryModel, wrapped: int) -> None:
    """Make every line as high as its wrapped text, or the heading that spans it, needs."""
    flags = Qt.TextFlag.TextWordWrap.value
    bold, plain = QFontMetrics(_bold(table)), table.fontMetrics()
    for row in range(model.rowCount()):
        span = table.columnSpan(row, 0)
        column = 0 if span > 1 else wrapped
        index = model.index(row, column)
        metrics = bold if span > 1 or index.data(Role.FontRole) else plain
        width = sum(table.columnWidth(place) for place in range(column, column + span))
        indent = INDENT * (index.data(INDENT_ROLE) or 0)
        area = QRect(0, 0, width - indent - PADDING, table.maximumHeight())
        height = metrics.boundingRect(area, flags, index.data() or "").height()
        table.verticalHeader().resizeSection(row, height + PADDING)


def _needed(table: QTableView, model: EntryModel, column: int) -> int:
    """Return how wide a column must be for its figures and every line of its heading."""
    sample = model.headerData(column, Qt.Orientation.Horizontal, WIDTH_ROLE) or ""
    heading = str(model.headerData(column, Qt.Orientation.Horizontal) or "").split("\n")
    bold = QFontMetrics(_bold(table))
    return max(table.fontMetrics().horizontalAdvance(sample), *map(bold.horizontalAdvance, heading))


def _bold(table: QTableView) -> QFont:
    font = QFont(table.font())
    font.setBold(True)
    return font
