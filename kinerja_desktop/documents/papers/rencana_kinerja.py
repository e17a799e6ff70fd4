"""Rencana Kinerja Tahunan, in the way of the Lampiran of a Perjanjian Kinerja.

`docs/sakip.md` §3.5.
"""

from kinerja_desktop.documents.naskah.blocks import Block, Naskah, Spacer
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Table
from kinerja_desktop.documents.papers.plan_tables import (
    grouped_rows,
    or_dash,
    program_table,
    title_blocks,
)
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.rencana_kinerja import RencanaKinerja

_COLUMNS = (
    Column("No", 0.5, "center"),
    Column("Sasaran Strategis", 3),
    Column("Indikator Kinerja", 3),
    Column("Satuan", 1.1, "center"),
    Column("Target", 1.1, "decimal"),
)


def build_rencana_kinerja(
    data: RencanaKinerja, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out a Rencana Kinerja Tahunan, upright."""
    name = f"Rencana Kinerja Tahunan {data.skpd} {data.tahun}"
    blocks = (
        *letterheads(kop),
        *rkt_blocks(data, attached=False),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(name, blocks, tanda, footer_note=name)


def rkt_blocks(data: RencanaKinerja, *, attached: bool = True) -> tuple[Block, ...]:
    """Return title and tables without kop and signature.

    Args:
        data: what it says.
        attached: it lies in another document, such as the LKjIP.
    """
    titles = ("RENCANA KINERJA TAHUNAN", data.skpd.upper(), f"TAHUN {data.tahun}")
    groups = (
        (
            group.sasaran,
            [
                (
                    Cell(item.uraian),
                    Cell(or_dash(item.satuan)),
                    Cell(item.target.teks, number=item.target.nilai),
                )
                for item in group.indikator
            ],
        )
        for group in data.sasaran
    )
    return (
        *title_blocks(titles, attached=attached),
        Spacer(4),
        Table(_COLUMNS, grouped_rows(groups, len(_COLUMNS)), numbered=True, size=10),
        Spacer(3),
        program_table("Program", data.program, data.jumlah, keep_with_next=not attached),
    )
