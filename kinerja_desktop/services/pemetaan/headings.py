"""The headings of a table: one row of them or several, with merged cells."""

from dataclasses import dataclass
from itertools import pairwise

from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.words import fold_heading

#: Headings are looked for so far down: above them stand the office's name and the title.
SEARCHED_ROWS = 40
#: So many rows of headings a table may have.
MOST_HEADING_ROWS = 3

_LONGEST = 120
#: What heads a column only together with the heading above it.
_BELOW_OTHERS = {
    *(f"{word}{roman.casefold()}" for word in ("", "tw ", "triwulan ") for roman in ROMAWI),
    "sebelum", "setelah", "sesudah", "sebelum perubahan", "setelah perubahan",
    "sesudah perubahan", "murni", "perubahan", "bertambah berkurang",
}  # fmt: skip


@dataclass(frozen=True)
class HeadingRows:
    """Which rows of a sheet head its columns.

    Attributes:
        top: the first of them, from 0.
        count: how many there are.
    """

    top: int
    count: int = 1

    @property
    def first_data(self) -> int:
        """The row below them, from 0."""
        return self.top + self.count


def read_headings(grid: Grid, rows: HeadingRows) -> list[str]:
    """Return the heading of each column: the words above each other, each once."""
    above = range(rows.top, min(rows.first_data, grid.rows))
    texts = [[grid.text(row, column) for column in range(grid.columns)] for row in above]
    for line, below in pairwise(texts):
        _reach_right(line, below)
    return [_join([line[column] for line in texts]) for column in range(grid.columns)]


def read_title(grid: Grid, rows: HeadingRows) -> str:
    """Return the words above the headings, each line once, however far a merged cell reaches."""
    above = range(min(rows.top, grid.rows))
    texts = (grid.text(row, column) for row in above for column in range(grid.columns))
    return " ".join(text for text in dict.fromkeys(texts) if text)


def can_head(grid: Grid, row: int) -> bool:
    """Tell whether a row can hold headings: several short texts, and hardly a figure."""
    texts = {grid.text(row, column) for column in range(grid.columns)} - {""}
    return len(texts) > 1 and all(len(text) <= _LONGEST for text in texts)


def is_bound(grid: Grid, row: int) -> bool:
    """Tell whether a row cannot be parted from the one above it.

    A merged cell reaches over both, or the row holds only what stands below a heading, such as
    *I, II, III* or *Sebelum, Setelah*.
    """
    if not 0 < row < grid.rows:
        return False
    places = [(row, column) for column in range(grid.columns) if grid.text(row, column)]
    if any(grid.copies.get(place, place)[0] < row for place in places):
        return True
    words = {fold_heading(grid.text(*place)) for place in places}
    return len(words) > 1 and words <= _BELOW_OTHERS


def _reach_right(line: list[str], below: list[str]) -> None:
    """A heading above several others reaches to their right end, even where nothing is merged."""
    for column in range(1, len(line)):
        if not line[column] and below[column] and line[column - 1] and below[column - 1]:
            line[column] = line[column - 1]


def _join(texts: list[str]) -> str:
    found: list[str] = []
    for text in texts:
        if text and (not found or text != found[-1]):
            found.append(text)
    return " ".join(found)
