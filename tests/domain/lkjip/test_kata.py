from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.lkjip.kata import (
    count,
    escape,
    finish,
    items,
    paragraphs,
    persen,
    rupiah,
    sentences,
    with_unit,
)


@pytest.mark.parametrize(
    ("nilai", "satuan", "text"),
    [
        (Decimal("94.5"), "%", "94,5%"),
        (Decimal(27), "Laporan", "27 laporan"),
        (Decimal("90.76"), "Nilai", "90,76"),
        (Decimal("90.76"), "", "90,76"),
        ("BB", "Predikat", "BB"),
        (Decimal(95), "Persen", "95%"),
        (Decimal(1_500_000), "Rp", "Rp1.500.000"),
        (Decimal(40), "KK", "40 KK"),
        (Decimal(12), "RT/RW", "12 RT/RW"),
        (Decimal(3), "ORANG", "3 orang"),
        (None, "%", ""),
    ],
)
def test_a_value_has_its_unit_behind_it(nilai: Nilai | None, satuan: str, text: str) -> None:
    assert with_unit(nilai, satuan) == text


def test_a_capaian_is_written_as_on_the_paper() -> None:
    assert persen(Capaian(Keadaan.NILAI, tampil=Decimal("100.00"), kategori="Sangat Tinggi")) == (
        "100,00% (Sangat Tinggi)"
    )
    assert persen(Capaian(Keadaan.NILAI, tampil=Decimal("99.75"))) == "99,75%"
    assert persen(Capaian(Keadaan.TIDAK_DAPAT_DIHITUNG)) == "tidak dapat dihitung"


def test_amounts_are_rupiah_or_said_to_be_missing() -> None:
    assert rupiah(Decimal(1_234_567)) == "Rp1.234.567"
    assert rupiah(None) == "belum diisi"


def test_small_numbers_are_spelled_out() -> None:
    assert count(3, "indikator") == "3 (tiga) indikator"
    assert count(60, "indikator") == "60 (enam puluh) indikator"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("petugas dilatih", "petugas dilatih."),
        ("selesai. ", "selesai."),
        ("a,\nb;", "a, b."),
        ("sungguh?", "sungguh?"),
        ("  ", ""),
        ("-", ""),
        ("...", ""),
        ("2 * 3", "2 \\* 3."),
    ],
)
def test_what_people_wrote_ends_as_a_sentence(text: str, sentence: str) -> None:
    assert finish(text) == sentence


def test_pieces_are_put_together_without_the_blank_ones() -> None:
    assert paragraphs(["a", "", "b"]) == "a\n\nb"
    assert sentences(["a.", "", "b."]) == "a. b."
    assert items(["a", "b"]) == "- a\n- b"
    assert items([]) == ""


def test_data_is_no_markup() -> None:
    assert escape("A*B\nC") == "A\\*B C"
