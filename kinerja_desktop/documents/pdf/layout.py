"""A naskah laid out on pages, before anything is drawn: who needs only page numbers stops here."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.documents.fonts import load_faces
from kinerja_desktop.documents.naskah.blocks import Naskah, Section
from kinerja_desktop.documents.pdf.blocks import Maker
from kinerja_desktop.documents.pdf.flow import Flow, Page
from kinerja_desktop.documents.pdf.numbering import page_labels
from kinerja_desktop.documents.pdf.piece import Anchor
from kinerja_desktop.progress import Progress, silent


@dataclass(frozen=True)
class Layout:
    """The pages, and where everything that has a place of its own came to stand.

    Attributes:
        labels: the printed number of each page, empty where none is.
        is_numbered: whether a section counts its pages itself.
        listed: the headings ("isi") and captions ("tabel", "gambar") for lists of contents.
        anchors: those, and all other headings, in their order.
    """

    pages: tuple[Page, ...]
    labels: tuple[str, ...]
    is_numbered: bool
    listed: Mapping[str, tuple[Anchor, ...]]
    anchors: tuple[Anchor, ...]


def lay_out_naskah(naskah: Naskah, progress: Progress = silent) -> Layout:
    """Deal the blocks out to pages and number these; what `progress` raises ends it.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    load_faces()
    maker = Maker(naskah)
    flow = Flow(naskah.paper, naskah.margins, naskah.landscape, progress)
    flow.add(maker.make(naskah.blocks))
    pages = tuple(flow.pages)
    is_numbered = any(isinstance(block, Section) and block.numbering for block in naskah.blocks)
    labels = tuple(page_labels(page.count for page in pages))
    anchors = _settle(pages, labels)
    listed = {kind: tuple(places) for kind, places in maker.listed.items()}
    return Layout(pages, labels, is_numbered, listed, anchors)


def _settle(pages: tuple[Page, ...], labels: tuple[str, ...]) -> tuple[Anchor, ...]:
    """Tell each anchor where it stands; one that is cut stands where it begins."""
    anchors: list[Anchor] = []
    for number, (page, label) in enumerate(zip(pages, labels, strict=True)):
        for piece, top in page.placed:
            if piece.anchor and piece.anchor not in anchors[-1:]:
                piece.anchor.page, piece.anchor.label, piece.anchor.top = number, label, top
                anchors.append(piece.anchor)
    return tuple(anchors)
