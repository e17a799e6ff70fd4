"""What a leader is told: chosen, compared with the year before, cut to length."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, HasilPengukuran, measure
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.laporan.ringkasan_camat import (
    BandingSasaran,
    compare_sasaran,
    join_within,
    judul_menunggu,
    list_belum_diisi,
    list_tertinggal,
    shorten,
    write_rata,
)


def measured(tahun: int, *figures: tuple[str, str, str | None]) -> HasilPengukuran:
    """A year: sasaran, target and realisasi of each indicator, named by its number."""
    bahan = [
        BahanUkur(
            str(number), f"Indikator {number}", sasaran, target=Decimal(target),
            isian_tahunan=IsianRealisasi(Decimal(realisasi) if realisasi else None),
        )
        for number, (sasaran, target, realisasi) in enumerate(figures, start=1)
    ]  # fmt: skip
    return measure(Periode(tahun), bahan, ProfilRumus())


def test_a_sasaran_is_held_against_the_year_before() -> None:
    # tests/data/muncar.json: the IKM of 2024 97,66 of 91,33 (106,93), of 2023 93,93 of 90,62
    # (103,65); SAKIP 82,32 of 82,53 (99,75) and 87,92 of 82,03 (107,18).
    now = measured(
        2024, ("Layanan", "91.33", "97.66"), ("SAKIP", "82.53", "82.32"), ("", "90", None),
        ("Nol", "0", "5"), ("Tetap", "90", "90"),
    )  # fmt: skip
    before = measured(
        2023, ("Layanan", "90.62", "93.93"), ("SAKIP", "82.03", "87.92"), ("", "90", None),
        ("Tetap", "50", "50"),
    )  # fmt: skip
    assert compare_sasaran(now, before) == (
        BandingSasaran("Layanan", "106,93", "Sangat Tinggi", "103,65", "+3,28"),
        BandingSasaran("SAKIP", "99,75", "Sangat Tinggi", "107,18", "−7,43"),
        BandingSasaran("Tanpa sasaran", "belum diisi", "", "tidak ada", ""),
        BandingSasaran("Nol", "tidak dapat dihitung", "", "tidak ada", ""),
        BandingSasaran("Tetap", "100,00", "Sangat Tinggi", "100,00", "0,00"),
    )


def test_a_program_is_no_sasaran() -> None:
    now = measured(2024, ("Layanan", "10", "10"), ("PROGRAM A", "10", "9"))
    rows = compare_sasaran(now, measured(2023), {"PROGRAM A", "PROGRAM B"})
    assert [row.is_program for row in rows] == [False, True]


def test_why_there_is_no_mean_is_said() -> None:
    """A yearly indicator is neither missing nor wrong in a triwulan (`docs/sakip.md` §4.5)."""
    yearly = BahanUkur("1", "AKIP", "A", akumulasi=Akumulasi.TAHUNAN_SAJA, target=Decimal(60))
    other = replace(yearly, id="2", akumulasi=Akumulasi.POSISI_AKHIR)

    def told(*bahan: BahanUkur) -> str:
        hasil = measure(Periode(2024, 3), bahan, ProfilRumus())
        return write_rata(hasil.rata_rata, hasil.indikator)

    assert told(yearly) == "diukur setahun sekali"
    assert told(yearly, other) == "belum diisi"
    zero = replace(
        other, target=Decimal(0), isian_triwulan={3: IsianRealisasi(Decimal(5))}
    )  # fmt: skip
    assert told(yearly, zero) == "tidak dapat dihitung"
    off = replace(other, isian_triwulan={3: IsianRealisasi(tidak_berlaku=True)})
    assert told(off) == told(yearly, off) == "tidak berlaku"
    hasil = measure(Periode(2024, 3), [yearly, other], ProfilRumus())
    assert [item.bahan.id for item in list_belum_diisi(hasil)] == ["2"]
    # Of the year itself it is owed as every other.
    year = measure(Periode(2024), [yearly], ProfilRumus())
    assert write_rata(year.rata_rata, year.indikator) == "belum diisi"
    assert [item.bahan.id for item in list_belum_diisi(year)] == ["1"]


def test_what_waits_today_is_told_apart_from_another_years_figures() -> None:
    day = date(2025, 10, 13)
    assert judul_menunggu(Periode(2025, 3), day) == "Terlambat atau menunggu"
    assert judul_menunggu(Periode(2024), day) == (
        "Terlambat atau menunggu saat ini, 13 Oktober 2025"
    )


def test_the_furthest_behind_come_first_and_what_is_reached_does_not_come() -> None:
    hasil = measured(
        2024, ("A", "100", "90"), ("A", "100", "100"), ("B", "100", "40"), ("B", "100", None),
    )  # fmt: skip
    assert [item.bahan.id for item in list_tertinggal(hasil)] == ["3", "1"]
    assert [item.bahan.id for item in list_belum_diisi(hasil)] == ["4"]


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Dua  desa\nbelum", 40, "Dua desa belum"),
        ("Dua desa, belum lengkap", 12, "Dua desa…"),
        ("Dua desa belum", 8, "Dua desa…"),
        ("Panjangsekalitanpaspasi", 7, "Panjang…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


def test_no_bracket_is_left_open_where_words_are_cut() -> None:
    text = "Memakai formulir luring. (Persentase berkas layanan, Triwulan II)"
    assert shorten(text, 50) == "Memakai formulir luring…"
    assert shorten("(semuanya di dalam kurung yang panjang)", 20) == "(semuanya di dalam…"
    assert shorten("Jalur (internet) cadangan lain", 20) == "Jalur (internet)…"


def test_names_that_do_not_fit_are_counted() -> None:
    names = ["Indeks kepuasan", "Nilai SAKIP", "Desa tertib"]
    assert join_within(names, 100, "indikator lain") == "Indeks kepuasan; Nilai SAKIP; Desa tertib"
    assert join_within(names, 30, "indikator lain") == (
        "Indeks kepuasan; Nilai SAKIP; dan 1 indikator lain"
    )
    assert join_within(names, 10, "indikator lain") == "Indeks…; dan 2 indikator lain"
    assert join_within(names[:1], 40, "indikator lain") == "Indeks kepuasan"
