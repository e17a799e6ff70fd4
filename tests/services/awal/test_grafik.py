"""What Beranda draws is what the LKjIP prints."""

from typing import Any

import pytest

from kinerja_desktop.documents.naskah.blocks import ChartBlock
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart, TrendChart
from kinerja_desktop.services.awal.grafik import (
    draw_capaian,
    read_kemajuan_sop,
    read_serapan,
    read_tren,
)
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import compose_report
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from tests.finals import finalize

TAHUN = Periode(2024)


def printed(office: Office, kind: type) -> list[Any]:
    naskah = compose_report(office, TAHUN.tahun, office.today())
    drawn = [block.chart for block in naskah.blocks if isinstance(block, ChartBlock)]
    return [chart for chart in drawn if isinstance(chart, kind)]


@pytest.mark.parametrize("is_final", [False, True])
def test_the_figures_are_those_of_the_report(muncar: Office, is_final: bool) -> None:
    if is_final:
        finalize(muncar, TAHUN, muncar.today())
    (bars,) = printed(muncar, BarChart)
    shown = draw_capaian(measure_periode(muncar, TAHUN))
    assert shown is not None
    assert (shown.bars, shown.target, shown.unit) == (bars.bars, bars.target, bars.unit)
    (spent,) = printed(muncar, SerapanChart)
    serapan = read_serapan(muncar, TAHUN)
    assert serapan is not None
    assert serapan.rows == spent.rows
    trends = {chart.title: chart for chart in printed(muncar, TrendChart)}
    found = read_tren(muncar, TAHUN.tahun)
    assert len(trends) == 4
    # The report leaves the indicators of programs out of its comparisons.
    assert {chart.title: chart for chart in found if chart.title in trends} == trends


def test_where_nothing_was_entered_nothing_is_drawn(muncar: Office) -> None:
    assert draw_capaian(measure_periode(muncar, Periode(2019))) is None
    assert read_serapan(muncar, Periode(2019)) is None
    assert read_tren(muncar, 2019) == []
    assert read_tren(muncar, 2020) == []
    assert read_kemajuan_sop(muncar) is None


def test_an_indicator_without_any_figure_has_no_trend(muncar: Office) -> None:
    before = read_tren(muncar, TAHUN.tahun)
    sasaran = list_rows(muncar, "sasaran")[0]["id"]
    add_row(
        muncar, "indikator",
        {"kode": "BARU", "uraian": "Baru", "sasaran_id": sasaran, "satuan": "%"},
    )  # fmt: skip
    assert read_tren(muncar, TAHUN.tahun) == before


def test_a_running_case_begins_at_its_first_step(muncar: Office) -> None:
    sop = list_sop(muncar)[0]
    start_case(muncar, sop.id, TAHUN)
    chart = read_kemajuan_sop(muncar)
    assert chart is not None
    (bar,) = chart.bars
    steps = len(sop.sop.langkah)
    assert bar.label == f"Langkah 1 dari {steps}: {sop.nama}, Tahun 2024"
    assert bar.value == 0
