"""PDF/A-2b as far as a file can show it (ISO 19005-2); veraPDF is not at hand.

Each test names the clause. What pypdf, Pillow (littlecms), an XML parser and qpdf read is what
counts, never our own reading of our own bytes.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from kinerja_desktop.documents.naskah.blocks import ImageBlock, Naskah, Paragraph
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pdf.srgb import make_srgb
from tests.documents.long_report import long_report
from tests.documents.pictures.made import logo_png
from tests.domain.sop.contoh import PENGUKURAN, load

DAY = date(2025, 1, 15)
TITLE = "Laporan <Kinerja> & \u201cKecamatan\u201d"
NAMES = {
    "dc": "{http://purl.org/dc/elements/1.1/}",
    "xmp": "{http://ns.adobe.com/xap/1.0/}",
    "pdf": "{http://ns.adobe.com/pdf/1.3/}",
    "pdfaid": "{http://www.aiim.org/pdfa/ns/id/}",
}


@cache
def papers() -> dict[str, Naskah]:
    """Every kind of thing that is drawn: charts, photos, links, a logo with holes, a flowchart."""
    clear = BytesIO()
    Image.new("RGBA", (40, 40), (200, 30, 30, 120)).save(clear, "PNG")
    cmyk = BytesIO()
    Image.new("CMYK", (40, 40), (10, 200, 30, 20)).save(cmyk, "JPEG")
    pictures = tuple(ImageBlock(data) for data in (logo_png(), clear.getvalue(), cmyk.getvalue()))
    report = replace(long_report(), tanggal=DAY, title=TITLE, kode="7Q2M-K9TX-4B8C-0HZD")
    return {
        "report": report,
        "pictures": Naskah("Gambar", (*pictures, Paragraph("Selesai")), is_draft=True),
        "sop": replace(build_sop(load(PENGUKURAN)), tanggal=DAY, author="Kecamatan"),
    }


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    return {name: render_pdf(naskah) for name, naskah in papers().items()}


@pytest.fixture(params=["report", "pictures", "sop"])
def pdf(request: pytest.FixtureRequest, printed: dict[str, bytes]) -> bytes:
    return printed[request.param]


def objects(reader: PdfReader) -> Iterator[Any]:
    for number in range(1, len(reader.xref[0]) + 1):
        yield IndirectObject(number, 0, reader).get_object()


def dictionaries(value: Any) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, also those within others."""
    if isinstance(value, DictionaryObject):
        yield value
        for item in value.values():
            yield from dictionaries(item)
    elif isinstance(value, ArrayObject):
        for item in value:
            yield from dictionaries(item)


def every(pdf: bytes) -> list[DictionaryObject]:
    return [one for item in objects(PdfReader(BytesIO(pdf))) for one in dictionaries(item)]


def xmp(pdf: bytes) -> Any:
    metadata: Any = PdfReader(BytesIO(pdf)).root_object["/Metadata"]
    assert (metadata["/Type"], metadata["/Subtype"]) == ("/Metadata", "/XML")
    text = metadata.get_data().decode()
    assert "bytes=" not in text  # 6.6.2.1: neither bytes nor encoding in the header
    return fromstring(text[text.index("<x:") : text.rindex("<?xpacket")])


def told(tree: Any, name: str) -> str:
    prefix, _, key = name.partition(":")
    found = tree.findall(f".//{NAMES[prefix]}{key}")
    return "|".join("".join(item.itertext()) for item in found)


def test_the_file_says_what_it_is(pdf: bytes) -> None:
    """6.6.4: part 2, conformance B; the metadata are not packed, so that any program finds them."""
    tree = xmp(pdf)
    assert (told(tree, "pdfaid:part"), told(tree, "pdfaid:conformance")) == ("2", "B")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf


def test_properties_and_metadata_say_the_same(printed: dict[str, bytes]) -> None:
    """6.6.3."""
    data = printed["report"]
    tree, info = xmp(data), PdfReader(BytesIO(data)).metadata
    assert info is not None
    assert told(tree, "dc:title") == info.title == TITLE
    assert told(tree, "dc:creator") == info.author == "Kecamatan Muncar"
    assert told(tree, "dc:description") == info.subject == "Kode verifikasi 7Q2M-K9TX-4B8C-0HZD"
    assert told(tree, "xmp:CreatorTool") == info.creator == "Kinerja Desktop"
    assert told(tree, "pdf:Producer") == info.producer == "Kinerja Desktop"
    moment = "2025-01-15T00:00:00Z"
    assert told(tree, "xmp:CreateDate") == told(tree, "xmp:ModifyDate") == moment
    assert info.creation_date is not None
    assert info.creation_date == info.modification_date
    assert info.creation_date.isoformat() == "2025-01-15T00:00:00+00:00"


def test_what_is_not_known_is_not_told(printed: dict[str, bytes]) -> None:
    data = printed["pictures"]
    assert set(PdfReader(BytesIO(data)).metadata or {}) == {"/Title", "/Creator", "/Producer"}
    tree = xmp(data)
    for name in ("dc:creator", "dc:description", "xmp:CreateDate", "xmp:ModifyDate"):
        assert told(tree, name) == ""


def test_colours_are_defined(pdf: bytes) -> None:
    """6.2.3: one OutputIntent with a profile; 6.2.4.3: RGB and grey only, no CMYK."""
    intents: Any = PdfReader(BytesIO(pdf)).root_object["/OutputIntents"]
    (intent,) = intents
    one = intent.get_object()
    assert (one["/S"], one["/OutputConditionIdentifier"]) == ("/GTS_PDFA1", "sRGB IEC61966-2-1")
    profile = one["/DestOutputProfile"].get_object()
    assert (profile["/N"], profile.get_data()) == (3, make_srgb())
    spaces = {str(item.get("/ColorSpace")) for item in every(pdf) if "/ColorSpace" in item}
    assert spaces <= {"/DeviceRGB", "/DeviceGray"}
    for page in PdfReader(BytesIO(pdf)).pages:
        contents = page.get_contents()
        assert contents is not None
        assert not re.search(rb"\d [kK]\s", contents.get_data())


def test_every_font_is_embedded(pdf: bytes) -> None:
    """6.2.11.4; 6.2.11.6: a symbolic TrueType font has no Encoding."""
    fonts = [item for item in every(pdf) if item.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        assert font["/Subtype"] == "/TrueType"
        described: Any = font["/FontDescriptor"]
        assert "/FontFile2" in described
        assert described["/Flags"] & 4
        assert "/Encoding" not in font
        assert "/ToUnicode" in font


def test_nothing_acts_and_what_is_seen_is_printed(pdf: bytes) -> None:
    """6.3.2 and 6.5: links are printed; no scripts, forms, actions of their own or encryption."""
    everything = every(pdf)
    links = [item for item in everything if item.get("/Subtype") == "/Link"]
    assert all(item["/F"] == 4 for item in links)
    keys = {key for item in everything for key in item}
    assert not keys & {
        "/AA", "/OpenAction", "/JS", "/AcroForm", "/EmbeddedFiles", "/Encrypt", "/OPI",
        "/Alternates", "/TR", "/HTP", "/PS", "/Ref", "/OCProperties",
    }  # fmt: skip
    assert not any(item.get("/Interpolate") for item in everything)
    assert not PdfReader(BytesIO(pdf)).is_encrypted


def test_links_lead_through_the_report(printed: dict[str, bytes]) -> None:
    assert any(item.get("/Subtype") == "/Link" for item in every(printed["report"]))


def test_the_file_is_laid_out_as_the_standard_asks(pdf: bytes) -> None:
    """6.1.2 header and comment, 6.1.3 ID and end, 6.1.7.1 streams of the length they tell."""
    assert pdf.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in pdf[10:14])
    assert pdf.endswith(b"%%EOF\n")
    reader: Any = PdfReader(BytesIO(pdf))
    first, second = reader.trailer["/ID"]
    assert first == second
    assert not set(reader.trailer) & {"/Encrypt", "/Prev", "/XRefStm"}
    for number, place in sorted(reader.xref[0].items()):
        assert pdf[place:].startswith(b"%d 0 obj\n" % number)
        head, found, rest = pdf[place:].partition(b"stream\n")
        if b"endobj" in head or not found:
            continue
        length = int(re.search(rb"/Length (\d+)", head)[1])  # type: ignore[index]
        assert rest[length:].startswith(b"\nendstream\nendobj\n")
        assert b"LZWDecode" not in head


def test_qpdf_finds_nothing_wrong(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cetak.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_profile_is_srgb() -> None:
    """Held against littlecms' own sRGB: every colour stays what it is, give or take one step."""
    ours = ImageCms.ImageCmsProfile(BytesIO(make_srgb()))
    theirs = ImageCms.createProfile("sRGB")
    assert ours.profile.version == pytest.approx(2.1)
    assert (ours.profile.xcolor_space.strip(), ours.profile.device_class) == ("RGB", "mntr")
    steps = list(product(range(0, 256, 51), repeat=3))
    image = Image.new("RGB", (len(steps), 1))
    image.putdata(steps)
    seen = ImageCms.profileToProfile(image, theirs, ours)
    assert seen is not None
    for place, was in enumerate(steps):
        now = seen.getpixel((place, 0))
        assert isinstance(now, tuple)
        assert max(abs(a - b) for a, b in zip(was, now, strict=True)) <= 1


def test_a_paper_of_an_earlier_edition_is_written_as_it_was() -> None:
    naskah = replace(papers()["report"], is_archival=False)
    data = render_pdf(naskah)
    reader = PdfReader(BytesIO(data))
    assert not set(reader.root_object) & {"/Metadata", "/OutputIntents"}
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.year == 2000
    assert not any("/F" in item for item in every(data) if item.get("/Subtype") == "/Link")


def test_equal_papers_are_equal_bytes(printed: dict[str, bytes]) -> None:
    assert {name: render_pdf(naskah) for name, naskah in papers().items()} == printed
