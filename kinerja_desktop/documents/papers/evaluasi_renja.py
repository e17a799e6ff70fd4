"""Formulir E.81, Evaluasi Hasil Renja, landscape (`docs/sakip.md` §12)."""

from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Align
from kinerja_desktop.documents.papers.evaluasi_formulas import PERSEN_K, formulas_of, mean_formula
from kinerja_desktop.documents.papers.measured_table import Notes
from kinerja_desktop.domain.capaian.pengukuran import RataCapaian
from kinerja_desktop.domain.laporan.evaluasi_renja import (
    KAKI,
    KOSONG,
    BarisTercetak,
    EvaluasiTercetak,
    kolom_ganda,
)
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM_DIISI, Angka, angka_persen

# Twenty-eight columns on one F4 page across: eleven pairs, and six around them.
_SIZE, _SMALL = 5.5, 7.0
_MARGINS = Margins(top=12, bottom=15, left=10, right=10)
_K, _RP, _PERSEN = 0.8, 1.36, 0.86
_HEADS = (
    Column("No (1)", 0.65, "center"),
    Column("Kode (2)", 1.15),
    Column("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan (3)", 2.0),
    Column("Indikator Kinerja Program (outcome)/Kegiatan (output) (4)", 1.8),
)
_TAIL = (
    Column("Unit Perangkat Daerah Penanggung Jawab (16)", 1.1),
    Column("Keterangan (17)", 1.8),
)
_MANY_NOTES = 8
TITIK = "." * 60


def build_evaluasi_renja(
    data: EvaluasiTercetak, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out the form of a triwulan, its foot and its notes."""
    name = f"Evaluasi Hasil Renja {data.skpd} {data.periode.label}"
    notes = Notes()
    table = evaluasi_table(data, notes)
    foot = tuple((title, data.kaki.get(key) or TITIK) for key, title in KAKI.items())
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        Heading("EVALUASI TERHADAP HASIL RENJA", 0),
        Heading(data.skpd.upper(), 0),
        Heading(data.periode.label.upper(), 0),
        KeyValues((("Periode Renstra", data.renstra or BELUM_DIISI),), size=_SMALL),
        table,
        Spacer(2),
        *_explain(data, notes),
        Spacer(2),
        KeyValues(foot, size=_SMALL + 1, keep_with_next=True),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=9, margins=_MARGINS, footer_note=name
    )


def evaluasi_table(data: EvaluasiTercetak, notes: Notes) -> Table:
    """Build the table with its means, and gather its notes."""
    rows = [_row(data, baris, notes) for baris in data.baris]
    rows += [
        _total_row("Rata-rata capaian kinerja (%)", *_means(data)),
        _total_row(
            "Predikat kinerja",
            Cell(data.formulir.rata_renja.kategori or BELUM_DIISI, "center", col_span=2),
            Cell(data.formulir.rata_renstra.kategori or BELUM_DIISI, "center", col_span=2),
        ),
    ]
    return Table(_columns(data.periode.tahun), tuple(rows), size=_SIZE)


def _columns(tahun: int) -> tuple[Column, ...]:
    pairs: list[Column] = []
    for kolom in kolom_ganda(tahun):
        title = f"{kolom.judul} ({kolom.nomor})"
        amount = _PERSEN if kolom.nomor in PERSEN_K else _RP
        pairs += [Column("K", _K, "decimal", title), Column("Rp", amount, "decimal", title)]
    return (*_HEADS, *pairs, *_TAIL)


def _row(data: EvaluasiTercetak, baris: BarisTercetak, notes: Notes) -> Row:
    span = baris.tinggi
    formulas = formulas_of(baris, data.formulir.profil)
    pairs: list[Cell] = []
    for place, (kinerja, rupiah) in enumerate(zip(baris.kinerja, baris.rupiah, strict=True)):
        of_k, of_rp = formulas[place]
        pairs.append(_figure(kinerja, of_k, notes))
        if span:
            pairs.append(_figure(rupiah, of_rp, notes, span))
    bold = baris.tingkat == 0
    heads = (
        Cell(str(baris.nomor), row_span=span, bold=bold),
        Cell(baris.kode, row_span=span, bold=bold),
        Cell(baris.nama, row_span=span, bold=bold),
    )
    return Row(
        (
            *(heads if span else ()),
            Cell(baris.indikator),
            *pairs,
            Cell(baris.unit or BELUM_DIISI),
            Cell(baris.keterangan),
        )
    )


def _figure(angka: Angka, formula: tuple[str, Decimal | None], notes: Notes, span: int = 1) -> Cell:
    text, exact = formula
    number = angka.nilai if exact is None else exact
    marked = notes.mark(angka) if angka != KOSONG else ""
    align: Align | None = None if angka.nilai is not None else "center"
    return Cell(marked, align, row_span=span, number=number, formula=text)


def _means(data: EvaluasiTercetak) -> tuple[Cell, Cell, Cell, Cell]:
    form = data.formulir
    return (
        _mean(form.rata_renja, mean_formula(13, form.rata_renja, form.profil)),
        Cell(),
        _mean(form.rata_renstra, mean_formula(15, form.rata_renstra, form.profil)),
        Cell(),
    )


def _mean(rata: RataCapaian, formula: str) -> Cell:
    angka = angka_persen(rata.tampil)
    return Cell(angka.teks, number=angka.nilai, formula=formula)


def _total_row(title: str, *cells: Cell) -> Row:
    """Set what stands below columns 13 and 15, two places each."""
    width = len(_HEADS) + 2 * (PERSEN_K[0] - 5)
    half = len(cells) // 2
    return Row(
        (
            Cell(title, "right", col_span=width),
            *cells[:half],
            Cell(col_span=2),
            *cells[half:],
            Cell(col_span=2),
        ),
        is_total=True,
    )


def _explain(data: EvaluasiTercetak, notes: Notes) -> tuple[Block, ...]:
    """Explain the signs in the table, then the rules by which it was reckoned."""
    lines = [(f"{number})", text) for number, text in enumerate(notes.texts, start=1)]
    if notes.has_blank:
        lines.insert(0, (BELUM_DIISI, "belum diisi"))
    lines += [("•", text) for text in data.catatan]
    lines.insert(0, ("", "Keterangan:"))
    is_kept = len(lines) <= _MANY_NOTES
    return tuple(
        Paragraph(text, size=_SMALL, label=label, hang=4, space_after=0, keep_with_next=is_kept)
        for label, text in lines
    )
