"""Indikator Kinerja Individu of one official, landscape (`docs/sakip.md` §3.2)."""

import re

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Table
from kinerja_desktop.documents.papers.plan_tables import grouped_rows, or_dash
from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.laporan.iki import BarisIki, FormulirIki
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda

_MARGINS = Margins(top=15, bottom=18, left=20, right=20)
_LINES = "\n".join(["." * 150] * 2)
#: A line that bears a number, a letter or a sign of a list already.
_MARKED = re.compile(r"^(\(?\w{1,3}[.)]|[-–—•▪√*])\s+")
_COLUMNS = (
    Column("No", 0.4, "center"),
    Column("Sasaran/Kinerja", 2.6),
    Column("Indikator Kinerja", 2.6),
    Column("Formula/Penjelasan", 3.2),
    Column("Sumber Data", 1.8),
    Column("Satuan", 0.9, "center"),
    Column("Target", 0.9, "decimal"),
)


def build_iki(
    data: FormulirIki, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out the form; tugas and fungsi that nobody entered have lines to write on."""
    who = data.pejabat
    table = Table(
        _COLUMNS,
        grouped_rows(
            ((group.kinerja, [_cells(item) for item in group.indikator]) for group in data.kinerja),
            len(_COLUMNS),
        ),
        numbered=True,
        size=9,
        keep_with_next=True,
    )
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        Heading("INDIKATOR KINERJA INDIVIDU (IKI)", 0),
        Heading(f"TAHUN {data.tahun}", 0),
        Spacer(3),
        KeyValues(
            (
                ("Nama", who.nama),
                ("NIP", format_nip(who.nip) or "-"),
                ("Jabatan", or_dash(who.jabatan)),
                ("Tugas", data.tugas or _LINES),
                ("Fungsi", _number(data.fungsi) or _LINES),
            )
        ),
        Spacer(2),
        table,
        signature_block(pengesahan, tanda),
    )
    name = f"IKI {who.nama} Tahun {data.tahun}"
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=_MARGINS, footer_note=name
    )


def _number(fungsi: str) -> str:
    """Number what stands one a line, so that a long fungsi is told from the next one.

    A list that bears numbers or letters already, and a single fungsi, stay as they were written. A
    mark somewhere below, on one line alone, makes no such list: it gives way to the number.
    """
    lines = [line.strip() for line in fungsi.splitlines() if line.strip()]
    marked = [bool(_MARKED.match(line)) for line in lines]
    if len(lines) < 2 or marked[0] or sum(marked) > 1:
        return fungsi
    return "\n".join(
        f"{number}. {_MARKED.sub('', line, count=1)}" for number, line in enumerate(lines, start=1)
    )


def _cells(item: BarisIki) -> tuple[Cell, ...]:
    texts = (item.penjelasan, item.sumber_data, item.satuan)
    return (
        Cell(item.uraian),
        *(Cell(or_dash(text)) for text in texts),
        Cell(item.target.teks, number=item.target.nilai),
    )
