"""Draw charts on paper; `ui.grafik` draws the same descriptions on the screen.

They must read in black and white, so dark and light, whole and dashed lines tell things apart, and
every bar and point carries its number. What has no number is written as a word, never drawn as 0.
"""

from typing import Any

from kinerja_desktop.documents.charts.bars import draw_bars, draw_serapan
from kinerja_desktop.documents.charts.gauge import draw_gauge
from kinerja_desktop.documents.charts.org import draw_org, org_height
from kinerja_desktop.documents.charts.pen import (
    BOLD,
    LEGEND_HEIGHT,
    TITLE_HEIGHT,
    TITLE_SIZE,
    Pen,
    row_height,
)
from kinerja_desktop.documents.charts.tree import draw_tree, tree_height
from kinerja_desktop.documents.charts.trend import draw_trend
from kinerja_desktop.documents.fonts import load_faces, printable, text_width
from kinerja_desktop.domain.laporan.grafik import (
    BarChart,
    Chart,
    Gauge,
    OrgChart,
    SerapanChart,
    TreeChart,
    TrendChart,
)


def draw_chart(chart: Chart, width: float, height: float) -> Any:
    """Return a ReportLab drawing of the chart; sizes in points."""
    from reportlab.graphics.shapes import Drawing

    load_faces()
    drawing = Drawing(width, height)
    pen = Pen(drawing)
    # A title longer than the chart is set smaller.
    size = TITLE_SIZE * min(
        1, width / max(text_width(printable(chart.title), BOLD) * TITLE_SIZE, 1)
    )
    pen.text(width / 2, height - TITLE_SIZE, chart.title, size, "middle", bold=True)
    match chart:
        case BarChart():
            draw_bars(pen, chart, width, height)
        case TrendChart():
            draw_trend(pen, chart, width, height)
        case SerapanChart():
            draw_serapan(pen, chart, width, height)
        case Gauge():
            draw_gauge(pen, chart, width, height)
        case OrgChart():
            draw_org(pen, chart, width, height)
        case TreeChart():
            draw_tree(pen, chart, width, height)
    return drawing


def natural_height(chart: Chart, width: float) -> float:
    """Return the height in points that the chart needs at a width."""
    match chart:
        case BarChart():
            rows = sum(row_height(bar.label, width) for bar in chart.bars)
            return TITLE_HEIGHT + LEGEND_HEIGHT + rows + 16
        case SerapanChart():
            rows = sum(row_height(row.label, width) + 6 for row in chart.rows)
            return TITLE_HEIGHT + LEGEND_HEIGHT + rows + 4
        case TrendChart():
            return max(150.0, min(width * 0.42, 230))
        case Gauge():
            return min(width * 0.55, 150) + TITLE_HEIGHT
        case OrgChart():
            return org_height(chart, width)
        case TreeChart():
            return tree_height(chart, width)
