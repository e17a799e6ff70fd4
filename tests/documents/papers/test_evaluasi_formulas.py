"""The formulas of Formulir E.81 follow the office's profile (`docs/sakip.md` §4.2, §4.5, §4.6)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.documents.papers.evaluasi_formulas import formulas_of, mean_formula
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import Pembulatan, ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Rumus
from kinerja_desktop.domain.evaluasi.bahan import (
    BahanBaris,
    BahanEvaluasi,
    BahanIndikator,
    RupiahBaris,
)
from kinerja_desktop.domain.evaluasi.formulir import FormulirEvaluasi, reckon
from kinerja_desktop.domain.laporan.evaluasi_renja import list_rows, write_rata

PROFIL = ProfilRumus()
#: Places of columns 12 to 15 among 5 to 15.
TAHUN, CAPAIAN, SAMPAI, CAPAIAN_RENSTRA = 7, 8, 9, 10


def form(
    realisasi: object, target: object = Decimal(10), profil: ProfilRumus = PROFIL, **of: Any
) -> FormulirEvaluasi:
    """Evaluate one indicator in TW IV of a Renstra's second year."""
    isian = {4: IsianRealisasi(realisasi)}  # type: ignore[arg-type]
    before = of.pop("sebelum", None)
    ukur = BahanUkur("1", "Indikator", "", target=target, isian_triwulan=isian)  # type: ignore[arg-type]
    item = BahanIndikator(
        replace(ukur, **of), {2024: Decimal(10), 2025: Decimal(20)}, {2024: IsianRealisasi(before)}
    )
    line = BahanBaris("7.01", "Program", 0, RupiahBaris(), (item,))
    return reckon(BahanEvaluasi(2025, 4, (2024, 2025), (line,)), profil)


def k_formulas(made: FormulirEvaluasi) -> list[tuple[str, Decimal | None]]:
    (row,) = list_rows(made)
    return [of_k for of_k, _ in formulas_of(row, made.profil)]


@pytest.mark.parametrize(
    ("rumus", "formula", "percent"),
    [
        (Rumus.MAX, "S{row}/I{row}*100", "80"),
        (Rumus.MIN_2T, "MAX(0,(2*I{row}-S{row})/I{row}*100)", "120"),
        (Rumus.MIN_TR, "MAX(0,I{row}/S{row}*100)", "125"),
        (Rumus.MIN_SISA, "MAX(0,(I{row}-S{row})/I{row}*100)", "20"),
        (Rumus.STABIL, "MAX(0,(1-ABS(S{row}-I{row})/I{row})*100)", "80"),
    ],
)
def test_a_quotient_is_reckoned_with_the_floor(rumus: Rumus, formula: str, percent: str) -> None:
    assert k_formulas(form(Decimal(8), rumus=rumus))[CAPAIAN] == (formula, Decimal(percent))


def test_a_cap_is_reckoned_too() -> None:
    capped = replace(PROFIL, cap_capaian=Decimal(110))
    assert k_formulas(form(Decimal(15), profil=capped))[CAPAIAN] == (
        "MIN(110,S{row}/I{row}*100)", 110,
    )  # fmt: skip


def test_a_rising_figure_below_zero_has_the_floor() -> None:
    assert k_formulas(form(Decimal(-5)))[CAPAIAN] == ("MAX(0,S{row}/I{row}*100)", 0)


@pytest.mark.parametrize(
    ("realisasi", "target", "of", "exact"),
    [
        ("BB", "A", {"rumus": Rumus.PREDIKAT}, "83.33"),
        (Decimal(0), Decimal(10), {"rumus": Rumus.MIN_TR}, "100"),
        (Decimal(0), Decimal(0), {"rumus": Rumus.MIN_2T}, "100"),
    ],
)
def test_what_is_no_quotient_stands_as_its_value(
    realisasi: object, target: object, of: dict[str, Any], exact: str
) -> None:
    formula, value = k_formulas(form(realisasi, target, **of))[CAPAIAN]
    assert (formula, f"{value:.2f}".removesuffix(".00")) == ("", exact)


def test_figures_that_are_cut_off_stand_as_they_are_shown() -> None:
    cut = replace(PROFIL, pembulatan=Pembulatan.POTONG)
    made = form(Decimal(2), Decimal(3), profil=cut)
    assert k_formulas(made)[CAPAIAN] == ("", None)
    assert mean_formula(13, made.rata_renja, cut) == ""
    assert made.rata_renja.tampil == Decimal("66.66")


def test_a_mean_is_live_unless_its_figures_are_capped_or_none() -> None:
    made = form(Decimal(8))
    assert mean_formula(13, made.rata_renja, PROFIL) == "AVERAGE(U{first}:U{above})"
    assert mean_formula(15, made.rata_renstra, PROFIL) == "AVERAGE(Y{first}:Y{above})"
    assert mean_formula(13, made.rata_renja, replace(PROFIL, cap_rata_rata=Decimal(100))) == ""
    blank = form(None)
    assert mean_formula(13, blank.rata_renja, PROFIL) == ""
    assert write_rata(blank.rata_renja) == "belum dapat dihitung (0 dari 1 indikator)"


@pytest.mark.parametrize(
    ("akumulasi", "year", "reached"),
    [
        (Akumulasi.AKUMULASI, "SUM(K{row},M{row},O{row},Q{row})", "SUM(G{row},S{row})"),
        (Akumulasi.RATA_RATA, "AVERAGE(K{row},M{row},O{row},Q{row})", "S{row}"),
        (Akumulasi.MAKSIMUM, "MAX(K{row},M{row},O{row},Q{row})", "S{row}"),
        (Akumulasi.MINIMUM, "MIN(K{row},M{row},O{row},Q{row})", "S{row}"),
        (Akumulasi.TAHUNAN_SAJA, "Q{row}", "S{row}"),
    ],
)
def test_the_year_and_what_was_reached_follow_the_kind(
    akumulasi: Akumulasi, year: str, reached: str
) -> None:
    found = k_formulas(form(Decimal(8), akumulasi=akumulasi, sebelum=Decimal(3)))
    assert (found[TAHUN][0], found[SAMPAI][0]) == (year, reached)


def test_what_was_reached_before_stands_until_there_is_more() -> None:
    found = k_formulas(form(None, sebelum=Decimal(3)))
    assert (found[TAHUN][0], found[SAMPAI][0]) == ("", "G{row}")
    assert found[CAPAIAN_RENSTRA] == ("W{row}/E{row}*100", 15)


def test_the_figure_of_the_whole_year_is_no_sum_of_its_quarters() -> None:
    found = k_formulas(form(Decimal(8), isian_tahunan=IsianRealisasi(Decimal(9))))
    assert (found[TAHUN][0], found[CAPAIAN]) == ("", ("S{row}/I{row}*100", 90))
