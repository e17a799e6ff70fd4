"""The sections of a DOCX: paper, margins, foot, and DRAF or CONTOH behind the text."""

from dataclasses import dataclass, replace
from typing import Literal

from kinerja_desktop.documents.docx.elements import MARGIN, Par
from kinerja_desktop.documents.docx.package import Package
from kinerja_desktop.documents.docx.xml import attribute, field, tab, twips, words
from kinerja_desktop.documents.naskah import Naskah, Section
from kinerja_desktop.documents.pdf.flow import Geometry
from kinerja_desktop.documents.pdf.foot import foot_notes, mark_words
from kinerja_desktop.documents.pdf.piece import MM

_FORMATS = {"romawi": "lowerRoman", "arab": "decimal", "tanpa": "decimal"}
# Heights of head and foot above the edge of the paper.
_EDGE = 9 * MM


@dataclass(frozen=True)
class SectionLook:
    """How the pages of a section look.

    Attributes:
        kind: how pages are numbered; "halaman" is "Halaman x dari y".
        first: the number with which it begins; ``None`` counts on.
    """

    landscape: bool
    kind: Literal["halaman", "tanpa", "romawi", "arab"]
    first: int | None = None

    def after(self, block: Section) -> "SectionLook":
        """Return the look of the section that follows."""
        if block.numbering:
            return SectionLook(block.landscape, block.numbering, block.first)
        return replace(self, landscape=block.landscape, first=None)


class Sections:
    """Writes the ends of the sections; equal feet are one part."""

    def __init__(self, naskah: Naskah, package: Package, head: str) -> None:
        self._naskah = naskah
        self._package = package
        self._head = head
        self._feet: dict[str, str] = {}
        self._mark = self._add_mark()

    def geometry(self, look: SectionLook) -> Geometry:
        """Return the page of a section."""
        return Geometry.of(self._naskah.paper, self._naskah.margins, look.landscape)

    def xml(self, look: SectionLook) -> str:
        """Return the properties that end a section."""
        page, margins = self.geometry(look), self._naskah.margins
        orient = ' w:orient="landscape"' if look.landscape else ""
        lengths = " ".join(
            f'w:{edge}="{twips(getattr(margins, edge) * MM)}"'
            for edge in ("top", "right", "bottom", "left")
        )
        edge = twips(min(_EDGE, margins.bottom * MM / 2))
        form = _FORMATS.get(look.kind)
        start = f' w:start="{look.first}"' if look.first is not None else ""
        return (
            f'<w:sectPr>{self._mark}<w:footerReference w:type="default" r:id="{self._foot(look)}"/>'
            f'<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orient}/>'
            f'<w:pgMar {lengths} w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
            + (f'<w:pgNumType w:fmt="{form}"{start}/>' if form else "")
            + "</w:sectPr>"
        )

    def _foot(self, look: SectionLook) -> str:
        """Return the id of the foot: note and kode at the left, the page at the right."""
        notes, page = foot_notes(self._naskah), _page_words(self._naskah, look)
        par = Par(style="Footer")
        if look.kind != "tanpa" and (notes or page):
            width = self.geometry(look).text_width
            par = Par(
                words(notes) + (tab() + page if page else ""),
                "Footer",
                border=("top", "single", 4),
                tabs=((width - MARGIN, "right", "none"),),
            )
        xml = f"<w:ftr {self._head}>{par.xml()}</w:ftr>"
        if xml not in self._feet:
            name = f"footer{len(self._feet) + 1}.xml"
            self._feet[xml] = self._package.add(name, xml, "FOOTER")
        return self._feet[xml]

    def _add_mark(self) -> str:
        """Add the head with the mark of a paper that is not final; return its reference."""
        text = mark_words(self._naskah)
        if not text:
            return ""
        par = Par(_mark_run(text), "Header")
        key = self._package.add("header1.xml", f"<w:hdr {self._head}>{par.xml()}</w:hdr>", "HEADER")
        return f'<w:headerReference w:type="default" r:id="{key}"/>'


def _page_words(naskah: Naskah, look: SectionLook) -> str:
    if not naskah.is_paged:
        return ""
    number = field("PAGE", words("1"))
    if look.kind != "halaman":
        return number
    return f"{words('Halaman ')}{number}{words(' dari ')}{field('NUMPAGES', words('1'))}"


def _mark_run(text: str) -> str:
    """Return a watermark as Word itself makes it: letters as a shape behind the text."""
    width, height = (420, 84) if " " in text else (330, 110)
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
        '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>'
        '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'alt={attribute(text)} style="{place}" o:allowincell="f" fillcolor="#dbdbdb" stroked="f">'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
        f"string={attribute(text)}/></v:shape></w:pict></w:r>"
    )
