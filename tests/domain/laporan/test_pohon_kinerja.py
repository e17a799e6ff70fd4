"""The boxes of a Pohon Kinerja, and who is meant by a penanggung jawab."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM, Angka
from kinerja_desktop.domain.laporan.peran_hasil import is_named
from kinerja_desktop.domain.laporan.pohon_kinerja import (
    IndikatorPohon,
    PohonKinerja,
    SimpulKinerja,
    continued,
)

TARGET = Angka("90", Decimal(90))
PROGRAM = SimpulKinerja("program", "Program A", (IndikatorPohon("Layanan", "%", TARGET),), "Kasi")
POHON = PohonKinerja(
    "Kecamatan Uji",
    2025,
    (
        SimpulKinerja("tujuan", "Tujuan", anak=(SimpulKinerja("sasaran", "S", anak=(PROGRAM,)),)),
        SimpulKinerja("program", "Program lepas", kunci="x"),
    ),
    1,
)


@pytest.mark.parametrize(
    ("satuan", "target", "expected"),
    [
        ("%", TARGET, "Layanan (90%)"),
        ("desa", TARGET, "Layanan (90 desa)"),
        ("", TARGET, "Layanan (90)"),
        ("%", BELUM, "Layanan"),
    ],
)
def test_an_indicator_is_told_with_its_target(satuan: str, target: Angka, expected: str) -> None:
    assert IndikatorPohon("Layanan", satuan, target).kalimat == expected


def test_the_boxes_come_from_the_outcome_down() -> None:
    names = [simpul.kinerja for simpul in POHON.semua]
    assert names == ["Tujuan", "S", "Program A", "Program lepas"]
    assert POHON.tingkat == ("tujuan", "sasaran", "program")
    assert [simpul.kinerja for simpul in POHON.lepasan] == ["Program lepas"]
    assert POHON.has_indikator
    assert not PohonKinerja("Kecamatan Uji", 2025, ()).has_indikator


def test_a_box_is_repeated_by_its_words_alone() -> None:
    again = continued(PROGRAM)
    assert (again.kinerja, again.catatan) == ("Program A", "lanjutan")
    assert not again.indikator
    assert not again.pemilik


def test_a_tree_is_read_back_as_it_was_frozen() -> None:
    assert thaw(PohonKinerja, freeze(POHON)) == POHON


@pytest.mark.parametrize(
    ("pemilik", "is_meant"),
    [
        ("Kepala Seksi Pemerintahan", True),
        ("kasi  pemerintahan", True),
        ("Kasubbag Umum; Kasi Pemerintahan", True),
        ("Seksi Pemerintahan", True),
        ("BUDI, S.Sos.", True),
        # The degrees of one of several are no persons.
        ("Dr. Ani, S.Sos., M.Si., Kasi Pelayanan", True),
        ("Kasi Pelayanan; dr. ani,S.Sos.,M.Si.", True),
        ("Dr. Ani, S.Sos., Kasi Pelayanan", False),
        ("S.Sos.", False),
        ("Kasi Pelayanan", False),
        ("Kasi Pemerintahan Desa", False),
        ("", False),
        (",", False),
    ],
)
def test_a_penanggung_jawab_is_a_post_a_unit_or_a_person(pemilik: str, is_meant: bool) -> None:
    names = ("Kasi Pemerintahan", "Budi, S.Sos.", "Seksi Pemerintahan", "Dr. Ani, S.Sos., M.Si.")
    assert is_named(pemilik, names) is is_meant


def test_short_and_long_names_of_a_post_are_one() -> None:
    assert is_named("Sekcam", ("Sekretaris Kecamatan",))
    assert is_named("Kepala Sub Bagian Keuangan", ("Kasubbag Keuangan",))
    assert is_named("Kasubag Keuangan", ("Kepala Subbagian Keuangan",))
