"""The place below a table in which one looks for something, made when it is first wanted."""

from PySide6.QtWidgets import QBoxLayout, QLayout, QSplitter, QVBoxLayout, QWidget


def stand_below(table: QWidget, line: QWidget) -> None:
    """Put a line right below a table, which stands in a splitter or in a row or column."""
    around = table.parentWidget()
    if isinstance(around, QSplitter):
        sizes, holder = around.sizes(), QWidget(around)
        around.insertWidget(around.indexOf(table), holder)
        _join(holder, table, line)
        around.setSizes(sizes)
        return
    box = _layout_of(around.layout(), table) if around else None
    assert isinstance(box, QBoxLayout), "a table that is shown stands in a layout"
    place = box.indexOf(table)
    if isinstance(box, QVBoxLayout):
        box.insertWidget(place + 1, line)
        return
    holder = QWidget(around)
    box.insertWidget(place, holder, max(box.stretch(place), 1))
    _join(holder, table, line)


def _join(holder: QWidget, table: QWidget, line: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table, 1)
    column.addWidget(line)
    for widget in (holder, table):
        widget.show()


def _layout_of(layout: QLayout | None, widget: QWidget) -> QLayout | None:
    """Return the layout, among those within one, in which a widget stands."""
    if layout is None or layout.indexOf(widget) >= 0:
        return layout
    items = (layout.itemAt(place) for place in range(layout.count()))
    found = (_layout_of(item.layout(), widget) for item in items if item is not None)
    return next((part for part in found if part is not None), None)
