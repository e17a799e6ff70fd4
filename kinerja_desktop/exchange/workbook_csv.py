"""Read a CSV: one sheet, whose section follows from its headings, its title or the file's name."""

import csv
from collections import Counter
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.workbook_cells import Sheet, Survey
from kinerja_desktop.exchange.workbook_layout import SEARCHED_ROWS
from kinerja_desktop.exchange.workbook_parts import DamagedError, Tally, check_area

SUFFIXES = (".csv", ".tsv", ".txt")

_DELIMITERS = ";,\t"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read_csv(
    path: Path, content: bytes, sections: Mapping[str, Section]
) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the one sheet under the title of its section.

    Args:
        path: the file; its name may tell the section.
        content: its bytes, in UTF-8, UTF-16 with its mark, or Windows-1252.
        sections: the sections that are looked for, by key.

    Returns:
        The sheet, or none and the sentence that tells why.

    Raises:
        DamagedError: it is no text.
        TooLargeError: a limit is passed.
    """
    text = _decode(content)
    fitting: list[tuple[int, Section]] = []
    lines: list[list[str]] = []
    for delimiter in _DELIMITERS:
        lines = _parse(text, delimiter, path.name)
        fitting = _find_sections(lines, path.stem, sections)
        if fitting:
            break
    if not fitting:
        message = (
            "judul kolomnya tidak cocok dengan satu bagian pun: "
            "simpan sebagai CSV satu lembar dari buku kerja program, beserta judul kolomnya"
        )
        return {}, [Problem(message, path.name)]
    place, section = fitting[0]
    if len(fitting) > 1:
        names = " atau ".join(section.title for _, section in fitting)
        message = (
            f"isinya dapat berarti {names}: "
            f"beri berkas nama bagiannya, misalnya {section.title}.csv"
        )
        return {}, [Problem(message, path.name)]
    by_label = _names(section)
    lines[place] = [by_label.get(_fold(cell), "") for cell in lines[place]]
    survey = Survey(len(lines), max(map(len, lines)))
    check_area(section.title, survey.rows, survey.columns)
    cells: list[list[Any]] = [list(line) for line in lines]
    return {section.title: Sheet(cells, survey)}, []


def read_any_csv(path: Path, content: bytes) -> Sheet:
    """Return a table of any layout; what parts its cells is what gives the fullest table.

    Args:
        path: the file.
        content: its bytes, in UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises:
        DamagedError: it is no text.
        TooLargeError: a limit is passed.
    """
    text = _decode(content)
    lines = max((_parse(text, sign, path.name) for sign in _DELIMITERS), key=_fullness)
    survey = Survey(len(lines), max(map(len, lines), default=0))
    check_area(path.stem, survey.rows, survey.columns)
    cells: list[list[Any]] = [list(line) for line in lines]
    return Sheet(cells, survey)


def _fullness(lines: list[list[str]]) -> int:
    """Weigh how much a file looks like a table: cells in lines of the same width."""
    widths = Counter(len(line) for line in lines if len(line) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def _decode(content: bytes) -> str:
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    for name in (encoding, "cp1252"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DamagedError("no text")


def _parse(text: str, delimiter: str, name: str) -> list[list[str]]:
    lines: list[list[str]] = []
    tally = Tally()
    try:
        for row, line in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            if not any(line):
                continue
            while line and not line[-1]:
                line.pop()
            for column, cell in enumerate(line):
                if cell:
                    tally.count_cell(name, row, column, len(cell))
            lines += [[] for _ in range(row - len(lines))]
            lines.append(line)
    except csv.Error as error:
        raise DamagedError("CSV") from error
    return lines


def _find_sections(
    lines: list[list[str]], stem: str, sections: Mapping[str, Section]
) -> list[tuple[int, Section]]:
    """Return the sections that it can be, each with the place of its headings.

    What a title above the headings says is so, then what the file's name says, even where a
    column is missing; without either the headings must be all that a section needs.
    """
    lonely = {_fold(line[0]) for line in lines[:SEARCHED_ROWS] if len(line) == 1}
    for titles in (lonely, {_fold(stem)}):
        named = [section for section in sections.values() if _fold(section.title) in titles]
        found = [fit for section in named for fit in _find_headings(lines, section)]
        if found:
            return found
    return [
        (place, section)
        for section in sections.values()
        for place, _ in _find_headings(lines, section, complete=True)
    ]


def _find_headings(
    lines: list[list[str]], section: Section, *, complete: bool = False
) -> list[tuple[int, Section]]:
    """Return the row that names columns of the section and nothing else, if there is one.

    The row of names below the row of labels is taken where there is one.
    """
    names = _names(section)
    needed = {field.name for field in section.fields if field.required} | {*section.kunci}
    explained = {f"({_fold(field.label)})" for field in section.fields}
    places = []
    for place, line in enumerate(lines[:SEARCHED_ROWS]):
        cells = {_fold(cell) for cell in line} - {""} - explained
        found = {names[cell] for cell in cells if cell in names}
        known = cells <= names.keys() and (needed <= found if complete else len(found) > 1)
        if found and known:
            places.append(place)
    return [(place, section) for place in places[-1:]]


def _names(section: Section) -> dict[str, str]:
    """Return each field's name by its label and by itself."""
    return {
        **{_fold(field.label): field.name for field in section.fields},
        **{_fold(field.name): field.name for field in section.fields},
    }


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
