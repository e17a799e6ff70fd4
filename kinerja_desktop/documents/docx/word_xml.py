"""What python-docx has no words for: fields, bookmarks, links, and looks of tables and pages.

Each helper sets one thing on an object of python-docx. Where it matters, elements are put in the
order of ISO/IEC 29500, or Word calls the file broken.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

# What may stand behind ours; python-docx puts its own in order, before and behind them.
_BEHIND_END_SIZE = ("w:sectPr",)
_BEHIND_OUTLINE = ("w:rPr", *_BEHIND_END_SIZE)
_BEHIND_LINE = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", *_BEHIND_OUTLINE)
_BEHIND_SHADE = ("w:vAlign",)
_BEHIND_PAGE_NUMBERS = ("w:cols", "w:titlePg", "w:docGrid")
_KEPT_SETTINGS = ("defaultTabStop", "characterSpacingControl", "compat", "clrSchemeMapping",
                  "decimalSymbol", "listSeparator")  # fmt: skip


def _make(tag: str, /, **values: str) -> BaseOxmlElement:
    """Return an element such as "w:shd" with attributes of the same space."""
    return OxmlElement(tag, {qn(f"w:{key}"): value for key, value in values.items()})


def _twips(length: Length) -> str:
    return str(Length(length).twips)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field such as ``PAGE``; what follows is shown until it is updated."""
    paragraph.add_run()._r.append(_make("w:fldChar", fldCharType="begin"))
    instruction = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(_make("w:fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun last."""
    paragraph.add_run()._r.append(_make("w:fldChar", fldCharType="end"))


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field with what it shows until it is updated."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


@contextmanager
def bookmark(paragraph: Paragraph, number: int, name: str) -> Iterator[None]:
    """Name the place of what is written meanwhile; both number and name are given once only."""
    paragraph._p.append(_make("w:bookmarkStart", id=str(number), name=name))
    yield
    paragraph._p.append(_make("w:bookmarkEnd", id=str(number)))


@contextmanager
def link(paragraph: Paragraph, name: str) -> Iterator[None]:
    """Let what is written meanwhile lead to a bookmark."""
    element = _make("w:hyperlink", anchor=name, history="1")
    paragraph._p.append(element)
    yield
    element.extend(list(element.itersiblings()))


def set_end_size(paragraph: Paragraph, size: float) -> None:
    """Set the size of the paragraph's end, which is the height of a line without words."""
    form = paragraph._p.get_or_add_pPr()
    for old in form.findall(qn("w:rPr")):
        form.remove(old)
    look = OxmlElement("w:rPr")
    look.append(_make("w:sz", val=str(round(size * 2))))
    form.insert_element_before(look, *_BEHIND_END_SIZE)


def set_line(paragraph: Paragraph, edge: str, kind: str, size: int) -> None:
    """Draw a line at the edge "top" or "bottom"; the size is in eighths of a point."""
    borders = OxmlElement("w:pBdr")
    borders.append(_make(f"w:{edge}", val=kind, sz=str(size), space="1", color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *_BEHIND_LINE)


def add_watermark(paragraph: Paragraph, text: str) -> None:
    """Add a watermark as Word itself makes it: letters as a shape behind the text."""
    width, height = (420, 84) if " " in text else (330, 110)
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    shape = (
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
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
        f'alt={quoteattr(text)} style="{place}" o:allowincell="f" fillcolor="#dbdbdb" stroked="f">'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
        f"string={quoteattr(text)}/></v:shape></w:pict>"
    )
    paragraph.add_run()._r.append(parse_xml(shape))


def set_measures(table: Table, width: Length, pad: tuple[float, float]) -> None:
    """Set the width of a table, and the white at the sides and above and below in its cells."""
    look = table._tbl.tblPr
    whole = look.find(qn("w:tblW"))
    assert whole is not None
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), _twips(width))
    whole.addnext(_make("w:tblInd", w="0", type="dxa"))
    margins = OxmlElement("w:tblCellMar")
    across, up = (_twips(Pt(length)) for length in pad)
    for edge, length in (("top", up), ("left", across), ("bottom", up), ("right", across)):
        margins.append(_make(f"w:{edge}", w=length, type="dxa"))
    look.insert_element_before(margins, "w:tblLook")


def keep_whole(row: _Row) -> None:
    """Let no page end within a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def clear_margins(cell: _Cell) -> None:
    """Let a picture reach the lines around its cell."""
    margins = OxmlElement("w:tcMar")
    for edge in ("top", "left", "bottom", "right"):
        margins.append(_make(f"w:{edge}", w="0", type="dxa"))
    cell._tc.get_or_add_tcPr().insert_element_before(margins, *_BEHIND_SHADE)


def set_page_numbers(section: Section, form: str | None, first: int | None) -> None:
    """Set how pages are numbered, "decimal" or "lowerRoman", and where that begins anew."""
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if form:
        values = {"fmt": form} | ({} if first is None else {"start": str(first)})
        numbers = _make("w:pgNumType", **values)
        section._sectPr.insert_element_before(numbers, *_BEHIND_PAGE_NUMBERS)


def end_section_with(paragraph: Paragraph) -> None:
    """Let the last paragraph end the section.

    python-docx ends it with an empty one below, for which a full page has no room.
    """
    empty = paragraph._p.getnext()
    assert empty is not None
    paragraph._p.set_sectPr(empty.pPr.sectPr)
    empty.getparent().remove(empty)


def clear_style(style: ParagraphStyle) -> None:
    """Take from a style how paragraphs and words look."""
    for name in ("w:link", "w:pPr", "w:rPr"):
        for old in style.element.findall(qn(name)):
            style.element.remove(old)


def clear_defaults(document: Document) -> None:
    """Empty the looks of what no style says anything about.

    Were they missing, LibreOffice would use its own, and kern letters unlike Word.
    """
    for name in ("w:rPr", "w:pPr"):
        for looks in document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn(name)}"):
            looks.clear()


def set_language(style: ParagraphStyle, font: str, language: str) -> None:
    """Set the language, and the font for all scripts; python-docx sets that of Latin only."""
    look = style.element.get_or_add_rPr()
    fonts = look.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:cs"), font)
    look.append(_make("w:lang", val=language, eastAsia=language))


def set_outline(style: ParagraphStyle, level: int) -> None:
    """Set the level of a heading's style in Word's outline, from 0."""
    look = style.element.get_or_add_pPr()
    look.insert_element_before(_make("w:outlineLvl", val=str(level)), *_BEHIND_OUTLINE)


def set_settings(document: Document) -> None:
    """Drop the settings of the template that are not ours; set those for Indonesian offices."""
    settings = document.settings.element
    for old in list(settings):
        if old.tag not in {qn(f"w:{name}") for name in _KEPT_SETTINGS}:
            settings.remove(old)
    for name, sign in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        settings.find(qn(name)).set(qn("w:val"), sign)
    compat = settings.find(qn("w:compat"))
    compat.remove(compat.find(qn("w:useFELayout")))
    # Else Word stretches the words before a line break in justified paragraphs.
    compat.insert(0, OxmlElement("w:doNotExpandShiftReturn"))
    for setting in compat.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            # 15 is Word 2013 and all later ones.
            setting.set(qn("w:val"), "15")
