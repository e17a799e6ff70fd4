"""The SOP table on screen: the form as printed with its flowchart, and what really happened."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.sop.flowchart import draw_diagram
from kinerja_desktop.ui.sop.table_content import FROZEN, NYATA, Row, TableContent
from kinerja_desktop.ui.sop.table_geometry import PAD, SATUAN, Geometry, lay_out

_FONT_POINTS = 9
_BAR = 4.0
_FLAG = 8.0
#: So much of the form can be seen between the columns that are kept, in pixels.
_LEAST_ROOM = 120


@dataclass(frozen=True)
class _Area:
    """Columns that are painted together, in pixels of the viewport.

    Attributes:
        shift: what is added to the columns' own x.
    """

    left: float
    right: float
    shift: float
    columns: range


class SopTable(QAbstractScrollArea):
    """Painted whole, so that the lines of the flowchart join over the rows at any scale.

    Number and aktivitas on the left, and what really happened on the right, stay in sight when
    the rest is scrolled sideways. Arrow keys choose a row; Enter or a double click opens it.

    Signals:
        chosen: sequence of the step that was chosen.
        opened: sequence of the step on which Enter was pressed.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: TableContent | None = None
        self._geometry: Geometry | None = None
        self._row = 0
        self.setFont(QFont(style.FAMILY, _FONT_POINTS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Tabel langkah SOP")
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        style.look.changed.connect(self._lay_out_again)

    @property
    def sequence(self) -> int:
        """Of the chosen step; 0 while the table is empty."""
        return self._content.rows[self._row].sequence if self._content else 0

    @property
    def content(self) -> TableContent | None:
        """The SOP, with what really happened, that the table shows."""
        return self._content

    def set_content(self, content: TableContent) -> None:
        """Show another table, or the same one after a change; the chosen step stays."""
        before = self.sequence
        self._content = content
        self._lay_out()
        if before == 0 or before > len(content.rows):
            current = next((n for n, row in enumerate(content.rows) if row.is_current), 0)
            self._choose(current)
        else:
            self._choose(before - 1)

    def _lay_out_again(self) -> None:
        """The words were set with their colours."""
        if self._content is not None:
            self._lay_out()

    def show_current(self) -> None:
        """Choose the step that the case waits for, and bring it into sight."""
        rows = self._content.rows if self._content else ()
        for n, row in enumerate(rows):
            if row.is_current:
                self._choose(n)

    def choose(self, sequence: int) -> None:
        """Choose a step, and bring it into sight."""
        self._choose(sequence - 1)

    def sizeHint(self) -> QSize:
        return QSize(900, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(style.PAPER))
        if self._content is None or self._geometry is None:
            return
        painter.setFont(self.font())
        geometry, height = self._geometry, self.viewport().height()
        top, head = self.verticalScrollBar().value(), geometry.head_height
        for area in self._list_areas(geometry):
            for first, last, drop, paint in (
                (head, height, head - top, self._paint_rows),
                (0.0, head, 0.0, self._paint_heads),
            ):
                painter.save()
                painter.setClipRect(QRectF(area.left, first, area.right - area.left, last - first))
                painter.translate(area.shift, drop)
                paint(painter, geometry, area.columns)
                painter.restore()
        painter.setPen(QPen(QColor(style.MUTED), 1.5))
        for edge in self._list_edges(geometry):
            painter.drawLine(QPointF(edge, 0), QPointF(edge, head + geometry.height - top))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_seen = self._is_seen()
        self._lay_out()
        # What stands above takes its room after the step was brought into sight.
        if was_seen:
            self._show_row(self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = len(self._content.rows) if self._content else 0
        targets = {
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_PageUp: self._row - 4,
            Qt.Key.Key_PageDown: self._row + 4,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: rows - 1,
        }
        key = Qt.Key(event.key())
        if rows and key in targets:
            self._choose(min(max(targets[key], 0), rows - 1))
        elif rows and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.sequence)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (60 if key == Qt.Key.Key_Right else -60))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self._choose(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self._choose(row)
            self.opened.emit(self.sequence)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hint_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def hint_at(self, place: QPoint) -> str:
        """Return what there is to say about the cell at a place; empty when nothing."""
        row = self._row_at(QPointF(place))
        if row is None or self._content is None or self._geometry is None:
            return ""
        areas = self._list_areas(self._geometry)
        area = next((area for area in areas if place.x() < area.right), areas[-1])
        column = self._geometry.find_column(place.x() - area.shift)
        return self._content.rows[row].hints.get(-1 if column is None else column, "")

    def _list_areas(self, geometry: Geometry) -> tuple["_Area", ...]:
        """Return what is painted side by side: kept on the left, scrolled, kept on the right."""
        assert self._content is not None, "laid out with its content"
        bar, width, last = self.horizontalScrollBar(), self.viewport().width(), geometry.width
        count = len(self._content.columns)
        real = count - sum(column.group == NYATA for column in self._content.columns)
        right = width - (last - geometry.columns[real])
        if not bar.maximum() or right < geometry.frozen_width + _LEAST_ROOM:
            # All fits; or in a very narrow window the form itself would be hidden.
            right, real = width, count
        return (
            _Area(0, geometry.frozen_width, 0, range(FROZEN)),
            _Area(geometry.frozen_width, right, -bar.value(), range(FROZEN, real)),
            _Area(right, width, -bar.maximum(), range(real, count)),
        )

    def _list_edges(self, geometry: Geometry) -> list[float]:
        """Return where scrolled columns go under those that are kept."""
        bar, (_, scrolled, kept) = self.horizontalScrollBar(), self._list_areas(geometry)
        edges = [scrolled.left] if bar.value() else []
        return [*edges, kept.left] if kept.columns and bar.value() < bar.maximum() else edges

    def _row_at(self, place: QPointF) -> int | None:
        if self._geometry is None or place.y() < self._geometry.head_height:
            return None
        scrolled = self.verticalScrollBar().value() - self._geometry.head_height
        return self._geometry.find_row(place.y() + scrolled)

    def _choose(self, row: int) -> None:
        assert self._content is not None, "an empty table has no rows"
        is_other = row != self._row
        self._row = row
        self.setAccessibleDescription(self._content.rows[row].words)
        self._show_row(row)
        self.viewport().update()
        if is_other:
            self.chosen.emit(self.sequence)

    def _is_seen(self) -> bool:
        """Whether the chosen step was in sight before the room for the rows changed."""
        if self._geometry is None:
            return False
        top, bottom = self._geometry.rows[self._row : self._row + 2]
        bar = self.verticalScrollBar()
        return bottom > bar.value() and top < bar.value() + bar.pageStep()

    def _show_row(self, row: int) -> None:
        assert self._geometry is not None, "laid out with its content"
        top, bottom = self._geometry.rows[row : row + 2]
        bar = self.verticalScrollBar()
        room = self.viewport().height() - self._geometry.head_height
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + room:
            bar.setValue(int(min(top, bottom - room + 1)))

    def _lay_out(self) -> None:
        if self._content is None:
            return
        size = self.viewport().size()
        geometry = lay_out(self._content, self.font(), size.width() - 1)
        self._geometry = geometry
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(geometry.width + 1 - size.width())))
        across.setPageStep(size.width())
        room = size.height() - geometry.head_height
        down.setRange(0, max(0, round(geometry.height + 1 - room)))
        down.setPageStep(max(1, round(room)))
        self.viewport().update()

    def _paint_rows(self, painter: QPainter, geometry: Geometry, columns: range) -> None:
        assert self._content is not None, "painted with content only"
        current = 0
        for n, row in enumerate(self._content.rows):
            top, bottom = geometry.rows[n], geometry.rows[n + 1]
            for column in columns:
                left, right = geometry.columns[column], geometry.columns[column + 1]
                box = QRectF(left, top, right - left, bottom - top)
                self._paint_cell(painter, row, column, box)
                words = geometry.cells[n][column]
                words.draw(painter, left + PAD, top + (bottom - top - words.height) / 2)
                if column in row.hints:
                    _paint_flag(painter, box)
            if row.is_current:
                current = row.sequence
                if 0 in columns:
                    painter.fillRect(QRectF(0, top, _BAR, bottom - top), QColor(style.ACCENT))
        if FROZEN in columns:
            draw_diagram(painter, geometry.tata, SATUAN, current)
        self._paint_choice(painter, geometry)

    def _paint_cell(self, painter: QPainter, row: Row, column: int, box: QRectF) -> None:
        assert self._content is not None, "painted with content only"
        is_real = self._content.columns[column].group == NYATA
        fill = style.ACCENT_SOFT if row.is_current else style.STRIPE if is_real else style.PAPER
        painter.fillRect(box, QColor(fill))
        painter.setPen(QPen(QColor(style.EDGE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _paint_choice(self, painter: QPainter, geometry: Geometry) -> None:
        """Draw a frame around the chosen row: strong with the focus, else dashed."""
        top, bottom = geometry.rows[self._row], geometry.rows[self._row + 1]
        pen = QPen(QColor(style.ACCENT), 2)
        if not self.hasFocus():
            pen = QPen(QColor(style.ACCENT), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, top + 1, geometry.width - 2, bottom - top - 2))

    def _paint_heads(self, painter: QPainter, geometry: Geometry, columns: range) -> None:
        assert self._content is not None, "painted with content only"
        for head in geometry.heads:
            if head.column in columns:
                is_real = self._content.columns[head.column].group == NYATA
                painter.fillRect(head.box, QColor(style.ACCENT_SOFT if is_real else style.LOCKED))
                painter.setPen(QPen(QColor(style.EDGE), 1))
                painter.drawRect(head.box)
                drop = (head.box.height() - head.words.height) / 2
                head.words.draw(painter, head.box.left() + PAD, head.box.top() + drop)


def _paint_flag(painter: QPainter, box: QRectF) -> None:
    """Mark a cell that has an open usulan with a corner; the tooltip says which."""
    corner = box.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.FLAG))
    down, left = corner + QPointF(0, _FLAG), corner - QPointF(_FLAG, 0)
    painter.drawPolygon(QPolygonF([corner, down, left]))
