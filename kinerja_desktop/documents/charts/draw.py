"""Draw charts: one drawing for paper (`pdf.pictures`) and screen (`chart_svg`).

They must read in black and white, so dark and light, whole and dashed lines tell things apart, and
every bar and point carries its number. What has no number is written as a word, never drawn as 0.
"""

import re
from typing import Any
from xml.sax.saxutils import escape

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
from kinerja_desktop.documents.fonts import FAMILY, load_faces, printable, text_width
from kinerja_desktop.documents.naskah.chart import (
    BarChart,
    Chart,
    Gauge,
    OrgChart,
    SerapanChart,
    TreeChart,
    TrendChart,
)

_SCREEN_WIDTH = 560.0


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


def chart_svg(chart: Chart, width: float = _SCREEN_WIDTH, height: float | None = None) -> bytes:
    """Return the chart as SVG for the screen, in the same shapes and words as on paper."""
    from reportlab.graphics import renderSVG

    drawing = draw_chart(chart, width, height or natural_height(chart, width))
    svg = renderSVG.drawToString(drawing)
    text = svg.decode() if isinstance(svg, bytes) else svg
    text = text.replace("<title>...</title>", f"<title>{escape(chart.title)}</title>")
    # Qt does not know clip paths and paints them as black rectangles.
    text = re.sub(r"<clipPath.*?</clipPath>", "", text, flags=re.DOTALL)
    text = text.replace(' style="clip-path: url(#clip)"', "")
    # ReportLab writes its own names of the faces, which no other program knows.
    text = text.replace(f"font-family: {BOLD}", "font-family: 'Liberation Sans'; font-weight: bold")
    text = text.replace(f"font-family: {FAMILY}", "font-family: 'Liberation Sans'")
    return re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="utf-8"?>', text).encode()


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
