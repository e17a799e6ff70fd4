"""Words of printed files: as another reader finds them, and nothing from files of other forms."""

import re
import zipfile
import zlib
from base64 import a85decode, a85encode
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.exchange import printed_text
from kinerja_desktop.exchange.printed_text import read_parts, read_words


def page(*lines: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(50, 800 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_words_of_a_page_are_those_that_pypdf_finds() -> None:
    content = page("Capaian (106,93) \\ persen", "kedua")
    expected = PdfReader(BytesIO(content)).pages[0].extract_text().split()
    assert read_words(content, "pdf") == expected == [
        "Capaian", "(106,93)", "\\", "persen", "kedua"
    ]  # fmt: skip


def later_version(content: bytes) -> bytes:
    """Another PDF's objects behind the end, as an editor saves what it changed."""
    return content + page("lain").partition(b"\n")[2]


def second_contents(content: bytes) -> bytes:
    start = content.index(b"/Contents")
    return content[:start] + b"/Contents 1 0 R " + content[start:]


def orphan(content: bytes) -> bytes:
    out = BytesIO()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.pages[0].compress_content_streams()
    writer.add_blank_page(9, 9)
    writer.write(out)
    return out.getvalue()


PDF_TRICKS: dict[str, Callable[[bytes], bytes]] = {
    "no PDF": lambda content: b"PK",
    "a later version": later_version,
    "an object twice": lambda content: content.replace(b"endobj", b"endobj\n1 0 obj\n<<>>\nendobj"),
    "a form over it": lambda content: content.replace(b"/Type /Page\n", b"/AcroForm 1 0 R\n"),
    "a hidden name": lambda content: content.replace(b"/Font ", b"/F#6fnt ", 1),
    "contents twice": second_contents,
    "an orphan": orphan,
    "a page not in the book": lambda content: content.replace(b"/Kids [ ", b"/Kids [ 1 0 R "),
    "spoiled stream": lambda content: content.replace(b"ASCII85Decode", b"", 1),
    "no object": lambda content: content.replace(b" 0 obj", b" 0 xbj", 1),
}


@pytest.mark.parametrize("name", PDF_TRICKS)
def test_a_pdf_of_another_form_has_no_words(name: str) -> None:
    changed = PDF_TRICKS[name](page("Capaian 106,93"))
    assert changed != page("Capaian 106,93")
    assert read_words(changed, "pdf") is None
    assert read_parts(changed, "pdf") != read_parts(page("Capaian 106,93"), "pdf")


def repack(content: bytes) -> bytes:
    """Pack the first stream anew with another level, as another build of zlib would."""
    start = content.index(b"stream") + 7
    end = content.index(b"endstream")
    text = zlib.decompress(a85decode(content[start:end].strip().removesuffix(b"~>")))
    packed = a85encode(zlib.compress(text, 1)) + b"~>"
    old = re.search(rb"/Length \d+", content)
    assert old is not None
    head = content[:start].replace(old[0], b"/Length %d" % len(packed))
    return head + packed + content[end:]


def test_what_is_only_packed_otherwise_has_the_same_parts() -> None:
    content = page(*("Capaian 106,93" for _ in range(20)))
    other = repack(content)
    assert other != content
    assert read_parts(other, "pdf") == read_parts(content, "pdf") != {}
    moved = content.replace(b"/MediaBox [ 0", b"/MediaBox [ 9")
    assert read_words(moved, "pdf") == read_words(content, "pdf")
    assert read_parts(moved, "pdf") != read_parts(content, "pdf")


def test_parts_of_a_zipped_file() -> None:
    parts = read_parts(zipped({"b": "x", "a": ""}), "xlsx")
    assert parts == {"a": sha256(b"").hexdigest(), "b": sha256(b"x").hexdigest()}
    assert read_parts(b"bukan zip", "docx") is None


def test_words_in_a_stream_that_no_page_shows_are_refused() -> None:
    content = page("benar")
    hidden = (
        b"90 0 obj\n<< /Length 9 >>\nstream\nBT /F1 9 Tf (salah) Tj ET\nendstream\nendobj\nxref"
    )
    assert read_words(content.replace(b"xref", hidden, 1), "pdf") is None


def test_two_fonts_of_one_name_are_refused() -> None:
    letters = b"stream\n<41> <0042>\nendstream\nendobj\n"
    font = b"91 0 obj\n<< /F1 92 0 R >>\nendobj\n92 0 obj\n<< /ToUnicode 93 0 R >>\nendobj\n"
    added = font + b"93 0 obj\n<< /Length 12 >>\n" + letters + b"xref"
    assert read_words(page("benar").replace(b"xref", added, 1), "pdf") is None


def test_words_of_sheets_with_shared_texts_formulas_and_footers() -> None:
    sheet = (
        '<c r="A1" t="s"><v>1</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"/>'
        "<oddFooter>kode A&amp;B</oddFooter>"
    )
    parts = {
        "xl/sharedStrings.xml": "<si><t>nol</t></si><si><t>satu dua</t></si>",
        "xl/worksheets/sheet1.xml": sheet.replace('<c r="C1"/>', ""),
        "xl/media/a.png": "x",
    }
    assert read_words(zipped(parts), "xlsx") == ["satu", "dua", "1+12", "kode", "A&B"]
    for wrong in ("7", "x"):
        spoiled = sheet.replace("<v>1</v>", f"<v>{wrong}</v>")
        assert read_words(zipped({**parts, "xl/worksheets/sheet1.xml": spoiled}), "xlsx") is None


def test_words_of_a_docx_in_paragraphs() -> None:
    parts = {"word/document.xml": "<w:p><w:t>satu</w:t></w:p><w:p><w:t>dua</w:t></w:p>", "a": "b"}
    assert read_words(zipped(parts), "docx") == ["satu", "dua"]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"word/document.xml": "0" * 5000})
    assert read_words(bomb, "docx") is not None
    monkeypatch.setattr(printed_text, "MAX_FILE", 4000)
    assert read_words(bomb, "docx") is None
    assert read_words(b"x" * 4001, "pdf") is None
    assert read_parts(b"x" * 4001, "pdf") is None
    monkeypatch.setattr(printed_text, "_MAX_PARTS", 1)
    assert read_words(zipped({"a": "", "b": ""}), "docx") is None


def test_a_part_twice_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", "2")
    assert read_words(out.getvalue(), "docx") is None
