"""What all blocks of one DOCX share while they are written: its parts, ids and counters."""

from dataclasses import dataclass, field, replace

from kinerja_desktop.documents.docx.package import Package
from kinerja_desktop.documents.docx.xml import attribute
from kinerja_desktop.documents.naskah import ContentsKind, Naskah
from kinerja_desktop.documents.photos import Photo

_EMU = 12_700  # in a point


@dataclass
class Shared:
    """Counted through the whole file.

    Attributes:
        labels: printed numbers of the pages that the lists of contents name.
        marks: for each list the names of the bookmarks, in their order.
        numbers: the last number of each sequence of captions.
    """

    package: Package
    labels: dict[ContentsKind, tuple[str, ...]] = field(default_factory=dict)
    marks: dict[ContentsKind, int] = field(
        default_factory=lambda: {"isi": 0, "tabel": 0, "gambar": 0}
    )
    numbers: dict[ContentsKind, int] = field(default_factory=dict)
    pictures: int = 0
    bookmarks: int = 0


@dataclass(frozen=True)
class Writer:
    """Writes the blocks that stand in one column.

    Attributes:
        width: of the column, in points.
        page_height: of the text, in points.
        is_nested: within a cell or a frame, whose headings belong to no list of contents.
    """

    naskah: Naskah
    shared: Shared
    width: float
    page_height: float
    is_nested: bool = False

    @property
    def size(self) -> float:
        """Size of the running text in points."""
        return self.naskah.font_size

    def inside(self, width: float) -> "Writer":
        """Return a writer for a cell or a frame."""
        return replace(self, width=width, is_nested=True)

    def picture(self, photo: Photo, width: float, height: float, alt: str) -> str:
        """Return a run with a picture; sizes in points, `alt` is for those who cannot see it."""
        self.shared.pictures += 1
        number = self.shared.pictures
        key = self.shared.package.add_picture(photo.data, photo.kind)
        size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        name = f'id="{number}" name="Gambar {number}" descr={attribute(alt)}'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {name}/><wp:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            f'<a:graphicData uri="{_picture_space()}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch>'
            f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def bookmark(self, kind: ContentsKind, runs: str) -> str:
        """Name the place of the next heading or caption of a list."""
        self.shared.marks[kind] += 1
        self.shared.bookmarks += 1
        key, name = self.shared.bookmarks, mark_name(kind, self.shared.marks[kind])
        return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{key}"/>'


def mark_name(kind: ContentsKind, number: int) -> str:
    """Return the name of the bookmark of the n-th entry of a list, counted from 1."""
    base = {"isi": 1, "tabel": 2, "gambar": 3}[kind]
    return f"_Toc{base}{number:08d}"


def _picture_space() -> str:
    from docx.oxml.ns import nsmap

    return nsmap["pic"]
