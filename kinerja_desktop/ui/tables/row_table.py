"""The table beside a form: whole rows are chosen, one or several, long texts are shown whole."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView

from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.fitted_lines import wrap_lines
from kinerja_desktop.ui.base.table_menu import Deed, copying_deeds, open_menu
from kinerja_desktop.ui.base.window_memory import arranging, is_arranging
from kinerja_desktop.ui.base.wrapping import parts_of
from kinerja_desktop.ui.tables.column_widths import share_width
from kinerja_desktop.ui.tables.sort_header import let_sort

#: Of so many lines the widths are measured, and how high a line with little text is.
_MANY, _ROW_HEIGHT = 100, 30
#: In device-independent pixels: around a text, and at its least; the widest word kept whole.
_PADDING, _EDGE, _LONG_WORD = 14, 10, 150


class RowTable(QTableView):
    """Sorts by a click on a heading; columns share its width until the clerk drags them."""

    def __init__(self, model: QAbstractItemModel, fields: Sequence[Field]) -> None:
        super().__init__()
        self.setModel(model)
        let_sort(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self._lines = wrap_lines(self, _ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._take_width)
        self._taker = _choose_taker(fields)
        self._wanted: list[int] = []
        self._least: list[int] = []
        #: Widths that the clerk gave the columns; none until then.
        self._own: list[int] = []
        self._adding: QPushButton | None = None
        self._removing: QPushButton | None = None
        model.modelReset.connect(self._measure)

    def offer(self, adding: QPushButton, removing: QPushButton) -> None:
        """Let the menu press the buttons beside the table, and Delete the one that removes."""
        self._adding, self._removing = adding, removing

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, [*copying_deeds(self), *self._list_offered()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if copy_on_key(self, event):
            return
        if event.key() == Qt.Key.Key_Delete and self._removing is not None:
            # A key that is held down would remove one neighbour after the other.
            if not event.isAutoRepeat():
                self._removing.click()
            return
        super().keyPressEvent(event)

    def _list_offered(self) -> list[Deed]:
        offered = ((self._adding, ""), (self._removing, "Delete"))
        return [
            Deed(button.text(), keys, button.click, button.isEnabled())
            for button, keys in offered
            if button is not None
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        """See how much room the texts take; of very many lines the first tell."""
        model, plain = self.model(), self.fontMetrics()
        bold = QFontMetrics(_bold(self))
        rows = range(min(model.rowCount(), _MANY))
        self._wanted, self._least = [], []
        for place in range(model.columnCount()):
            heading = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
            texts = [str(model.index(row, place).data() or "") for row in rows]
            words = [word for text in texts for word in parts_of(text)]
            whole = [plain.horizontalAdvance(text) for text in texts]
            parts = [plain.horizontalAdvance(word) for word in words]
            self._wanted.append(max([bold.horizontalAdvance(heading), *whole]) + _PADDING)
            least = max([*map(bold.horizontalAdvance, heading.split()), *parts], default=0)
            # A single long word, such as an address, does not push all else aside.
            self._least.append(min(least, _LONG_WORD) + _PADDING)
        self._fit()

    def _fit(self) -> None:
        """Share out the width, and make headings and lines as high as they need."""
        header, room = self.horizontalHeader(), self.viewport().width()
        if not self._wanted:
            return
        wanted = self._own or self._wanted
        least = [min(pair) for pair in zip(wanted, self._least, strict=True)]
        with arranging(header):
            for place, width in enumerate(share_width(wanted, least, room, self._taker)):
                header.resizeSection(place, width)
        self._fit_heading()
        self._lines.fit()

    def _fit_heading(self) -> None:
        header, bold = self.horizontalHeader(), QFontMetrics(_bold(self))
        flags = Qt.TextFlag.TextWordWrap.value
        heights = [
            bold.boundingRect(
                QRect(0, 0, header.sectionSize(place) - _EDGE, self.maximumHeight()),
                flags,
                str(self.model().headerData(place, Qt.Orientation.Horizontal) or ""),
            ).height()
            for place in range(header.count())
        ]
        header.setFixedHeight(max(heights, default=0) + 2 * style.MEDIUM)

    def _take_width(self) -> None:
        """Keep to the widths that the clerk chose, as far as there is room for them."""
        header = self.horizontalHeader()
        if not is_arranging(header):
            self._own = [header.sectionSize(place) for place in range(header.count())]


def _choose_taker(fields: Sequence[Field]) -> int:
    """Return the column that takes what is left: a long text, else a name; figures never."""
    for kinds in ((Kind.LONG_TEXT,), (Kind.TEXT,)):
        found = [place for place, field in enumerate(fields) if field.kind in kinds]
        if found:
            return max(found, key=lambda place: fields[place].lebar)
    return len(fields) - 1


def _bold(table: QTableView) -> QFont:
    font = QFont(table.font())
    font.setBold(True)
    return font
