import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from kinerja_desktop.documents.naskah.blocks import ChartBlock
from kinerja_desktop.domain.laporan.grafik import (
    Bar,
    BarChart,
    Chart,
    Gauge,
    OrgBox,
    OrgChart,
    Serapan,
    SerapanChart,
    Series,
    TrendChart,
)
from tests.documents.charts.svg import chart_svg
from tests.documents.reading import render, texts

BARS = BarChart(
    "Capaian per sasaran",
    (
        Bar("Pelayanan & <publik>", Decimal("108.71")),
        Bar("Akuntabilitas", Decimal("93.75")),
        Bar("Ketertiban", None, "tidak dapat dihitung"),
        Bar("Nihil", Decimal(0)),
    ),
)
TREND = TrendChart(
    "Indeks Kepuasan Masyarakat",
    ("2020", "2021", "2022"),
    (
        Series("Realisasi", (Decimal(91), None, Decimal("97.95"))),
        Series("Target", (Decimal("90.76"), Decimal("93.14"), Decimal("90.10"))),
    ),
)
SERAPAN = SerapanChart(
    "Serapan anggaran",
    (
        Serapan("Program A", Decimal(2964713651), Decimal(2581170421), Decimal("87.06")),
        Serapan("Program B", Decimal(686032100), None, None),
        Serapan("Program C", Decimal(0), Decimal(0), None),
    ),
)
GAUGE = Gauge("Rata-rata capaian", Decimal("103.45"), "Sangat Tinggi")
ORG = OrgChart("Struktur Organisasi", OrgBox(("CAMAT", "BUDI"), (OrgBox(("Sekretaris",)),)))
ALL: tuple[Chart, ...] = (BARS, TREND, SERAPAN, GAUGE, ORG)


def words(chart: Chart) -> list[str]:
    root = ElementTree.fromstring(chart_svg(chart))
    return [element.text or "" for element in root.iter() if element.tag.endswith("}text")]


def bars(chart: Chart) -> list[float]:
    root = ElementTree.fromstring(chart_svg(chart))
    rects = [element for element in root.iter() if element.tag.endswith("}rect")]
    return [float(rect.attrib["width"]) for rect in rects]


@pytest.mark.parametrize("chart", ALL)
def test_equal_charts_are_equal_bytes_and_well_formed(chart: Chart) -> None:
    assert chart_svg(chart) == chart_svg(chart)
    assert chart.title in words(chart)


@pytest.mark.parametrize("chart", ALL)
def test_paper_and_screen_say_the_same(chart: Chart) -> None:
    page = "".join("".join(texts(render(ChartBlock(chart)))).split())
    for word in words(chart):
        assert "".join(word.split()) in page


@pytest.mark.parametrize("chart", ALL)
def test_the_svg_names_fonts_that_the_screen_knows(chart: Chart) -> None:
    svg = chart_svg(chart).decode()
    assert set(re.findall(r"font-family: ([^;]+);", svg)) == {"'Liberation Sans'"}
    # Qt paints clip paths as black rectangles.
    assert "clipPath" not in svg


def test_values_are_written_in_indonesian_notation() -> None:
    assert {"108,71%", "93,75%", "0%", "target 100%"} <= set(words(BARS))
    assert "Rp2.581.170.421 dari Rp2.964.713.651 (87,06%)" in words(SERAPAN)
    assert "103,45%" in words(GAUGE)


def test_what_has_no_number_is_a_word_and_no_bar() -> None:
    assert "tidak dapat dihitung" in words(BARS)
    assert "belum diisi, pagu Rp686.032.100" in words(SERAPAN)
    assert "Rp0 dari Rp0" in words(SERAPAN)
    # Two signs of the legend, and three of the four rows have a number.
    assert len(bars(BARS)) == 2 + 3


def test_bars_are_as_long_as_their_values() -> None:
    first, second, zero = bars(BARS)[2:]
    assert first / second == pytest.approx(108.71 / 93.75, rel=1e-4)
    assert zero == 0


def test_bars_reach_or_miss_the_target_in_dark_and_light() -> None:
    svg = chart_svg(BARS).decode()
    fills = re.findall(r"<rect[^>]*fill: (rgb\([^)]*\))", svg)
    assert fills[2] == fills[0]
    assert fills[3] == fills[1]
    assert fills[0] != fills[1]


def test_the_number_of_a_bar_near_the_target_stands_behind_the_line() -> None:
    near = BarChart("x", (Bar("a", Decimal("99.5")),))
    root = ElementTree.fromstring(chart_svg(near))
    number = next(e for e in root.iter() if e.text == "99,5%")
    line = re.search(
        r'd="M ([\d.]+),\S+ L \S+ Z" style="[^"]*stroke-dasharray', chart_svg(near).decode()
    )
    assert line is not None
    assert float(number.attrib["x"]) > float(line[1])


def test_a_chart_without_target_has_no_line_and_no_legend() -> None:
    chart = BarChart("Jumlah laporan", (Bar("a", Decimal(12)),), None, "laporan")
    assert "12 laporan" in words(chart)
    assert not any("target" in word for word in words(chart))


def test_long_labels_are_cut_after_three_lines() -> None:
    chart = BarChart("x", (Bar("Meningkatnya kualitas " * 20, Decimal(1)),))
    labels = [word for word in words(chart) if word.startswith(("Mening", "kualitas"))]
    assert len(labels) == 3
    assert labels[-1].endswith("…")


def test_a_year_without_a_figure_leaves_a_gap() -> None:
    written = words(TREND)
    assert {"91", "97,95", "90,76", "93,14", "90,10", "2021", "Realisasi"} <= set(written)
    # The line of the target has two strokes, the one of realisasi none, besides the signs.
    dashed = chart_svg(TREND).decode().count("stroke-dasharray")
    assert dashed == 2 + 1


def test_a_trend_without_figures_is_an_empty_frame() -> None:
    empty = TrendChart("Kosong", ("2024",), (Series("Realisasi", (None,)),))
    assert "Kosong" in words(empty)
    assert "0" in words(empty)


def test_a_trend_that_falls_below_zero_shows_it() -> None:
    chart = TrendChart("x", ("1", "2", "3"), (
        Series("a", (Decimal(-5), Decimal(5), Decimal(5))),
        Series("b", (Decimal(1), Decimal(1), Decimal(2))),
        Series("c", (Decimal(0), Decimal(2), Decimal(3))),
    ))  # fmt: skip
    assert any(word.startswith("-") for word in words(chart))


def test_a_gauge_without_a_number_says_why() -> None:
    written = words(Gauge("Rata-rata", None, "belum diisi"))
    assert "belum diisi" in written
    assert "0%" in written


def test_a_gauge_shows_a_number_beyond_its_end() -> None:
    assert "400%" in words(Gauge("Rata-rata", Decimal(400), "Sangat Tinggi"))


def test_charts_without_rows_draw_their_frame() -> None:
    assert words(BarChart("Kosong", ()))[0] == "Kosong"
    assert words(SerapanChart("Kosong", ()))[0] == "Kosong"


def test_a_long_title_is_set_smaller_and_not_cut_off() -> None:
    svg = chart_svg(BarChart("Capaian kinerja " * 20, ())).decode()
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", svg)]
    assert min(sizes) < 5


def test_a_chart_takes_the_width_it_is_given() -> None:
    assert texts(render(ChartBlock(GAUGE, width=80, height=50))) != [""]
