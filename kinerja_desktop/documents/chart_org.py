"""The struktur organisasi: boxes for posts, joined by lines."""

from kinerja_desktop.documents.chart_pen import SIZE, TITLE_HEIGHT, Pen
from kinerja_desktop.documents.chart_specs import OrgChart

_ROW = 60.0


def org_height(chart: OrgChart, width: float) -> float:
    """Return the height in points that the chart needs at a width."""
    return TITLE_HEIGHT + _ROW


def draw_org(pen: Pen, chart: OrgChart, width: float, height: float) -> None:
    """Draw the posts from the top down."""
    pen.text(width / 2, height - TITLE_HEIGHT - SIZE, " ".join(chart.root.lines), anchor="middle")
