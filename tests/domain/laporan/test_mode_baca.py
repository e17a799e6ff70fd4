"""The slides: how many, in which order, with which figures beside those of last time."""

from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, HasilPengukuran, measure
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.laporan.grafik import Bar
from kinerja_desktop.domain.laporan.mode_baca import (
    AngkaTampil,
    chart_lembar,
    find_changed,
    list_angka,
    list_lembar,
    name_keadaan,
)
from kinerja_desktop.domain.laporan.ringkasan_camat import compare_sasaran


def measured(*groups: str) -> HasilPengukuran:
    """An indicator for each word, of 90 reached 45; the second one is not filled in."""
    bahan = [
        BahanUkur(
            str(number), f"Indikator {number}", group, target=Decimal(90),
            isian_tahunan=IsianRealisasi(None if number == 2 else Decimal(45)),
        )
        for number, group in enumerate(groups, start=1)
    ]  # fmt: skip
    return measure(Periode(2024), bahan, ProfilRumus())


def test_a_sasaran_with_many_indicators_gets_several_slides() -> None:
    hasil = measured("A", "A", "A", "A", "B")
    slides = list_lembar(hasil, compare_sasaran(hasil, measured()))
    assert [(item.judul, item.bagian, len(item.indikator)) for item in slides] == [
        ("A", "1 dari 2", 3), ("A", "2 dari 2", 1), ("B", "", 1),
    ]  # fmt: skip
    # 45 of 90 is half.
    assert slides[2].banding.capaian == "50,00"
    assert chart_lembar(slides[0]).digits == 2
    assert chart_lembar(slides[0]).bars == (
        Bar("1. Indikator 1", Decimal("50.00")),
        Bar("2. Indikator 2", None, "belum diisi"),
        Bar("3. Indikator 3", Decimal("50.00")),
    )


def test_only_what_reads_differently_is_named() -> None:
    now = list_angka(measured("A", "A"))
    assert now == {"1": AngkaTampil("45", "50,00"), "2": AngkaTampil("-", "-")}
    old = {
        "1": AngkaTampil("40", "44,44"), "2": AngkaTampil("-", "-"), "9": AngkaTampil("1", "1,00"),
    }  # fmt: skip
    assert find_changed(now, old) == {"1": AngkaTampil("40", "44,44")}


def test_what_is_measured_once_a_year_says_so_in_a_triwulan() -> None:
    yearly = BahanUkur(
        "1", "Nilai AKIP", "Akuntabilitas", akumulasi=Akumulasi.TAHUNAN_SAJA, target=Decimal(70)
    )
    (item,) = measure(Periode(2024, 3), [yearly], ProfilRumus()).indikator
    assert name_keadaan(item) == "diukur setahun sekali"
    (item,) = measure(Periode(2024), [yearly], ProfilRumus()).indikator
    assert name_keadaan(item) == "belum diisi"
