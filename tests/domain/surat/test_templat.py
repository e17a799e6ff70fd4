import json
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.surat.bidang import BIDANG, read_lines, read_pairs, write_pairs
from kinerja_desktop.domain.surat.isi import BagianNaskah, IsiNaskah, Penanda, Tabel, isi_from_json
from kinerja_desktop.domain.surat.jenis import JENIS, TataLetak
from kinerja_desktop.domain.surat.templat import (
    BELUM,
    ISIAN,
    check_templat,
    fill_templat,
    has_open_place,
    reword,
)
from tests.domain.surat.test_isi import WHOLE

NASKAH = Path(__file__).parents[3] / "resources" / "naskah"


def shipped(jenis: str) -> IsiNaskah:
    return isi_from_json(json.loads((NASKAH / f"{jenis}.json").read_text("utf-8")), jenis)


def test_every_kind_ships_with_its_wording_and_no_wording_is_left_over() -> None:
    assert {path.stem for path in NASKAH.glob("*.json")} == set(JENIS)


@pytest.mark.parametrize("jenis", JENIS)
def test_the_wording_that_ships_has_only_places_that_are_known(jenis: str) -> None:
    assert check_templat(shipped(jenis)) == []


@pytest.mark.parametrize("jenis", JENIS)
def test_all_that_ships_can_be_seen_and_changed(jenis: str) -> None:
    """What a wording says must have a field on the screen, or nobody could change it."""
    shown = {bidang.nama for bidang in BIDANG[JENIS[jenis].tata_letak]}
    empty = IsiNaskah()
    said = {name for name in vars(empty) if getattr(shipped(jenis), name) != getattr(empty, name)}
    assert said - shown <= {"penanda"} | ({"hal"} if jenis == "daftar-hadir" else set())


def test_every_layout_has_its_fields() -> None:
    assert set(BIDANG) == set(TataLetak)
    names = {name for fields in BIDANG.values() for name in (field.nama for field in fields)}
    assert names <= set(vars(IsiNaskah()))


def test_places_are_filled_wherever_they_stand() -> None:
    templat = IsiNaskah(
        hal="{dokumen}",
        yth=("{tujuan}",),
        rincian=(("{hari}", "{tanggal}"),),
        tabel=Tabel(("No",), (("{tahun}",),)),
        bagian=(BagianNaskah("Untuk", ("{kecamatan}",)),),
        penanda=Penanda("", "{pengelola}"),
        penanda_kiri=Penanda(atas_nama="Bupati {kabupaten}"),
    )
    filled = fill_templat(templat, {name: f"<{name}>" for name in ISIAN})
    assert filled.hal == "<dokumen>"
    assert filled.yth == ("<tujuan>",)
    assert filled.rincian == (("<hari>", "<tanggal>"),)
    assert filled.tabel.baris == (("<tahun>",),)
    assert filled.bagian == (BagianNaskah("Untuk", ("<kecamatan>",)),)
    assert filled.penanda.jabatan == "<pengelola>"
    assert filled.penanda_kiri == Penanda(atas_nama="Bupati <kabupaten>")


def test_what_is_not_known_is_a_dotted_line_and_told() -> None:
    filled = fill_templat(IsiNaskah(hal="Surat {nomor_surat}"), {"nomor_surat": ""})
    assert filled.hal == f"Surat {BELUM}"
    assert has_open_place(filled)
    assert not has_open_place(WHOLE)


#: 2 January 2025 is a Thursday, 22 January a Wednesday.
_TWO = "Kamis, tanggal dua bulan Januari tahun dua ribu dua puluh lima"
_TWENTY_TWO = "Rabu, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh lima"


def test_a_day_is_written_over_whole_words_and_back_again() -> None:
    """What replaces one is not replaced again, nor what only ends or begins alike."""

    def minutes(day: str, short: str) -> IsiNaskah:
        return IsiNaskah(
            hal="Rapat dua puluh dua orang",
            pembuka=(f"Pada hari ini, {day}, bertempat di kantor.", "Berkas dua, tanggal 12."),
            rincian=(("Hari/tanggal", short),),
            tembusan=("Kamisan", "Januari"),
        )

    there = {_TWO: _TWENTY_TWO, "Kamis, 2 Januari 2025": "Rabu, 22 Januari 2025"}
    back = {new: old for old, new in there.items()}
    before = minutes(_TWO, "Kamis, 2 Januari 2025")
    after = minutes(_TWENTY_TWO, "Rabu, 22 Januari 2025")
    assert reword(before, there) == after
    assert reword(after, back) == before
    assert reword(before, {}) == before


def test_words_are_replaced_all_at_once_and_only_whole() -> None:
    isi = IsiNaskah(hal="dua dan dua puluh dua, kedua duanya", pembuka=("satu dua (dua)",))
    words = {"dua": "dua puluh dua", "dua puluh dua": "dua", "satu": "dua"}
    assert reword(isi, words) == IsiNaskah(
        hal="dua puluh dua dan dua, kedua duanya", pembuka=("dua dua puluh dua (dua puluh dua)",)
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{nomor}", "Isian {nomor} pada Hal tidak dikenal: mungkin {nomor_surat}."),
        ("{xyz}", "Isian {xyz} pada Hal tidak dikenal: hapus, atau pilih dari daftar."),
        ("{}", "Isian {} pada Hal tidak dikenal: hapus, atau pilih dari daftar."),
        ("{tahun", "Kurung kurawal pada Hal tidak berpasangan: tulis misalnya {tahun}."),
        ("tahun}", "Kurung kurawal pada Hal tidak berpasangan: tulis misalnya {tahun}."),
    ],
)
def test_a_place_that_nobody_knows_is_told_with_its_field(text: str, told: str) -> None:
    (problem,) = check_templat(IsiNaskah(hal=text))
    assert problem.message == told
    assert problem.field == "Hal"


@pytest.mark.parametrize(
    "templat",
    [
        replace(WHOLE, tembusan=("{x1}",)),
        replace(WHOLE, tabel_lampiran=Tabel(("{x1}",), ())),
        replace(WHOLE, bagian=(BagianNaskah("{x1}"),)),
        replace(WHOLE, penanda_kiri=Penanda(sebagai="{x1}")),
        replace(WHOLE, penutup=("{x1}",), paraf=("Kasi",)),
    ],
)
def test_no_corner_of_a_wording_is_passed_over(templat: IsiNaskah) -> None:
    assert len(check_templat(templat)) == 1


def test_facts_and_lists_are_typed_as_lines() -> None:
    pairs = (("Pukul", "09.00 WIB"), ("Acara", ""))
    assert read_pairs(write_pairs(pairs)) == pairs
    assert read_pairs("Tempat\n\nPukul: 09.00: tepat") == (
        ("Tempat", ""),
        ("Pukul", "09.00: tepat"),
    )
    assert read_lines(" satu \n\n dua") == ("satu", "dua")
