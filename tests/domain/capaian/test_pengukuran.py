"""Means and periods: `docs/sakip.md` §4.4, §4.6; figures by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, Keadaan
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi, measure
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus, RataRata
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus

TAHUN = Periode(2025)
DEFAULT = ProfilRumus()


def bahan(kelompok: str, realisasi: str | None, bobot: str = "1") -> BahanUkur:
    return BahanUkur(
        id=f"{kelompok}{realisasi}",
        uraian=f"Indikator {realisasi}",
        kelompok=kelompok,
        bobot=Decimal(bobot),
        target=Decimal(100),
        isian_tahunan=IsianRealisasi(None if realisasi is None else Decimal(realisasi)),
    )


#: Sasaran A {100}, sasaran B {80, 90, 100} (`docs/sakip.md` §4.6).
EXAMPLE = [bahan("A", "100"), bahan("B", "80"), bahan("B", "90"), bahan("B", "100")]


def test_the_two_overall_means_of_the_rule_book() -> None:
    assert measure(TAHUN, EXAMPLE, DEFAULT).rata_rata.tampil == Decimal("92.50")
    by_sasaran = measure(TAHUN, EXAMPLE, replace(DEFAULT, rata_rata=RataRata.SASARAN))
    assert by_sasaran.rata_rata.tampil == Decimal("95.00")
    assert by_sasaran.rata_rata.keterangan == "4 dari 4 indikator"


def test_every_sasaran_has_its_own_mean() -> None:
    hasil = measure(TAHUN, EXAMPLE, DEFAULT)
    assert [(s.uraian, s.rata_rata.tampil) for s in hasil.sasaran] == [
        ("A", Decimal("100.00")),
        ("B", Decimal("90.00")),
    ]
    assert len(hasil.indikator) == 4


def test_blanks_are_left_out_and_counted() -> None:
    rata = measure(TAHUN, [bahan("A", "80"), bahan("A", None)], DEFAULT).rata_rata
    assert (rata.tampil, rata.keterangan) == (Decimal("80.00"), "1 dari 2 indikator")


def test_without_any_figure_there_is_no_mean() -> None:
    hasil = measure(TAHUN, [bahan("A", None)], replace(DEFAULT, rata_rata=RataRata.SASARAN))
    assert hasil.rata_rata.tampil is None
    assert hasil.rata_rata.kategori == ""


def test_weights_count_only_in_a_weighted_profile() -> None:
    weighted = [bahan("A", "100", "75"), bahan("A", "80", "25")]
    assert measure(TAHUN, weighted, DEFAULT).sasaran[0].rata_rata.tampil == 90
    profil = replace(DEFAULT, berbobot=True)
    assert measure(TAHUN, weighted, profil).sasaran[0].rata_rata.tampil == 95
    nothing = [bahan("A", "100", "0")]
    assert measure(TAHUN, nothing, profil).sasaran[0].rata_rata.tampil is None


def test_means_can_be_capped_apart_from_the_figures() -> None:
    profil = replace(DEFAULT, cap_rata_rata=Decimal(100))
    hasil = measure(TAHUN, [bahan("A", "150"), bahan("A", "80")], profil)
    assert hasil.indikator[0].utama.capaian.tampil == 150
    assert hasil.rata_rata.tampil == 90


def test_means_are_taken_of_unrounded_figures() -> None:
    """1/3 and 2/3 of 100 are 33,333… and 66,666…: their mean is exactly 50."""
    thirds = [
        replace(bahan("A", "1"), target=Decimal(3)),
        replace(bahan("A", "2"), target=Decimal(3)),
    ]
    rata = measure(TAHUN, thirds, DEFAULT).rata_rata
    assert rata.tepat == 50


def laporan(**changes: object) -> BahanUkur:
    """Twelve reports a year, three in each triwulan; 3, 2, and 4 delivered so far."""
    item = BahanUkur(
        id="1",
        uraian="Jumlah laporan",
        kelompok="A",
        akumulasi=Akumulasi.AKUMULASI,
        target=Decimal(12),
        target_triwulan=dict.fromkeys((1, 2, 3, 4), Decimal(3)),
        isian_triwulan={
            1: IsianRealisasi(Decimal(3)),
            2: IsianRealisasi(Decimal(2)),
            3: IsianRealisasi(Decimal(4)),
        },
        narasi={2: Narasi(penghambat="listrik padam")},
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def test_a_triwulan_has_three_percentages() -> None:
    (item,) = measure(Periode(2025, 2), [laporan()], DEFAULT).indikator
    assert item.utama.capaian.tampil == Decimal("66.67")
    assert item.sd_triwulan is not None
    assert (item.sd_triwulan.target, item.sd_triwulan.realisasi) == (6, 5)
    assert item.sd_triwulan.capaian.tampil == Decimal("83.33")
    assert item.terhadap_tahunan is not None
    assert item.terhadap_tahunan.capaian.tampil == Decimal("41.67")
    assert item.narasi.penghambat == "listrik padam"
    assert item.is_below_target


def test_a_year_adds_its_triwulan_up() -> None:
    (item,) = measure(TAHUN, [laporan()], DEFAULT).indikator
    assert (item.utama.realisasi, item.utama.capaian.tampil) == (9, 75)
    assert (item.sd_triwulan, item.terhadap_tahunan) == (None, None)


def test_a_figure_for_the_whole_year_goes_before_its_triwulan() -> None:
    (item,) = measure(
        TAHUN, [laporan(isian_tahunan=IsianRealisasi(Decimal(12)))], DEFAULT
    ).indikator
    assert item.utama.capaian.tampil == 100
    assert not item.is_below_target


def test_a_year_that_does_not_apply_stays_so() -> None:
    off = IsianRealisasi(tidak_berlaku=True, alasan="dihapus")
    (item,) = measure(TAHUN, [laporan(isian_tahunan=off)], DEFAULT).indikator
    assert item.utama.capaian.keadaan is Keadaan.TIDAK_BERLAKU


def test_a_yearly_figure_is_that_of_tw_iv_when_no_yearly_one_stands() -> None:
    """82/80 = 102,50 %."""
    item = laporan(
        akumulasi=Akumulasi.TAHUNAN_SAJA,
        target=Decimal(80),
        isian_triwulan={3: IsianRealisasi(Decimal(1)), 4: IsianRealisasi(Decimal(82))},
    )
    (hasil,) = measure(TAHUN, [item], DEFAULT).indikator
    assert hasil.utama.capaian.tampil == Decimal("102.50")
    (own,) = measure(
        TAHUN, [replace(item, isian_tahunan=IsianRealisasi(Decimal(40)))], DEFAULT
    ).indikator
    assert own.utama.capaian.tampil == Decimal("50.00")
    (first,) = measure(TAHUN, [item], replace(DEFAULT, aturan=Aturan.SATU)).indikator
    assert first.utama.capaian.keadaan is Keadaan.BELUM_DIISI


def test_a_missing_target_is_not_left_out_of_the_sum_in_silence() -> None:
    """Σ of TW I–II is 5; TW II has no target, so 5 stands against the year's 12: 41,67."""
    item = laporan(target_triwulan={1: Decimal(3), 3: Decimal(3)})
    (hasil,) = measure(Periode(2025, 2), [item], DEFAULT).indikator
    assert hasil.pembanding.startswith("s.d. TW II dibandingkan dengan target tahunan 12, karena")
    assert hasil.sd_triwulan is not None
    assert hasil.sd_triwulan.capaian.tampil == Decimal("41.67")
    assert hasil.sd_triwulan.capaian.langkah[0] == f"S{hasil.pembanding[1:]}"
    (first,) = measure(Periode(2025, 2), [item], replace(DEFAULT, aturan=Aturan.SATU)).indikator
    assert first.pembanding == ""


def test_a_quotient_is_told_among_the_steps() -> None:
    isian = IsianRealisasi(Decimal(90), pembilang=Decimal(45), penyebut=Decimal(50))
    item = laporan(satuan="%", isian_tahunan=isian, isian_triwulan={1: isian})
    for periode in (TAHUN, Periode(2025, 1)):
        (hasil,) = measure(periode, [item], DEFAULT).indikator
        assert hasil.utama.capaian.langkah[0] == "Pembilang 45 ÷ penyebut 50 × 100 = 90"


@pytest.mark.parametrize(
    ("narasi", "lacks"),
    [(Narasi("", "hujan", "dijadwal ulang"), False), (Narasi("", "-", "dijadwal ulang"), True),
     (Narasi("", "hujan", " – "), True), (Narasi(), True)],
)  # fmt: skip
def test_a_dash_is_no_story(narasi: Narasi, lacks: bool) -> None:
    item = replace(bahan("A", "80"), narasi={None: narasi})
    (hasil,) = measure(TAHUN, [item], DEFAULT).indikator
    assert hasil.lacks_story is lacks


def test_who_reached_the_target_owes_no_story() -> None:
    assert not measure(TAHUN, [bahan("A", "100")], DEFAULT).indikator[0].lacks_story


def test_an_interim_target_of_zero_is_not_scored() -> None:
    """Frequent in real Rencana Aksi (`docs/sakip.md` §3.6, §4.3)."""
    item = laporan(target_triwulan={1: Decimal(0)}, isian_triwulan={1: IsianRealisasi(Decimal(0))})
    (hasil,) = measure(Periode(2025, 1), [item], DEFAULT).indikator
    assert hasil.utama.capaian.keadaan is Keadaan.TIDAK_BERLAKU
    assert "target triwulan ini 0" in hasil.utama.capaian.alasan


def test_a_formula_of_its_own_goes_before_the_profile() -> None:
    item = replace(bahan("A", "80"), arah=Arah.TURUN)
    assert measure(TAHUN, [item], DEFAULT).indikator[0].rumus is Rumus.MIN_2T
    own = replace(item, rumus=Rumus.MIN_TR)
    (hasil,) = measure(TAHUN, [own], DEFAULT).indikator
    assert (hasil.rumus, hasil.utama.capaian.tampil) == (Rumus.MIN_TR, 125)


def test_the_paper_of_a_triwulan_is_made_of_nothing_later() -> None:
    """What is entered after TW I was signed must not contradict its paper.

    `docs/architecture.md` §2.6.
    """
    first, second = IsianRealisasi(Decimal(1)), IsianRealisasi(Decimal(2))
    whole = BahanUkur(
        "a", "Indikator", "Sasaran",
        target_triwulan={1: Decimal(10), 2: Decimal(20)},
        isian_tahunan=IsianRealisasi(Decimal(3)),
        isian_triwulan={1: first, 2: second},
        narasi={1: Narasi("satu"), 2: Narasi("dua"), None: Narasi("setahun")},
    )  # fmt: skip
    awal = whole.as_of(1)
    assert awal.target_triwulan == {1: Decimal(10)}
    assert awal.isian_triwulan == {1: first}
    assert awal.isian_tahunan == IsianRealisasi()
    assert awal.narasi == {1: Narasi("satu")}
    tahun = whole.as_of(None)
    assert tahun.isian_triwulan == whole.isian_triwulan
    assert tahun.isian_tahunan == whole.isian_tahunan
    assert tahun.narasi == {None: Narasi("setahun")}
