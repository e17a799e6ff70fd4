"""How a section lies on a worksheet, for writing and for reading.

Row 1 the title, row 2 what to do, row 3 the headings for people, row 4 (hidden) the names of the
fields, from row 5 the data. Columns without a name in row 4 are for people only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1
TITLE_ROW, HELP_ROW, HEADING_ROW, NAME_ROW, FIRST_ROW = 1, 2, 3, 4, 5

#: The hidden row is looked for here, in case rows were put in above it.
SEARCHED_ROWS = 12

GUIDE_SHEET = "Petunjuk"
#: Hidden; holds the choices that do not fit into a cell's own list. Nothing is read from it.
CHOICES_SHEET = "Pilihan"
VERSION_LABEL = "Versi buku kerja"

#: Finds the words beside a reference: (section, key text) to a description for people.
Explain = Callable[[str, str], str]


@dataclass(frozen=True)
class RawRow:
    """One line of a worksheet as it was found.

    Attributes:
        number: its row number.
        values: field name to the cell's value.
        letters: field name to the letter of its column; one mapping for the whole sheet.
    """

    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str]

    def address(self, name: str) -> str:
        """Return the address of a field's cell, or the row where the sheet has no such column."""
        letter = self.letters.get(name)
        return f"{letter}{self.number}" if letter else f"baris {self.number}"
