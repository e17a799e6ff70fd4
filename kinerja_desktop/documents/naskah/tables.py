"""The tables of a naskah, and the table of an SOP with its flowchart."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kinerja_desktop.documents.naskah.text import Align, Text
from kinerja_desktop.domain.sop.diagram import Diagram


@dataclass(frozen=True)
class Column:
    """One column of a `Table`.

    Attributes:
        weight: share of the width in relation to the other columns.
        align: of the cells; "decimal" puts the decimal commas below each other.
        group: neighbours with the same group stand below one joined heading.
    """

    title: Text
    weight: float = 1
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell; as in HTML, places covered by a span of another cell are left out of the row.

    Attributes:
        align: ``None`` is the column's own.
        fill: background as "#rrggbb"; it must still read in black and white.
        number: what the text says as a number, for spreadsheets.
        formula: how a spreadsheet reckons it, with ``{row}`` for its own row, ``{first}`` for the
            first row below the heads, ``{above}`` for the row above and ``{column}`` for its own
            column: ``SUM(A{row},C{row})``. Rows are counted on from there: ``{row-3}``.
    """

    text: Text = ""
    align: Align | None = None
    bold: bool = False
    italic: bool = False
    row_span: int = 1
    col_span: int = 1
    fill: str = ""
    valign: Literal["top", "middle"] = "top"
    number: Decimal | None = None
    formula: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a `Table`.

    Attributes:
        is_total: set bold on a light ground.
        min_height: mm, for rows that are filled in by hand.
        keep_with_next: true for a subheading that must not be the last row of a page.
    """

    cells: tuple[Cell, ...]
    is_total: bool = False
    min_height: float = 0
    keep_with_next: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose head returns on every page.

    A cell merged over several rows is split with them, and its text returns on the next page.

    Attributes:
        numbered: print the row "(1) (2) …" below the heads.
        has_head: false for plain grids such as a lembar disposisi.
        grid: whether lines are drawn.
        size: points; ``None`` is a little smaller than the naskah's own.
        keep_with_next: true when its last rows must not part from the block below.
        is_spread: on a sheet its columns are spread over those of the first table, instead of
            standing below them one by one.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    numbered: bool = False
    has_head: bool = True
    grid: bool = True
    size: float | None = None
    space_after: float | None = None
    keep_with_next: bool = False
    is_spread: bool = False


@dataclass(frozen=True)
class SopTable:
    """The steps of an SOP, with its flowchart drawn through the columns of the pelaksana.

    Attributes:
        table: the words, without merged cells; one row for each row of the diagram.
        diagram: what is drawn.
        first_column: the first column of a pelaksana.
        numbers: the row of numbers below the heads, if the office's form has one.
    """

    table: Table
    diagram: Diagram
    first_column: int
    numbers: tuple[str, ...] = ()
