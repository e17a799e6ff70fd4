"""Ctrl+F: where on a page something is looked for."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QWidget

_SEARCH = "Cari"


@runtime_checkable
class Findable(Protocol):
    """A widget that can be searched."""

    def open_find(self) -> None:
        """Put the cursor into the line in which one types what is looked for."""


def open_finder(page: QWidget) -> bool:
    """Open what searches the visible part of a page; False when there is no list in sight.

    A list without a search line takes the focus: it goes to what is typed by itself.
    """
    seen = [item for item in page.findChildren(QWidget) if item.isVisible() and item.isEnabled()]
    found = [item for item in seen if isinstance(item, Findable)]
    if found:
        # Of several lists the one is meant in which one works, else the uppermost.
        focus = page.window().focusWidget()
        at_work = [item for item in found if focus is not None and _holds(item, focus)]
        min(at_work or found, key=lambda item: _place(item, page)).open_find()
        return True
    for item in seen:
        if isinstance(item, QLineEdit) and item.placeholderText().startswith(_SEARCH):
            _enter(item)
            return True
        if isinstance(item, QLabel) and item.text().replace("&", "") == _SEARCH and item.buddy():
            _enter(item.buddy())
            return True
    for item in seen:
        if isinstance(item, QAbstractItemView) and _has_rows(item):
            item.setFocus()
            return True
    return False


def _place(item: object, page: QWidget) -> tuple[int, int]:
    assert isinstance(item, QWidget)
    corner = item.mapTo(page, QPoint())
    return corner.y(), corner.x()


def _holds(item: object, focus: QWidget) -> bool:
    return isinstance(item, QWidget) and (item is focus or item.isAncestorOf(focus))


def _enter(field: QWidget) -> None:
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()


def _has_rows(view: QAbstractItemView) -> bool:
    if isinstance(view, QHeaderView):
        return False
    return view.model() is not None and view.model().rowCount() > 0
