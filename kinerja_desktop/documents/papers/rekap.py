"""Lay out the recap of Bappeda: who delivered, every indicator of all units, budget, questions."""

from collections.abc import Iterator, Sequence

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    ChartBlock,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterhead, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.grafik import Bar, BarChart
from kinerja_desktop.domain.laporan.rekap import RekapTercetak, TabelIndikator

_WIDE = Margins(top=15, bottom=18, left=20, right=15)
#: More bars than these are told by the table alone.
_MOST_BARS = 25
_BAR_HEIGHT, _CHART_HEAD = 6.0, 24.0


def build_rekap(data: RekapTercetak) -> Naskah:
    """Lay out the paper; see `RekapTercetak`."""
    title = f"Rekapitulasi Kinerja {data.periode.title()}"
    blocks: list[Block] = [
        letterhead(data.kop),
        Heading("REKAPITULASI PENGUKURAN KINERJA", 0),
        Paragraph(data.periode, "center"),
        Spacer(2),
        KeyValues(tuple(data.ringkasan), label_width=52),
        Heading("A. Penyampaian", 1),
        _table(("No", "Unit", "Keadaan"), (0.5, 3, 5), data.penyampaian),
        Heading("B. Capaian indikator", 1),
    ]
    for number, item in enumerate(data.indikator, start=1):
        blocks += _indikator(number, item)
    if data.anggaran:
        heads = ("No", "Unit", "Pagu (Rp)", "Realisasi (Rp)", "Serapan")
        blocks += [
            Heading("C. Anggaran", 1),
            _table(heads, (0.5, 3, 2, 2, 1.2), data.anggaran, numbers=3, has_sum=True),
        ]
    if data.kejanggalan:
        blocks += [
            Heading("D. Yang perlu ditanyakan", 1),
            _table(("No", "Unit", "Indikator", "Hal"), (0.5, 2, 3, 4), data.kejanggalan),
        ]
    blocks += [Spacer(2), signature_block(data.pengesahan, data.tanda)]
    return make_naskah(title, tuple(blocks), data.tanda, margins=_WIDE, footer_note=title)


def _indikator(number: int, item: TabelIndikator) -> Iterator[Block]:
    satuan = f" ({item.satuan})" if item.satuan else ""
    yield Heading(f"{number}. {item.nama}{satuan}", 2)
    bars = tuple(Bar(row.unit, row.capaian, row.tercetak) for row in item.baris)
    if len(bars) <= _MOST_BARS:
        height = _CHART_HEAD + _BAR_HEIGHT * len(bars)
        yield ChartBlock(BarChart("Capaian per unit", bars), height=height)
    rows = [(row.unit, row.target, row.realisasi, row.tercetak, row.kategori) for row in item.baris]
    heads = ("No", "Unit", "Target", "Realisasi", "Capaian", "Kategori")
    yield _table(heads, (0.5, 3, 1.2, 1.2, 1.2, 1.6), rows, numbers=3, first_number=2)
    if item.rata_rata:
        yield Paragraph(item.rata_rata, "left")


def _table(
    heads: Sequence[str],
    widths: Sequence[float],
    lines: Sequence[tuple[str, ...]],
    *,
    numbers: int = 0,
    first_number: int = 2,
    has_sum: bool = False,
) -> Table:
    """A table with running numbers.

    Args:
        heads: headings, the first one of the running number.
        widths: of the columns, as shares.
        lines: what stands behind the number.
        numbers: how many columns hold figures, from `first_number` on.
        first_number: the first of them.
        has_sum: the last line is a sum: it has no number, and stands out.
    """
    figures = range(first_number, first_number + numbers)
    columns = tuple(
        Column(head, width, "center" if not place else "right" if place in figures else "left")
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    )
    rows = []
    for number, line in enumerate(lines, start=1):
        is_sum = has_sum and number == len(lines)
        first = "" if is_sum else f"{number}."
        rows.append(Row(tuple(Cell(text, bold=is_sum) for text in (first, *line))))
    return Table(columns, tuple(rows), size=9)
