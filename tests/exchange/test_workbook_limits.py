"""A file that claims more than an office's workbook can hold costs nothing and gets a sentence."""

import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import workbook_file, workbook_parts
from kinerja_desktop.exchange.workbook_ole import pack_stream, read_stream
from kinerja_desktop.exchange.workbook_parts import DamagedError
from kinerja_desktop.exchange.workbook_read import read_workbook
from tests.exchange import books

ONE = "<c><v>1</v></c>"


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[..., str]:
    """Return the sentence with which a file is refused."""

    def do(content: bytes, name: str = "berkas.xlsx") -> str:
        path = tmp_path / name
        path.write_bytes(content)
        started = time.process_time()
        with pytest.raises(KinerjaError) as caught:
            read_workbook(path, SECTIONS)
        assert time.process_time() - started < 10
        assert caught.value.remedy
        return str(caught.value)

    return do


def cell(address: str) -> str:
    return f'<c r="{address}"><v>1</v></c>'


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (cell("A1048576"), "lembar Realisasi terisi sampai baris 1.048.576"),
        (cell("XFD5"), "lembar Realisasi terisi sampai kolom ke-16384"),
        (cell("A49999") + cell("SA5"), "dengan sel kosong di antaranya"),
        (f"<row>{ONE * 400}</row>" * 800, "lebih dari 300.000 sel"),
    ],
)
def test_cells_beyond_an_office_are_refused(
    refusal: Callable[..., str], cells: str, sentence: str
) -> None:
    assert sentence in refusal(books.make_xlsx(cells))


def test_millions_of_empty_cells_are_refused(
    refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_parts, "MOST_ELEMENTS", 1000)
    assert "terlalu banyak sel kosong" in refusal(books.make_xlsx("<row/>" * 1000))


def test_one_long_text_shown_in_many_cells_is_refused(refusal: Callable[..., str]) -> None:
    cells = '<c t="s"><v>0</v></c>' * 400
    shared = f"<si><t>{'x' * 60_000}</t></si>"
    assert "lebih dari 20.000.000 huruf" in refusal(books.make_xlsx(cells, shared=shared))


def test_an_ods_that_repeats_a_row_for_ever_is_refused(refusal: Callable[..., str]) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="9999999">'
        f"{books.ods_number(1)}</table:table-row>"
    )
    assert "terisi sampai baris 50.001" in refusal(books.make_ods(rows))


@pytest.mark.parametrize("more", ["office:string-value", "spaces"])
def test_an_ods_that_repeats_a_long_text_is_refused(refusal: Callable[..., str], more: str) -> None:
    repeats = 'table:number-columns-repeated="400"'
    content = (
        books.ods_text("", f'{more}="{"x" * 100_000}" {repeats}')
        if more != "spaces"
        else books.ods_text('<text:s text:c="100000"/>a', repeats)
    )
    rows = f"<table:table-row>{content}</table:table-row>"
    assert "huruf" in refusal(books.make_ods(rows))


def test_a_bomb_is_not_unpacked(refusal: Callable[..., str]) -> None:
    """80 MB in 80 kB: half a megabyte of this kind once took 57 s and 5 GB."""
    content = books.make_xlsx(" " * 80 * 1024 * 1024)
    assert len(content) < 200_000
    assert "lebih dari 32 MB setelah dibuka" in refusal(content)


def test_what_the_directory_says_of_a_size_is_not_believed(refusal: Callable[..., str]) -> None:
    content = bytearray(books.make_xlsx(" " * 40 * 1024 * 1024))
    places = [place for place in range(len(content)) if content.startswith(b"PK\x01\x02", place)]
    for place in places:
        content[place + 24 : place + 28] = struct.pack("<I", 10)
    assert "rusak" in refusal(bytes(content))


def test_pictures_are_never_unpacked(tmp_path: Path) -> None:
    parts = books.xlsx_parts("") | {"xl/media/foto.png": bytes(40 * 1024 * 1024)}
    path = tmp_path / "foto.xlsx"
    path.write_bytes(books.zipped(parts))
    assert read_workbook(path, SECTIONS) == ({"realisasi": []}, [])


def test_thousands_of_parts_are_refused(refusal: Callable[..., str]) -> None:
    many = {f"x/{place}": b"" for place in range(2500)}
    assert "berisi 2.506 bagian" in refusal(books.zipped({**books.xlsx_parts(""), **many}))
    more = {f"{place:070}": b"" for place in range(12_000)}
    assert "lebih dari 2.000 bagian" in refusal(books.zipped(more))


def test_a_file_of_many_megabytes_is_refused(
    refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "berukuran 9 MB; paling besar 8 MB" in refusal(bytes(9 * 1024 * 1024), "a.csv")
    path_size = workbook_parts.MOST_BYTES + 1024 * 1024
    assert "berukuran 33 MB; paling besar 32 MB" in refusal(b"PK" + bytes(path_size))


def test_entities_and_endless_nesting_are_refused(refusal: Callable[..., str]) -> None:
    parts = books.xlsx_parts("")
    sheet = "xl/worksheets/sheet1.xml"
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert "rusak" in refusal(books.zipped({**parts, sheet: bomb}))
    assert "rusak" in refusal(books.zipped({**parts, sheet: "<a>" * 100_000}))


def test_zips_of_other_kinds_are_refused(refusal: Callable[..., str]) -> None:
    sound = books.make_xlsx("")
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in books.xlsx_parts("").items():
            archive.writestr(name, content)
    assert "rusak" in refusal(out.getvalue())
    newer = bytearray(sound)
    newer[sound.index(b"PK\x01\x02") + 6] = 255
    assert "rusak" in refusal(bytes(newer))
    place = sound.rindex(b"PK\x05\x06")
    assert "rusak" in refusal(sound[:place] + b"PK\x06\x07" + bytes(16) + sound[place:])
    assert "rusak" in refusal(sound[: place + 10])
    assert "rusak" in refusal(b"PK")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_there_twice_is_refused(refusal: Callable[..., str]) -> None:
    out = BytesIO(books.make_xlsx(""))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/workbook.xml", "<workbook/>")
    assert "rusak" in refusal(out.getvalue())


def test_a_missing_part_is_refused_but_styles_and_texts_may_lack(
    refusal: Callable[..., str], tmp_path: Path
) -> None:
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
        parts = books.xlsx_parts("")
        del parts[name]
        assert "rusak" in refusal(books.zipped(parts))
    parts = books.xlsx_parts("")
    parts["_rels/.rels"] = "<Relationships/>"
    assert "rusak" in refusal(books.zipped(parts))
    parts = books.xlsx_parts(f"<row>{ONE}</row>")
    del parts["xl/styles.xml"], parts["xl/sharedStrings.xml"]
    path = tmp_path / "polos.xlsx"
    path.write_bytes(books.zipped(parts))
    assert len(read_workbook(path, SECTIONS)[0]["realisasi"]) == 1


@pytest.mark.parametrize("value", ["5<!-- x -->6", "<![CDATA[5]]>", "<?x?>5", "&#53;"])
def test_a_figure_that_the_parser_reads_otherwise_is_refused(
    refusal: Callable[..., str], value: str
) -> None:
    assert "rusak" in refusal(books.make_xlsx(f"<row><c><v>{value}</v></c></row>"))


def test_a_chart_on_a_page_of_its_own_is_no_sheet(tmp_path: Path) -> None:
    parts = books.xlsx_parts(f"<row>{ONE}</row>")
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>",
        '<sheet name="Grafik" sheetId="2" r:id="rId8"/><sheet name="Hilang" sheetId="3" '
        'r:id="rId9"/></sheets>',
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{books.REL}/chartsheet" Target="{name}.xml"/>'
        for number, name in ((8, "grafik"), (9, "hilang"))
    )
    book = "xl/_rels/workbook.xml.rels"
    parts[book] = str(parts[book]).replace("</Rel", f"{relations}</Rel")
    parts["xl/grafik.xml"] = "<chartsheet/>"
    path = tmp_path / "grafik.xlsx"
    path.write_bytes(books.zipped(parts))
    rows, problems = read_workbook(path, SECTIONS)
    assert (len(rows["realisasi"]), problems) == (1, [])


def test_two_sheets_of_one_name_are_refused(refusal: Callable[..., str]) -> None:
    parts = books.xlsx_parts("")
    book = str(parts["xl/workbook.xml"])
    parts["xl/workbook.xml"] = book.replace(
        "</sheets>", '<sheet name="Realisasi" sheetId="2" r:id="rId1"/></sheets>'
    )
    assert "rusak" in refusal(books.zipped(parts))


def test_a_claim_of_size_in_an_xls_makes_no_room(tmp_path: Path) -> None:
    """calamine would make room for 4 billion rows, and the program would end."""
    path = tmp_path / "lama.xls"
    claim = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    shared = books.record(0xFC, struct.pack("<II", 1, 0xFFFFFFFF) + struct.pack("<HB", 1, 0) + b"a")
    path.write_bytes(books.make_xls(books.xls_number(4, 3, 1), claim=claim, before=shared))
    assert len(read_workbook(path, SECTIONS)[0]["realisasi"]) == 1


@pytest.mark.parametrize("size", [0, 10, 4096, 100_000, 9_000_000])
def test_a_stream_comes_out_of_ole_as_it_went_in(size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    packed = pack_stream("Workbook", content[:size])
    assert read_stream(packed, ("workbook",))[:size] == content[:size]


def _ole(**changes: bytes) -> bytes:
    """Return an OLE file with other bytes at some places."""
    content = bytearray(pack_stream("Workbook", bytes(5000)))
    for place, given in changes.items():
        start = int(place[1:])
        content[start : start + len(given)] = given
    return bytes(content)


DIRECTORY = 512 * 11  # after the header and ten sectors


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        _ole(p30=b"\x63"),
        _ole(p48=b"\xff\xff\0\0"),
        _ole(p76=b"\x99\x99\0\0"),
        _ole(p80=_ole()[76:80]),
        _ole(p68=b"\x02\0\0\0"),
        _ole(**{f"p{DIRECTORY + 128}": b"x"}),
        _ole(**{f"p{DIRECTORY + 128 + 120}": b"\xff\xff\xff\0"}),
        _ole(**{f"p{DIRECTORY + 128 + 116}": b"\xfe\xff\xff\xff"}),
        _ole(**{f"p{DIRECTORY + 512}": b"\0\0\0\0"}),
    ],
)
def test_an_ole_file_whose_tables_lead_astray_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedError):
        read_stream(content, ("workbook",))


def test_a_short_stream_lies_among_the_short_ones() -> None:
    """By hand: the stream's bytes in the root's chain, its table in a sector of its own."""
    content = bytearray(pack_stream("Root", b"isi pendek".ljust(64, b".") + b"lanjutan"))
    directory = content.index("Root Entry".encode("utf-16-le"))
    table = directory + 512
    count = len(content) // 512
    content[60:64] = struct.pack("<I", count - 1)
    content[table + 4 * (count - 1) : table + 4 * count] = struct.pack("<I", 0xFFFFFFFE)
    content[directory + 116 : directory + 124] = struct.pack("<II", 0, 4096)
    content[directory + 128 + 116 : directory + 128 + 124] = struct.pack("<II", 0, 72)
    content += struct.pack("<II", 1, 0xFFFFFFFE).ljust(512, b"\xff")
    assert read_stream(bytes(content), ("root",)) == b"isi pendek".ljust(64, b".") + b"lanjutan"


def test_a_panic_of_the_parser_is_a_spoiled_file(
    refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):  # its name in pyo3
        pass

    def panic(_: object) -> None:
        raise PanicException

    monkeypatch.setattr(workbook_file, "_load", panic)
    assert "rusak" in refusal(books.make_xlsx(""))


def test_what_is_no_failure_of_the_parser_rises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "berkas.xlsx"
    path.write_bytes(books.make_xlsx(""))
    monkeypatch.setattr(workbook_file, "_load", stop)
    with pytest.raises(KeyboardInterrupt):
        read_workbook(path, SECTIONS)


def test_a_spoiled_cell_that_only_the_parser_minds_is_refused(
    refusal: Callable[..., str],
) -> None:
    assert "rusak" in refusal(books.make_xlsx('<row><c t="b"><v>7</v></c></row>'))
