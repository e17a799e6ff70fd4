"""The rows of a mapped table: what stands in each, what is wrong, and what is passed over."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.sections.fields import Kind
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.workbook_faults import UNCOMPUTED, column_letter, describe_fault
from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.progress import Progress, silent, tell_through
from kinerja_desktop.services.pemetaan.headings import HeadingRows, read_headings
from kinerja_desktop.services.pemetaan.kinds import TableKind
from kinerja_desktop.services.pemetaan.words import find_year, fold

KOSONG = "baris kosong"
TANPA_ISI = "baris tanpa isi pada kolom yang dipilih"
NOMOR = "baris nomor kolom"
JUDUL = "judul yang terulang"
LANJUTAN = "lanjutan sel gabungan"
JUMLAH = "baris jumlah"

#: Parts the name of a slot from the year of its column.
_OF_YEAR = "@"
_DASHES = " \t\n\u00a0.-\u2010\u2011\u2012\u2013\u2014\u2212_"
_IN_BRACKETS = re.compile(r"\s*(?:Rp\.?\s*)?\(\s*(?:Rp\.?\s*)?(\d[\d.,]*)\s*\)\s*", re.IGNORECASE)
#: Below the headings forms number their columns.
NUMBERED_ROWS = 2
#: Of so many rows one is told.
_TOLD = 50
_FEWEST_NUMBERED, _MOST_NUMBERED = 3, 60


@dataclass(frozen=True)
class Line:
    """A row of the table.

    Attributes:
        number: its row number in the sheet.
        values: slot to what stands in it; blank cells are left out.
        letters: slot to the letter of its column.
        texts: every text of the row, also in columns that mean nothing.
    """

    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str]
    texts: tuple[str, ...] = ()

    def text(self, slot: str) -> str:
        """Return what stands in a slot as text; empty for nothing."""
        value = self.values.get(slot)
        return "" if value is None else str(value).strip()

    def by_year(self, slot: str) -> Iterator[tuple[str, int]]:
        """Go through the columns of a slot that has one for each year: name and year."""
        for name in self.values:
            base, _, year = name.partition(_OF_YEAR)
            if base == slot and year:
                yield name, int(year)

    def to_raw(self, values: Mapping[str, Any], **slots: str) -> RawRow:
        """Return a row of a section.

        Args:
            values: field to value.
            slots: field to the slot that it comes from, where that has another name.
        """
        letters = {}
        for name in values:
            letter = self.letters.get(slots.get(name, name))
            if letter:
                letters[name] = letter
        return RawRow(self.number, values, letters)


@dataclass
class Gathered:
    """What is said of a table beside its rows.

    Attributes:
        file: name of the file.
        sheet: name of the sheet.
        problems: what is wrong.
        skipped: how many rows were passed over, by reason.
    """

    file: str
    sheet: str
    problems: list[Problem] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def complain(self, line: Line, slot: str, message: str, *, is_warning: bool = False) -> None:
        """Say what is wrong with a cell, or with a row that has no such column."""
        letter = line.letters.get(slot)
        cell = f"{letter}{line.number}" if letter else f"baris {line.number}"
        self.add(message, cell, is_warning=is_warning)

    def add(self, message: str, cell: str = "", *, is_warning: bool = False) -> None:
        """Say what is wrong with the sheet or a place on it."""
        self.problems.append(Problem(message, self.file, self.sheet, cell, is_warning))


def check_columns(kind: TableKind, columns: Mapping[int, str], gathered: Gathered) -> None:
    """Say what no row can be read without: a column not chosen, or chosen twice."""
    chosen = Counter(columns.values())
    for name, count in chosen.items():
        if count > 1 and not kind.slots[name].per_year:
            letters = ", ".join(column_letter(c) for c, slot in columns.items() if slot == name)
            gathered.add(
                f"kolom {letters} sama-sama dipakai untuk '{kind.label(name)}': pilih satu saja"
            )
    for group in kind.needed:
        if not chosen.keys() & set(group):
            wanted = " atau ".join(f"'{kind.label(name)}'" for name in group[:2])
            gathered.add(f"kolom untuk {wanted} belum dipilih: pilih di daftar Kolom → Isian")


def name_columns(
    grid: Grid,
    kind: TableKind,
    rows: HeadingRows,
    columns: Mapping[int, str],
    gathered: Gathered,
) -> dict[int, str]:
    """Return the slot of each column; one for several years gets the year of its heading."""
    headings = read_headings(grid, rows)
    named: dict[int, str] = {}
    years: dict[str, int] = {}
    for column, slot in columns.items():
        year = find_year(headings[column]) if kind.slots[slot].per_year else None
        name = slot if year is None else f"{slot}{_OF_YEAR}{year}"
        if name in years and kind.slots[slot].per_year:
            pair = f"{column_letter(years[name])} dan {column_letter(column)}"
            of_year = f" tahun {year}" if year else " tanpa tahun di judulnya"
            gathered.add(
                f"kolom {pair} sama-sama '{kind.label(slot)}'{of_year}: pilih satu, atau tulis "
                "tahunnya di judul kolom"
            )
        years[name] = column
        named[column] = name
    return named


def read_lines(
    grid: Grid,
    kind: TableKind,
    rows: HeadingRows,
    named: Mapping[int, str],
    gathered: Gathered,
    progress: Progress = silent,
) -> list[Line]:
    """Read the rows below the headings; what is no row of data is counted as passed over.

    `progress` is told of the rows, and what it raises ends the reading.
    """
    letters = {name: column_letter(column) for column, name in named.items()}
    heading = {column: fold(grid.text(rows.first_data - 1, column)) for column in named}
    reader = _Reader(grid, kind, named, letters, gathered)
    lines = []
    below = range(rows.first_data, grid.rows)
    for row in tell_through(below, progress, "Membaca baris…", _TOLD):
        texts = {column: grid.text(row, column) for column in range(grid.columns)}
        filled = {column: text for column, text in texts.items() if text}
        mapped = [column for column in named if column in filled]
        uncomputed = [column for column in named if (row, column) in reader.uncomputed]
        for column in uncomputed:
            gathered.add(UNCOMPUTED, f"{column_letter(column)}{row + 1}")
        reason = ""
        if not filled and not uncomputed:
            reason = KOSONG
        elif not mapped:
            reason = TANPA_ISI
        elif row - rows.first_data < NUMBERED_ROWS and is_numbering(filled.values()):
            reason = NOMOR
        elif all(fold(filled[column]) == heading[column] for column in mapped):
            reason = JUDUL
        elif all(reader.continues(row, column) for column in mapped):
            reason = LANJUTAN
        if reason:
            gathered.skipped[reason] += not uncomputed
            continue
        lines.append(reader.read(row, tuple(filled.values())))
    return lines


class _Reader:
    """Reads the cells of one row after the other."""

    def __init__(
        self,
        grid: Grid,
        kind: TableKind,
        named: Mapping[int, str],
        letters: Mapping[str, str],
        gathered: Gathered,
    ) -> None:
        self._grid = grid
        self._kind = kind
        self._named = named
        self._letters = letters
        self._gathered = gathered
        self.uncomputed = frozenset(grid.sheet.survey.uncomputed)

    def continues(self, row: int, column: int) -> bool:
        """Tell whether a cell repeats a merged one that begins further up."""
        begin = self._grid.copies.get((row, column))
        return begin is not None and begin[0] < row

    def read(self, row: int, texts: tuple[str, ...]) -> Line:
        values = {}
        for column, name in self._named.items():
            slot = self._kind.slots[name.partition(_OF_YEAR)[0]]
            value = _read_brackets(self._grid.value(row, column, slot.field), slot.field.kind)
            cell = f"{column_letter(column)}{row + 1}"
            if fault := describe_fault(slot.field, value):
                self._gathered.add(fault, cell)
            elif _is_blank(value, slot.field.kind):
                continue
            elif slot.field.kind is Kind.RUPIAH and self.continues(row, column):
                self._gathered.add(
                    f"{slot.label}: jumlah di sel gabungan berlaku untuk beberapa baris: pecah "
                    "selnya di Excel dan tulis jumlah tiap baris",
                    cell,
                )
            else:
                values[name] = value
        return Line(row + 1, values, self._letters, texts)


def _is_blank(value: Any, kind: Kind) -> bool:
    """A lone dash says that there is nothing; so does any sign in a cell for figures."""
    if isinstance(value, str):
        return not value.strip(_DASHES) or (kind.is_number and not says_something(value))
    return value is None


def _read_brackets(value: Any, kind: Kind) -> Any:
    """Accountants write what is below nought in brackets: ``(5.000.000)``."""
    if kind is not Kind.RUPIAH or not isinstance(value, str):
        return value
    match = _IN_BRACKETS.fullmatch(value)
    return f"-{match[1]}" if match else value


def is_numbering(texts: Collection[str]) -> bool:
    """Tell whether a whole row only numbers the columns: ``1 2 3`` or ``(1) (2) (5=4/3)``."""
    signs = [text.strip("() ").split("=")[0].strip() for text in texts]
    if len(signs) < _FEWEST_NUMBERED or not all(sign.isdecimal() for sign in signs):
        return False
    numbers = [int(sign) for sign in signs]
    return len(set(numbers)) == len(numbers) and max(numbers) <= _MOST_NUMBERED
