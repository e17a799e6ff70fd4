"""The styles of a DOCX, with the names that Word knows and translates; sizes follow the naskah."""

from dataclasses import dataclass

from kinerja_desktop.documents.docx.xml import twips
from kinerja_desktop.documents.naskah import Naskah

# Lines are 1.2 times as high as the letters; Arial's own are 1.149 times, and count as 240.
_LINE = 251
_HEADING_GAPS = (10, 6)
# Ours, unknown to Word.
_OWN = "HeadingUnlisted"


@dataclass(frozen=True)
class _Style:
    """A paragraph style; sizes and white in points."""

    id: str
    name: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    outline: int | None = None
    is_kept: bool = False

    def xml(self) -> str:
        paragraph = (
            f"{'<w:keepNext/><w:keepLines/>' * self.is_kept}"
            f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"/>'
            + (f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "")
        )
        half = round(self.size * 2) if self.size else 0
        sizes = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else ""
        look = f"{'<w:b/>' * self.bold}{'<w:i/>' * self.italic}{sizes}"
        own = ' w:customStyle="1"' * self.id.startswith(_OWN)
        return (
            f'<w:style w:type="paragraph"{own} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
        )


def heading_style(level: int, *, is_listed: bool) -> str:
    """Return the style of a heading; those that no list of contents names have one of their own."""
    if level == 0:
        return "Title"
    return f"Heading{min(level, 3)}" if is_listed else f"{_OWN}{min(level, 3)}"


def styles_xml(naskah: Naskah, head: str) -> str:
    """Return the part `styles.xml`.

    Args:
        naskah: gives the size and the language.
        head: the declarations of the names, see `package`.
    """
    half = round(naskah.font_size * 2)
    fonts = "".join(f' w:{part}="Arial"' for part in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = f'<w:lang w:val="{naskah.language}" w:eastAsia="{naskah.language}"/>'
    return (
        f"<w:styles {head}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{language}</w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{_LINE}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"</w:style>{''.join(style.xml() for style in _styles(naskah.font_size))}</w:styles>"
    )


def _styles(size: float) -> list[_Style]:
    before, after = _HEADING_GAPS
    return [
        _Style("Title", "Title", size + 3, bold=True, after=2, is_kept=True),
        *(
            _Style(
                f"Heading{unlisted}{level}",
                f"Heading{' Unlisted' if unlisted else ''} {level}"
                if unlisted
                else f"heading {level}",
                size + (1 if level == 1 else 0),
                bold=True,
                italic=level > 2,
                before=before,
                after=after,
                outline=None if unlisted else level - 1,
                is_kept=True,
            )
            for unlisted in ("", "Unlisted")
            for level in (1, 2, 3)
        ),
        _Style("Caption", "caption", size - 1, bold=True, before=6, after=2, is_kept=False),
        _Style("TOC1", "toc 1", bold=True, after=2),
        _Style("TOC2", "toc 2", after=2),
        _Style("TOC3", "toc 3", after=2),
        _Style("TableofFigures", "table of figures", after=2),
        _Style("ListParagraph", "List Paragraph"),
        _Style("Header", "header"),
        _Style("Footer", "footer", 7.5),
    ]
