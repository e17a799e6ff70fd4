"""A unit that stands with a figure: the indicator's own is taken, another one refused."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang, parse_nilai
from kinerja_desktop.domain.capaian.satuan import is_bounded, is_percent, is_rupiah
from kinerja_desktop.domain.sections import SECTIONS


@pytest.mark.parametrize(
    ("text", "satuan", "nilai"),
    [
        ("0,9 Angka", "Angka", Decimal("0.9")),
        ("100,00 Persen", "%", Decimal("100.00")),
        ("100,00%", "Persen", Decimal("100.00")),
        ("97,5 %", "Nilai (%)", Decimal("97.5")),
        ("97,5 Indeks", "indeks", Decimal("97.5")),
        ("12 desa", "Desa", Decimal(12)),
        ("12desa", "Desa", Decimal(12)),
        ("12  surat   keluar", "Surat keluar", Decimal(12)),
        ("5 m2", "m2", Decimal(5)),
        ("5m2", "m2", Decimal(5)),
        ("5 100 orang", "100 orang", Decimal(5)),
        ("359,4610", "0", Decimal("359.461")),
        ("10 0", "0", Decimal(10)),
        ("307,0310\u2013359,4610", "0", Rentang(Decimal("307.031"), Decimal("359.461"))),
        ("7-8 hari", "Hari", Rentang(Decimal(7), Decimal(8))),
        ("7% - 8%", "%", Rentang(Decimal(7), Decimal(8))),
        ("\u22122,5 poin", "Poin", Decimal("-2.5")),
        ("Rp 1.000.000", "Rupiah", Decimal(1_000_000)),
        ("Rp. 1.000", "Rp", Decimal(1_000)),
        ("1.000 rupiah", "Rp", Decimal(1_000)),
        ("Rp1.000.000,-", "Rp", Decimal(1_000_000)),
        ("BB", "Predikat", "BB"),
        ("93,5", "Desa", Decimal("93.5")),
        ("93,5%", "", Decimal("93.5")),
    ],
)
def test_the_indicators_own_unit_may_stand_with_its_figure(
    text: str, satuan: str, nilai: Nilai
) -> None:
    assert parse_nilai(text, satuan=satuan) == nilai
    assert SECTIONS["realisasi"].field("nilai").parse(text, satuan=satuan) == nilai


@pytest.mark.parametrize(
    ("text", "satuan", "written"),
    [
        ("12 desa", "Persen", "desa"),
        ("12%", "Desa", "%"),
        ("Rp 1.000.000", "Persen", "Rp"),
        ("1,5 juta", "Rupiah", "juta"),
        ("7-8 jam", "Hari", "jam"),
    ],
)
def test_another_unit_is_refused_in_words(text: str, satuan: str, written: str) -> None:
    with pytest.raises(ValueError, match=f"satuan '{written}' bukan satuan indikator ini"):
        parse_nilai(text, satuan=satuan)


@pytest.mark.parametrize("text", ["12 desa", "banyak", "12 (dua belas)", "1-2-3 x?"])
def test_what_is_no_figure_stays_none(text: str) -> None:
    with pytest.raises(ValueError, match="bukan"):
        parse_nilai(text)
    with pytest.raises(ValueError, match="bukan"):
        parse_nilai(text, satuan="Angka")


def test_a_unit_does_not_settle_what_a_dot_means() -> None:
    with pytest.raises(AmbiguousAngkaError):
        parse_nilai("1.234 desa", satuan="Desa")
    with pytest.raises(AmbiguousAngkaError):
        parse_nilai("1,250 desa", satuan="Desa", copied=True)


def test_units_are_known_by_their_words() -> None:
    assert is_percent(" Persentase ")
    assert not is_percent("Nilai")
    assert is_rupiah("RP")
    assert is_bounded("Indeks")
    assert is_bounded("Nilai (%)")
    assert not is_bounded("Desa")
