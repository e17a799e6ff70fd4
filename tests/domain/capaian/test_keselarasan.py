"""Consistency of Rencana Aksi: `docs/sakip.md` §3.6."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, to_decimal
from kinerja_desktop.domain.capaian.keselarasan import (
    check_rencana_aksi,
    check_rencana_bulanan,
    check_target,
    describe_rata,
    find_kekurangan,
    list_blocking,
)
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi, measure
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Rumus

RENTANG = Rentang(Decimal(7), Decimal(8))


def rencana(akumulasi: Akumulasi, target: Nilai | None, *tw: int | None) -> BahanUkur:
    by_triwulan: dict[int, Nilai | None] = {
        number: None if value is None else Decimal(value)
        for number, value in enumerate(tw, start=1)
    }
    return BahanUkur(
        "1", "Laporan", "A", akumulasi=akumulasi, target=target, target_triwulan=by_triwulan
    )


@pytest.mark.parametrize(
    ("akumulasi", "target", "tw", "is_odd"),
    [
        (Akumulasi.AKUMULASI, 10, (1, 2, 3, 4), False),
        (Akumulasi.AKUMULASI, 11, (1, 2, 3, 4), True),
        (Akumulasi.POSISI_AKHIR, 4, (1, 2, 3, 4), False),
        (Akumulasi.POSISI_AKHIR, 10, (1, 2, 3, 4), True),
        (Akumulasi.RATA_RATA, Decimal("2.5"), (1, 2, 3, 4), False),
        (Akumulasi.RATA_RATA, 3, (1, 2, 3, 4), True),
        (Akumulasi.MAKSIMUM, 99, (1, 2, 3, 4), False),
        (Akumulasi.AKUMULASI, 99, (1, 2, None, 4), False),
        # Only the end counts: blanks before it are usual (`docs/sakip.md` §3.6).
        (Akumulasi.POSISI_AKHIR, 4, (None, None, None, 4), False),
        (Akumulasi.POSISI_AKHIR, 10, (None, None, None, 4), True),
        (Akumulasi.POSISI_AKHIR, 10, (1, 2, 3, None), False),
    ],
)
def test_targets_of_the_triwulan_agree_with_the_year(
    akumulasi: Akumulasi, target: int | Decimal, tw: Sequence[int | None], is_odd: bool
) -> None:
    problem = check_rencana_aksi(rencana(akumulasi, Decimal(target), *tw))
    assert (problem is not None) == is_odd
    assert problem is None or problem.is_warning


def test_the_remark_names_both_figures() -> None:
    problem = check_rencana_aksi(rencana(Akumulasi.AKUMULASI, Decimal(11), 1, 2, 3, 4))
    assert problem is not None
    assert problem.message == (
        "Laporan: Jumlah target TW I–IV 10 tidak sama dengan target tahunan 11"
    )


@pytest.mark.parametrize(
    ("akumulasi", "target", "bulan", "message"),
    [
        # The two ways of a real plan by months (`docs/sakip.md` §3.6, Boyolali): the end only, and
        # cumulative progress; both end in the target of the year.
        (Akumulasi.POSISI_AKHIR, "0.9", "0 0 0 0 0 0 0 0 0 0 0 0.9", None),
        (Akumulasi.POSISI_AKHIR, "100", "0 0 0 50 50 50 67 67 67 87 87 100", None),
        (
            Akumulasi.POSISI_AKHIR, "100", "0 0 0 50 50 50 67 67 67 87 87 90",
            "Laporan: Target Desember 90 tidak sama dengan target tahunan 100",
        ),
        (Akumulasi.AKUMULASI, "12", "1 1 1 1 1 1 1 1 1 1 1 1", None),
        (
            Akumulasi.AKUMULASI, "12", "1 1 1 1 1 1 1 1 1 1 1 0",
            "Laporan: Jumlah target Januari–Desember 11 tidak sama dengan target tahunan 12",
        ),
        (Akumulasi.RATA_RATA, "6.5", "1 2 3 4 5 6 7 8 9 10 11 12", None),
        (
            Akumulasi.RATA_RATA, "7", "1 2 3 4 5 6 7 8 9 10 11 12",
            "Laporan: Rata-rata target Januari–Desember 6,5 tidak sama dengan target tahunan 7",
        ),
        (Akumulasi.AKUMULASI, "12", "- 1 1 1 1 1 1 1 1 1 1 1", None),
        (Akumulasi.TAHUNAN_SAJA, "12", "1 1 1 1 1 1 1 1 1 1 1 1", None),
    ],
)  # fmt: skip
def test_targets_of_the_months_agree_with_the_year(
    akumulasi: Akumulasi, target: str, bulan: str, message: str | None
) -> None:
    values = [None if text == "-" else Decimal(text) for text in bulan.split()]
    problem = check_rencana_bulanan(rencana(akumulasi, Decimal(target)), values)
    assert (problem.message if problem else None) == message


def test_without_a_single_target_nothing_is_compared() -> None:
    assert check_rencana_aksi(rencana(Akumulasi.AKUMULASI, RENTANG, 1, 2, 3, 4)) is None


@pytest.mark.parametrize(
    ("rumus", "target", "message"),
    [
        (Rumus.MAX, None, None),
        (Rumus.MAX, Decimal(5), None),
        (Rumus.MAX, RENTANG, "targetnya harus satu angka"),
        (Rumus.RANGE_8, RENTANG, None),
        (Rumus.RANGE_8, Decimal(5), "targetnya harus rentang, misalnya 7–8"),
        (Rumus.PREDIKAT, "BB", None),
        (Rumus.PREDIKAT, Decimal(5), "targetnya harus predikat, atau Ya/Tidak"),
    ],
)
def test_a_target_fits_its_formula(rumus: Rumus, target: Nilai | None, message: str | None) -> None:
    assert check_target(rumus, target) == message


def indikator(target: int | None, realisasi: int | None, narasi: Narasi | None = None) -> BahanUkur:
    return BahanUkur(
        "1",
        "Laporan",
        "A",
        target=None if target is None else Decimal(target),
        isian_tahunan=IsianRealisasi(None if realisasi is None else Decimal(realisasi)),
        narasi={None: narasi} if narasi else {},
    )


@pytest.mark.parametrize(
    ("bahan", "message", "is_warning"),
    [
        (indikator(None, 5), "target belum ditetapkan, padahal", False),
        (indikator(10, None), "realisasi belum diisi", False),
        (indikator(0, 5), "tidak dapat dihitung, target 0", True),
        (indikator(10, 5), "di bawah target, isi faktor penghambat", True),
        (indikator(10, 5, Narasi(penghambat="hujan")), "di bawah target", True),
    ],
)
def test_what_is_missing_is_named(bahan: BahanUkur, message: str, is_warning: bool) -> None:
    (problem,) = find_kekurangan(measure(Periode(2025), [bahan], ProfilRumus()))
    assert message in problem.message
    assert problem.is_warning is is_warning
    assert list_blocking([problem]) == ([] if is_warning else [problem])


def test_a_complete_measurement_lacks_nothing() -> None:
    told = Narasi(penghambat="hujan", tindak_lanjut="payung")
    bahan = [indikator(10, 10), indikator(10, 5, told)]
    assert find_kekurangan(measure(Periode(2025), bahan, ProfilRumus())) == []


def test_a_realisasi_that_its_quotient_contradicts_is_remarked_on() -> None:
    isian = IsianRealisasi(Decimal(100), pembilang=Decimal(45), penyebut=Decimal(50))
    item = BahanUkur(
        "1", "Pengaduan selesai", "A", satuan="%", target=Decimal(90),
        isian_tahunan=isian, isian_triwulan={1: isian}, target_triwulan={1: Decimal(90)},
    )  # fmt: skip
    for periode in (Periode(2025), Periode(2025, 1)):
        (problem,) = find_kekurangan(measure(periode, [item], ProfilRumus()))
        assert problem.is_warning
        assert problem.message == (
            "Pengaduan selesai: realisasi 100 tidak sama dengan pembilang 45 ÷ penyebut 50 × 100 "
            "= 90: periksa ketiganya"
        )


def test_means_of_months_are_compared_with_the_year_as_they_are_meant() -> None:
    """Three triwulan of 1/3 and one of 1: the mean is 0,5, though 1/3 has endless decimals."""
    third = to_decimal(Fraction(1, 3))
    item = BahanUkur(
        "1", "Rasio", "A", akumulasi=Akumulasi.RATA_RATA, target=Decimal("0.5"),
        target_triwulan={1: third, 2: third, 3: third, 4: Decimal(1)},
    )  # fmt: skip
    assert check_rencana_aksi(item) is None


def test_a_period_without_indicators_cannot_be_final() -> None:
    (problem,) = find_kekurangan(measure(Periode(2025), [], ProfilRumus()))
    assert problem.message.startswith("Belum ada indikator")


def test_a_triwulan_is_compared_with_its_year() -> None:
    bahan = rencana(Akumulasi.AKUMULASI, Decimal(11), 1, 2, 3, 4)
    hasil = measure(Periode(2025, 1), [bahan], ProfilRumus())
    messages = [problem.message for problem in find_kekurangan(hasil, berjenjang=True)]
    assert any("tidak sama dengan target tahunan" in message for message in messages)


def test_the_overall_mean_is_told_in_one_line() -> None:
    hasil = measure(Periode(2025), [indikator(10, 9), indikator(10, None)], ProfilRumus())
    assert describe_rata(hasil) == "Rata-rata capaian 90,00% (Tinggi), 1 dari 2 indikator"
    empty = measure(Periode(2025), [], ProfilRumus())
    assert describe_rata(empty).startswith("Belum ada capaian")
