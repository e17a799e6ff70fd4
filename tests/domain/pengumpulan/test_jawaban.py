"""What a form says: rows known by their words, each wrong cell with its sentence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.pengumpulan.jawaban import read_jawaban
from kinerja_desktop.domain.pengumpulan.lembar import (
    AnggaranDitanya,
    IndikatorDitanya,
    LembarFormulir,
    fold,
)
from kinerja_desktop.domain.pengumpulan.pembacaan import JawabanBaris, Pembacaan
from kinerja_desktop.domain.pengumpulan.terbaca import BarisTerbaca, LembarTerbaca, SelTerbaca

IKM = IndikatorDitanya(
    "a", "IKU-1", "Indeks Kepuasan Masyarakat", pembilang="Nilai unsur", penyebut="Responden",
    satuan="Angka", target="90",
)  # fmt: skip
PERSEN = IndikatorDitanya(
    "b", "IKU-2", "Persentase layanan", satuan="%", target="95", lalu="88",
    terisi={"nilai": "80", "pendorong": "Loket baru"},
)  # fmt: skip
SAKIP = IndikatorDitanya(
    "c", "IKU-3", "Nilai SAKIP", satuan="Predikat", target="BB", pilihan=("AA", "A", "BB", "B")
)
BUDGET = AnggaranDitanya("x", "7.01.01", "Program A", terisi="5000")
OTHER = AnggaranDitanya("y", "7.01.02", "Program B")
_ORDER = ("uraian", "satuan", "target", "lalu", "pembilang", "penyebut", "nilai", "pendorong",
          "penghambat", "tindak_lanjut", "bukti", "rp_kode", "rupiah", "no")  # fmt: skip


def make_form(*rows: IndikatorDitanya, rupiah: tuple[AnggaranDitanya, ...] = ()) -> LembarFormulir:
    from datetime import date

    return LembarFormulir(
        "f", "i", "Muncar", "Kasi A", "pengumpul_data", Periode(2024, 2), date(2024, 7, 10),
        "TW I 2024", rows, rupiah,
    )  # fmt: skip


def row(key: str, number: int = 10, /, **cells: Any) -> BarisTerbaca:
    """Make a row as it was found; a cell that begins with ! cannot be read."""
    found = {}
    for name, value in cells.items():
        alamat = f"{chr(65 + _ORDER.index(name))}{number}"
        is_bad = isinstance(value, str) and value.startswith("!")
        found[name] = SelTerbaca(None, alamat, value[1:]) if is_bad else SelTerbaca(value, alamat)
    return BarisTerbaca(key, number, found)


def read(
    form: LembarFormulir, *rows: BarisTerbaca, rupiah: tuple[BarisTerbaca, ...] = ()
) -> Pembacaan:
    return read_jawaban(form, LembarTerbaca("Formulir", None, rows, rupiah))


def read_one(item: IndikatorDitanya, **cells: Any) -> JawabanBaris:
    (found,) = read(make_form(item), row(item.id, uraian=item.uraian, **cells)).baris
    return found


def reasons(found: JawabanBaris) -> list[tuple[str, str, str]]:
    return [(item.field, item.alamat, item.teks) for item in found.alasan]


@pytest.mark.parametrize(
    ("cells", "nilai"),
    [
        ({"nilai": 91.5}, {"nilai": Decimal("91.5")}),
        ({"nilai": "91,5"}, {"nilai": Decimal("91.5")}),
        ({"nilai": "0,9 Angka"}, {"nilai": Decimal("0.9")}),
        ({"nilai": 0}, {"nilai": 0}),
        ({"nilai": ""}, {}),
        ({"nilai": "  "}, {}),
        ({"pembilang": 90, "penyebut": "100"}, {"pembilang": 90, "penyebut": 100}),
        ({"pendorong": "=1+1 loket\n_x0041_"}, {"pendorong": "=1+1 loket\n_x0041_"}),
    ],
)
def test_a_cell_is_read_as_everywhere_else(cells: dict[str, Any], nilai: Mapping[str, Any]) -> None:
    found = read_one(IKM, **cells)
    assert reasons(found) == []
    assert found.nilai == nilai


@pytest.mark.parametrize(
    ("item", "cells", "field", "words"),
    [
        (IKM, {"nilai": "1.234"}, "nilai", "1.234"),
        (IKM, {"pembilang": "1.234", "penyebut": 1}, "pembilang", "1.234"),
        (IKM, {"nilai": "sembilan puluh"}, "nilai", "bukan angka"),
        (IKM, {"nilai": datetime(2024, 8, 7)}, "nilai", "berisi tanggal"),  # noqa: DTZ001
        (IKM, {"nilai": "7-8"}, "nilai", "bukan rentang"),
        (IKM, {"nilai": "Ya"}, "nilai", "'Ya' bukan angka: targetnya 90"),
        (IKM, {"nilai": "!rumus"}, "nilai", "rumus"),
        (IKM, {"nilai": "90 desa"}, "nilai", "desa"),
        (SAKIP, {"nilai": "Ya"}, "nilai", "pilih salah satu: AA, A, BB, B"),
        (SAKIP, {"nilai": 80}, "nilai", "pilih salah satu"),
        (SAKIP, {"nilai": "B+"}, "nilai", "pilih salah satu: AA, A, BB, B"),
        (IKM, {"pembilang": 9, "penyebut": 0}, "penyebut", "penyebut 0"),
        (IKM, {"pembilang": 9}, "penyebut", "penyebut belum diisi"),
        (IKM, {"penyebut": 9}, "pembilang", "pembilang belum diisi"),
        (IKM, {"pembilang": 9, "penyebut": 10, "nilai": 5}, "nilai", "tidak sama dengan pembilang"),
        (IKM, {"satuan": "Persen", "nilai": 9}, "satuan", "satuannya diubah dari 'Angka'"),
    ],
)
def test_a_wrong_cell_is_told_with_its_address(
    item: IndikatorDitanya, cells: dict[str, Any], field: str, words: str
) -> None:
    found = read_one(item, **cells)
    ((name, alamat, text),) = reasons(found)
    assert name == field
    # Where the cell itself is missing, its row is named.
    expected = f"{chr(65 + _ORDER.index(field))}10" if field in cells else "baris 10"
    assert alamat == expected
    assert words in text
    assert not found.terisi


def test_nine_of_ten_is_ninety_percent_and_no_contradiction() -> None:
    item = IndikatorDitanya("b", "k", "P", pembilang="A", penyebut="B", satuan="%", target="95")
    assert reasons(read_one(item, pembilang=9, penyebut=10, nilai=90)) == []
    assert read_one(item, pembilang=9, penyebut=10).terisi


def test_a_word_is_taken_where_the_target_is_one() -> None:
    assert read_one(SAKIP, nilai="bb").nilai == {"nilai": "BB"}
    no_choice = IndikatorDitanya("d", "k", "Ada atau tidak", target="Ya")
    assert read_one(no_choice, nilai="Ya").nilai == {"nilai": "Ya"}
    no_target = IndikatorDitanya("d", "k", "Tanpa target")
    assert read_one(no_target, nilai="Ya").nilai == {"nilai": "Ya"}


def test_only_what_says_otherwise_than_the_print_is_an_answer() -> None:
    found = read_one(PERSEN, nilai=80, pendorong="Loket baru", penghambat="Listrik padam")
    assert found.nilai == {"penghambat": "Listrik padam"}
    assert found.terisi, "80 stands there all the same"


def test_a_blank_erases_nothing_and_says_so() -> None:
    found = read_one(PERSEN, nilai=None, pendorong="")
    assert found.nilai == {}
    assert found.catatan == (
        "Realisasi dikosongkan di formulir: isian yang ada tetap",
        "Faktor pendorong dikosongkan di formulir: isian yang ada tetap",
    )


def test_parts_that_were_not_asked_for_are_not_read() -> None:
    found = read_one(PERSEN, pembilang=1, penyebut=2, nilai=85)
    assert found.nilai == {"nilai": 85}
    assert found.catatan == (
        "pembilang tidak ditanyakan untuk indikator ini, jadi tidak dibaca",
        "penyebut tidak ditanyakan untuk indikator ini, jadi tidak dibaca",
    )


def test_sorted_rows_are_known_by_their_words_though_the_keys_stayed() -> None:
    found = read(
        make_form(IKM, PERSEN),
        row("a", 10, uraian=PERSEN.uraian, nilai=70),
        row("b", 11, uraian=IKM.uraian.upper() + "  ", nilai=91),
    )
    assert [(item.id, item.nilai) for item in found.baris] == [
        ("a", {"nilai": 91}),
        ("b", {"nilai": 70}),
    ]


def test_where_words_are_alike_the_key_decides() -> None:
    twin = IndikatorDitanya("z", "IKU-9", IKM.uraian, satuan="Angka", target="1")
    found = read(
        make_form(IKM, twin),
        row("z", 10, uraian=IKM.uraian, nilai=7),
        row("a", 11, uraian=IKM.uraian, nilai=91),
    )
    assert [item.nilai for item in found.baris] == [{"nilai": 91}, {"nilai": 7}]
    lost = read(make_form(IKM, twin), row("", 10, uraian=IKM.uraian, nilai=7))
    assert [item.teks for item in lost.asing] == [
        "baris ini tidak ada di formulir yang dikirim: isi di barisnya sendiri"
    ]


def test_changed_words_and_a_key_that_is_known_are_told() -> None:
    (found,) = read(make_form(IKM), row("a", uraian="Indeks lain", nilai=91)).baris
    assert reasons(found) == [
        ("uraian", "A10", "uraian indikatornya diubah dari 'Indeks Kepuasan Masyarakat' menjadi "
         "'Indeks lain': kembalikan seperti semula"),
    ]  # fmt: skip


def test_a_row_without_words_is_known_by_its_key() -> None:
    (found,) = read(make_form(IKM), row("a", nilai=91)).baris
    assert found.nilai == {"nilai": 91}


def test_rows_put_in_by_the_filler_are_told_when_they_hold_something() -> None:
    found = read(
        make_form(IKM),
        row("a", 10, uraian=IKM.uraian),
        row("", 11, uraian="Tambahan", nilai=5),
        row("", 12, uraian="Catatan saja", nilai="  "),
        row("q", 13, uraian="Lain", bukti="!rusak"),
    )
    assert [(item.field, item.alamat) for item in found.asing] == [
        ("nilai", "G11"),
        ("bukti", "K13"),
    ]


def test_a_deleted_row_is_told() -> None:
    found = read(make_form(IKM, PERSEN), row("a", uraian=IKM.uraian, nilai=1)).baris[1]
    assert (found.nomor, found.catatan) == (0, ("barisnya tidak ada lagi di formulir ini",))


def test_a_row_that_stands_there_twice() -> None:
    first = row("a", 10, uraian=IKM.uraian, nilai=91)
    same = read(make_form(IKM), first, row("a", 12, uraian=IKM.uraian, nilai=91)).baris[0]
    blank = read(make_form(IKM), row("a", 9, uraian=IKM.uraian), first).baris[0]
    assert same.nilai == blank.nilai == {"nilai": 91}
    two = read(make_form(IKM), first, row("a", 12, uraian=IKM.uraian, nilai=92)).baris[0]
    assert two.nilai == {}
    assert reasons(two) == [
        ("nilai", "G10",
         "diisi dua kali dengan jawaban berbeda, '91' di G10 dan '92' di G12: sisakan satu"),
    ]  # fmt: skip


def test_a_changed_target_is_remarked_on_and_nothing_else() -> None:
    found = read(make_form(PERSEN), row("b", uraian=PERSEN.uraian, target="50", lalu="88", nilai=9))
    assert found.diubah == (
        "C10: target diubah dari '95' menjadi '50'; yang berlaku tetap yang di program",
    )
    assert found.baris[0].nilai == {"nilai": 9}
    no_last = read(make_form(IKM), row("a", uraian=IKM.uraian, lalu="7"))
    assert "realisasi periode lalu diubah dari 'kosong' menjadi '7'" in no_last.diubah[0]


@pytest.mark.parametrize(
    ("cell", "nilai", "words"),
    [
        (123_456_789_012_345, {"rupiah": Decimal(123_456_789_012_345)}, ""),
        ("1.234", {"rupiah": 1234}, ""),
        ("Rp 1.500.000", {"rupiah": 1_500_000}, ""),
        (5000, {}, ""),
        ("seratus", {}, "bukan"),
        ("!rumus", {}, "rumus"),
    ],
)
def test_a_budget_line(cell: Any, nilai: dict[str, Any], words: str) -> None:
    sheet = row("x", rp_kode="7.01.01", rupiah=cell)
    found = read(make_form(rupiah=(BUDGET,)), rupiah=(sheet,)).baris[0]
    assert (found.nilai, found.is_rupiah) == (nilai, True)
    assert found.nama == "7.01.01 Program A"
    assert [words in text for _, _, text in reasons(found)] == ([True] if words else [])


def test_budget_lines_are_known_by_their_kode() -> None:
    found = read(
        make_form(rupiah=(BUDGET, OTHER)),
        rupiah=(
            row("x", 30, rp_kode="7.01.02", rupiah=2),
            row("y", 31, rp_kode="7.01.01", rupiah=1),
        ),
    )
    assert [item.nilai for item in found.baris] == [{"rupiah": 1}, {"rupiah": 2}]
    changed = read(make_form(rupiah=(BUDGET,)), rupiah=(row("x", rp_kode="9.9", rupiah=2),))
    assert reasons(changed.baris[0]) == [
        ("rp_kode", "L10", "kodenya diubah dari '7.01.01' menjadi '9.9': kembalikan")
    ]
    gone = read(make_form(rupiah=(BUDGET,))).baris[0]
    assert gone.catatan == ("barisnya tidak ada lagi di formulir ini",)


def test_names_of_evidence() -> None:
    found = read_one(IKM, bukti=" a.pdf; b.pdf\n\na.pdf ")
    assert found.bukti == ("a.pdf", "b.pdf")
    assert read_one(IKM).bukti == ()


def test_the_seal_covers_what_is_printed_and_not_what_is_filled_in() -> None:
    form = make_form(PERSEN, rupiah=(BUDGET,))

    filled = replace(
        form, baris=(replace(PERSEN, terisi={}),), rupiah=(replace(BUDGET, terisi=""),)
    )
    assert filled.segel == form.segel
    other = replace(form, baris=(replace(PERSEN, target="96"),))
    assert other.segel != form.segel
    assert other.definisi == replace(form).definisi, "a target is no definition"
    assert replace(form, baris=(replace(PERSEN, satuan="x"),)).definisi != form.definisi


def test_words_are_compared_without_case_and_stray_signs() -> None:
    assert fold(" Kasi\u00a0 PELAYANAN\u200b ") == "kasi pelayanan"


def test_two_rows_of_the_same_words_are_told_apart_by_their_number() -> None:
    """Sorted by what one sees: the hidden keys stayed, the numbers moved with their rows."""
    twin = replace(IKM, id="kembar")
    form = make_form(IKM, twin)
    rows = (
        row(IKM.id, 10, no=2, uraian=IKM.uraian, nilai=20),
        row(twin.id, 11, no=1, uraian=IKM.uraian, nilai=10),
    )
    first, second = read(form, *rows).baris
    assert (first.id, first.nilai, second.id, second.nilai) == (
        IKM.id, {"nilai": 10}, twin.id, {"nilai": 20},
    )  # fmt: skip
    lost = (row(IKM.id, 10, uraian=IKM.uraian, nilai=10), row(twin.id, 11, uraian=IKM.uraian))
    first, second = read(form, *lost).baris
    assert (first.nilai, second.nilai) == ({"nilai": 10}, {})
