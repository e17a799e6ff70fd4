"""From a naskah to the bytes of a PDF: the same bytes for the same naskah."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from kinerja_desktop.documents.fonts import FAMILY
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf.archival import describe, end_streams
from kinerja_desktop.documents.pdf.foot import draw_foot, draw_mark
from kinerja_desktop.documents.pdf.layout import Layout, lay_out_naskah
from kinerja_desktop.documents.pdf.numbering import Count
from kinerja_desktop.documents.pdf.piece import Anchor, Canvas
from kinerja_desktop.progress import Progress, silent, tell_through

_LABEL_STYLES = {"tanpa": None, "romawi": "ROMAN_LOWER", "arab": "ARABIC"}


@dataclass(frozen=True)
class Place:
    """Where a heading stands in the finished PDF, for contents and preview.

    Attributes:
        page: of the PDF, from 0.
        top: share of the page's height above it, from 0 to 1.
        label: the page's printed number, empty when it has none.
    """

    page: int
    top: float
    label: str


@dataclass(frozen=True)
class Rendered:
    """A PDF with the places of those headings that have a key; none of those within a `Box`."""

    pdf: bytes
    places: Mapping[str, Place]


def render_pdf(naskah: Naskah, progress: Progress = silent) -> bytes:
    """Set a naskah on pages.

    Args:
        naskah: the document.
        progress: told of its pieces and pages; what it raises ends the work.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    layout = lay_out_naskah(naskah, progress)
    return _draw(naskah, layout, range(len(layout.pages)), progress)


def render_pdf_with_places(
    naskah: Naskah, first: str = "", until: str = "", progress: Progress = silent
) -> Rendered:
    """Set a naskah on pages and tell where its headings are, for a preview that follows.

    Args:
        naskah: the whole document, so that page numbers and lists of contents are right.
        first: key of the heading whose page is drawn first; empty for the first page.
        until: key of the heading before whose page the drawing ends; empty for the end.
        progress: told of its pieces and pages; what it raises ends the work.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    layout = lay_out_naskah(naskah, progress)
    drawn = _pages_between(layout, first, until)
    heights = [page.geometry.height for page in layout.pages]
    places = {
        anchor.key: Place(
            anchor.page - drawn.start, 1 - anchor.top / heights[anchor.page], anchor.label
        )
        for anchor in layout.anchors
        if anchor.key and anchor.page in drawn
    }
    return Rendered(_draw(naskah, layout, drawn, progress), places)


def _pages_between(layout: Layout, first: str, until: str) -> range:
    pages = {anchor.key: anchor.page for anchor in layout.anchors if anchor.key}
    start = pages.get(first, 0)
    return range(start, max(pages.get(until, len(layout.pages)), start + 1))


def _draw(naskah: Naskah, layout: Layout, drawn: range, progress: Progress) -> bytes:
    out = BytesIO()
    canvas = _new_canvas(naskah, out)
    deepest = -1
    starts: dict[int, list[Anchor]] = {}
    for anchor in layout.anchors:
        if anchor.page in drawn:
            starts.setdefault(anchor.page, []).append(anchor)
        elif anchor.is_linked:
            # A list of contents may lead to what is not drawn; the file needs a place for it.
            canvas.bookmarkPage(anchor.name)
    for number in tell_through(drawn, progress, "Menulis halaman…"):
        page = layout.pages[number]
        canvas.setPageSize((page.geometry.width, page.geometry.height))
        draw_mark(canvas, naskah, page.geometry)
        if layout.labels[number]:
            draw_foot(canvas, naskah, page.geometry, _place_words(naskah, layout, number))
        for anchor in starts.get(number, ()):
            deepest = _mark_anchor(canvas, anchor, deepest)
        for piece, top in page.placed:
            piece.draw(canvas, page.geometry.left, top)
        canvas.showPage()
    if layout.is_numbered and len(drawn) == len(layout.pages):
        _add_page_labels(canvas, layout)
    canvas.save()
    return end_streams(out.getvalue()) if naskah.is_archival else out.getvalue()


def _new_canvas(naskah: Naskah, out: BytesIO) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas as PdfCanvas

    # The stubs take the name of the font for a number.
    face: Any = FAMILY
    canvas = PdfCanvas(
        out,
        invariant=1,
        pageCompression=1,
        initialFontName=face,
        lang=naskah.language,
        pdfVersion=(1, 7),
    )
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if naskah.is_archival:
        describe(canvas, naskah)
        return canvas
    canvas.setTitle(naskah.title)
    canvas.setAuthor(naskah.author)
    canvas.setSubject(f"Kode verifikasi {naskah.kode}" if naskah.kode else "")
    canvas.setCreator("Kinerja Desktop")
    canvas.setProducer("Kinerja Desktop")
    return canvas


def _place_words(naskah: Naskah, layout: Layout, number: int) -> str:
    is_alone = len(layout.pages) == 1 and not naskah.is_paged_alone
    if not naskah.is_paged or is_alone:
        return ""
    if layout.is_numbered:
        return layout.labels[number]
    return f"Halaman {number + 1} dari {len(layout.pages)}"


def _mark_anchor(canvas: Canvas, anchor: Anchor, deepest: int) -> int:
    """Add a heading to the outline; return its level there, which may step down by one only."""
    if anchor.level is not None or anchor.is_linked:
        canvas.bookmarkHorizontal(anchor.name, 0, anchor.top)
    if anchor.level is None:
        return deepest
    level = min(anchor.level, deepest + 1)
    canvas.addOutlineEntry(anchor.text, anchor.name, level)
    return level


def _add_page_labels(canvas: Canvas, layout: Layout) -> None:
    """Tell viewers the printed numbers, which they show beside their own."""
    for number, page in enumerate(layout.pages):
        count = page.count or (Count("arab") if number == 0 else None)
        if count:
            canvas.addPageLabel(number, style=_LABEL_STYLES[count.kind], start=count.first)
