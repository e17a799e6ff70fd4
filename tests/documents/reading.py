"""Read a PDF back, as Bappeda's computer would."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import Block, Naskah
from kinerja_desktop.documents.pdf import render_pdf


def render(*blocks: Block, **look: Any) -> PdfReader:
    """Render blocks as a naskah without page numbers, unless asked for."""
    return PdfReader(BytesIO(render_pdf(Naskah("Uji", blocks, **{"is_paged": False, **look}))))


def texts(reader: PdfReader) -> list[str]:
    """Return each page's text with single spaces for all white."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def font_names(reader: PdfReader) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].get_object().values()  # type: ignore[index]
    }


def pages_of(pdf: bytes) -> list[str]:
    """Return each page's text of a PDF's bytes; see `texts`."""
    return texts(PdfReader(BytesIO(pdf)))
