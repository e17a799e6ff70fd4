"""Lay out the buku agenda: a table for each book (`docs/sakip.md` §9)."""

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import (
    letterhead,
    make_naskah,
    signature_block,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.buku_agenda import BarisBuku, BukuAgenda, BukuTercetak

_TITLE = "Buku Agenda Surat"
_WIDE = Margins(top=15, bottom=18, left=20, right=15)


def build_buku_agenda(data: BukuAgenda) -> Naskah:
    """Lay out the books of a year, landscape; the Camat signs at the end."""
    blocks: list[Block] = [letterhead(data.kop)]
    for place, buku in enumerate(data.buku):
        if place:
            blocks.append(PageBreak())
        blocks += [
            Heading(f"BUKU AGENDA {buku.nama.upper()}", 0),
            Paragraph(f"Tahun {data.tahun}", "center"),
            Spacer(2),
            _table(buku),
        ]
    blocks.append(signature_block(data.pengesahan, data.tanda))
    return make_naskah(
        _TITLE, tuple(blocks), data.tanda, landscape=True, margins=_WIDE, footer_note=_TITLE
    )


def _table(buku: BukuTercetak) -> Table:
    who = "Dari" if buku.is_masuk else "Kepada"
    columns = [
        Column("No urut", 0.8, "center"),
        *([Column("Diterima", 1.2)] if buku.is_masuk else []),
        Column("Nomor surat", 2.4),
        Column("Tanggal", 1.2),
        Column(who, 2.8),
        Column("Hal", 4),
        Column("Keterangan", 2.2),
    ]
    rows = tuple(Row(tuple(Cell(text) for text in _texts(buku, row))) for row in buku.baris)
    return Table(tuple(columns), rows, size=9, keep_with_next=True)


def _texts(buku: BukuTercetak, row: BarisBuku) -> list[str]:
    came = [row.diterima] if buku.is_masuk else []
    return [row.agenda, *came, row.nomor, row.tanggal, row.pihak, row.hal, row.keterangan]
