"""Which indicators measure a line of the budget (comparison 7)."""

from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.lkjip.analisis import analyze
from kinerja_desktop.domain.lkjip.bahan import IndikatorLkjip
from kinerja_desktop.domain.lkjip.penunjang import indicators_of, mean_of_line, own_indicators
from tests.domain.lkjip.contoh import BAHAN, ukur, with_year

D = Decimal


def test_a_line_has_its_own_indicators_and_those_below_it() -> None:
    """80 and 100 of 100 at the kegiatan: a mean of 90,00."""
    items = [ukur(f"k{n}", f"K{n}", "x", D(100), D(n)) for n in (80, 100)]
    extra = tuple(IndikatorLkjip(item.id, program="7.01.02.2.01") for item in items)
    analisis = analyze(replace(with_year(BAHAN, *items), indikator=extra))
    assert [item.bahan.id for item in own_indicators(analisis, "7.01.02.2.01")] == ["k80", "k100"]
    assert own_indicators(analisis, "7.01.02") == []
    assert [item.bahan.id for item in indicators_of(analisis, "7.01.02")] == ["k80", "k100"]
    assert indicators_of(analisis, "7.01.02.2.0") == []
    mean = mean_of_line(analisis, "7.01.02.2.01")
    assert mean is not None
    assert mean.tampil == 90
    assert mean_of_line(analisis, "7.01.02") is None
