"""A chart's drawing as SVG: what stands on paper, so that a test can read its words and shapes."""

import re
from xml.sax.saxutils import escape

from kinerja_desktop.documents.charts.draw import draw_chart, natural_height
from kinerja_desktop.documents.charts.pen import BOLD
from kinerja_desktop.documents.fonts import FAMILY
from kinerja_desktop.domain.laporan.grafik import Chart

_SCREEN_WIDTH = 560.0


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
