from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import BELUM_DIISI, IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, measure, remeasure
from kinerja_desktop.domain.capaian.profil import ProfilRumus

TAHUN = Periode(2025)


def bahan(kode: str, realisasi: int) -> BahanUkur:
    return BahanUkur(
        kode, kode, f"Sasaran {kode[0]}", target=Decimal(100),
        isian_tahunan=IsianRealisasi(Decimal(realisasi)),
    )  # fmt: skip


def test_one_figure_changes_its_line_its_sasaran_and_the_whole() -> None:
    # `docs/sakip.md` §4.6: A {100}, B {80, 90, 100}: 92,50; with B's first at 100: 97,50.
    items = [bahan("A1", 100), bahan("B1", 80), bahan("B2", 90), bahan("B3", 100)]
    before = measure(TAHUN, items, ProfilRumus())
    assert before.rata_rata.tampil == Decimal("92.50")
    after = remeasure(before, bahan("B1", 100))
    assert after.rata_rata.tampil == Decimal("97.50")
    assert after.sasaran[0] is before.sasaran[0]
    assert after.sasaran[1].indikator[1] is before.sasaran[1].indikator[1]
    assert after.sasaran[1].rata_rata.tampil == Decimal("96.67")


@given(st.lists(st.integers(0, 300), min_size=1, max_size=6), st.data())
def test_measuring_one_anew_is_measuring_all(figures: list[int], data: st.DataObject) -> None:
    items = [bahan(f"{'AB'[place % 2]}{place}", figure) for place, figure in enumerate(figures)]
    place = data.draw(st.integers(0, len(items) - 1))
    changed = replace(
        items[place], isian_tahunan=IsianRealisasi(Decimal(data.draw(st.integers(0, 300))))
    )
    after = [changed if item.id == changed.id else item for item in items]
    assert remeasure(measure(TAHUN, items, ProfilRumus()), changed) == measure(
        TAHUN, after, ProfilRumus()
    )


def test_what_was_entered_is_found_by_triwulan() -> None:
    item = replace(bahan("A1", 5), isian_triwulan={2: IsianRealisasi(Decimal(7))})
    assert item.isian_of(None).nilai == 5
    assert item.isian_of(2).nilai == 7
    assert item.isian_of(1) is BELUM_DIISI
