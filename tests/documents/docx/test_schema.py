"""The file is one that Word opens without offering to repair it."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import nsmap

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah, Paragraph
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from tests.documents.docx.reading import W, document, parts
from tests.documents.docx.test_words import NASKAH
from tests.domain.sop.contoh import PENGUKURAN, load

ALL = {
    **NASKAH,
    "sop": build_sop(load(PENGUKURAN)),
    "draf": Naskah("x", (Paragraph("a"),), is_draft=True, is_contoh=True),
}

# ISO/IEC 29500-1, annex A: the sequences of wml.xsd.
SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn compatSetting",
}


@pytest.fixture(scope="module", params=ALL)
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return parts(render_docx(ALL[request.param]))


def trees(files: dict[str, bytes]) -> dict[str, Element]:
    return {
        name: fromstring(data) for name, data in files.items() if name.endswith((".xml", ".rels"))
    }


def names(element: Element) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


def test_every_part_is_well_formed_and_has_a_type(files: dict[str, bytes]) -> None:
    types = trees(files)["[Content_Types].xml"]
    known = {part.get("PartName") for part in types} | {part.get("Extension") for part in types}
    for name in files:
        assert f"/{name}" in known or name.rpartition(".")[2] in known, name


def test_every_relationship_leads_to_a_part_and_every_id_has_one(files: dict[str, bytes]) -> None:
    relations = trees(files)["word/_rels/document.xml.rels"]
    targets = {part.get("Id"): part.get("Target") for part in relations}
    assert all(f"word/{target}" in files for target in targets.values())
    used = set(re.findall(rb'r:(?:id|embed)="([^"]+)"', files["word/document.xml"]))
    assert {key.decode() for key in used} <= set(targets)


def test_ids_are_given_once(files: dict[str, bytes]) -> None:
    text = files["word/document.xml"]
    for pattern in (rb'<wp:docPr id="(\d+)"', rb'<w:bookmarkStart w:id="(\d+)"',
                    rb'bookmarkStart [^>]*w:name="([^"]+)"'):  # fmt: skip
        found = re.findall(pattern, text)
        assert len(found) == len(set(found))


def test_every_link_and_page_number_names_a_bookmark(files: dict[str, bytes]) -> None:
    text = files["word/document.xml"]
    marks = set(re.findall(rb'bookmarkStart [^>]*w:name="([^"]+)"', text))
    assert set(re.findall(rb'w:anchor="([^"]+)"', text)) <= marks
    assert set(re.findall(rb"PAGEREF (\S+)", text)) <= marks


def test_elements_stand_in_the_order_of_the_standard(files: dict[str, bytes]) -> None:
    for tree in trees(files).values():
        for element in tree.iter():
            order = SEQUENCES.get(element.tag.removeprefix(W), "").split()
            if order:
                places = [
                    order.index("p" if name == "tbl" and "p" in order else name)
                    for name in names(element)
                ]
                assert places == sorted(places), (element.tag, names(element))


def test_no_property_is_given_twice(files: dict[str, bytes]) -> None:
    for tree in trees(files).values():
        for element in tree.iter():
            if element.tag.endswith("Pr"):
                found = [child.tag for child in element]
                assert len(found) == len(set(found))


def test_fields_begin_and_end(files: dict[str, bytes]) -> None:
    for name, tree in trees(files).items():
        depth = 0
        for sign in tree.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(sign.get(f"{W}fldCharType") or "", 0)
            assert depth >= 0, name
        assert depth == 0, name


def test_cells_end_with_a_paragraph_and_tables_never_touch(files: dict[str, bytes]) -> None:
    tree = trees(files)["word/document.xml"]
    for cell in tree.iter(f"{W}tc"):
        assert names(cell)[-1] == "p"
    for parent in tree.iter():
        assert ("tbl", "tbl") not in pairwise(names(parent))


def test_every_row_fills_the_grid_of_its_table(files: dict[str, bytes]) -> None:
    for table in trees(files)["word/document.xml"].iter(f"{W}tbl"):
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [
                int(span.get(f"{W}val") or 1)
                for cell in row.findall(f"{W}tc")
                for span in cell.findall(f"{W}tcPr/{W}gridSpan")
            ]
            assert len(row.findall(f"{W}tc")) - len(spans) + sum(spans) == width


def test_styles_that_are_used_exist(files: dict[str, bytes]) -> None:
    known = {style.get(f"{W}styleId") for style in trees(files)["word/styles.xml"]}
    for name, tree in trees(files).items():
        for style in tree.iter(f"{W}pStyle"):
            assert style.get(f"{W}val") in known, name


def test_word_is_not_told_to_ask_about_fields(files: dict[str, bytes]) -> None:
    assert b"updateFields" not in files["word/settings.xml"]


def test_the_file_opens_in_another_reader_and_tells_title_author_and_language() -> None:
    naskah = NASKAH["laporan"]
    opened = docx.Document(BytesIO(render_docx(naskah)))
    assert opened.core_properties.title == naskah.title
    assert opened.core_properties.author == "Kecamatan Muncar"
    assert opened.core_properties.language == "id-ID"
    assert len(opened.sections) == 5


def test_nothing_of_the_template_shows(files: dict[str, bytes]) -> None:
    """python-docx begins with a file of its own, blue, in Calibri and on American paper."""
    known = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"}
    known |= {"word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml"}
    other = (name for name in files if name not in known)
    assert all(re.match(r"word/(media/|header|footer|theme/)", name) for name in other)
    styles = files["word/styles.xml"]
    assert {fonts.get(f"{W}ascii") for fonts in fromstring(styles).iter(f"{W}rFonts")} == {"Arial"}
    assert re.findall(rb"Theme=|<w:color |python-docx", styles + files["docProps/core.xml"]) == []
    for size in fromstring(files["word/document.xml"]).iter(f"{W}pgSz"):
        assert size.get(f"{W}w") != "12240"


def test_letters_are_as_wide_as_in_word(files: dict[str, bytes]) -> None:
    """LibreOffice kerns letters where a file has no defaults at all; Word never does."""
    styles = fromstring(files["word/styles.xml"])
    assert [list(look) for look in styles.iterfind(f"{W}docDefaults/*/*")] == [[], []]


def test_no_clock_is_asked() -> None:
    data = render_docx(NASKAH["iki"])
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = docx.Document(BytesIO(data)).core_properties
    assert core.created == core.modified == datetime(1980, 1, 1, tzinfo=UTC)


def test_the_properties_tell_the_date_of_the_document() -> None:
    dated = replace(NASKAH["iki"], tanggal=date(2025, 1, 15))
    core = docx.Document(BytesIO(render_docx(dated))).core_properties
    assert core.created == core.modified == datetime(2025, 1, 15, tzinfo=UTC)
    before = docx.Document(BytesIO(render_docx(replace(dated, is_archival=False)))).core_properties
    assert before.created == datetime(1980, 1, 1, tzinfo=UTC)


def test_a_title_longer_than_word_allows_is_cut() -> None:
    naskah = Naskah("x" * 300, (), author="y" * 300)
    core = docx.Document(BytesIO(render_docx(naskah))).core_properties
    assert (len(core.title), len(core.author)) == (255, 255)


def test_the_program_starts_without_python_docx() -> None:
    code = "import kinerja_desktop.services.dokumen.documents, sys; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_equal_naskah_gives_equal_bytes() -> None:
    naskah = NASKAH["laporan"]
    assert render_docx(naskah) == render_docx(naskah)


def test_the_language_of_the_words_is_indonesian() -> None:
    styles = fromstring(parts(render_docx(NASKAH["iki"]))["word/styles.xml"])
    (language,) = styles.iter(f"{W}lang")
    assert language.get(f"{W}val") == "id-ID"


def test_the_names_of_the_spaces_are_declared() -> None:
    assert document(render_docx(NASKAH["iki"])).tag == f"{{{nsmap['w']}}}document"
