"""The file is one that Word opens without offering to repair it."""

import re
from io import BytesIO
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import docx
import pytest
from docx.oxml.ns import nsmap

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah import Naskah, Paragraph
from kinerja_desktop.documents.sop_tabel import build_sop
from tests.documents.docx.reading import W, document, parts
from tests.documents.docx.test_words import NASKAH
from tests.domain.sop.contoh import PENGUKURAN, load

ALL = {
    **NASKAH,
    "sop": build_sop(load(PENGUKURAN)),
    "draf": Naskah("x", (Paragraph("a"),), is_draft=True, is_contoh=True),
}

# ISO/IEC 29500-1, annex A: the sequences of wml.xsd, as far as we use them.
SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr tabs spacing ind jc outlineLvl rPr "
    "sectPr",
    "rPr": "rFonts b i color sz szCs u lang",
    "tblPr": "tblW tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "settings": "defaultTabStop compat decimalSymbol listSeparator",
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


def test_equal_naskah_gives_equal_bytes() -> None:
    naskah = NASKAH["laporan"]
    assert render_docx(naskah) == render_docx(naskah)


def test_the_language_of_the_words_is_indonesian() -> None:
    styles = fromstring(parts(render_docx(NASKAH["iki"]))["word/styles.xml"])
    (language,) = styles.iter(f"{W}lang")
    assert language.get(f"{W}val") == "id-ID"


def test_the_names_of_the_spaces_are_declared() -> None:
    assert document(render_docx(NASKAH["iki"])).tag == f"{{{nsmap['w']}}}document"
