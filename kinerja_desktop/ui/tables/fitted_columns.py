"""Keeps the columns of a read table inside it: those of a larger screen give way on a smaller."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from kinerja_desktop.ui.base.window_memory import arranging, is_arranging
from kinerja_desktop.ui.tables.column_widths import share_width

#: In device-independent pixels: around a heading, and the least of what takes what is left.
_PADDING, _LEAST = 12, 120


class FittedColumns(QObject):
    """Gives each column the width that the clerk dragged, as far as there is room.

    No column becomes narrower than its least, the program's own width for most, nor what takes
    what is left than is legible: where even these are too much, the table is scrolled.
    """

    def __init__(
        self, header: QHeaderView, widths: Sequence[int], least: Sequence[int] | None = None
    ) -> None:
        """Begin to keep them.

        Args:
            header: of a table that has its model already.
            widths: of the columns, in device-independent pixels; 0 takes what is left.
            least: to which they give way where there is no room; their widths when not given.
        """
        super().__init__(header)
        self._header = header
        self._own, self._widths = tuple(least or widths), list(widths)
        with arranging(header):
            for place, width in enumerate(widths):
                if width:
                    header.resizeSection(place, width)
                else:
                    header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._take_width)
        header.installEventFilter(self)

    def want(self, widths: Sequence[int]) -> None:
        """Give the columns other widths, such as their texts need; 0 takes what is left."""
        self._widths = list(widths)
        with arranging(self._header):
            for place in range(self._header.count()):
                mode = QHeaderView.ResizeMode.Interactive
                self._header.setSectionResizeMode(place, mode)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _take_width(self, place: int, _before: int, width: int) -> None:
        """Keep to what the clerk dragged, or left the last time."""
        is_chosen = place < len(self._widths) and self._widths[place] > 0
        if is_chosen and not is_arranging(self._header):
            self._widths[place] = width

    def _fit(self) -> None:
        header, widths = self._header, self._widths
        takers = [place for place, width in enumerate(widths) if not width]
        if header.count() != len(widths) or not takers:
            return
        heads = [max(_LEAST, self._heading_width(place)) for place in range(header.count())]
        wanted = [width or head for width, head in zip(widths, heads, strict=True)]
        least = [min(width, own or width) for width, own in zip(wanted, self._own, strict=True)]
        shared = share_width(wanted, least, header.width(), takers[0])
        is_scrolled = sum(shared) > header.width()
        mode = QHeaderView.ResizeMode.Fixed if is_scrolled else QHeaderView.ResizeMode.Stretch
        with arranging(header):
            for place, width in enumerate(shared):
                if not widths[place]:
                    header.setSectionResizeMode(place, mode)
                if widths[place] or is_scrolled:
                    header.resizeSection(place, width)

    def _heading_width(self, place: int) -> int:
        font = QFont(self._header.font())
        font.setBold(True)
        words = self._header.model().headerData(place, Qt.Orientation.Horizontal)
        return QFontMetrics(font).horizontalAdvance(str(words or "")) + _PADDING
