"""Read an office's workbook: every cell as found, and everything that is wrong with the file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.workbook_cells import Sheet
from kinerja_desktop.exchange.workbook_faults import UNCOMPUTED, column_letter, describe_fault
from kinerja_desktop.exchange.workbook_file import open_sheets
from kinerja_desktop.exchange.workbook_layout import (
    CHOICES_SHEET,
    GUIDE_SHEET,
    NAME_ROW,
    SEARCHED_ROWS,
    VERSION,
    VERSION_LABEL,
    RawRow,
)
from kinerja_desktop.progress import Progress, silent

_DIGITS = "0123456789"


def read_workbook(
    path: Path, sections: Mapping[str, Section], progress: Progress = silent
) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    """Read all sheets of known sections.

    Args:
        path: the workbook: .xlsx, .xls, .xlsb, .ods, or one sheet as .csv.
        sections: the sections that are looked for, by key.
        progress: told of sheets and cells; what it raises ends the reading.

    Returns:
        The rows of each section found, and what is wrong with headings, formulas and cells;
        sheets that are not known are warned about.

    Raises:
        KinerjaError: the file is no workbook, is protected, made by a newer program, or larger
            than an office's workbook can be.
    """
    known = {section.title.casefold() for section in sections.values()}
    sheets, problems, rest = open_sheets(
        path,
        sections,
        lambda title: title == GUIDE_SHEET or _fold(title) in known,
        progress=progress,
    )
    check_version(path, sheets.pop(GUIDE_SHEET, None))
    rows: dict[str, list[RawRow]] = {}
    late: list[Problem] = []
    for key, section in sections.items():
        titles = [title for title in sheets if _fold(title) == section.title.casefold()]
        if not titles:
            continue
        if len(titles) > 1:
            message = f"lembar {section.title} ada {len(titles)}: sisakan satu"
            problems.append(Problem(message, path.name, section.title))
        place = _Place(path.name, titles[-1])
        rows[key] = []
        rows[key], found = _read_sheet(place, section, sheets[titles[-1]])
        problems += found
        late += _name_uncomputed(place, sheets[titles[-1]])
    if not rows and not problems:
        names = ", ".join(section.title for section in list(sections.values())[:4])
        message = f"tidak ada lembar yang dikenal: pakai buku kerja dengan lembar {names} …"
        return rows, [Problem(message, path.name)]
    message = "lembar ini tidak dikenal, isinya tidak dibaca"
    skipped = [
        Problem(message, path.name, title, is_warning=True)
        for title in rest
        if title != CHOICES_SHEET
    ]
    return rows, [*problems, *late, *skipped]


def in_reading_order(problems: Iterable[Problem], sections: Mapping[str, Section]) -> list[Problem]:
    """Sort what is wrong as people go through a workbook: sheets, rows, columns.

    Args:
        problems: whoever found them.
        sections: the sections in the order of the sheets.
    """
    sheets = [section.title.casefold() for section in sections.values()]
    order = {title: place for place, title in enumerate(sheets)}

    def place(problem: Problem) -> tuple[int, int, int, str]:
        letters = problem.cell.rstrip(_DIGITS)
        row = problem.cell[len(letters) :] or "0"
        sheet = order.get(_fold(problem.sheet), len(order) if problem.sheet else -1)
        return sheet, int(row), len(letters), letters

    return sorted(problems, key=place)


class _Place:
    """Where in the file something is wrong."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file = file
        self._sheet = sheet

    def problem(self, message: str, cell: str = "", *, is_warning: bool = False) -> Problem:
        """Return what is wrong on this sheet."""
        return Problem(message, self._file, self._sheet, cell, is_warning)


def _fold(title: str) -> str:
    return title.strip().casefold()


def check_version(path: Path, guide: Sheet | None) -> None:
    """Refuse a workbook that a newer program wrote.

    Args:
        path: the file.
        guide: its sheet that tells the version; None where there is none.

    Raises:
        KinerjaError: it is newer.
    """
    lines = guide.lines if guide else []
    for line in lines:
        version = line[1] if len(line) > 1 else None
        if (
            line
            and line[0] == VERSION_LABEL
            and isinstance(version, int | float)
            and version > VERSION
        ):
            raise KinerjaError(
                f"{path.name} dibuat oleh versi Kinerja Desktop yang lebih baru.",
                "Pasang versi terbaru program, lalu ulangi.",
            )


def _read_sheet(
    place: _Place, section: Section, sheet: Sheet
) -> tuple[list[RawRow], list[Problem]]:
    fields = {field.name: field for field in section.fields}
    head = _find_name_row(sheet, set(fields))
    if head is None:
        message = (
            f"baris {NAME_ROW} yang tersembunyi (nama kolom) hilang atau rusak: "
            "salin datanya ke buku kerja kosong dari program"
        )
        return [], [place.problem(message)]
    columns = [str(cell).strip() if cell is not None else "" for cell in sheet.row(head)]
    problems = list(_check_columns(place, section, columns))
    known = [(column, fields[name]) for column, name in enumerate(columns) if name in fields]
    letters = {field.name: column_letter(column) for column, field in known}
    others = set(range(sheet.survey.columns)) - {column for column, _ in known}
    problems += _name_unread_columns(place, sheet, head, others)
    rows = []
    for row in range(head + 1, sheet.survey.rows):
        values: dict[str, Any] = {}
        is_filled = False
        for (column, field), value in zip(known, sheet.values(row, known), strict=True):
            if fault := describe_fault(field, value):
                problems.append(place.problem(fault, f"{column_letter(column)}{row + 1}"))
                continue
            values[field.name] = value
            is_filled = is_filled or value is not None
        if is_filled:
            rows.append(RawRow(row + 1, values, letters))
        elif noted := [column for column in others if sheet.raw(row, column) is not None]:
            message = "baris ini hanya berisi keterangan, jadi tidak dibaca: isi kolom yang lain"
            cell = f"{column_letter(min(noted))}{row + 1}"
            problems.append(place.problem(message, cell, is_warning=True))
    return rows, problems


def _name_unread_columns(
    place: _Place, sheet: Sheet, head: int, others: set[int]
) -> Iterator[Problem]:
    """Name the filled columns that the program does not know; those in brackets only explain."""
    for column in sorted(others):
        name = sheet.raw(head, column)
        heading = sheet.raw(head - 1, column) if head else None
        if name is None and str(heading or "").startswith("("):
            continue
        if any(sheet.raw(row, column) is not None for row in range(head + 1, sheet.survey.rows)):
            called = str(name or heading or "").strip()
            known_as = f"'{called}'" if called else "tanpa judul ini"
            message = f"kolom {known_as} tidak dikenal, isinya tidak dibaca"
            yield place.problem(message, f"{column_letter(column)}{head + 1}", is_warning=True)


def _find_name_row(sheet: Sheet, names: set[str]) -> int | None:
    for row in range(min(SEARCHED_ROWS, sheet.survey.rows)):
        if names & {str(cell).strip() for cell in sheet.row(row) if cell is not None}:
            return row
    return None


def _check_columns(place: _Place, section: Section, columns: list[str]) -> Iterator[Problem]:
    for field in section.fields:
        count = columns.count(field.name)
        if count == 0 and (field.required or field.name in section.kunci):
            yield place.problem(
                f"kolom '{field.label}' hilang: tambahkan kembali dari buku kerja kosong"
            )
        if count > 1:
            yield place.problem(f"kolom '{field.label}' ada {count}: sisakan satu")


def _name_uncomputed(place: _Place, sheet: Sheet) -> Iterator[Problem]:
    """Name formulas without a stored result: Excel never computed them."""
    for row, column in sheet.survey.uncomputed:
        yield place.problem(UNCOMPUTED, f"{column_letter(column)}{row + 1}")
