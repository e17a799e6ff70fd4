"""Where blocks are written below each other: the text of the document, or one cell of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from kinerja_desktop.documents.docx.styles import TABLE_GRID
from kinerja_desktop.documents.docx.word_xml import keep_whole, set_end_size, set_measures
from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.blocks import ContentsKind, Naskah
from kinerja_desktop.documents.naskah.text import Align, Run, Text
from kinerja_desktop.documents.pictures.photos import Photo

#: LibreOffice prints nothing behind a tab stop that lies on the margin, or a hair beyond.
MARGIN = 1.0
_ALIGNMENTS = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "decimal": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass
class Shared:
    """Counters and pictures that all columns of one DOCX share.

    Attributes:
        labels: printed numbers of the pages that the lists of contents name.
        marks: for each list how many bookmarks there are.
        numbers: the last number of each sequence of captions.
        pictures: the id of each picture in the file, by its data.
    """

    naskah: Naskah
    document: Document
    labels: dict[ContentsKind, tuple[str, ...]]
    marks: dict[ContentsKind, int] = field(
        default_factory=lambda: {"isi": 0, "tabel": 0, "gambar": 0}
    )
    numbers: dict[ContentsKind, int] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)
    drawings: int = 0


@dataclass
class Column:
    """Adds paragraphs and tables at its end; sizes are points.

    Attributes:
        place: the document or a cell.
        page_height: of the text.
        begins_page: the next thing starts a new page.
        items: what was added, until a section ends.
    """

    shared: Shared
    place: Document | _Cell
    width: float
    page_height: float
    begins_page: bool = False
    items: list[Paragraph | Table] = field(default_factory=list)
    # A cell comes with an empty paragraph, and gets another one behind each table.
    spare: Paragraph | None = None

    @property
    def naskah(self) -> Naskah:
        """The document that is being written into this column."""
        return self.shared.naskah

    @property
    def size(self) -> float:
        """Size of the running text in points."""
        return self.naskah.font_size

    @property
    def is_nested(self) -> bool:
        """Tell whether it is a cell, whose headings belong to no list of contents."""
        return isinstance(self.place, _Cell)

    def inside(self, cell: _Cell, width: float) -> "Column":
        """Return the column within a cell, which must be closed in the end."""
        return Column(self.shared, cell, width, self.page_height, spare=cell.paragraphs[0])

    def close(self) -> None:
        """Leave no empty line at the end of a cell."""
        if self.spare is not None:
            _make_white(self.spare, 1)

    def own_size(self, size: float | None) -> float | None:
        """Return a size if it is another than that of the running text, which needs no mention."""
        return None if size == self.size else size

    def add_paragraph(
        self, style: str | None = None, align: Align = "left", size: float | None = None
    ) -> Paragraph:
        """Add an empty paragraph; `size` is that of its lines without words."""
        paragraph = self.place.add_paragraph() if self.spare is None else self.spare
        self.spare = None
        if style:
            paragraph.style = style
        set_look(paragraph, align, size)
        if self.begins_page:
            paragraph.paragraph_format.page_break_before = True
            self.begins_page = False
        self.items.append(paragraph)
        return paragraph

    def add_white(self, height: float) -> Paragraph:
        """Add nothing but white; two tables would grow together without any between them."""
        paragraph = self.add_paragraph()
        _make_white(paragraph, height)
        return paragraph

    def add_table(
        self,
        widths: Sequence[float],
        rows: int = 1,
        *,
        is_ruled: bool = False,
        pad: tuple[float, float] = (0, 0),
    ) -> tuple[Table, list[tuple[_Cell, ...]]]:
        """Add an empty table; return it with the cells of each row.

        Args:
            widths: of its columns.
            rows: how many.
            is_ruled: whether lines are drawn.
            pad: white at the sides within each cell, and above and below.
        """
        if self.begins_page:
            self.add_white(1)
        if self.spare is not None and not self.items:
            self.spare._p.getparent().remove(self.spare._p)
        table = self.place.add_table(rows, len(widths))
        if isinstance(self.place, _Cell):
            self.spare = self.place.paragraphs[-1]
        table.style = TABLE_GRID if is_ruled else None
        table.autofit = False
        set_measures(table, Pt(sum(widths)), pad)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        cells = [row.cells for row in table.rows]
        for row in cells:
            for cell, width in zip(row, widths, strict=True):
                cell.width = Pt(width)
        self.items.append(table)
        return table, cells

    def add_row(self, widths: Sequence[float]) -> tuple[Table, list["Column"]]:
        """Add a table without lines, of one row that no page cuts; return it with its columns."""
        table, (cells,) = self.add_table(widths)
        keep_whole(table.rows[0])
        return table, [self.inside(cell, width) for cell, width in zip(cells, widths, strict=True)]

    def add_picture(
        self, paragraph: Paragraph, photo: Photo, width: float, height: float, alt: str
    ) -> None:
        """Add a picture to a paragraph; `alt` is for those who cannot see it."""
        shared = self.shared
        if photo.data not in shared.pictures:
            shared.pictures[photo.data] = self._add_image_part(photo)
        shared.drawings += 1
        name, key = f"Gambar {shared.drawings}", shared.pictures[photo.data]
        inline = CT_Inline.new_pic_inline(shared.drawings, key, name, Pt(width), Pt(height))
        for edge in "TBLR":
            # LibreOffice takes an eighth of an inch where none is given.
            inline.set(f"dist{edge}", "0")
        inline.docPr.set("name", name)
        inline.docPr.set("descr", printable(alt).replace("\n", " "))
        paragraph.add_run()._r.add_drawing(inline)

    def _add_image_part(self, photo: Photo) -> str:
        # Not `Run.add_picture`: it reads the picture's own head for its size, which we know, and
        # refuses many a real JPEG there, such as those that have neither JFIF nor Exif data.
        suffix = photo.kind.lower()
        name = PackURI(f"/word/media/image{len(self.shared.pictures) + 1}.{suffix}")
        part = ImagePart(name, f"image/{suffix}", photo.data)
        return self.shared.document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def hold_last(self) -> None:
        """Keep the last words on the page of what follows, with the white between them."""
        for item in reversed(self.items):
            hold(item)
            if isinstance(item, Table) or any(item.iter_inner_content()):
                return


def hold(item: Paragraph | Table) -> None:
    """Keep a paragraph or the last rows of a table on the page of what follows.

    Of tables without lines, which are small, keep all: LibreOffice knows whole tables only.
    """
    if isinstance(item, Paragraph):
        item.paragraph_format.keep_with_next = True
        return
    is_ruled = item.style is not None and item.style.name == TABLE_GRID
    for row in item.rows[-2:] if is_ruled else item.rows:
        hold_row(row)


def hold_row(row: _Row) -> None:
    """Keep a row on the page of the next one."""
    for element in row._tr.iter(qn("w:p")):
        Paragraph(element, row.table).paragraph_format.keep_with_next = True


def hold_all(items: Iterable[Paragraph | Table]) -> None:
    """Keep all on the page of what follows."""
    for item in items:
        hold(item)


def write(
    paragraph: Paragraph,
    text: Text,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
) -> None:
    """Add all runs of a text, which add to the look of the whole."""
    for part in (Run(text),) if isinstance(text, str) else text:
        words = printable(part.text)
        if not words:
            continue
        run = paragraph.add_run(words)
        if part.bold or bold:
            run.bold = True
        if part.italic or italic:
            run.italic = True
        if part.underline:
            run.underline = True
        if size:
            run.font.size = Pt(size)


def set_look(paragraph: Paragraph, align: Align, size: float | None) -> None:
    """Set how the lines of a paragraph stand, and the size of those without words."""
    if align != "left":
        paragraph.paragraph_format.alignment = _ALIGNMENTS[align]
    if size:
        set_end_size(paragraph, size)


def _make_white(paragraph: Paragraph, height: float) -> None:
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = Pt(max(height, 1))
    set_end_size(paragraph, 1)
