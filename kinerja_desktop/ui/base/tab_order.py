"""In which order Tab goes: as one reads, also where parts of a page are made anew."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_layouts(root: QWidget) -> None:
    """Let Tab go through a widget as its layouts are arranged.

    Qt goes in the order in which widgets were made: what is filled later comes last of all.
    """
    for before, after in pairwise(_reading_order(root)):
        QWidget.setTabOrder(before, after)


def _reading_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _reading_order(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None, "it has so many"
        if (inner := item.layout()) is not None:
            yield from _of_layout(inner)
        elif (widget := item.widget()) is not None:
            yield from _reading_order(widget)
