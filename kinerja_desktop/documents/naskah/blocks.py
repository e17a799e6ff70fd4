r"""A naskah: a document as neutral blocks, which any renderer (PDF, DOCX) can set.

Blocks say what stands on the paper, never how a library draws it. Texts are taken verbatim: there
is no markup in a ``str``; bold and italic come as `Run`. ``\n`` in a text is a new line. Lengths
are millimetres, sizes of type are points.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kinerja_desktop.documents.naskah.tables import SopTable, Table
from kinerja_desktop.documents.naskah.text import Align, Text
from kinerja_desktop.domain.laporan.grafik import Chart, TreeChart

#: What a list of contents lists.
ContentsKind = Literal["isi", "tabel", "gambar"]
#: How pages are numbered: not at all (a cover), i ii iii, or 1 2 3.
Numbering = Literal["tanpa", "romawi", "arab"]


@dataclass(frozen=True)
class Paper:
    """A sheet standing upright, in mm."""

    name: str
    width: float
    height: float


F4 = Paper("F4", 215, 330)
A4 = Paper("A4", 210, 297)


@dataclass(frozen=True)
class Margins:
    """The white around the text in mm (`docs/sakip.md` §9), the same on landscape pages."""

    top: float = 20
    bottom: float = 25
    left: float = 30
    right: float = 20


@dataclass(frozen=True)
class Heading:
    """A heading; never the last line of a page, and an entry in the PDF's outline and `Contents`.

    Attributes:
        level: 0 is the title of the document (centred, larger), 1 a chapter, 2 to 4 below it.
        align: level 0 and 1 are usually centred.
        in_contents: false for headings such as KATA PENGANTAR that the office leaves out.
        key: names the place, for a preview that shows the page of what is being edited.
    """

    text: str
    level: int = 1
    align: Align = "left"
    in_contents: bool = True
    key: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or one item of a list.

    Attributes:
        size: in points; ``None`` is the naskah's own size.
        indent: mm from the left margin to the paragraph, or to its label.
        first_indent: mm by which the first line starts further right.
        label: "1.", "a)", "•" … before the text, which then hangs `hang` mm to the right of it.
        space_after: points below; ``None`` is the usual space.
        keep_with_next: true for lines that must neither part from the block below nor be cut.
    """

    text: Text
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    size: float | None = None
    indent: float = 0
    first_indent: float = 0
    label: str = ""
    hang: float = 7
    space_after: float | None = None
    keep_with_next: bool = False


@dataclass(frozen=True)
class Spacer:
    """White space, in mm; dropped at the top of a page."""

    height: float


@dataclass(frozen=True)
class Figure:
    """A figure that a spreadsheet has in a cell of its own, beside the label of a `KeyValues`.

    Attributes:
        column: from 0, of the table above.
        text: as it is printed; gives the cell its format.
        formula: as in `Cell`, with ``{last}`` for the last row of the table above.
        words: what is said about it, in the cell behind.
    """

    column: int
    text: str
    number: Decimal
    formula: str = ""
    words: str = ""


@dataclass(frozen=True)
class KeyValues:
    """Rows such as "SKPD : Kecamatan …" with their colons in one line.

    Attributes:
        label_width: mm; ``None`` fits the longest label.
        keep_with_next: true when they must not part from the block below.
        figures: for spreadsheets, the figures of each row; rows without any are written as words.
    """

    rows: tuple[tuple[str, Text], ...]
    label_width: float | None = None
    bold: bool = False
    size: float | None = None
    indent: float = 0
    keep_with_next: bool = False
    figures: tuple[tuple[Figure, ...], ...] = ()


@dataclass(frozen=True)
class Caption:
    """The numbered title of a table (above) or picture (below); listed by `Contents`."""

    text: str
    kind: Literal["tabel", "gambar"] = "tabel"


@dataclass(frozen=True)
class Contents:
    """A list of headings or captions with their page numbers."""

    kind: ContentsKind = "isi"


@dataclass(frozen=True)
class ChartBlock:
    """A chart, in mm; a width of ``None`` is the width of the text."""

    chart: Chart
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True)
class TreeBlock:
    """A Pohon Kinerja, on as many sheets as it needs to stay legible.

    Attributes:
        above: mm that are taken on its first page by what stands before it.
        below: mm that are left on its last page for what follows, such as a signature.
    """

    chart: TreeChart
    above: float = 0
    below: float = 0


@dataclass(frozen=True)
class ImageBlock:
    """A PNG or JPEG, shrunk to fit.

    Attributes:
        width: mm; ``None`` is its own size at 150 dots per inch, within the text.
        max_height: mm; two photos share a page when each stays below half of it.
        alt: what it shows, for readers that speak the text aloud.
    """

    data: bytes
    width: float | None = None
    align: Align = "center"
    max_height: float | None = None
    alt: str = ""


@dataclass(frozen=True)
class LetterheadLine:
    """One centred line of the kop."""

    text: str
    size: float
    bold: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Letterhead:
    """The kop (`docs/sakip.md` §9): logo left, centred lines, a thin and a thick rule below."""

    lines: tuple[LetterheadLine, ...]
    logo: bytes | None = None
    logo_height: float = 22


@dataclass(frozen=True)
class Rule:
    """A line across the text, as below the head of a nota dinas (`docs/sakip.md` §9)."""


@dataclass(frozen=True)
class Signature:
    """Who signs, with every line ready to print.

    Attributes:
        date_line: "Lumajang, 5 Februari 2024", or empty.
        head: "Mengetahui", "a.n. BUPATI LUMAJANG", "Plt. CAMAT LUMAJANG," …
        name: bold and underlined; empty leaves a dotted line to write on.
        below: pangkat, "NIP 19701218 199101 1 002", "No. Telepon …".
    """

    head: tuple[str, ...]
    name: str = ""
    below: tuple[str, ...] = ()
    date_line: str = ""


@dataclass(frozen=True)
class VerificationBlock:
    """The kode verifikasi with its QR and a sentence that says what it is for.

    `docs/architecture.md` §2.6.
    """

    kode: str
    note: str = ""
    size: float = 18


@dataclass(frozen=True)
class SignatureBlock:
    """Two columns, or one on the right; it never stands alone on a page.

    Attributes:
        left: ``None`` leaves the left half empty.
        gap_lines: lines left for the signature.
        aside: a few blocks, such as notes and the kode, in the empty left half; below the
            signatures when both halves are taken.
    """

    right: Signature
    left: Signature | None = None
    gap_lines: int = 4
    aside: "tuple[Block, ...]" = ()


@dataclass(frozen=True)
class PageBreak:
    """The next block starts a new page."""


@dataclass(frozen=True)
class Section:
    """From here on a new page, perhaps with another orientation or other numbers.

    Attributes:
        numbering: pages are counted anew from here: "i ii iii", "1 2 3", or no number and no
            foot at all (a cover); ``None`` counts on as before.
        first: the number of the first page, for a preview of one chapter.
    """

    landscape: bool
    numbering: Numbering | None = None
    first: int = 1


@dataclass(frozen=True)
class Box:
    """Blocks inside one frame, kept on one page when they fit; see also `Table.has_head`."""

    blocks: "tuple[Block, ...]"
    padding: float = 2


Block = (
    Heading
    | Paragraph
    | Spacer
    | KeyValues
    | Table
    | SopTable
    | Caption
    | Contents
    | ChartBlock
    | TreeBlock
    | ImageBlock
    | Letterhead
    | Rule
    | SignatureBlock
    | VerificationBlock
    | PageBreak
    | Section
    | Box
)


@dataclass(frozen=True)
class Naskah:
    """A whole document as neutral blocks, for any renderer.

    Attributes:
        title: goes into the file's properties, not onto the paper.
        language: BCP 47, for readers that speak the text aloud.
        font_size: points of the running text (`docs/sakip.md` §9: Arial 12 or 11).
        is_draft: print DRAF across each page until the document is final.
        is_contoh: print CONTOH, because the data is the sample office's.
        kode: kode verifikasi at the foot of each page; ``None`` while it is a draft.
        footer_note: small text at the foot of each page, left.
        is_paged: print "Halaman x dari y"; once a `Section` has a numbering, its number alone.
        is_paged_alone: print "Halaman 1 dari 1" too; false for a letter, which is rarely longer.
            Only Word tells how long a DOCX is, so its first page is then never numbered.
        tanggal: of the document, for the file's properties; ``None`` tells none.
        is_archival: a PDF becomes PDF/A-2b; false for what was signed under an earlier edition,
            which is written as it was then.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "id-ID"
    author: str = ""
    paper: Paper = F4
    landscape: bool = False
    margins: Margins = Margins()
    font_size: float = 11
    is_draft: bool = False
    is_contoh: bool = False
    kode: str | None = None
    footer_note: str = ""
    is_paged: bool = True
    is_paged_alone: bool = True
    tanggal: date | None = None
    is_archival: bool = True
