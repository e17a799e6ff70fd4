"""A chart on the screen, drawn by Qt: no library of paper is loaded for it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart, TrendChart
from kinerja_desktop.domain.laporan.grafik_ukuran import describe_chart
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.colours import LIGHT
from kinerja_desktop.ui.grafik.bars import bars_height, draw_bars
from kinerja_desktop.ui.grafik.pen import LEAST_LINES, Pen, colours_of, wrap
from kinerja_desktop.ui.grafik.rows import MOST_LINES
from kinerja_desktop.ui.grafik.serapan import draw_serapan, serapan_height
from kinerja_desktop.ui.grafik.trend import draw_trend

ScreenChart = BarChart | SerapanChart | TrendChart
#: A trend is about half as high as wide, between these.
_TREND_LEAST, _TREND_MOST = 170, 280
_WIDTH, _LEAST_WIDTH = 320, 200
#: Pixels of a copied picture for each of the screen.
_SHARPER = 2
#: White around a copied picture.
_MARGIN = 16


class ChartView(QWidget):
    """Draws a description as paper does; a screen reader is told every figure."""

    #: Its picture was put on the clipboard.
    copied = Signal()

    def __init__(self, *, is_tight: bool = False) -> None:
        """Make an empty one.

        Args:
            is_tight: names may be cut where there is little room, as on a slide; else the view
                asks for as much as they need.
        """
        super().__init__()
        self.chart: ScreenChart | None = None
        self._heading: Sequence[str] = ()
        self._lines = LEAST_LINES if is_tight else MOST_LINES
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chart(self, chart: ScreenChart | None, heading: Sequence[str] = ()) -> None:
        """Show another chart.

        Args:
            chart: what is drawn; None for nothing.
            heading: what a copied picture says above it, where nothing beside it tells of which
                period and office it is; the chart's title when not given.
        """
        self.chart = chart
        self._heights.clear()
        self._heading = heading or ([chart.title] if chart else ())
        self.setAccessibleName(chart.title if chart else "")
        has_picture = Qt.FocusPolicy.StrongFocus if chart else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(has_picture)
        self.setAccessibleDescription(describe_chart(chart) if chart else "")
        self._make_room()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.minimumHeight())

    def heightForWidth(self, width: int) -> int:
        """Return what the chart needs: labels take more lines where there is less width.

        A layout asks dozens of times for the same few widths.
        """
        if width not in self._heights:
            self._heights[width] = self._needed_height(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter, self.palette())
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chart is not None:
            self.make_menu().popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """Return what the right button and the Menu key offer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Salin grafik sebagai gambar\tCtrl+C").triggered.connect(
            lambda: self.copy_picture()
        )
        return menu

    def copy_picture(self) -> None:
        """Put the chart on the clipboard, dark on white: it is pasted on paper."""
        if self.chart is None:
            return
        width, line = self.width(), QFontMetricsF(self.font()).height()
        lines = self._list_heading(width)
        top = _MARGIN + math.ceil(len(lines) * line) + _MARGIN // 2
        size = QSize(width + 2 * _MARGIN, top + self.height() + _MARGIN)
        image = QImage(size * _SHARPER, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPER)
        image.fill(QColor(LIGHT.paper))
        painter = QPainter(image)
        palette = style.make_palette(LIGHT)
        pen = Pen(painter, colours_of(palette), self.font())
        for number, (text, is_title) in enumerate(lines):
            pen.text(_MARGIN, _MARGIN + (number + 0.5) * line, text, bold=is_title)
        painter.translate(_MARGIN, top)
        self._draw(painter, palette)
        painter.end()
        QGuiApplication.clipboard().setImage(image)
        self.copied.emit()

    def _list_heading(self, width: int) -> list[tuple[str, bool]]:
        """Return the lines above a copied picture, and whether each is of its title."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        return [
            (line, place == 0)
            for place, text in enumerate(self._heading)
            for line in wrap(text, metrics, width, MOST_LINES)
        ]

    def _draw(self, painter: QPainter, palette: QPalette) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, colours_of(palette), self.font())
        width, height = float(self.width()), float(self.height())
        match self.chart:
            case BarChart() as chart:
                draw_bars(pen, chart, width, height)
            case SerapanChart() as chart:
                draw_serapan(pen, chart, width, height)
            case TrendChart() as chart:
                draw_trend(pen, chart, width, height)

    def _make_room(self) -> None:
        # Before it has a place its width says nothing; a layout asks `heightForWidth`.
        has_place = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        self.setMinimumHeight(self.heightForWidth(self.width()) if has_place else 0)
        self.updateGeometry()

    def _needed_height(self, width: int) -> int:
        width, metrics = max(width, _LEAST_WIDTH), QFontMetricsF(self.font())
        match self.chart:
            case BarChart() as chart:
                return math.ceil(bars_height(chart, width, metrics, self._lines))
            case SerapanChart() as chart:
                return math.ceil(serapan_height(chart, width, metrics, self._lines))
            case TrendChart():
                return min(max(width // 2, _TREND_LEAST), _TREND_MOST)
        return 0
