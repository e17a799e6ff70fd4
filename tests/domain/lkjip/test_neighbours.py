"""Two neighbours of the same kind are told in two shapes (`docs/sakip.md` §7.8)."""

from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.lkjip.analisis import AnalisisSasaran, analyze
from kinerja_desktop.domain.lkjip.bahan import IndikatorLkjip, Standar
from kinerja_desktop.domain.lkjip.kalimat_banding import compare_target
from kinerja_desktop.domain.lkjip.kalimat_renstra import compare_renstra
from kinerja_desktop.domain.lkjip.kalimat_standar import compare_standar
from kinerja_desktop.domain.lkjip.kalimat_tahun import compare_years
from tests.domain.lkjip.contoh import BAHAN, S1, tahun, ukur

D = Decimal


def two(
    target: Nilai, now: Nilai | None, before: Nilai | None = None, arah: Arah = Arah.NAIK
) -> AnalisisSasaran:
    """One sasaran with two equal indicators, A and B."""

    def year(number: int, realisasi: Nilai | None) -> tuple[int, tuple[object, ...]]:
        return number, tuple(ukur(key, key.upper(), S1, target, realisasi, arah=arah)
                             for key in ("a", "b"))  # fmt: skip

    extra = tuple(
        IndikatorLkjip(key, ((2026, target),), (Standar("provinsi", target),), "", ("nasional",))
        for key in ("a", "b")
    )
    sasaran = replace(BAHAN.sasaran[0], indikator=("a", "b"))
    years = [year(2023, before), year(2024, now)]
    bahan = replace(
        BAHAN, sasaran=(sasaran,), indikator=extra,
        ukur=tuple(tahun(number, *items) for number, items in years),  # type: ignore[arg-type]
    )  # fmt: skip
    return analyze(bahan).sasaran[0]


def lines(text: str) -> list[str]:
    return text.split("\n\n")


def test_words_are_told_in_two_shapes() -> None:
    group = two("BB", "B", "CC", Arah.PREDIKAT)
    assert lines(compare_target(group, 2024))[:2] == [
        "**A** ditargetkan memperoleh predikat BB pada tahun 2024, tetapi memperoleh predikat B, "
        "sehingga capaiannya 80,00% (Tinggi). Target belum tercapai.",
        "Pada tahun 2024 **B** memperoleh predikat B, sedangkan targetnya predikat BB, sehingga "
        "capaiannya 80,00% (Tinggi). Dengan demikian, target belum terpenuhi.",
    ]
    assert (
        "**B** memperoleh predikat CC, sedangkan pada tahun 2024 memperoleh predikat B, sehi"
        in (compare_years(group, 2024))
    )
    assert "**B** memperoleh predikat B, sedangkan target akhir Renstra (tahun 2026) adalah" in (
        compare_renstra(group, 2024)
    )


def test_a_word_that_was_met_is_as_wanted() -> None:
    assert "**B** memperoleh predikat BB, sesuai targetnya, sehingga" in (
        compare_target(two("BB", "BB", None, Arah.PREDIKAT), 2024)
    )


def test_what_stayed_the_same_is_told_in_two_shapes() -> None:
    text = lines(compare_years(two(D(90), D(90), D(90)), 2024))
    assert text[0].startswith("Realisasi **A** tahun 2024 tercatat sebesar 90, sama dengan tahun")
    assert text[1].startswith("Dibandingkan dengan tahun 2023, realisasi **B** tetap 90.")


def test_figures_are_told_in_two_shapes() -> None:
    group = two(D(90), D(90), D(80))
    assert "realisasi **B** pada tahun 2024 naik 10 poin menjadi 90, sehingga kinerjanya" in (
        compare_years(group, 2024)
    )
    assert "**B** terealisasi 90 dari target akhir Renstra (tahun 2026) sebesar 90, sehi" in (
        compare_renstra(group, 2024)
    )
    assert lines(compare_standar(group)) == [
        "Realisasi **A** sebesar 90 memenuhi standar provinsi 90.",
        "Dengan realisasi sebesar 90, **B** memenuhi standar provinsi 90.",
        "Untuk kedua indikator sasaran ini, tidak terdapat standar nasional.",
    ]


def test_what_is_not_there_yet_is_told_in_two_shapes() -> None:
    group = two(D(90), None)
    assert lines(compare_target(group, 2024)) == [
        "**A** ditargetkan 90 pada tahun 2024.",
        "Pada tahun 2024 **B** ditargetkan 90.",
        "Untuk kedua indikator sasaran ini, realisasinya belum diisi.",
    ]
    assert lines(compare_renstra(group, 2024))[1] == (
        "Pada akhir Renstra (tahun 2026) **B** ditargetkan 90."
    )
