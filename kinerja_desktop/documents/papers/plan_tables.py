"""What the planning papers share: titles, a sasaran over its indicators, programs with pagu."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import Block, Heading, Paragraph
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.laporan.rencana_kinerja import ProgramBerpagu

NOTHING = "-"
_DOTS = "." * 20


def title_blocks(lines: Iterable[str], *, attached: bool) -> tuple[Block, ...]:
    """Set the lines of a title.

    Args:
        lines: in capitals, as on the form.
        attached: the paper lies in another document, whose outline must not name it twice.
    """
    if not attached:
        return tuple(Heading(line, 0) for line in lines)
    return tuple(
        Paragraph(line, "center", bold=True, space_after=2, keep_with_next=True) for line in lines
    )


def grouped_rows(
    groups: Iterable[tuple[str, Sequence[tuple[Cell, ...]]]], width: int
) -> tuple[Row, ...]:
    """Return one row for each indicator; number and sasaran are merged over them.

    `docs/sakip.md` §3.5.

    Args:
        groups: each sasaran with the cells of its indicators.
        width: number of columns, for the dash that stands where there is nothing at all.
    """
    rows = [
        Row((*_heads(number, sasaran, len(lines)), *cells) if place == 0 else cells)
        for number, (sasaran, lines) in enumerate(groups, start=1)
        for place, cells in enumerate(lines)
    ]
    return tuple(rows) or (Row(tuple(Cell(NOTHING, "center") for _ in range(width))),)


def program_table(
    title: str,
    program: Sequence[ProgramBerpagu],
    jumlah: Decimal | None,
    *,
    size: float = 10,
    keep_with_next: bool = False,
) -> Table:
    """Set programs with their anggaran and the sum; without any, a line to write on.

    Args:
        title: of the first column: "Program", or "Program/Kegiatan/Sub Kegiatan".
        program: each line of the budget once.
        jumlah: their sum in rupiah.
        size: points.
        keep_with_next: the last rows must not part from the signatures below.
    """
    columns = (Column(title, 5), Column("Anggaran", 2.1, "right"), Column("Keterangan", 1.6))
    rows = [
        Row(
            (
                Cell(f"{number}. {item.nama}"),
                Cell(_rupiah(item.pagu), number=item.pagu),
                Cell(item.keterangan, "center"),
            )
        )
        for number, item in enumerate(program, start=1)
    ]
    if not rows:
        rows = [Row((Cell(f"1. {_DOTS}"), Cell(f"Rp {_DOTS}"), Cell()))]
    else:
        is_sum = jumlah is not None and jumlah == add_up([item.pagu for item in program])
        formula = "SUM({column}{first}:{column}{above})" if is_sum else ""
        total = Cell(_rupiah(jumlah), number=jumlah, formula=formula)
        rows.append(Row((Cell("JUMLAH", "center"), total, Cell()), is_total=True))
    return Table(columns, tuple(rows), size=size, keep_with_next=keep_with_next, is_spread=True)


def or_dash(text: str) -> str:
    """Return a text, or a dash where nothing was entered."""
    return text or NOTHING


def _heads(number: int, sasaran: str, rows: int) -> tuple[Cell, Cell]:
    return Cell(str(number), row_span=rows), Cell(or_dash(sasaran), row_span=rows)


def _rupiah(amount: Decimal | None) -> str:
    """Write an amount as on real papers, with its sen: ``Rp5.294.655.000,00``.

    `docs/sakip.md` §3.5.
    """
    return NOTHING if amount is None else f"Rp{format_angka(amount, 2)}"
