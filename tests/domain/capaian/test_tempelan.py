from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.tempelan import (
    DUA_REALISASI,
    TAK_TENTU,
    BarisTabel,
    Susunan,
    arrange,
    place_rows,
)

STORY = ("nilai", "pendorong", "penghambat", "tindak_lanjut", "penanggung_jawab", "batas_waktu")


def row(
    number: int, uraian: str, target: str | None, setahun: str | None = None, satuan: str = "%"
) -> BarisTabel:
    targets = (target and Decimal(target), setahun and Decimal(setahun))
    return BarisTabel(str(number), uraian, f"IKU-{number}", satuan, targets)


TABEL = (
    row(1, "Indeks Kepuasan", "45", "90"),
    row(2, "Persentase Surat", "50", "95"),
    row(3, "Desa Tertib", None, "100", satuan="desa"),
    row(4, "Nilai SAKIP", "7"),
)


@pytest.mark.parametrize(
    ("block", "kolom"),
    [
        ([["80", "Cuaca baik", "Banjir 2x"]], STORY[:3]),
        ([["80", "", "Banjir"]], STORY[:3]),
        ([["80", "Tidak ada"]], STORY[:2]),
        ([["80", "x", "x", "x", "x", "1-2-2025", "lebih"]], (*STORY, "")),
        # The first column says what the plan says, of the triwulan or of the year.
        ([["45", "80"], ["50,0 %", "85"], ["7", "1"]], ("target", "nilai")),
        ([["90", "80"], ["95", ""], ["100 desa", "1"]], ("target", "nilai")),
        ([["45", "80"], ["", "81"]], ("target", "nilai")),
        ([["45", "80", "Cuaca"]], ("target", "nilai", "pendorong")),
        ([["80"]], ("nilai",)),
        ([], ()),
    ],
)
def test_columns_are_known_by_their_place_and_what_stands_there(
    block: list[list[str]], kolom: tuple[str, ...]
) -> None:
    assert arrange(block, TABEL) == Susunan(kolom)


@pytest.mark.parametrize(
    "block",
    [
        [["80", "88,9 %"]],  # realisasi and capaian, or two realisasi
        [["45", "80"], ["95", "85"]],  # of the triwulan, then of the year
        [["45", "80"], ["51", "85"]],
        [["45", "80", "100"]],  # which of the two behind is the realisasi?
        [["1", "Nama lain", "80"]],  # a number, a name of another page, a figure
        [["80", "Indeks Kepuasan"]],
        [["", "80"]],
    ],
)
def test_what_is_not_certain_is_not_guessed(block: list[list[str]]) -> None:
    with pytest.raises(ValueError, match=r"Target, Realisasi") as refused:
        arrange(block, TABEL)
    assert str(refused.value) == TAK_TENTU


def test_a_figure_with_its_unit_is_a_figure() -> None:
    assert arrange([["100 desa", "12 desa"]], TABEL, 2) == Susunan(("target", "nilai"))
    with pytest.raises(ValueError, match="tidak jelas"):
        arrange([["11 desa", "12 desa"]], TABEL, 2)


def test_without_any_target_nothing_says_that_it_is_one() -> None:
    with pytest.raises(ValueError, match="tidak jelas"):
        arrange([["100", "80"]], [BarisTabel("1", "A")])


def test_an_ambiguous_target_is_known_by_its_letters() -> None:
    tabel = [BarisTabel("1", "A", target=(Decimal(1250), None))]
    assert arrange([["1.250", "80"]], tabel) == Susunan(("target", "nilai"))


def test_a_block_that_begins_at_the_target_has_it_first() -> None:
    assert arrange([["1", "2"]], TABEL, at_target=True) == Susunan(("target", "nilai"))
    with pytest.raises(ValueError, match="tidak jelas"):
        arrange([["1"]], TABEL, at_target=True)


def test_a_heading_goes_before_everything() -> None:
    head = [
        "No",
        "Indikator",
        "Target\nTW II",
        "Realisasi TW II",
        "Realisasi s.d. TW II",
        "Kendala",
    ]
    found = arrange([head, ["1", "IKM", "90", "88", "88", "x", "lebih"]], TABEL)
    kolom = ("", "nama", "target", "nilai", "", "penghambat", "")
    assert found == Susunan(kolom, has_head=True)
    assert arrange([["Kinerja", "Realisasi"], ["Nilai SAKIP", "8"]], TABEL).is_named
    with pytest.raises(ValueError, match="dua kolom") as refused:
        arrange([["Realisasi TW I", "Realisasi TW II"], ["1", "2"]], TABEL)
    assert str(refused.value) == DUA_REALISASI


@pytest.mark.parametrize(
    ("block", "kolom"),
    [
        ([["Nilai  sakip", "8"], ["INDEKS KEPUASAN", "80"]], ("nama", "nilai")),
        ([["IKU-2", "8"]], ("nama", "nilai")),
        ([["1", "IKU-2", "Persentase Surat", "%", "50", "8", "Hujan"]],
         ("", "nama", "nama", "", "target", "nilai", "pendorong")),
        ([["Nama lain", "8"]], ("nama", "nilai")),
    ],
)  # fmt: skip
def test_names_and_kode_are_known_without_a_heading(
    block: list[list[str]], kolom: tuple[str, ...]
) -> None:
    assert arrange(block, TABEL) == Susunan(kolom)


def test_rows_go_where_their_names_say() -> None:
    by_name = Susunan(("nama", "nilai"))
    rows = [["nilai sakip", "8"], ["Sasaran 1", ""], ["iku-1", "80"]]
    assert place_rows(rows, by_name, TABEL, 2) == [TABEL[3], None, TABEL[0]]
    assert place_rows([["9"]], Susunan(("nilai",)), TABEL, 2) == [TABEL[2]]
    both = Susunan(("kode", "nama", "nilai"))
    assert place_rows([["lain-9", "Nilai SAKIP", "8"]], both, TABEL) == [TABEL[3]]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["IKU-1", "Nilai lain", "8"]], "'Nilai lain' tidak ada di halaman ini"),
        ([["", "", "8"]], "tidak bernama"),
        ([["IKU-1", "Nilai SAKIP", "8"]], "milik indikator yang berbeda"),
        ([["", "Kembar", "8"]], "'Kembar' ada dua kali di halaman ini"),
        ([["IKU-1", "", "8"], ["", "Indeks Kepuasan", "8"]], "ada dua kali di tempelan"),
    ],
)
def test_a_name_that_means_no_single_row_is_refused(rows: list[list[str]], told: str) -> None:
    tabel = (*TABEL, row(5, "Kembar", "1"), row(6, "Kembar", "1"))
    found = place_rows(rows, Susunan(("kode", "nama", "nilai")), tabel)
    assert isinstance(found[-1], str)
    assert told in found[-1]


def test_an_unknown_kode_alone_is_refused() -> None:
    (found,) = place_rows([["IKU-9", "8"]], Susunan(("kode", "nilai")), TABEL)
    assert found == "'IKU-9' tidak ada di halaman ini: periksa nama atau kodenya"
