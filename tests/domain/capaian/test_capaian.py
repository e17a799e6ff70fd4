"""Expected figures: `docs/sakip.md` §4.2–4.3, §4.13, PermenPANRB 8/2021, hand calculation."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.capaian import Capaian, IsianRealisasi, Keadaan, compute_capaian
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang, parse_nilai
from kinerja_desktop.domain.capaian.profil import Aturan, Pembulatan, ProfilRumus, TargetNol
from kinerja_desktop.domain.capaian.rumus import Rumus

DEFAULT = ProfilRumus()
MUNCAR = json.loads((Path(__file__).parents[2] / "data" / "muncar.json").read_text("utf-8"))


def measure(
    rumus: Rumus, target: str | None, realisasi: str | None, profil: ProfilRumus = DEFAULT
) -> Capaian:
    def read(text: str | None) -> Nilai | None:
        return None if text is None else parse_nilai(text)

    return compute_capaian(rumus, read(target), IsianRealisasi(read(realisasi)), profil)


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "capaian"),
    [
        # The same numbers of `docs/sakip.md` §4.13, by the rules of §4.2 and §4.3.
        (Rumus.MIN_2T, "10", "10", "100.00"),
        (Rumus.MIN_2T, "10", "8", "120.00"),
        (Rumus.MIN_2T, "10", "12", "80.00"),
        (Rumus.MIN_2T, "10", "25", "0.00"),
        (Rumus.MIN_2T, "10", "0", "200.00"),
        (Rumus.MIN_2T, "0", "0", "100.00"),
        (Rumus.MIN_2T, "0", "3", "0.00"),
        (Rumus.MIN_TR, "10", "10", "100.00"),
        (Rumus.MIN_TR, "10", "8", "125.00"),
        (Rumus.MIN_TR, "10", "12", "83.33"),
        (Rumus.MIN_TR, "10", "25", "40.00"),
        (Rumus.MIN_TR, "10", "0", "100.00"),
        (Rumus.MIN_TR, "0", "0", "100.00"),
        (Rumus.MIN_TR, "0", "3", "0.00"),
        (Rumus.MIN_2T, "100", "80", "120.00"),
        (Rumus.MIN_TR, "100", "80", "125.00"),
        (Rumus.MIN_SISA, "10", "4", "60.00"),
        (Rumus.MIN_SISA, "10", "10", "0.00"),
        (Rumus.MIN_SISA, "0", "0", "100.00"),
        # The worked examples of PermenPANRB 8/2021, pages 99 and 110.
        (Rumus.RANGE_8_MIN, "7-8", "6,5", "107.14"),
        (Rumus.RANGE_8_MIN, "7-8", "9", "87.50"),
        (Rumus.RANGE_8_MIN, "7-8", "7,5", "100.00"),
        (Rumus.RANGE_8, "80-90", "70", "87.50"),
        (Rumus.RANGE_8, "80-90", "85", "100.00"),
        # Its other example prints 113 %; the right value is 92/90.
        (Rumus.RANGE_8, "80-90", "92", "102.22"),
        (Rumus.STABIL, "100", "90", "90.00"),
        (Rumus.STABIL, "100", "110", "90.00"),
        (Rumus.STABIL, "100", "250", "0.00"),
        # D=1 … B=4, BB=5, A=6, AA=7; TMP=1 … WTP=4.
        (Rumus.PREDIKAT, "BB", "A", "120.00"),
        (Rumus.PREDIKAT, "A", "B", "66.67"),
        (Rumus.PREDIKAT, "WTP", "WDP", "75.00"),
        (Rumus.YA_TIDAK, "Ya", "ya", "100.00"),
        (Rumus.YA_TIDAK, "Ya", "Tidak", "0.00"),
        (Rumus.YA_TIDAK, "Tidak", "Tidak", "100.00"),
        (Rumus.YA_TIDAK, "Tidak", "Ya", "0.00"),
        (Rumus.MAX, "90", "0", "0.00"),
        (Rumus.MAX, "3", "2", "66.67"),
    ],
)
def test_the_catalogue(rumus: Rumus, target: str, realisasi: str, capaian: str) -> None:
    hasil = measure(rumus, target, realisasi)
    assert (hasil.keadaan, hasil.tampil) == (Keadaan.NILAI, Decimal(capaian))


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "alasan"),
    [
        (Rumus.MAX, None, "5", "target belum ditetapkan"),
        (Rumus.MAX, "0", "5", "target 0"),
        (Rumus.STABIL, "0", "0", "target 0"),
        (Rumus.MAX, "-1", "5", "target negatif"),
        (Rumus.MAX, "7-8", "5", "target harus berupa satu angka"),
        (Rumus.MAX, "5", "BB", "realisasi harus berupa angka"),
        (Rumus.RANGE_8, "5", "5", "target harus berupa rentang, misalnya 7–8"),
        (Rumus.PREDIKAT, "BB", "WTP", "target dan realisasi harus predikat dari skala yang sama"),
        (Rumus.YA_TIDAK, "Ya", "5", "realisasi harus Ya atau Tidak"),
    ],
)
def test_what_cannot_be_computed_says_why(
    rumus: Rumus, target: str | None, realisasi: str, alasan: str
) -> None:
    hasil = measure(rumus, target, realisasi)
    assert (hasil.keadaan, hasil.alasan) == (Keadaan.TIDAK_DAPAT_DIHITUNG, alasan)
    assert hasil.tampil is None
    assert hasil.tepat_decimal is None


#: `docs/sakip.md` §4.14, by hand: inside 100; outside the bound that was passed divides, and must
#: be above 0. None: tidak dapat dihitung.
RANGES = [
    # low, high, R, RANGE_8, RANGE_8_MIN
    ("0", "5", "3", "100.00", "100.00"),
    ("0", "5", "0", "100.00", "100.00"),
    ("0", "5", "5", "100.00", "100.00"),
    # 6/5 = 1,2; 1 + (1 − 6/5) = 0,8.
    ("0", "5", "6", "120.00", "80.00"),
    ("0", "5", "-1", None, None),
    ("0", "0", "0", "100.00", "100.00"),
    ("0", "0", "1", None, None),
    ("-5", "5", "-5", "100.00", "100.00"),
    ("-5", "5", "0", "100.00", "100.00"),
    ("-5", "5", "6", "120.00", "80.00"),
    # −6/−5 would be 120: what was missed would seem surpassed.
    ("-5", "5", "-6", None, None),
    ("-5", "0", "-3", "100.00", "100.00"),
    ("-5", "0", "1", None, None),
    ("-8", "-2", "-2", "100.00", "100.00"),
    ("-8", "-2", "-1", None, None),
    ("-8", "-2", "-9", None, None),
    # Bounds above 0: 2/4 and 1 + (1 − 2/4); below 0 the floor of the profile.
    ("4", "5", "2", "50.00", "150.00"),
    ("4", "5", "-2", "0.00", "250.00"),
    # 1 + (1 − 12/5) = −0,4, up to the floor.
    ("4", "5", "12", "240.00", "0.00"),
]


@pytest.mark.parametrize(("low", "high", "realisasi", "normal", "khusus"), RANGES)
def test_only_the_bound_that_was_passed_divides(
    low: str, high: str, realisasi: str, normal: str | None, khusus: str | None
) -> None:
    target, isian = Rentang(Decimal(low), Decimal(high)), IsianRealisasi(Decimal(realisasi))
    for rumus, capaian in ((Rumus.RANGE_8, normal), (Rumus.RANGE_8_MIN, khusus)):
        hasil = compute_capaian(rumus, target, isian, DEFAULT)
        assert hasil.tampil == (None if capaian is None else Decimal(capaian))
        if capaian is None:
            assert hasil.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG
            assert "batas yang dilewati" in hasil.alasan


def test_what_was_signed_under_the_first_edition_is_measured_by_it() -> None:
    first = replace(DEFAULT, aturan=Aturan.SATU)
    hasil = measure(Rumus.RANGE_8, "0-8", "5", first)
    assert hasil.alasan == "batas rentang target harus di atas 0"
    assert measure(Rumus.RANGE_8, "7-8", "9", first).tampil == Decimal("112.50")
    assert measure(Rumus.YA_TIDAK, "Tidak", "Tidak", first).tampil == 0
    assert measure(Rumus.YA_TIDAK, "Tidak", "Ya", first).tampil == 100


def test_a_target_of_tidak_is_explained() -> None:
    assert (
        "Yang ditargetkan Tidak: Tidak 100, Ya 0"
        in measure(Rumus.YA_TIDAK, "Tidak", "Tidak").langkah
    )
    assert len(measure(Rumus.YA_TIDAK, "Ya", "Ya").langkah) == 5


@pytest.mark.parametrize("pembulatan", list(Pembulatan))
def test_a_number_that_an_earlier_release_let_in_can_be_measured(pembulatan: Pembulatan) -> None:
    isian = IsianRealisasi(Decimal("1" + "0" * 25))
    hasil = compute_capaian(
        Rumus.MAX, Decimal("0.000001"), isian, replace(DEFAULT, pembulatan=pembulatan)
    )
    assert hasil.tampil == Decimal("1" + "0" * 33)


def test_a_blank_is_not_filled_in_and_a_zero_is_a_value() -> None:
    assert measure(Rumus.MAX, "90", None).keadaan is Keadaan.BELUM_DIISI
    assert measure(Rumus.MAX, "90", "0").tampil == 0


def test_what_does_not_apply_is_not_computed() -> None:
    isian = IsianRealisasi(Decimal(5), tidak_berlaku=True, alasan="kegiatan ditunda")
    hasil = compute_capaian(Rumus.MAX, Decimal(5), isian, DEFAULT)
    assert (hasil.keadaan, hasil.alasan) == (Keadaan.TIDAK_BERLAKU, "kegiatan ditunda")
    bare = compute_capaian(Rumus.MAX, None, IsianRealisasi(tidak_berlaku=True), DEFAULT)
    assert bare.alasan == "tidak berlaku"


def test_a_target_of_zero_can_count_as_reached() -> None:
    profil = replace(DEFAULT, target_nol=TargetNol.SERATUS)
    assert measure(Rumus.MAX, "0", "0", profil).tampil == 100
    assert measure(Rumus.MAX, "0", "-1", profil).keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG


def test_a_target_of_zero_can_be_judged_by_hand() -> None:
    profil = replace(DEFAULT, target_nol=TargetNol.MANUAL)
    isian = IsianRealisasi(Decimal(5), alasan="disepakati", capaian_manual=Decimal(90))
    hasil = compute_capaian(Rumus.MAX, Decimal(0), isian, profil)
    assert hasil.tampil == 90
    assert "Capaian ditetapkan sendiri karena target 0: disepakati" in hasil.langkah
    assert measure(Rumus.MAX, "0", "5", profil).keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG


def test_nothing_at_all_under_min_tr_may_count_as_the_cap() -> None:
    profil = replace(DEFAULT, cap_capaian=Decimal(120), realisasi_nol_penuh=True)
    assert measure(Rumus.MIN_TR, "10", "0", profil).tampil == 120
    assert (
        measure(Rumus.MIN_TR, "10", "0", replace(profil, realisasi_nol_penuh=False)).tampil == 100
    )
    assert measure(Rumus.MIN_TR, "10", "0", replace(profil, cap_capaian=None)).tampil == 100


def test_floor_and_cap_are_told_with_the_true_value() -> None:
    assert measure(Rumus.MIN_2T, "10", "25").catatan == (
        "hasil hitung \u221250,00%, dicatat 0% sesuai batas bawah"
    )
    capped = measure(Rumus.MAX, "10", "15", replace(DEFAULT, cap_capaian=Decimal(120)))
    assert capped.tampil == 120
    assert capped.catatan == "hasil hitung 150,00%, dicatat 120% sesuai batas atas"
    assert measure(Rumus.MIN_2T, "10", "25", replace(DEFAULT, lantai=None)).tampil == -50


def test_what_was_signed_keeps_the_words_of_its_edition() -> None:
    before = replace(DEFAULT, aturan=Aturan.DUA, cap_capaian=Decimal(120))
    assert measure(Rumus.MIN_2T, "10", "25", before).catatan == (
        "hasil hitung -50,00%, dinaikkan ke batas bawah"
    )
    assert measure(Rumus.MAX, "10", "15", before).catatan == "hasil hitung 150,00%, dibatasi"


def test_figures_can_be_cut_instead_of_rounded() -> None:
    """Muncar 2021 prints 100,38 for 93,5/93,14 = 100,3865…"""
    assert measure(Rumus.MAX, "93,14", "93,5").tampil == Decimal("100.39")
    cut = replace(DEFAULT, pembulatan=Pembulatan.POTONG)
    assert measure(Rumus.MAX, "93,14", "93,5", cut).tampil == Decimal("100.38")


def test_the_word_is_chosen_by_the_figure_as_shown() -> None:
    """90,004 is shown as 90,00, and 90,00 is Tinggi (`docs/architecture.md` §4.3)."""
    assert measure(Rumus.MAX, "100", "90,004").kategori == "Tinggi"
    assert measure(Rumus.MAX, "100", "90,005").kategori == "Sangat Tinggi"


def test_the_way_to_a_figure_can_be_told() -> None:
    langkah = measure(Rumus.MAX, "90,76", "91").langkah
    assert langkah[0] == "Rumus Makin besar makin baik: Realisasi / Target × 100"
    assert langkah[2] == "Target = 90,76; realisasi = 91"
    assert langkah[-1].startswith("Dibulatkan menjadi 100,26% dan dinilai Sangat Tinggi")


def test_an_exact_figure_has_no_rounding() -> None:
    hasil = measure(Rumus.MAX, "3", "2")
    assert hasil.tepat == Fraction(200, 3)
    assert str(hasil.tepat_decimal).startswith("66.666666666666666666")


@pytest.mark.parametrize("item", MUNCAR["indikator"], ids=lambda item: str(item["no"]))
def test_the_printed_figures_of_muncar(item: dict[str, dict[str, str]]) -> None:
    """Eighteen of twenty agree to the last digit; the office cut the other two (contoh/)."""
    cut = {(entry["indikator"], str(entry["tahun"])) for entry in MUNCAR["deviations"]}
    for tahun, printed in item["capaian_tercetak"].items():
        hasil = measure(Rumus.MAX, item["target"][tahun], item["realisasi"][tahun])
        assert hasil.tampil is not None
        difference = abs(hasil.tampil - Decimal(printed.replace(",", ".")))
        allowed = Decimal("0.01") if (item["no"], tahun) in cut else Decimal(0)
        assert difference <= allowed, (item["indikator"], tahun)


amounts = st.decimals(min_value="0.01", max_value=10**6, places=2)


@given(amounts, amounts, amounts)
def test_more_is_never_worse_for_rising_indicators(t: Decimal, a: Decimal, b: Decimal) -> None:
    low, high = sorted((a, b))
    assert _exact(Rumus.MAX, t, low) <= _exact(Rumus.MAX, t, high)


@given(st.sampled_from([Rumus.MIN_2T, Rumus.MIN_TR, Rumus.MIN_SISA]), amounts, amounts, amounts)
def test_less_is_never_worse_for_falling_indicators(
    rumus: Rumus, t: Decimal, a: Decimal, b: Decimal
) -> None:
    low, high = sorted((a, b))
    assert _exact(rumus, t, low) >= _exact(rumus, t, high)


@given(amounts, amounts, amounts)
def test_inside_a_range_is_always_full(a: Decimal, b: Decimal, share: Decimal) -> None:
    low, high = sorted((a, b))
    inside = low + (high - low) * (share / 10**6)
    for rumus in (Rumus.RANGE_8, Rumus.RANGE_8_MIN):
        hasil = compute_capaian(rumus, Rentang(low, high), IsianRealisasi(inside), DEFAULT)
        assert hasil.tampil == 100


@given(st.sampled_from([Rumus.MAX, Rumus.MIN_2T, Rumus.MIN_TR, Rumus.STABIL]), amounts)
def test_reaching_the_target_is_always_full(rumus: Rumus, target: Decimal) -> None:
    assert _exact(rumus, target, target) == 100


def _exact(rumus: Rumus, target: Decimal, realisasi: Decimal) -> Fraction:
    tepat = compute_capaian(rumus, target, IsianRealisasi(realisasi), DEFAULT).tepat
    assert tepat is not None
    return tepat
