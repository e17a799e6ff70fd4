"""The headings of a table: one row of them or several, with merged cells."""

from dataclasses import dataclass
from itertools import pairwise

from kinerja_desktop.exchange.workbook_grid import Grid

#: Headings are looked for so far down: above them stand the office's name and the title.
SEARCHED_ROWS = 40
#: So many rows of headings a table may have.
MOST_HEADING_ROWS = 3

_LONGEST = 120


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


def can_head(grid: Grid, row: int) -> bool:
    """Tell whether a row can hold headings: several short texts, and hardly a figure."""
    texts = {grid.text(row, column) for column in range(grid.columns)} - {""}
    return len(texts) > 1 and all(len(text) <= _LONGEST for text in texts)


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
