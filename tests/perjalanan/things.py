"""The things that are in sight of a window, in words: buttons, lines, cells, texts."""

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QStatusBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

Thing = dict[str, Any]
_MOST_CELLS = 800
_MOST_TEXT = 2000


def list_things(window: QWidget) -> Iterator[Thing]:
    """Yield everything of a window that is in sight, wholly or in part."""
    for widget in _shown_in(window):
        # What a view shows is drawn on its viewport, which may hide all of the view itself.
        drawn = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        seen = drawn.visibleRegion().boundingRect()
        if not seen.isEmpty():
            yield from _things_of(widget, seen)


def _shown_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and what it holds; a dialog of its own is a window of its own."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _shown_in(child)


def tell_focus() -> Thing | None:
    """Tell where the cursor is; in a table also the cell and its place."""
    widget = QApplication.focusWidget()
    if widget is None:
        return None
    told = _describe(widget, widget.rect())
    told["window"] = widget.window().windowTitle()
    view = next((w for w in (widget, widget.parentWidget(), _above(widget)) if _is_view(w)), None)
    if isinstance(view, QAbstractItemView):
        index = view.currentIndex()
        told |= {"view": _name(view), **_describe_index(view, index), "in_cell": widget is not view}
    return told


def _above(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    return parent.parentWidget() if parent is not None else None


def _is_view(widget: QWidget | None) -> bool:
    return isinstance(widget, QAbstractItemView)


def _things_of(widget: QWidget, seen: QRect) -> Iterator[Thing]:
    if isinstance(widget, QHeaderView):
        return
    if isinstance(widget, QAbstractItemView):
        yield _describe(widget, seen)
        yield from _cells(widget)
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield _place(widget, widget.tabRect(place)) | {
                "kind": "tab",
                "name": _plain(widget.tabText(place)),
                "on": widget.isTabEnabled(place),
                "checked": widget.currentIndex() == place,
            }
    elif isinstance(widget, QStatusBar):
        said = widget.currentMessage()
        yield _place(widget, seen) | {"kind": "teks", "name": said, "text": said}
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            if action.isVisible() and action.text():
                yield _place(widget, widget.actionGeometry(action)) | {
                    "kind": "menu",
                    "name": _plain(action.text()),
                    "on": action.isEnabled(),
                }
    elif _kind(widget):
        yield _describe(widget, seen)


def _describe(widget: QWidget, seen: QRect) -> Thing:
    told = _place(widget, seen) | {
        "kind": _kind(widget) or type(widget).__name__,
        "name": _name(widget),
        "text": _text(widget),
        "on": widget.isEnabled(),
        "focus": widget is QApplication.focusWidget(),
    }
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        told["checked"] = widget.isChecked()
    return told


_KINDS: tuple[tuple[type[QWidget], str], ...] = (
    (QAbstractButton, "tombol"),
    (QLineEdit, "isian"),
    (QPlainTextEdit, "isian"),
    (QTextEdit, "isian"),
    (QComboBox, "pilihan"),
    (QAbstractSpinBox, "isian"),
    (QLabel, "teks"),
    (QGroupBox, "kelompok"),
    (QAbstractItemView, "daftar"),
)


def _kind(widget: QWidget) -> str:
    return next((kind for cls, kind in _KINDS if isinstance(widget, cls)), "")


def _name(widget: QWidget) -> str:
    """Return what a screen reader calls it."""
    if isinstance(widget, QLabel):
        words = _words(widget.text())
        return _plain(words) if widget.buddy() is not None else words
    if widget.accessibleName():
        # Of a box that can be typed into Qt would tell what was typed.
        return widget.accessibleName()
    reader = QAccessible.queryAccessibleInterface(widget)
    name = reader.text(QAccessible.Text.Name) if reader is not None else ""
    return _plain(name)


def _text(widget: QWidget) -> str:
    """Return what stands in it."""
    match widget:
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()[:_MOST_TEXT]
        case QComboBox():
            return widget.currentText()
        case QAbstractSpinBox():
            return widget.text()
        case QLabel():
            return _name(widget)
        case QAbstractButton():
            return _plain(widget.text())
    return ""


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", text)).strip()


def _place(widget: QWidget, seen: QRect) -> Thing:
    """Tell where it is on the screen; covered is what another widget lies upon."""
    corner = widget.mapToGlobal(seen.topLeft())
    middle = widget.mapToGlobal(seen.center())
    hit = QApplication.widgetAt(middle)
    return {
        "x": corner.x(),
        "y": corner.y(),
        "w": seen.width(),
        "h": seen.height(),
        "covered": hit is None or not (hit is widget or widget.isAncestorOf(hit)),
    }


def _cells(view: QAbstractItemView) -> Iterator[Thing]:
    port = view.viewport()
    for index in _indexes(view):
        seen = view.visualRect(index).intersected(port.rect())
        if not seen.isEmpty():
            yield (
                _place(port, seen)
                | _describe_index(view, index)
                | {
                    "kind": "sel",
                    "name": _display(index),
                    "view": _name(view),
                    "on": bool(index.flags() & Qt.ItemFlag.ItemIsEnabled),
                }
            )


def _describe_index(view: QAbstractItemView, index: QModelIndex) -> Thing:
    if not index.isValid():
        return {"row": "", "column": ""}
    model = index.model()
    heading, upright, line = "", "", [index]
    if isinstance(view, QTableView | QTreeView):
        heading = model.headerData(index.column(), Qt.Orientation.Horizontal)
        upright = model.headerData(index.row(), Qt.Orientation.Vertical)
        columns = range(model.columnCount(index.parent()))
        line = [index.siblingAtColumn(column) for column in columns]
    checked = index.data(Qt.ItemDataRole.CheckStateRole)
    return {
        "row": " | ".join([str(upright or ""), *map(_display, line)]),
        "column": _words(str(heading or "")),
        "cell": _display(index),
        "checked": checked is not None and Qt.CheckState(checked) == Qt.CheckState.Checked,
    }


def _display(index: QModelIndex) -> str:
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if shown is None else _words(str(shown))


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """Yield the cells in sight, from the first line to the last."""
    model = view.model()
    if model is None:
        return
    if isinstance(view, QTableView):
        yield from _indexes_of_table(view, model)
    elif isinstance(view, QTreeView):
        yield from _indexes_of_tree(view, model)
    else:
        column = view.modelColumn() if isinstance(view, QListView) else 0
        for row in range(min(model.rowCount(view.rootIndex()), _MOST_CELLS)):
            yield model.index(row, column, view.rootIndex())


def _indexes_of_table(view: QTableView, model: QAbstractItemModel) -> Iterator[QModelIndex]:
    height, width = view.viewport().height(), view.viewport().width()
    top, bottom = view.rowAt(0), view.rowAt(height - 1)
    left, right = view.columnAt(0), view.columnAt(width - 1)
    if top < 0:
        return
    last_row = bottom if bottom >= 0 else model.rowCount() - 1
    last_column = right if right >= 0 else model.columnCount() - 1
    for row in range(top, last_row + 1):
        for column in range(max(left, 0), last_column + 1):
            if not (view.isRowHidden(row) or view.isColumnHidden(column)):
                yield model.index(row, column, view.rootIndex())


def _indexes_of_tree(view: QTreeView, model: QAbstractItemModel) -> Iterator[QModelIndex]:
    index = view.indexAt(QPoint(1, 1))
    for _ in range(_MOST_CELLS):
        if not index.isValid() or view.visualRect(index).top() > view.viewport().height():
            return
        for column in range(model.columnCount(index.parent())):
            if not view.isColumnHidden(column):
                yield index.siblingAtColumn(column)
        index = view.indexBelow(index)
