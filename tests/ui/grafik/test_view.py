"""Charts on the screen say what they say on paper, in any theme, and to whoever hears them."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter, QPalette
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


def numbers(words: list[str]) -> set[str]:
    """Return the numbers in some words, ``99,90`` and ``99,9`` being the same one."""
    found = re.findall(r"\d[\d.]*(?:,\d+)?", " ".join(words))
    return {n.rstrip("0").removesuffix(",") if "," in n else n for n in found}


def figures(chart: ScreenChart) -> set[str]:
    """Return the numbers that paper prints at the chart's bars and points."""
    root = ElementTree.fromstring(chart_svg(chart))
    words = [element.text or "" for element in root.iter() if element.tag.endswith("}text")]
    return numbers(words) & numbers([describe_chart(chart)])


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.title)
def test_the_screen_writes_the_figures_of_the_paper(
    view: ChartView, chart: ScreenChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_chart(chart)
    found = written(view, monkeypatch)
    wanted = figures(chart)
    assert wanted
    assert wanted <= numbers(found)


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.title)
def test_whoever_hears_the_screen_is_told_every_figure(view: ChartView, chart: ScreenChart) -> None:
    view.set_chart(chart)
    assert view.accessibleName() == chart.title
    assert view.accessibleDescription() == describe_chart(chart)
    view.set_chart(None)
    assert (view.accessibleName(), view.accessibleDescription()) == ("", "")
    assert view.minimumHeight() == 0
    view.grab()


def drawn(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, float]]:
    """Return what is written, with where it begins and ends."""
    found: list[tuple[str, float, float]] = []
    write = QPainter.drawText

    def note(painter: QPainter, box: QRectF, flags: Any, text: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        found.append((text, box.left(), box.left() + width))
        write(painter, box, flags, text)

    monkeypatch.setattr(QPainter, "drawText", note)
    view.grab()
    return found


def test_all_figures_have_the_same_decimals_and_end_in_one_column(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_chart(BARS)
    found = drawn(view, monkeypatch)
    ends = [round(end) for text, _, end in found if text in ("108,71%", "99,90%", "0,00%")]
    assert ends == [view.width()] * 3


@pytest.mark.parametrize("width", [250, 340, 560, 900])
def test_numbers_of_an_axis_never_meet(
    view: ChartView, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    view.resize(width, 320)
    view.set_chart(COUNT)
    found = drawn(view, monkeypatch)
    marks = [item for item in found if item[0].endswith("%")][:-2]
    assert marks[0][0] == "0%"
    assert all(earlier[2] < later[1] for earlier, later in pairwise(marks))


def test_a_figure_of_a_trend_stands_off_that_of_the_other_line(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The higher one above its point, the lower one below, whichever line it is of."""
    places: dict[str, float] = {}
    write = Pen.text

    def note(pen: Pen, x: float, middle: float, text: str, *rest: Any, **how: Any) -> None:
        places[text] = middle
        write(pen, x, middle, text, *rest, **how)

    monkeypatch.setattr(Pen, "text", note)
    series = (Series("R", (Decimal(82), Decimal("84.12"))), Series("T", (Decimal(81), Decimal(85))))
    view.set_chart(TrendChart("IKM", ("2023", "2024"), series))
    view.grab()
    line = QFontMetricsF(view.font()).height()
    assert places["84,12"] - places["85"] >= line
    assert places["81"] - places["82"] >= line


def test_serapan_is_compared_in_percent_and_in_rupiah(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two programs of which half is spent have bars of one length, their lines tell the rupiah."""
    bars: list[tuple[float, bool]] = []
    lines: list[float] = []
    draw_bar, draw_line = Pen.bar, Pen.line

    def note_bar(pen: Pen, box: QRectF, *, is_full: bool) -> None:
        bars.append((round(box.width()), is_full))
        draw_bar(pen, box, is_full=is_full)

    def note_line(pen: Pen, start: QPointF, end: QPointF, *rest: Any) -> None:
        lines.append(round(end.x() - start.x()))
        draw_line(pen, start, end, *rest)

    monkeypatch.setattr(Pen, "bar", note_bar)
    monkeypatch.setattr(Pen, "line", note_line)
    big, small = Decimal(1_000_000), Decimal(250_000)
    view.set_chart(
        SerapanChart(
            "x",
            (
                Serapan("A", big, big / 2, Decimal(50)),
                Serapan("B", small, small / 2, Decimal(50)),
                Serapan("C", Decimal(0), Decimal(0), None),
            ),
        )
    )
    view.grab()
    (whole,) = {width for width, is_full in bars[2:] if not is_full}
    halves = [width for width, is_full in bars[2:] if is_full]
    assert halves == [pytest.approx(whole / 2, abs=1)] * 2
    assert {whole, round(whole / 4), 0} <= set(lines)


PROGRAMS = SerapanChart(
    "x",
    (
        Serapan(
            "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
            Decimal(2_583_975_000),
            Decimal(1_906_425_000),
            Decimal("73.78"),
        ),
        Serapan("PROGRAM PEMBERDAYAAN", Decimal(79_000_000), None, None),
    ),
)


@pytest.mark.parametrize("width", [297, 420, 560])
def test_an_amount_is_neither_broken_nor_cut(
    view: ChartView, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """297: what a card of Beranda has in a window of 900."""
    view.resize(width, 320)
    view.set_chart(PROGRAMS)
    found = drawn(view, monkeypatch)
    amounts = [item for item in found if "Rp" in item[0] or "belum" in item[0]]
    assert " ".join(text for text, _, _ in amounts) == (
        "Rp1.906.425.000 dari Rp2.583.975.000 belum diisi, pagu Rp79.000.000"
    )
    for whole in ("Rp1.906.425.000", "Rp2.583.975.000", "Rp79.000.000"):
        assert any(whole in text for text, _, _ in amounts)
    assert max(end for _, _, end in amounts) <= width


def test_an_amount_without_any_room_is_broken_between_its_groups_of_three() -> None:
    metrics = QFontMetricsF(QGuiApplication.font())
    room = metrics.horizontalAdvance("Rp2.583.9")
    assert wrap("dari Rp2.583.975.000", metrics, room, 4) == ["dari", "Rp2.583.", "975.000"]
    assert wrap("a.bcdefghijklmnop", metrics, room, 2)[0] != "a.", "a word is not an amount"


@pytest.mark.parametrize("width", [200, 297, 560])
def test_amounts_stand_clear_of_their_bar_and_of_the_lines_of_the_axis(
    view: ChartView, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    tops: set[float] = set()
    places: list[QRectF] = []
    draw_bar, write = Pen.bar, Pen.text

    def note_bar(pen: Pen, box: QRectF, *, is_full: bool) -> None:
        tops.add(box.top())
        draw_bar(pen, box, is_full=is_full)

    def note(pen: Pen, x: float, middle: float, text: str, *rest: Any, **how: Any) -> None:
        if "Rp" not in text:
            write(pen, x, middle, text, *rest, **how)
            return
        # Not written, so that what lies below the words is seen.
        width, height = pen.metrics.horizontalAdvance(text), pen.metrics.height()
        places.append(QRectF(x, middle - height / 2, width, height))

    monkeypatch.setattr(Pen, "bar", note_bar)
    monkeypatch.setattr(Pen, "text", note)
    view.resize(width, 320)
    view.set_chart(PROGRAMS)
    view.resize(width, view.minimumHeight())
    view.grab()
    tops.clear()
    places.clear()
    image = view.grab().toImage()
    for place in places:
        below = min(top for top in tops if top > place.top())
        assert below - place.bottom() >= 2
        middle = round(place.center().y())
        across = range(round(place.left()), min(round(place.right()), width))
        assert len({image.pixelColor(x, middle).name() for x in across}) == 1


def test_names_take_the_lines_that_there_is_room_for(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Meningkatnya kualitas tata kelola pemerintahan dan pembangunan desa di kecamatan"
    view.resize(330, 100)
    view.set_chart(BarChart("x", (Bar(name, Decimal(95)),)))
    found = written(view, monkeypatch)
    assert name in " ".join(found)
    tight = ChartView(is_tight=True)
    tight.resize(330, 10)
    tight.set_chart(view.chart)
    assert tight.minimumHeight() < view.minimumHeight()
    assert any(text.endswith("…") for text in written(tight, monkeypatch))
    tight.resize(330, view.minimumHeight())
    assert name in " ".join(written(tight, monkeypatch))


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
    assert picture.pixelColor(0, 0) == QColor("#ffffff")
    assert LIGHT.accent in colours_in(picture)


def test_a_copied_picture_says_what_it_is_and_has_margins(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pasted into a report nothing stands beside it that tells the period and the office."""
    found: list[str] = []
    write = Pen.text

    def note(pen: Pen, x: float, middle: float, text: str, *rest: Any, **how: Any) -> None:
        found.append(text)
        write(pen, x, middle, text, *rest, **how)

    monkeypatch.setattr(Pen, "text", note)
    for heading, wanted in (
        ((), ["Capaian per sasaran"]),
        (
            ("Capaian, Tahun 2025", "Kecamatan A · CONTOH"),
            ["Capaian, Tahun 2025", "Kecamatan A · CONTOH"],
        ),
    ):
        view.set_chart(BARS, heading)
        found.clear()
        view.copy_picture()
        assert found[: len(wanted)] == wanted
        picture = QGuiApplication.clipboard().image()
        assert picture.height() > 2 * view.height()
        white = QColor(LIGHT.paper)
        edge = [
            picture.pixelColor(x, y)
            for y in range(0, picture.height(), 3)
            for x in (0, 15, 30, picture.width() - 30, picture.width() - 1)
        ]
        assert set(map(QColor.name, edge)) == {white.name()}


def test_its_menu_copies_too(view: ChartView) -> None:
    view.set_chart(BARS)
    menu = view.make_menu()
    (copying,) = menu.actions()
    assert copying.text() == "&Salin grafik sebagai gambar\tCtrl+C"
    copying.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
