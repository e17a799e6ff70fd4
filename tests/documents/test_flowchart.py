"""The flowchart on paper: what is drawn, and how the table is dealt out to pages."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.flowchart import draw_diagram
from kinerja_desktop.documents.naskah.tables import SopTable
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pdf.sop_table import SopTablePiece
from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN
from kinerja_desktop.domain.sop.diagram import Simbol
from kinerja_desktop.domain.sop.tata_diagram import Bentuk, Garis, TataDiagram, Tulisan
from tests.domain.sop.contoh import CANDIPURO, PENGUKURAN, load


class Sketch:
    """Stands in for ReportLab's canvas and writes down what it is told."""

    def __init__(self) -> None:
        self.calls: list[list[Any]] = []

    def __getattr__(self, name: str) -> Any:
        def note(*args: Any, **_: Any) -> "Sketch":
            self.calls.append([name, *args])
            return self

        return note

    def told(self, name: str) -> list[list[Any]]:
        return [args for called, *args in self.calls if called == name]


def sketch(tata: TataDiagram) -> Sketch:
    canvas = Sketch()
    draw_diagram(canvas, tata, 100, 500, 10)
    return canvas


def shape(simbol: Simbol, teks: str = "", *, is_ringan: bool = False) -> TataDiagram:
    return TataDiagram((Bentuk(simbol, 50, 30, 40, 20, 1, teks, is_ringan),), (), ())


def test_the_drawing_begins_at_its_corner_and_runs_down_the_page() -> None:
    canvas = sketch(TataDiagram((), (Garis(((10, 5), (10, 25)), is_panah=False),), ()))
    assert canvas.told("translate") == [[100, 500]]
    assert canvas.told("moveTo") + canvas.told("lineTo") == [[10, -5], [10, -25]]


def test_an_arrow_ends_with_its_tip_at_the_end_of_the_line() -> None:
    canvas = sketch(TataDiagram((), (Garis(((10, 5), (10, 25))),), ()))
    # After the line a triangle: its tip, and two corners above it at the same distance.
    tip, (left, back), (right, back_too) = (
        canvas.told("moveTo")[1],
        *canvas.told("lineTo")[1:],
    )
    assert tip == [10, -25]
    assert back == back_too > -25
    assert left + right == 20


def test_a_light_line_is_grey_and_thinner() -> None:
    light = sketch(TataDiagram((), (Garis(((0, 0), (9, 0)), is_panah=False, is_ringan=True),), ()))
    dark = sketch(TataDiagram((), (Garis(((0, 0), (9, 0)), is_panah=False),), ()))
    assert light.told("setStrokeColor") != dark.told("setStrokeColor")
    assert light.told("setLineWidth") < dark.told("setLineWidth")


def test_a_kapsul_has_round_ends_and_holds_its_word() -> None:
    canvas = sketch(shape(Simbol.KAPSUL, "Mulai"))
    assert canvas.told("roundRect") == [[30, -40, 40, 20, 10]]
    ((x, _, text),) = canvas.told("drawCentredString")
    assert (x, text) == (50, "Mulai")


def test_the_other_symbols_are_drawn_by_their_corners() -> None:
    canvas = sketch(shape(Simbol.BELAH_KETUPAT))
    assert canvas.told("moveTo") + canvas.told("lineTo") == [
        [50, -20], [70, -30], [50, -40], [30, -30],
    ]  # fmt: skip


def test_the_letter_of_a_segi_lima_stands_above_its_middle_where_there_is_room() -> None:
    box = sketch(shape(Simbol.KOTAK, "A")).told("drawCentredString")[0]
    sign = sketch(shape(Simbol.SEGI_LIMA, "A")).told("drawCentredString")[0]
    assert sign[1] > box[1]


def test_who_does_not_do_the_step_is_drawn_lighter() -> None:
    assert sketch(shape(Simbol.KOTAK, is_ringan=True)).told("setFillColor") != sketch(
        shape(Simbol.KOTAK)
    ).told("setFillColor")


def test_words_stand_before_or_behind_their_line() -> None:
    tata = TataDiagram((), (), (Tulisan("Ya", 5, 7), Tulisan("Tidak", 9, 7, is_kanan=True)))
    canvas = sketch(tata)
    assert canvas.told("drawString") == [[5, -7, "Ya"]]
    assert canvas.told("drawRightString") == [[9, -7, "Tidak"]]


def page_texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def enlarged(name: str, size: float) -> bytes:
    """The table alone in larger type, so that it needs more pages."""
    naskah = build_sop(load(name), with_notes=False)
    (block,) = (block for block in naskah.blocks if isinstance(block, SopTable))
    table = replace(block.table, size=size)
    return render_pdf(replace(naskah, blocks=(replace(block, table=table),)))


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_every_sop_prints_the_same_bytes_every_time(name: str) -> None:
    pdf = render_pdf(build_sop(load(name)))
    assert pdf == render_pdf(build_sop(load(name)))
    for page in PdfReader(BytesIO(pdf)).pages:
        assert float(page.mediabox.width) > float(page.mediabox.height)


def test_the_table_of_lumajang_fits_on_one_page() -> None:
    _, table = page_texts(render_pdf(build_sop(load(PENGUKURAN), with_notes=False)))
    assert "Mulai*" in table
    assert "Selesai*" in table
    assert table.count("Tidak") == 2


def test_heads_return_and_letters_join_the_pages() -> None:
    pages = page_texts(enlarged(PENGUKURAN, 12))
    assert len(pages) == 2
    assert all("Mutu Baku" in page for page in pages)
    upper, lower = (page.splitlines() for page in pages)
    for letter in "ABC":
        assert letter in upper
        assert letter in lower


def test_the_numbers_below_the_heads_return_too() -> None:
    pages = page_texts(enlarged(CANDIPURO, 14))
    assert len(pages) > 1
    for page in pages:
        assert [str(n) for n in range(1, 11)] == [
            line for line in page.splitlines() if line.isdecimal()
        ][:10]


def measured(height: float = 500) -> SopTablePiece:
    naskah = build_sop(load(PENGUKURAN))
    (block,) = (block for block in naskah.blocks if isinstance(block, SopTable))
    piece = SopTablePiece(block, 9)
    piece.measure(850, height)
    return piece


def test_a_cut_leaves_room_for_the_bands_of_the_segi_lima() -> None:
    piece = measured()
    parts = piece.split(300, 1, 1)
    assert parts is not None
    upper, lower = parts
    assert upper.height <= 300
    assert upper.units + lower.units == piece.units == 12
    # The head returns, and a band stands below the upper part and above the lower one.
    head, band = piece._head.height, piece._band
    assert upper.height + lower.height == pytest.approx(piece.height + head + 2 * band)
    middle = lower.split(150, 1, 1)
    assert middle is not None
    assert middle[0].height <= 150


def test_a_cut_keeps_the_rows_that_must_stay_together() -> None:
    piece = measured()
    parts = piece.split(piece.height - 1, 2, 3)
    assert parts is not None
    assert parts[1].units == 3
    assert piece.split(60, 1, 1) is None
    assert piece.split(150, 9, 1) is None
