"""Read a DOCX back as plain XML, the way Word would."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from docx.oxml.ns import nsmap
from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Block, Naskah, Paper
from kinerja_desktop.documents.pdf import render_pdf

W = f"{{{nsmap['w']}}}"
_PICTURE = f"{{{nsmap['wp']}}}docPr"
# What our own pictures are called; the words of charts stand on the PDF as letters.
_SILENT = ("Foto", "Kode QR", "Logo")


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(data: bytes) -> Element:
    return fromstring(parts(data)["word/document.xml"])


def body(*blocks: Block, **look: object) -> Element:
    """Return the body of a naskah of these blocks."""
    naskah = Naskah("Uji", blocks, **look)  # type: ignore[arg-type]
    found = document(render_docx(naskah)).find(f"{W}body")
    assert found is not None
    return found


def read(element: Element) -> str:
    """Return what a reader sees, each word parted from the next by one space."""
    return " ".join("".join(_read(element)).split())


def _read(element: Element) -> Iterator[str]:
    for part in element.iter():
        match part.tag.removeprefix(W):
            case "t":
                yield part.text or ""
            case "br" | "tab" | "p" | "tc":
                yield " "
        if part.tag == _PICTURE and not part.attrib["descr"].startswith(_SILENT):
            yield f" {part.attrib['descr']} "


def paragraphs(element: Element) -> list[Element]:
    return list(element.iter(f"{W}p"))


def find(element: Element, path: str) -> Element | None:
    """Find by names without their space, such as "pPr/ind"."""
    return element.find("/".join(f"{W}{name}" for name in path.split("/")))


def value(element: Element, path: str, name: str = "val") -> str | None:
    found = find(element, path)
    return None if found is None else found.get(f"{W}{name}")


def pdf_words(naskah: Naskah) -> str:
    """Return the words of the PDF without foot, on sheets so high that no table is cut."""
    tall = replace(
        naskah,
        paper=Paper("tinggi", naskah.paper.width, 4000),
        is_paged=False,
        footer_note="",
        kode=None,
        is_draft=False,
        is_contoh=False,
    )
    pages = PdfReader(BytesIO(render_pdf(tall))).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
