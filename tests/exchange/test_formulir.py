"""Forms written and read back: each cell as it was, and what people do to a sheet."""

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from kinerja_desktop.domain.pengumpulan.jawaban import read_jawaban
from kinerja_desktop.domain.pengumpulan.lembar import AnggaranDitanya, IndikatorDitanya
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import saved_moment
from kinerja_desktop.exchange.formulir_layout import KOLOM, KUNCI
from kinerja_desktop.exchange.formulir_read import read_formulir
from kinerja_desktop.exchange.formulir_write import IsiFormulir
from tests.exchange.forms import (
    IKM,
    KOP,
    LINE,
    SAKIP,
    cells,
    change_parts,
    make_form,
    read_one,
    read_part,
    write,
)

FORM = make_form(IKM, SAKIP, rupiah=(LINE,))
ODD = ("=1+1", "_x0041_", "satu\ndua", "  tepi", "@x", "'kutip", "0012", "é→÷", "1.234", "#N/A?")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "f.xlsx", FORM)


def head_of(sheet: Any, first: int = 1) -> int:
    """Return the first row of hidden names from a row on."""
    rows = range(first, sheet.max_row + 1)
    return next(row for row in rows if sheet.cell(row, 1).value == KUNCI)


def test_a_form_reads_back_as_it_was_written(path: Path) -> None:
    found = read_formulir(path)
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert found.disimpan is not None
    assert abs((datetime.now(UTC) - found.disimpan).total_seconds()) < 60
    (sheet,) = found.lembar
    said = sheet.identitas
    assert said is not None
    assert (said.id, said.instansi_id, said.kecamatan, said.pemegang) == (
        "f-1", "i-1", "Uji", "Kasi A",
    )  # fmt: skip
    assert (said.tahun, said.triwulan, said.segel) == (2024, 2, FORM.segel)
    assert said.definisi == FORM.definisi
    assert [row.kunci for row in (*sheet.baris, *sheet.rupiah)] == ["id-a", "id-b", "id-x"]
    assert cells(sheet.baris[0]) == {
        "no": 1, "uraian": "Indeks Kepuasan Masyarakat", "satuan": "Angka", "target": "90,5",
        "lalu": "88",
        "definisi": "Mutu layanan\nmenurut pengguna\nCara menghitung: Jumlah ÷ n\n"
        "Pembilang: Nilai unsur\nPenyebut: Responden\nIsi dengan keadaan pada akhir triwulan.",
    }  # fmt: skip
    assert cells(sheet.baris[1])["nilai"] == "B"
    assert cells(sheet.baris[1])["pendorong"] == "=1+1"
    assert cells(sheet.rupiah[0])["rupiah"] == 1250
    pembacaan = read_jawaban(FORM, sheet)
    assert [row.nilai for row in pembacaan.baris] == [{}, {}, {}]
    assert (pembacaan.diubah, pembacaan.asing) == ((), ())


def test_a_yearly_form_has_no_triwulan(tmp_path: Path) -> None:
    from dataclasses import replace

    from kinerja_desktop.domain.angka.periode import Periode

    path = write(tmp_path / "f.xlsx", replace(FORM, periode=Periode(2024), lalu_label=""))
    said = read_one(path).identitas
    assert said is not None
    assert (said.tahun, said.triwulan) == (2024, None)
    sheet = load_workbook(path)["Formulir"]
    heads = [cell.value for cell in sheet[head_of(sheet) - 1]]
    assert heads[6:10] == ["Realisasi", "Pembilang", "Penyebut", "Realisasi"]


def test_only_cells_to_fill_are_unlocked_and_lists_are_there(path: Path) -> None:
    """Looked at with openpyxl: what Excel will let a person do."""
    book = load_workbook(path)
    sheet = book["Formulir"]
    assert sheet.protection.sheet
    assert book["Identitas"].sheet_state == "veryHidden"
    head = head_of(sheet)
    assert sheet.row_dimensions[head].hidden
    assert sheet.column_dimensions["A"].hidden
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    a, b, x = head + 1, head + 2, head + 7
    foot = [f"D{x + 2}", f"D{x + 3}", f"D{x + 4}"]
    merged = [f"{letter}{x}" for letter in "HIJ"]
    assert open_cells == {
        *(f"{letter}{a}" for letter in "HIJKLMN"), *(f"{letter}{b}" for letter in "JKLMN"),
        *merged, *foot,
    }  # fmt: skip
    lists = {
        str(rule.sqref): rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists == {f"J{b}": '"AA,A,BB,B"'}
    prompts = [rule.prompt for rule in sheet.data_validations.dataValidation]
    assert "Nilai unsur" in prompts
    assert all(len(text or "") <= 255 for text in prompts)
    assert sheet.cell(x, 8).number_format == "#,##0"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
    assert sheet.print_title_rows == f"${head - 1}:${head - 1}"


def test_a_form_with_reasons_marks_its_cells(tmp_path: Path) -> None:
    form = IsiFormulir(
        FORM, KOP,
        isi={("id-a", "nilai"): "sembilan", ("id-x", "rupiah"): "banyak"},
        alasan={("id-a", "nilai"): "bukan angka", ("id-a", "uraian"): "diubah",
                ("id-x", "rupiah"): "bukan angka", ("id-a", "entah"): "lain"},
        hanya={"id-a", "id-x"}, catatan=("J99: baris asing",),
    )  # fmt: skip
    path = write(tmp_path / "f.xlsx", form)
    sheet = load_workbook(path)["Formulir"]
    head = head_of(sheet)
    assert sheet.cell(head - 1, 15).value == "Yang harus diperbaiki"
    assert sheet.cell(head + 1, 15).value == (
        "Realisasi: bukan angka\nIndikator kinerja: diubah\nBukti dukung (nama berkas): lain"
    )
    marked = sheet.cell(head + 1, 10)
    assert marked.comment is not None
    assert marked.comment.text == "bukan angka"
    assert marked.fill.fgColor.rgb == "00F8CBAD"
    assert any(cell.value == "J99: baris asing" for row in sheet.iter_rows() for cell in row)
    found = read_one(path)
    assert [row.kunci for row in (*found.baris, *found.rupiah)] == ["id-a", "id-x"]
    assert cells(found.baris[0])["nilai"] == "sembilan"
    only_a = write(tmp_path / "a.xlsx", IsiFormulir(FORM, KOP, hanya={"id-a"}))
    assert read_one(only_a).rupiah == ()


def test_the_second_workbook_looks_like_the_first(tmp_path: Path) -> None:
    """Looks are made once for all: what one form adds must not reach the next."""

    def looks(path: Path) -> list[tuple[Any, ...]]:
        sheet = load_workbook(path)["Formulir"]
        return [
            (c.coordinate, c.font.b, c.font.sz, c.fill.fgColor.rgb, c.border.bottom.style,
             c.alignment.horizontal, c.protection.locked, c.number_format)
            for row in sheet.iter_rows() for c in row
        ]  # fmt: skip

    first = write(tmp_path / "a.xlsx", FORM)
    odd = IsiFormulir(FORM, KOP, alasan={("id-a", "nilai"): "x"})
    write(tmp_path / "b.xlsx", odd, make_form(SAKIP, key="f-2"))
    second = write(tmp_path / "c.xlsx", FORM)
    assert looks(first) == looks(second)
    found = {look[0]: look[1:] for look in looks(second)}
    # The double line below the kop goes across the sheet.
    assert {found[f"{letter}4"][3] for letter in "BCN"} == {"double"}
    assert found["B2"][:2] == (True, 15)
    head = head_of(load_workbook(second)["Formulir"])
    assert found[f"J{head + 1}"][2:] == ("00FFF8D6", "thin", "right", False, "General")
    assert found[f"H{head + 2}"][2:] == ("00EEEEEE", "thin", None, True, "General")


def test_several_forms_in_one_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "f.xlsx", FORM, make_form(SAKIP, key="f-2"))
    found = read_formulir(path).lembar
    assert [(sheet.judul, sheet.identitas and sheet.identitas.id) for sheet in found] == [
        ("Formulir 1", "f-1"), ("Formulir 2", "f-2"),
    ]  # fmt: skip


def test_sheets_that_changed_their_titles_are_who_they_are(tmp_path: Path) -> None:
    path = write(tmp_path / "f.xlsx", FORM, make_form(SAKIP, key="f-2"))
    book = load_workbook(path)
    first, second = book.worksheets[:2]
    first.title, second.title = "x", "Formulir 1"
    first.title = "Formulir 2"
    book.save(path)
    found = read_formulir(path).lembar
    assert [sheet.identitas and sheet.identitas.id for sheet in found] == ["f-1", "f-2"]
    assert [sheet.identitas and sheet.identitas.tahun for sheet in found] == [2024, 2024]
    second["A1"] = None
    book.save(path)
    lost = read_formulir(path).lembar[1]
    assert lost.identitas is not None
    assert lost.identitas.id == "f-1", "without its mark only the title is left"


def test_who_filled_it_in(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    row = next(c.row for (c,) in sheet.iter_rows(min_col=3, max_col=3) if c.value == "Diisi oleh")
    sheet.cell(row, 3).value = "DIISI OLEH :"
    sheet.cell(row, 5).value = "  Budi \n Santoso "
    book.save(path)
    assert read_one(path).pengisi == "Budi Santoso"
    sheet.cell(row, 3).value = "x"
    book.save(path)
    assert read_one(path).pengisi == ""


_TEXT = st.one_of(
    st.sampled_from(ODD),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"]), min_size=1,
        max_size=40,
    ),
)  # fmt: skip
_RUPIAH = st.integers(0, 10**15 - 1)
_WORD = st.sampled_from(["BB", "WTP", "Ya", "Tidak", "AA"])
_NUMBER = st.decimals(-10_000_000, 10_000_000, places=3, allow_nan=False)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(_TEXT, min_size=8, max_size=8),
    figures=st.tuples(_NUMBER, _NUMBER, st.one_of(_NUMBER, _WORD)),
    amount=_RUPIAH,
)
def test_what_is_written_is_read_back(
    tmp_path: Path, texts: list[str], figures: tuple[Any, ...], amount: int
) -> None:
    """By a form that holds it already: then nothing on it is an answer, and each cell is there."""
    from kinerja_desktop.domain.pengumpulan.lembar import BUKTI, ISIAN, RUPIAH

    fields = {item.name: item for item in (*ISIAN, BUKTI)}
    given_values: dict[str, Any] = {
        "pembilang": figures[0], "penyebut": figures[1], "nilai": figures[2],
        **{
            name: fields[name].parse(text)
            for name, text in zip(
                ("pendorong", "penghambat", "tindak_lanjut", "bukti"), texts[:4], strict=True
            )
        },
    }  # fmt: skip
    entered = {name: fields[name].format(v, copied=True) for name, v in given_values.items()}
    satuan = fields["pendorong"].parse(texts[4])
    item = IndikatorDitanya(
        "id-a", "k", "Indikator " + texts[5], texts[6], pembilang="A", penyebut="B", satuan=satuan,
        target=texts[7], terisi=entered,
    )  # fmt: skip
    line = AnggaranDitanya(
        "id-x", "7.01", texts[6], terisi=RUPIAH.format(Decimal(amount), copied=True)
    )
    form = make_form(item, rupiah=(line,))
    sheet = read_one(write(tmp_path / "f.xlsx", form))
    row, money = sheet.baris[0], sheet.rupiah[0]
    for name, value in given_values.items():
        cell = row.sel[name]
        assert cell.cacat == ""
        assert fields[name].parse(cell.isi, copied=True) == value, name
    assert RUPIAH.parse(money.sel["rupiah"].isi) == amount
    found = read_jawaban(form, sheet)
    assert [answer.nilai for answer in found.baris] == [{}, {}]
    assert found.diubah == ()
    assert all("diubah" not in reason.teks for answer in found.baris for reason in answer.alasan)


ROWS = tuple(
    IndikatorDitanya(f"id-{n}", f"K{n}", f"Indikator {n}", satuan="Angka", target=f"{n}")
    for n in range(5)
)
LINES = tuple(AnggaranDitanya(f"rp-{n}", f"7.01.0{n}", f"Program {n}") for n in range(4))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.permutations(range(5)), lines=st.permutations(range(4)), with_keys=st.booleans())
def test_any_order_of_the_rows_gives_the_same_answers(
    tmp_path: Path, rows: list[int], lines: list[int], with_keys: bool
) -> None:
    """Sorted with the hidden keys, or with what is visible alone."""
    form = make_form(*ROWS, rupiah=LINES)
    path = write(tmp_path / "f.xlsx", form)
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    second = head_of(sheet, head + 1)
    for number in range(5):
        sheet.cell(head + 1 + number, 10).value = 50 + number
        sheet.cell(head + 1 + number, 11).value = f"Karena {number}"
    for number in range(4):
        sheet.cell(second + 1 + number, 8).value = 1000 + number
    for start, order in ((head + 1, rows), (second + 1, lines)):
        first = 1 if with_keys else 2
        kept = [[sheet.cell(start + n, c).value for c in range(first, 15)] for n in order]
        for place, values in enumerate(kept):
            for column, value in enumerate(values, start=first):
                if sheet.cell(start + place, column).__class__.__name__ == "Cell":
                    sheet.cell(start + place, column).value = value
    book.save(path)
    found = read_jawaban(form, read_one(path))
    assert [answer.nilai for answer in found.baris] == [
        *({"nilai": 50 + n, "pendorong": f"Karena {n}"} for n in range(5)),
        *({"rupiah": 1000 + n} for n in range(4)),
    ]  # fmt: skip
    assert (found.asing, found.diubah) == ((), ())
    assert not any(answer.alasan for answer in found.baris)


def test_rows_and_columns_that_were_put_in_move_nothing(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    sheet.title = "Sudah diisi"
    book["Identitas"]["A3"] = "Formulir"
    head = head_of(sheet)
    sheet.cell(head + 1, 10).value = 91
    sheet.insert_rows(head + 2, 2)
    sheet.insert_rows(1, 3)
    sheet.insert_cols(5)
    book.save(path)
    (found,) = read_formulir(path).lembar
    # The sheet was renamed: the first cell tells it, as the hidden one names another title.
    assert found.identitas is not None
    assert found.identitas.id == "f-1"
    assert cells(found.baris[0])["nilai"] == 91
    assert found.baris[0].sel["nilai"].alamat == f"K{head + 4}"


def test_without_the_hidden_names_the_headings_tell_the_columns(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.cell(head + 1, 10).value = 91
    second = head_of(sheet, head + 1)
    sheet.cell(second + 1, 8).value = 12_500
    sheet.delete_rows(second)
    sheet.delete_rows(head)
    # As the program writes it for a triwulan.
    sheet.cell(head - 1, 10).value = "Realisasi TW II"
    book.save(path)
    found = read_one(path)
    assert found.masalah == ()
    first = cells(found.baris[0])
    assert (first["uraian"], first["nilai"]) == (IKM.uraian, 91)
    assert [row.text("rupiah") for row in found.rupiah] == ["12500"]
    read = read_jawaban(FORM, found)
    assert (read.baris[0].nilai, read.asing) == ({"nilai": 91}, ())


def test_a_word_of_the_foot_among_the_answers_ends_nothing(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.cell(head + 1, 11).value = "Diisi oleh"
    sheet.cell(head + 2, 10).value = 80
    book.save(path)
    assert [cells(row).get("nilai") for row in read_one(path).baris][:2] == [None, 80]


def test_a_workbook_of_the_office_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    book = Workbook()
    book.worksheets[0].title = "Petunjuk"
    book.create_sheet("Realisasi")
    book.save(path)
    with pytest.raises(KinerjaError, match=r"melainkan buku kerja kantor. Ambil lewat tab Buku"):
        read_formulir(path)


@pytest.mark.parametrize(("name", "judul"), [("nilai", "Realisasi"), ("uraian", "Indikator")])
def test_a_column_that_was_deleted_is_told(path: Path, name: str, judul: str) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    place = [kolom.name for kolom in KOLOM].index(name) + 2
    sheet.delete_cols(place)
    book.save(path)
    (problem,) = read_one(path).masalah
    assert f"kolom '{judul}" in problem.message
    assert "hilang: salin isinya ke formulir kosong dari program" in problem.message


def test_a_form_of_which_only_the_key_is_left_is_told(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    sheet.delete_rows(2, 200)
    book.save(path)
    found = read_one(path)
    assert found.identitas is not None
    assert "judul kolomnya hilang" in found.masalah[0].message


def test_cells_merged_over_several_rows_are_told_and_not_guessed(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.cell(head + 1, 11).value = "Untuk keduanya"
    sheet.merge_cells(f"K{head + 1}:K{head + 2}")
    # Blank cells say nothing, merged or not; and within one row it is clear whose they are.
    sheet.merge_cells(f"N{head + 1}:N{head + 2}")
    sheet.cell(head + 1, 12).value = "Lebar"
    sheet.merge_cells(f"L{head + 1}:M{head + 1}")
    book.save(path)
    first, second = read_one(path).baris
    area = f"K{head + 1}:K{head + 2}"
    for row in (first, second):
        assert row.sel["pendorong"].isi is None
        assert row.sel["pendorong"].cacat == (
            f"sel {area} digabung melewati beberapa baris, jadi tidak jelas milik siapa isinya: "
            "pecah sel gabungannya, lalu isi tiap baris"
        )
        assert row.sel["bukti"].cacat == ""
    assert first.sel["penghambat"].isi == "Lebar"
    found = read_jawaban(FORM, read_one(path)).baris
    assert [[reason.field for reason in row.alasan] for row in found[:2]] == [["pendorong"]] * 2


def test_formulas_comments_and_colours(path: Path) -> None:
    from openpyxl.comments import Comment

    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.cell(head + 1, 10).value = "=40+50"
    sheet.cell(head + 1, 11).comment = Comment("Catatan saya", "Budi")
    sheet.cell(head + 1, 12).fill = PatternFill("solid", fgColor="FF0000")
    sheet.cell(head + 2, 10).value = "#DIV/0!"
    sheet.cell(head + 2, 10).data_type = "e"
    book.save(path)
    first, second = read_one(path).baris
    assert first.sel["nilai"].cacat.startswith("rumus di sel ini belum pernah dihitung")
    assert first.sel["pendorong"].isi is None
    assert second.sel["nilai"].cacat.startswith("rumus Excel di sel ini gagal (#DIV/0!)")


def test_percent_cells_are_read_as_people_see_them(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    cell = sheet.cell(head + 1, 10)
    cell.value, cell.number_format = 0.9, "0%"
    other = sheet.cell(head + 2, 10)
    other.value, other.number_format = 90, "0%"
    book.save(path)
    first, second = read_one(path).baris
    assert first.sel["nilai"].isi == 90
    assert "berformat persen" in second.sel["nilai"].cacat


def test_what_is_no_form_gets_its_sentence(tmp_path: Path, path: Path) -> None:
    csv = tmp_path / "a.CSV"
    csv.write_text("a;b", encoding="utf-8")
    with pytest.raises(KinerjaError, match="CSV tidak membawa identitas"):
        read_formulir(csv)
    book = load_workbook(path)
    sheet = book["Formulir"]
    sheet.delete_rows(1, 200)
    sheet["A1"] = "Daftar hadir"
    del book["Identitas"]
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(KinerjaError, match="bukan formulir pengumpulan data"):
        read_formulir(tmp_path / "b.xlsx")
    (tmp_path / "c.xlsx").write_bytes(b"")
    with pytest.raises(KinerjaError):
        read_formulir(tmp_path / "c.xlsx")


def test_a_form_of_a_newer_program(path: Path) -> None:
    book = load_workbook(path)
    book["Identitas"]["B1"] = 2
    book.save(path)
    with pytest.raises(KinerjaError, match="versi Kinerja Desktop yang lebih baru"):
        read_formulir(path)
    for odd in (1.5, "dua", None):
        book["Identitas"]["B1"] = odd
        book.save(path)
        assert read_one(path).identitas is not None


def test_a_file_of_300_mb_is_refused_before_it_is_read(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(300_000_000)
    with pytest.raises(KinerjaError, match="MB"):
        read_formulir(path)


def test_a_stick_pulled_while_it_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def pulled(_: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", pulled)
    with pytest.raises(KinerjaError, match="tidak terjangkau lagi"):
        read_formulir(path)


CORE = "docProps/core.xml"


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        (b"2024-07-01T08:00:00Z", datetime(2024, 7, 1, 8, tzinfo=UTC)),
        (b"2024-07-01T08:00:00.123456789", datetime(2024, 7, 1, 8, 0, 0, 123456, tzinfo=UTC)),
        (b"2024-13-45T08:00:00Z", None),
        (b"kemarin", None),
    ],
)
def test_when_it_was_saved(path: Path, stamp: bytes, moment: datetime | None) -> None:
    import re

    core = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, read_part(path, CORE))
    assert read_formulir(change_parts(path, {CORE: core})).disimpan == moment


def test_a_file_that_does_not_say_when_it_was_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_formulir(change_parts(path, {CORE: None})).disimpan is None
    large = change_parts(path, {CORE: b" " * 2000})
    monkeypatch.setattr(saved_moment, "_LARGEST_PROPERTIES", 1000)
    assert read_formulir(large).disimpan is None


def test_a_file_whose_properties_are_spoiled_is_read_all_the_same(path: Path) -> None:
    """Found by `bench.damaged_forms`, seed 209: a sector of zeros within docProps/core.xml."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(CORE).header_offset + 30 + len(CORE)
    with path.open("r+b") as file:
        file.seek(start + 20)
        file.write(b"\xff" * 64)
    found = read_formulir(path)
    assert found.disimpan is None
    assert len(found.lembar[0].baris) == 2


def test_a_row_below_the_last_one_with_cells_is_blank(path: Path) -> None:
    """calamine gives fewer lines than the survey counts rows where the last cell is an error."""
    book = load_workbook(path)
    sheet = book["Formulir"]
    cell = sheet[f"{get_column_letter(3)}{sheet.max_row + 3}"]
    cell.value, cell.data_type = "#REF!", "e"
    book.save(path)
    assert [row.kunci for row in read_one(path).baris] == ["id-a", "id-b"]
