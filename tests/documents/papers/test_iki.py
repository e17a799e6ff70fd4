"""The form of IKI: tugas and fungsi of the post above its indicators (`docs/sakip.md` §3.2)."""

from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.papers.iki import build_iki
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.xlsx.iki import render_iki_xlsx
from kinerja_desktop.domain.laporan.iki import BarisIki, FormulirIki, KinerjaIki
from kinerja_desktop.domain.laporan.kop import FINAL
from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka, PejabatDiukur
from tests.documents.papers.plans import PENGESAHAN
from tests.documents.papers.samples import KOP
from tests.documents.reading import texts

_KASI = PejabatDiukur("Ani, S.E.", "198003032005011003", "Kasi Pelayanan Umum")
_DOTS = "." * 150


def form(fungsi: str = "", tugas: str = "melayani loket", *, indikator: int = 1) -> FormulirIki:
    rows = tuple(
        BarisIki(f"Indikator {number}", "%", "dibagi", "Buku", Angka("90", Decimal(90)))
        for number in range(indikator)
    )
    return FormulirIki(2025, _KASI, (KinerjaIki("Loket cepat", rows),), tugas, fungsi)


def lines_of(data: FormulirIki) -> list[str]:
    reader = PdfReader(BytesIO(render_pdf(build_iki(data, PENGESAHAN))))
    return [line.strip() for page in reader.pages for line in page.extract_text().splitlines()]


def test_each_fungsi_stands_on_a_line_of_its_own_and_is_numbered() -> None:
    lines = lines_of(form("menerima berkas\n\n  menerbitkan surat"))
    assert "1. menerima berkas" in lines
    assert "2. menerbitkan surat" in lines


@pytest.mark.parametrize(
    "fungsi",
    ["a. menerima\nb. menerbitkan", "1) menerima\n2) menerbitkan", "- menerima\n- menerbitkan",
     "(i) menerima\nsampai selesai", "menerima berkas"],
)  # fmt: skip
def test_a_list_with_its_own_marks_and_a_single_fungsi_stay_as_written(fungsi: str) -> None:
    lines = lines_of(form(fungsi))
    for line in fungsi.splitlines():
        assert line in lines


def test_one_number_typed_below_takes_no_number_from_the_others() -> None:
    lines = lines_of(form("menerima berkas\n2. menerbitkan surat\nmenyimpan arsip"))
    assert "1. menerima berkas" in lines
    assert "2. menerbitkan surat" in lines
    assert "3. menyimpan arsip" in lines


def test_what_nobody_entered_has_lines_to_write_on() -> None:
    assert lines_of(form("menerima berkas", "")).count(_DOTS) == 2
    assert lines_of(form("", "")).count(_DOTS) == 4
    assert _DOTS not in lines_of(form("menerima berkas"))


@pytest.mark.parametrize("wide", [1, 12])
@pytest.mark.parametrize("fungsi", [1, 8, 9, 10, 11, 12, 13, 14, 15, 20, 60])
def test_a_long_list_leaves_no_signature_alone(fungsi: int, wide: int) -> None:
    text = "\n".join(f"fungsi ke-{number} " + "dan lainnya " * wide for number in range(fungsi))
    pages = texts(PdfReader(BytesIO(render_pdf(build_iki(form(text, indikator=3), PENGESAHAN)))))
    assert "Indikator 2" in pages[-1]
    assert PENGESAHAN.kanan.nama in pages[-1]
    assert "Indikator 2" not in "".join(pages[:-1])
    whole = " ".join(pages)
    assert all(f"fungsi ke-{number} dan" in whole for number in range(fungsi))


def test_a_text_as_long_as_a_cell_may_be_is_printed_whole() -> None:
    """`docs/architecture.md` §4.9: 15,000 characters."""
    pages = texts(PdfReader(BytesIO(render_pdf(build_iki(form("x", "kata " * 3000), PENGESAHAN)))))
    assert sum(page.count("kata") for page in pages) == 3000
    assert "Indikator 0" in pages[-1]


def test_word_and_workbook_say_the_same() -> None:
    data = form("menerima berkas\nmenerbitkan surat")
    document = Document(BytesIO(render_docx(build_iki(data, PENGESAHAN))))
    written = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Tugas\t:\tmelayani loket" in written
    assert "1. menerima berkas\n2. menerbitkan surat" in written
    book = load_workbook(BytesIO(render_iki_xlsx(data, PENGESAHAN, FINAL, KOP)))
    cells = [cell.value for cell in book["IKI"]["A"]]
    at = cells.index("Tugas: melayani loket")
    assert cells[at : at + 3] == [
        "Tugas: melayani loket", "Fungsi: 1. menerima berkas", "2. menerbitkan surat",
    ]  # fmt: skip


def test_a_long_tugas_is_broken_across_the_sheet() -> None:
    book = load_workbook(
        BytesIO(render_iki_xlsx(form("x", "melayani " * 60), PENGESAHAN, FINAL, KOP))
    )
    sheet = book["IKI"]
    (cell,) = [cell for cell in sheet["A"] if str(cell.value).startswith("Tugas: melayani")]
    assert cell.alignment.wrap_text
    assert f"A{cell.row}:G{cell.row}" in [area.coord for area in sheet.merged_cells.ranges]
    assert sheet.row_dimensions[cell.row].height > 30
