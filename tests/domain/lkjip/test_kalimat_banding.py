"""Sentences of comparisons 1–4; every figure in them is computed by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.lkjip.analisis import AnalisisSasaran, analyze
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip, IndikatorLkjip, RenstraLkjip, Standar
from kinerja_desktop.domain.lkjip.kalimat_banding import compare_target
from kinerja_desktop.domain.lkjip.kalimat_renstra import compare_renstra
from kinerja_desktop.domain.lkjip.kalimat_standar import compare_standar
from kinerja_desktop.domain.lkjip.kalimat_tahun import compare_years
from tests.domain.lkjip.contoh import BAHAN, IKM, S1, tahun, ukur, with_year

D = Decimal


def group(bahan: BahanLkjip = BAHAN) -> AnalisisSasaran:
    return analyze(bahan).sasaran[0]


def this_year(*items: BahanUkur) -> AnalisisSasaran:
    return group(with_year(BAHAN, *items))


def before_and_now(then: BahanUkur, now: BahanUkur) -> AnalisisSasaran:
    return group(replace(BAHAN, ukur=(tahun(2023, then), tahun(2024, now))))


def test_a_target_that_was_passed() -> None:
    assert compare_target(group(), 2024) == (
        f"**{IKM}** ditargetkan 88 pada tahun 2024 dan terealisasi 90, sehingga capaiannya "
        "102,27% (Sangat Tinggi). Target terlampaui: realisasi 2 poin di atas target."
    )


def test_a_target_that_was_missed() -> None:
    text = compare_target(this_year(ukur("i1", IKM, S1, D(90), D(81), satuan="%")), 2024)
    assert "capaiannya 90,00% (Tinggi)" in text
    assert text.endswith("Target belum tercapai: realisasi 9 poin persen di bawah target.")


def test_a_target_that_was_met_to_the_point() -> None:
    text = compare_target(this_year(ukur("i1", IKM, S1, D(27), D(27), satuan="Desa")), 2024)
    assert "ditargetkan 27 desa" in text
    assert text.endswith("(Sangat Tinggi). Target tercapai.")


def test_a_predikat_has_no_distance() -> None:
    item = ukur("i1", IKM, S1, "BB", "A", arah=Arah.PREDIKAT)
    assert compare_target(this_year(item), 2024).endswith("Target terlampaui.")


def test_a_falling_indicator_may_pass_its_target_from_below() -> None:
    text = compare_target(this_year(ukur("i1", IKM, S1, D(10), D(8), arah=Arah.TURUN)), 2024)
    assert "capaiannya 120,00%" in text
    assert text.endswith("Target tercapai: realisasi 2 poin lebih rendah daripada target.")


def test_several_indicators_have_a_mean() -> None:
    sasaran = replace(BAHAN.sasaran[0], indikator=("i1", "i2"))
    text = compare_target(group(replace(BAHAN, sasaran=(sasaran,))), 2024)
    assert text.endswith(
        "Rata-rata capaian sasaran ini mencapai 98,28% (kategori Sangat Tinggi), dihitung dari "
        "seluruh 2 (dua) indikator."
    )


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (ukur("i1", IKM, S1, None, None), f"Target **{IKM}** tahun 2024 belum ditetapkan."),
        (ukur("i1", IKM, S1, D(9), None), "pada tahun 2024. Realisasinya belum diisi."),
        (
            ukur("i1", IKM, S1, D(0), D(3)),
            "dan terealisasi 3. Capaiannya tidak dapat dihitung: target 0.",
        ),
    ],
)
def test_a_figure_that_is_not_there_is_said_in_words(item: BahanUkur, words: str) -> None:
    assert words in compare_target(this_year(item), 2024)


def test_a_capped_figure_says_so() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(50), D(90)))
    year = replace(bahan.ukur[-1], profil=ProfilRumus(cap_capaian=D(120)))
    text = compare_target(group(replace(bahan, ukur=(*bahan.ukur[:-1], year))), 2024)
    assert "120,00%" in text
    assert "Catatan:" in text
    assert "180" in text


def test_better_than_last_year_and_the_best_since() -> None:
    assert compare_years(group(), 2024) == (
        f"Realisasi **{IKM}** tahun 2024 tercatat sebesar 90, naik 5 poin dari tahun 2023 yang "
        "sebesar 85, sehingga kinerjanya membaik. Capaiannya naik 2,27 poin persen, dari 100,00% "
        "menjadi 102,27%. Sejak tahun 2022 realisasi tertinggi tercatat 90 (tahun 2024) dan "
        "terendah 80 (tahun 2022)."
    )


def test_less_of_a_falling_indicator_is_better() -> None:
    then = ukur("i1", IKM, S1, D(10), D(12), arah=Arah.TURUN, satuan="Hari")
    text = compare_years(before_and_now(then, ukur("i1", IKM, S1, D(10), D(9), arah=Arah.TURUN,
                                                  satuan="Hari")), 2024)  # fmt: skip
    assert "turun 3 hari dari tahun 2023 yang sebesar 12 hari, sehingga kinerjanya membaik." in text


def test_worse_than_last_year() -> None:
    then, now = ukur("i1", IKM, S1, D(90), D(95)), ukur("i1", IKM, S1, D(90), D(92))
    text = compare_years(before_and_now(then, now), 2024)
    assert "turun 3 poin dari tahun 2023 yang sebesar 95, sehingga kinerjanya menurun." in text
    assert "Sejak" not in text


def test_the_same_as_last_year() -> None:
    item = ukur("i1", IKM, S1, D(90), D(90))
    text = compare_years(before_and_now(item, item), 2024)
    assert "sama dengan tahun 2023." in text
    assert "Capaiannya tetap 100,00%." in text


def test_a_predikat_is_compared_by_its_capaian() -> None:
    """B is 4, BB is 5 of target BB: 80 % and 100 %."""
    then = ukur("i1", IKM, S1, "BB", "B", arah=Arah.PREDIKAT)
    now = ukur("i1", IKM, S1, "BB", "BB", arah=Arah.PREDIKAT)
    text = compare_years(before_and_now(then, now), 2024)
    assert text.startswith(
        f"Pada tahun 2024 **{IKM}** memperoleh predikat BB, berubah dari predikat B pada tahun "
        "2023, sehingga kinerjanya membaik. "
    )
    assert "naik 20,00 poin persen, dari 80,00% menjadi 100,00%" in text


def test_a_target_missing_last_year_leaves_the_capaian_out() -> None:
    then, now = ukur("i1", IKM, S1, None, D(80)), ukur("i1", IKM, S1, D(90), D(92))
    assert "Capaiannya" not in compare_years(before_and_now(then, now), 2024)


def test_without_last_year_nothing_is_compared() -> None:
    bahan = replace(BAHAN, ukur=BAHAN.ukur[-1:])
    assert compare_years(group(bahan), 2024).endswith(
        "Data tahun 2023 belum tersedia sehingga perbandingan belum dapat dilakukan."
    )


def test_a_missing_realisasi_is_not_compared() -> None:
    text = compare_years(this_year(ukur("i1", IKM, S1, D(9), None)), 2024)
    assert text == (
        f"Realisasi **{IKM}** tahun 2024 belum diisi, "
        "sehingga tidak dibandingkan dengan tahun sebelumnya."
    )


def test_words_beside_numbers_have_no_extremes() -> None:
    years = [tahun(y, ukur("i1", IKM, S1, "BB", "BB", arah=Arah.PREDIKAT)) for y in (2022, 2023)]
    now = tahun(2024, ukur("i1", IKM, S1, "BB", "A", arah=Arah.PREDIKAT))
    assert "Sejak" not in compare_years(group(replace(BAHAN, ukur=(*years, now))), 2024)


def test_on_the_way_to_the_last_target() -> None:
    assert compare_renstra(group(), 2024) == (
        f"Target akhir Renstra (tahun 2026) untuk **{IKM}** adalah 100. Sampai dengan tahun 2024 "
        "indikator ini terealisasi 90, sehingga tingkat kemajuannya mencapai 90,00%. Kinerja "
        "berada pada jalur menuju target akhir Renstra karena target tahun ini tercapai."
    )


@pytest.mark.parametrize(
    ("realisasi", "akhir", "words"),
    [
        (D(100), 2026, "sudah tercapai 2 tahun lebih awal."),
        (D(100), 2024, "Target akhir Renstra sudah tercapai."),
        (D(90), 2024, "tidak tercapai pada akhir periode."),
        (D(80), 2026, "belum berada pada jalur menuju target akhir Renstra; tersisa 2 tahun"),
    ],
)
def test_where_the_way_to_the_last_target_stands(realisasi: D, akhir: int, words: str) -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), realisasi))
    extra = IndikatorLkjip("i1", ((akhir, D(100)),))
    bahan = replace(bahan, indikator=(extra,), renstra=RenstraLkjip("R", 2020, akhir))
    assert words in compare_renstra(group(bahan), 2024)


def test_without_a_last_target_there_is_nothing_to_reach() -> None:
    text = compare_renstra(group(replace(BAHAN, indikator=())), 2024)
    assert text == f"Target akhir Renstra untuk **{IKM}** belum ditetapkan."


def test_progress_of_nothing_is_said_in_words() -> None:
    text = compare_renstra(this_year(ukur("i1", IKM, S1, D(9), None)), 2024)
    assert text.endswith("Tingkat kemajuannya belum diisi.")


def test_no_national_standard_is_only_said_when_it_was_confirmed() -> None:
    """`docs/sakip.md` §7.3, table 3.4."""
    assert compare_standar(group(replace(BAHAN, indikator=()))) == (
        f"Data standar nasional untuk indikator **{IKM}** belum diisi."
    )
    assert compare_standar(group()) == (
        f"Tidak terdapat standar nasional untuk indikator **{IKM}**."
    )


def test_standards_are_met_passed_or_missed() -> None:
    extra = IndikatorLkjip(
        "i1",
        (),
        (
            Standar("nasional", D(90), "PermenPANRB"),
            Standar("provinsi", D(80)),
            Standar("kabupaten", D(95)),
        ),
    )
    assert compare_standar(group(replace(BAHAN, indikator=(extra,)))) == (
        f"Realisasi **{IKM}** sebesar 90 memenuhi standar nasional 90 (PermenPANRB), lebih baik "
        "daripada standar provinsi 80, dan belum memenuhi standar kabupaten 95."
    )


def test_a_standard_waits_for_the_realisasi() -> None:
    extra = IndikatorLkjip("i1", (), (Standar("nasional", D(90)),))
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(9), None))
    text = compare_standar(group(replace(bahan, indikator=(extra,))))
    assert text == f"**{IKM}** belum dapat dibandingkan dengan standar nasional 90."


def off(alasan: str, realisasi: D | None = None) -> BahanUkur:
    isian = IsianRealisasi(realisasi, tidak_berlaku=True, alasan=alasan)
    return replace(ukur("i1", IKM, S1, D(9), None), isian_tahunan=isian)


@pytest.mark.parametrize(
    ("alasan", "words"),
    [
        ("tidak ada pemilu", "Capaiannya tidak berlaku: tidak ada pemilu."),
        ("Tidak disurvei.", "Capaiannya tidak berlaku: Tidak disurvei."),
        ("-", "Capaiannya tidak berlaku."),
        ("", "Capaiannya tidak berlaku."),
    ],
)
def test_what_does_not_apply_is_said_once_in_words(alasan: str, words: str) -> None:
    assert compare_target(this_year(off(alasan)), 2024).endswith(f"2024. {words}")


def test_a_figure_that_does_not_apply_is_compared_with_nothing() -> None:
    group = this_year(off("tidak disurvei", D(90)))
    assert compare_years(group, 2024).endswith(
        "tidak berlaku, sehingga tidak dibandingkan dengan tahun sebelumnya."
    )
    assert compare_renstra(group, 2024).endswith("Tingkat kemajuannya tidak berlaku.")


def test_a_difference_of_two_percentages_is_in_points_however_the_unit_is_written() -> None:
    """96 against 95."""
    text = compare_target(this_year(ukur("i1", IKM, S1, D(95), D(96), satuan="Persen")), 2024)
    assert text.endswith("realisasi 1 poin persen di atas target.")


def test_a_gap_between_the_years_is_said() -> None:
    years = (BAHAN.ukur[0], BAHAN.ukur[-1])
    text = compare_years(group(replace(BAHAN, ukur=years)), 2024)
    assert "naik 10 poin dari tahun 2022 yang sebesar 80" in text
    assert "Data tahun 2023 tidak tersedia." in text


def test_without_a_target_this_year_nobody_is_off_the_way() -> None:
    text = compare_renstra(this_year(ukur("i1", IKM, S1, None, D(90))), 2024)
    assert text.endswith("sehingga tingkat kemajuannya mencapai 90,00%.")
