"""A chart on the screen, drawn by Qt: no library of paper is loaded for it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart, TrendChart
from kinerja_desktop.domain.laporan.grafik_ukuran import describe_chart
from kinerja_desktop.ui.grafik.bars import bars_height, draw_bars, draw_serapan
from kinerja_desktop.ui.grafik.pen import Pen, colours_of
from kinerja_desktop.ui.grafik.trend import draw_trend

ScreenChart = BarChart | SerapanChart | TrendChart
_TREND_HEIGHT = 170
_WIDTH = 320


class ChartView(QWidget):
    """Draws a description as paper does; a screen reader is told every figure."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: ScreenChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_chart(self, chart: ScreenChart | None) -> None:
        """Show another chart; None for none."""
        self.chart = chart
        self.setAccessibleName(chart.title if chart else "")
        self.setAccessibleDescription(describe_chart(chart) if chart else "")
        self._make_room()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels take more lines where there is less width."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, colours_of(self.palette()), self.font())
        width, height = float(self.width()), float(self.height())
        match self.chart:
            case BarChart() as chart:
                draw_bars(pen, chart, width, height)
            case SerapanChart() as chart:
                draw_serapan(pen, chart, width, height)
            case TrendChart() as chart:
                draw_trend(pen, chart, width, height)
        painter.end()

    def _make_room(self) -> None:
        height = 0
        if isinstance(self.chart, TrendChart):
            height = _TREND_HEIGHT
        elif self.chart is not None:
            metrics = QFontMetricsF(self.font())
            height = round(bars_height(self.chart, max(self.width(), _WIDTH), metrics))
        self.setMinimumHeight(height)
