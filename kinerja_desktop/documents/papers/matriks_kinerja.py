"""The cascading as tables, landscape: Matriks Peran Hasil and Matriks Cascading.

`docs/sakip.md` §3.3.
"""

from collections.abc import Iterator

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import NOTHING, or_dash
from kinerja_desktop.domain.laporan.kop import FINAL, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.peran_hasil import MatriksPeranHasil, PeranPejabat
from kinerja_desktop.domain.laporan.pohon_kinerja import TINGKAT, PohonKinerja, SimpulKinerja

#: So many results stay readable beside the officials on an F4 sheet lying across.
HASIL_SELEMBAR = 5
_MARGINS = Margins(top=15, bottom=18, left=20, right=20)
_LEVELS = (
    Column("Level", 1),
    Column("Kinerja", 3.4),
    Column("Indikator", 3.4),
    Column("Satuan", 0.9, "center"),
    Column("Target", 0.9, "decimal"),
    Column("Penanggung Jawab", 2),
)


def build_peran_hasil(
    data: MatriksPeranHasil, pengesahan: Pengesahan, tanda: Tanda = FINAL
) -> Naskah:
    """Lay out the matrix; more results than fit beside each other go on to further pages."""
    name = f"Matriks Peran Hasil {data.skpd} Tahun {data.tahun}"
    blocks: list[Block] = [
        Heading("MATRIKS PERAN HASIL", 0),
        Heading(data.skpd.upper(), 0),
        Heading(f"TAHUN {data.tahun}", 0),
        Spacer(3),
    ]
    for first in range(0, len(data.hasil), HASIL_SELEMBAR):
        last = min(first + HASIL_SELEMBAR, len(data.hasil))
        if first:
            blocks.append(PageBreak())
        if len(data.hasil) > HASIL_SELEMBAR:
            text = f"Hasil {first + 1}–{last} dari {len(data.hasil)}"
            blocks.append(Paragraph(text, bold=True, keep_with_next=True))
        blocks.append(_peran_table(data, first, last))
    return make_naskah(
        name,
        (*blocks, signature_block(pengesahan, tanda)),
        tanda,
        landscape=True,
        font_size=10,
        margins=_MARGINS,
        footer_note=name,
    )


def build_matriks_cascading(
    data: PohonKinerja, pengesahan: Pengesahan, tanda: Tanda = FINAL
) -> Naskah:
    """Lay out the tree as a table, a row for each indicator."""
    name = f"Matriks Cascading {data.skpd} Tahun {data.tahun}"
    blocks: tuple[Block, ...] = (
        Heading("MATRIKS CASCADING KINERJA", 0),
        Heading(data.skpd.upper(), 0),
        Heading(f"TAHUN {data.tahun}", 0),
        Spacer(3),
        Table(
            _LEVELS,
            tuple(row for simpul in data.semua for row in _level_rows(simpul)),
            size=8.5,
            keep_with_next=True,
        ),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=_MARGINS, footer_note=name
    )


def _peran_table(data: MatriksPeranHasil, first: int, last: int) -> Table:
    columns = (
        Column("No", 0.4, "center"),
        Column("Pejabat dan Tim", 2.4),
        *(Column(hasil, 2, group="Hasil") for hasil in data.hasil[first:last]),
    )
    rows = tuple(
        Row(
            (
                Cell(str(number)),
                Cell(_who(item)),
                *(_sumbangan(lines) for lines in item.sumbangan[first:last]),
            )
        )
        for number, item in enumerate(data.pejabat, start=1)
    )
    nobody = Row(tuple(Cell(NOTHING, "center") for _ in columns))
    is_last = last == len(data.hasil)
    return Table(columns, rows or (nobody,), size=8, keep_with_next=is_last)


def _who(item: PeranPejabat) -> str:
    team = f"Tim: {', '.join(item.tim)}" if item.tim else ""
    return "\n".join(text for text in (item.jabatan, item.nama, team) if text)


def _sumbangan(lines: tuple[str, ...]) -> Cell:
    if not lines:
        return Cell(NOTHING, "center")
    return Cell("\n".join(f"• {line}" for line in lines) if len(lines) > 1 else lines[0])


def _level_rows(simpul: SimpulKinerja) -> Iterator[Row]:
    note = f" ({simpul.catatan})" if simpul.catatan else ""
    span = max(len(simpul.indikator), 1)
    head = (
        Cell(TINGKAT[simpul.tingkat], row_span=span),
        Cell(simpul.kinerja + note, row_span=span),
    )
    owner = Cell(or_dash(simpul.pemilik), row_span=span)
    if not simpul.indikator:
        yield Row((*head, Cell(NOTHING), Cell(NOTHING), Cell(NOTHING), owner))
    for place, item in enumerate(simpul.indikator):
        own = (
            Cell(item.uraian),
            Cell(or_dash(item.satuan)),
            Cell(item.target.teks, number=item.target.nilai),
        )
        yield Row((*head, *own, owner) if place == 0 else own)
