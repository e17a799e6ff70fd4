"""Charts on the screen say what they say on paper, in any theme, and to whoever hears them."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.laporan.grafik import (
    Bar,
    BarChart,
    Serapan,
    SerapanChart,
    Series,
    TrendChart,
)
from kinerja_desktop.domain.laporan.grafik_ukuran import describe_chart
from kinerja_desktop.ui.base.colours import LIGHT
from kinerja_desktop.ui.grafik.pen import Pen, colours_of, wrap
from kinerja_desktop.ui.grafik.view import ChartView, ScreenChart
from kinerja_desktop.ui.shell.application import make_application
from tests.documents.charts.svg import chart_svg

LONG = "Meningkatnya kualitas pelayanan publik dan tata kelola pemerintahan kecamatan " * 3
BARS = BarChart(
    "Capaian per sasaran",
    (
        Bar("Layanan", Decimal("108.71")),
        Bar("Akuntabilitas", Decimal("93.75")),
        Bar("Hampir", Decimal("99.90")),
        Bar("Ketertiban", None, "tidak dapat dihitung"),
        Bar(LONG, Decimal(0)),
    ),
)
COUNT = BarChart("Kemajuan", (Bar("A", Decimal(40)), Bar("B", Decimal(-5))), None)
NUMBER = BarChart("Jumlah", (Bar("A", Decimal(12)),), None, "laporan")
TREND = TrendChart(
    "IKM", ("2022", "2023", "2024"),
    (
        Series("Realisasi", (Decimal(91), None, Decimal("97.95"))),
        Series("Target", (Decimal("90.76"), Decimal("93.14"), Decimal("90.10"))),
    ),
)  # fmt: skip
SERAPAN = SerapanChart(
    "Serapan",
    (
        Serapan("Program A", Decimal(2964713651), Decimal(2581170421), Decimal("87.06")),
        Serapan("Program B", Decimal(686032100), None, None),
    ),
)
ALL: tuple[ScreenChart, ...] = (BARS, COUNT, NUMBER, TREND, SERAPAN)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    make_application()
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(560, 320)
    return made


def written(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is written when the chart is painted."""
    found: list[str] = []
    write = Pen.text

    def note(pen: Pen, x: float, middle: float, text: str, *rest: Any, **how: Any) -> None:
        found.append(text)
        write(pen, x, middle, text, *rest, **how)

    monkeypatch.setattr(Pen, "text", note)
    view.grab()
    return found


def figures(chart: ScreenChart) -> list[str]:
    """Return the numbers and words that paper prints at the chart's bars and points."""
    root = ElementTree.fromstring(chart_svg(chart))
    words = [element.text or "" for element in root.iter() if element.tag.endswith("}text")]
    told = describe_chart(chart)
    return [
        word
        for word in words
        if any(c.isdigit() for c in word)
        and re.search(rf"(?<![\d,.]){re.escape(word)}(?![\d,.]*\d)", told)
    ]


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.title)
def test_the_screen_writes_the_figures_of_the_paper(
    view: ChartView, chart: ScreenChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_chart(chart)
    found = written(view, monkeypatch)
    wanted = figures(chart)
    assert wanted
    assert set(wanted) <= set(found)


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.title)
def test_whoever_hears_the_screen_is_told_every_figure(view: ChartView, chart: ScreenChart) -> None:
    view.set_chart(chart)
    assert view.accessibleName() == chart.title
    assert view.accessibleDescription() == describe_chart(chart)
    view.set_chart(None)
    assert (view.accessibleName(), view.accessibleDescription()) == ("", "")
    assert view.minimumHeight() == 0
    view.grab()


def test_a_bar_without_a_number_is_a_word_and_a_target_has_its_legend(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_chart(BARS)
    found = written(view, monkeypatch)
    assert {"tidak dapat dihitung", "mencapai target", "di bawah target", "target 100%"} <= set(
        found
    )


def test_a_legend_takes_the_lines_that_it_needs(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[float] = []
    write = Pen.text

    def note(pen: Pen, x: float, middle: float, text: str, *rest: Any, **how: Any) -> None:
        if "target" in text:
            ends.append(x + pen.metrics.horizontalAdvance(text))
        write(pen, x, middle, text, *rest, **how)

    monkeypatch.setattr(Pen, "text", note)
    view.resize(260, 320)
    view.set_chart(BARS)
    view.grab()
    assert len(ends) == 3
    assert max(ends) <= view.width()


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_the_colours_follow_the_theme(view: ChartView) -> None:
    view.set_chart(BARS)
    light = colours_in(view.grab().toImage())
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#101418"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    dark.setColor(QPalette.ColorRole.Highlight, QColor("#5aa9e0"))
    view.setPalette(dark)
    assert "#5aa9e0" in colours_in(view.grab().toImage())
    assert "#5aa9e0" not in light
    assert colours_of(dark).ink == QColor("#f0f0f0")


def test_a_bar_below_the_target_is_told_by_its_hatching_too(view: ChartView) -> None:
    """Two kinds of bars differ in more than one colour: the light one has lines in it."""
    view.set_chart(BarChart("x", (Bar("A", Decimal(95)),)))
    image = view.grab().toImage()
    rows = [[image.pixelColor(x, y).name() for x in range(240, 400)] for y in range(image.height())]
    assert max(sum(a != b for a, b in pairwise(row)) for row in rows) > 10


def test_narrow_charts_grow_higher(view: ChartView) -> None:
    view.set_chart(BarChart("x", (Bar("Meningkatnya pelayanan publik kecamatan", Decimal(1)),) * 6))
    wide = view.minimumHeight()
    view.resize(330, 320)
    view.grab()
    assert view.minimumHeight() > wide
    assert view.sizeHint().height() == view.minimumHeight()


def test_labels_are_cut_only_after_three_lines(view: ChartView) -> None:
    metrics = QFontMetricsF(view.font())
    assert wrap("Layanan", metrics, 200) == ["Layanan"]
    lines = wrap(LONG, metrics, 150)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 151 for line in lines)
    parted = wrap("x" * 200, metrics, 60)
    assert len(parted) == 3
    assert metrics.horizontalAdvance(parted[0]) <= 60
    assert wrap("", metrics, 100) == []


def test_a_chart_is_copied_as_a_picture_for_paper(view: ChartView) -> None:
    view.setFocus()
    QTest.keySequence(view, "Ctrl+C")
    assert QGuiApplication.clipboard().image().isNull(), "there is no chart yet"
    view.set_chart(BARS)
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#101418"))
    view.setPalette(dark)
    view.setFocus()
    QTest.keySequence(view, "Ctrl+C")
    picture = QGuiApplication.clipboard().image()
    assert picture.size() == view.size() * 2
    assert picture.pixelColor(0, 0) == QColor("#ffffff")
    assert LIGHT.accent in colours_in(picture)


def test_its_menu_copies_too(view: ChartView) -> None:
    view.set_chart(BARS)
    menu = view.make_menu()
    (copying,) = menu.actions()
    assert copying.text() == "&Salin grafik sebagai gambar\tCtrl+C"
    copying.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
