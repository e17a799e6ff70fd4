"""Bullets and ticks of Word are printed as such (`docs/architecture.md` §4.9)."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah, Paragraph
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.dokumen.documents import build_docx, build_pdf, build_xlsx
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import export_workbook
from tests.documents.docx.reading import document, read
from tests.documents.reading import pages_of
from tests.services.dokumen.papers import TAHUN, indikator_id

TYPED = "\uf0b7 satu \uf0a7 dua \uf0fc tiga"
SIGNS = set("\uf0b7\uf0a7\uf0fc")
PRINTED = "• satu ▪ dua √ tiga"


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_what_was_typed_before_they_were_known_is_printed_too() -> None:
    """An old office's data, or a frozen paper, may hold the signs of Word's fonts."""
    naskah = Naskah("x", (Paragraph(TYPED),))
    assert PRINTED in squeeze(pages_of(render_pdf(naskah))[0])
    assert PRINTED in read(document(render_docx(naskah)))


@pytest.fixture
def typed(muncar: Office) -> Office:
    change_field(muncar, "indikator", indikator_id(muncar), "uraian", TYPED)
    return muncar


def test_they_are_bullets_on_every_form(typed: Office) -> None:
    wanted = Permintaan("pengukuran-kinerja", TAHUN)
    assert PRINTED in squeeze(" ".join(pages_of(build_pdf(typed, wanted))))
    assert PRINTED in read(document(build_docx(typed, wanted)))
    assert_bullets(BytesIO(build_xlsx(typed, wanted)))


def assert_bullets(book: BytesIO | Path) -> None:
    sheets = load_workbook(book).worksheets
    text = " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    assert PRINTED in text
    assert not SIGNS & set(text)


def test_what_is_typed_or_pasted_reaches_the_workbook_as_bullets(
    muncar: Office, tmp_path: Path
) -> None:
    parsed = SECTIONS["indikator"].field("uraian").parse(TYPED)
    change_field(muncar, "indikator", indikator_id(muncar), "uraian", parsed)
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    assert_bullets(path)


def test_they_are_bullets_in_the_report(typed: Office) -> None:
    text = squeeze(" ".join(pages_of(build_pdf(typed, Permintaan("lkjip", Periode(2024))))))
    assert PRINTED in text
