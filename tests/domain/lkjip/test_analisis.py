from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, Keadaan
from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisSasaran, analyze
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip, IndikatorLkjip, Standar
from tests.domain.lkjip.contoh import BAHAN, IKM, PELAYANAN, S1, tahun, ukur, with_year


def first(bahan: BahanLkjip = BAHAN) -> AnalisisIndikator:
    return analyze(bahan).sasaran[0].indikator[0]


def with_profil(profil: ProfilRumus, bahan: BahanLkjip = BAHAN) -> AnalisisSasaran:
    year = replace(bahan.ukur[-1], profil=profil)
    return analyze(replace(bahan, ukur=(*bahan.ukur[:-1], year))).sasaran[0]


def test_this_year_is_measured_as_on_its_paper() -> None:
    """90 / 88 and 66 / 70; their mean (102,2727 + 94,2857) / 2."""
    analisis = analyze(BAHAN)
    shown = [item.utama.capaian.tampil for item in analisis.hasil.indikator]
    assert shown == [Decimal("102.27"), Decimal("94.29")]
    assert analisis.hasil.rata_rata.tampil == Decimal("98.28")


def test_earlier_years_stand_beside_it_oldest_first() -> None:
    item = first()
    assert [(year.tahun, year.realisasi) for year in item.tahun_lalu] == [(2022, 80), (2023, 85)]
    assert item.tahun_sebelum is not None
    assert item.tahun_sebelum.capaian.tampil == 100


def test_a_year_without_target_and_realisasi_is_no_year() -> None:
    bahan = replace(BAHAN, ukur=(tahun(2022, ukur("i1", IKM, S1, None, None)), *BAHAN.ukur[1:]))
    assert [year.tahun for year in first(bahan).tahun_lalu] == [2023]


def test_an_earlier_target_alone_gives_nothing_to_compare() -> None:
    before = tahun(2023, ukur("i1", IKM, S1, Decimal(85), None))
    bahan = replace(BAHAN, ukur=(before, BAHAN.ukur[-1]))
    assert first(bahan).tahun_sebelum is None
    assert len(first(bahan).tahun_lalu) == 1


def test_the_latest_year_with_a_realisasi_is_compared_with() -> None:
    planned = tahun(2023, ukur("i1", IKM, S1, Decimal(85), None))
    item = first(replace(BAHAN, ukur=(BAHAN.ukur[0], planned, BAHAN.ukur[-1])))
    assert item.tahun_sebelum is not None
    assert item.tahun_sebelum.tahun == 2022


def test_a_year_that_does_not_apply_is_compared_with_none() -> None:
    """`docs/sakip.md` §4.3: the states are never mixed."""
    off = replace(
        ukur("i1", IKM, S1, Decimal(88), None),
        isian_tahunan=IsianRealisasi(Decimal(90), tidak_berlaku=True, alasan="tidak disurvei"),
    )
    item = first(with_year(BAHAN, off))
    assert item.tahun_sebelum is None
    assert item.kemajuan.keadaan is Keadaan.TIDAK_BERLAKU
    years = (replace(BAHAN.ukur[0], bahan=(off,)), BAHAN.ukur[-1])
    assert first(replace(BAHAN, ukur=years)).tahun_sebelum is None


def test_progress_is_measured_against_the_last_target_of_the_renstra() -> None:
    """90 of 100."""
    item = first()
    assert (item.tahun_akhir, item.target_akhir) == (2026, 100)
    assert item.kemajuan.tampil == 90


def test_without_a_renstra_there_is_no_progress() -> None:
    item = first(replace(BAHAN, renstra=None))
    assert item.target_akhir is None
    assert item.kemajuan.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG


def test_standards_are_met_at_a_hundred_percent() -> None:
    """90 against a national 90 and a provincial 75: 100 % and 120 %."""
    extra = IndikatorLkjip(
        "i1", (), (Standar("nasional", Decimal(90)), Standar("provinsi", Decimal(75)))
    )
    item = first(replace(BAHAN, indikator=(extra,)))
    assert [found.capaian.tampil for found in item.standar] == [100, 120]


def test_programs_of_a_sasaran_are_added_up() -> None:
    group = analyze(BAHAN).sasaran[0]
    assert (group.pagu, group.realisasi, group.serapan) == (100_000_000, 90_000_000, 90)
    assert analyze(BAHAN).sasaran[1].program == ()


@pytest.mark.parametrize(
    ("metode", "nilai", "label"),
    [
        # 102,2727 − 90 = 12,27 poin, more than 5
        (Efisiensi.EF_SELISIH, Decimal("12.27"), "Efisien"),
        # 90 / 102,2727 = 0,88
        (Efisiensi.EF_RASIO, Decimal("0.88"), "Efisien"),
        (Efisiensi.EF_RUPIAH, Decimal(10_000_000), "Efisien"),
        # (102,2727 − 90) / 102,2727 = 12 %
        (Efisiensi.EF_PMK, Decimal("12.00"), ""),
    ],
)
def test_efficiency_follows_the_profile(metode: Efisiensi, nilai: Decimal, label: str) -> None:
    """`docs/sakip.md` §4.8."""
    group = with_profil(ProfilRumus(efisiensi=metode))
    assert group.efisiensi is not None
    assert (group.efisiensi.nilai, group.efisiensi.label) == (nilai, label)


def test_pmk_has_a_value_of_its_own() -> None:
    """NE = 50 + 12 / 20 × 50 = 80."""
    assert with_profil(ProfilRumus(efisiensi=Efisiensi.EF_PMK)).nilai_efisiensi == 80


@pytest.mark.parametrize(
    "bahan",
    [
        replace(BAHAN, belanja=()),
        replace(BAHAN, belanja=(replace(PELAYANAN, realisasi=None),)),
        replace(BAHAN, belanja=(replace(PELAYANAN, pagu=Decimal(0)),)),
        with_year(BAHAN, ukur("i1", IKM, S1, Decimal(88), None)),
    ],
)
def test_efficiency_needs_capaian_pagu_and_realisasi(bahan: BahanLkjip) -> None:
    group = analyze(bahan).sasaran[0]
    assert (group.efisiensi, group.nilai_efisiensi) == (None, None)


def test_efficiency_typed_by_hand_is_not_computed() -> None:
    assert with_profil(ProfilRumus(efisiensi=Efisiensi.EF_MANUAL)).efisiensi is None


def test_nothing_reached_has_no_pmk_efficiency() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, Decimal(88), Decimal(0)))
    assert with_profil(ProfilRumus(efisiensi=Efisiensi.EF_PMK), bahan).efisiensi is None


def test_an_indicator_that_is_no_longer_measured_is_left_out() -> None:
    bahan = with_year(BAHAN, ukur("i2", "x", "y", Decimal(1), Decimal(1)))
    assert analyze(bahan).sasaran[0].indikator == ()


def test_the_whole_budget_is_summed_over_programs() -> None:
    kegiatan = replace(PELAYANAN, kode="7.01.02.2.01", tingkat=1)
    analisis = analyze(replace(BAHAN, belanja=(PELAYANAN, kegiatan)))
    assert analisis.pagu == 100_000_000
    assert analisis.program == (PELAYANAN,)


def test_a_sasaran_is_found_by_its_key() -> None:
    analisis = analyze(BAHAN)
    found = analisis.find_sasaran("s2")
    assert found is not None
    assert found.sasaran.kode == "S2"
    assert analisis.find_sasaran("hilang") is None


def test_a_program_is_linked_by_any_of_its_lines() -> None:
    linked = replace(BAHAN.sasaran[0], program=("7.01.02.2.01",))
    assert analyze(replace(BAHAN, sasaran=(linked,))).sasaran[0].program == (PELAYANAN,)
    other = replace(linked, program=("7.01.020",))
    assert analyze(replace(BAHAN, sasaran=(other,))).sasaran[0].program == ()
