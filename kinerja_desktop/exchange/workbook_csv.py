"""Read a CSV: one sheet, whose section follows from its headings, its title or the file's name."""

import csv
from collections.abc import Iterator, Mapping
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
    path: Path, content: bytes, sections: Mapping[str, Section], tally: Tally
) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the one sheet under the title of its section.

    Args:
        path: the file; its name may tell the section.
        content: its bytes, in UTF-8, UTF-16 with its mark, or Windows-1252.
        sections: the sections that are looked for, by key.
        tally: counts the cells.

    Returns:
        The sheet, or none and the sentence that tells why.

    Raises:
        DamagedError: it is no text.
        TooLargeError: a limit is passed.
    """
    text = _decode(content)
    fitting: list[tuple[list[list[str]], int, Section]] = []
    for delimiter in _DELIMITERS:
        lines = _parse(text, delimiter, path.name, tally)
        fitting = list(_find_headings(lines, sections))
        if fitting:
            break
    if len(fitting) > 1:
        named = [
            (lines, place, section)
            for lines, place, section in fitting
            if section.title.casefold() in _titles(path, lines, place)
        ]
        fitting = named or fitting
    if not fitting:
        message = (
            "judul kolomnya tidak cocok dengan satu bagian pun: "
            "simpan sebagai CSV satu lembar dari buku kerja program, beserta judul kolomnya"
        )
        return {}, [Problem(message, path.name)]
    if len(fitting) > 1:
        names = " atau ".join(section.title for _, _, section in fitting)
        message = f"isinya dapat berarti {names}: beri berkas nama bagiannya, misalnya"
        return {}, [Problem(f"{message} {fitting[0][2].title}.csv", path.name)]
    lines, place, section = fitting[0]
    by_label = _names(section)
    lines[place] = [by_label.get(_fold(cell), "") for cell in lines[place]]
    survey = Survey(len(lines), max(map(len, lines)))
    check_area(section.title, survey.rows, survey.columns)
    cells: list[list[Any]] = [list(line) for line in lines]
    return {section.title: Sheet(cells, survey)}, []


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


def _parse(text: str, delimiter: str, name: str, tally: Tally) -> list[list[str]]:
    lines = []
    try:
        for row, line in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            if row < SEARCHED_ROWS or any(line):
                for column, cell in enumerate(line):
                    if cell:
                        tally.count_cell(name, row, column, len(cell))
            lines.append(line)
    except csv.Error as error:
        raise DamagedError("CSV") from error
    return lines


def _find_headings(
    lines: list[list[str]], sections: Mapping[str, Section]
) -> Iterator[tuple[list[list[str]], int, Section]]:
    """Find the sections whose columns a row names: all that a row must have, and no strange one.

    The row of names below the row of labels is taken where there is one.
    """
    for section in sections.values():
        names = _names(section)
        needed = {field.name for field in section.fields if field.required} | {*section.kunci}
        explained = {f"({_fold(field.label)})" for field in section.fields}
        places = []
        for place, line in enumerate(lines[:SEARCHED_ROWS]):
            cells = [_fold(cell) for cell in line if cell.strip()]
            found = {names[cell] for cell in cells if cell in names}
            strange = [cell for cell in cells if cell not in names and cell not in explained]
            if found and needed <= found and not strange:
                places.append(place)
        if places:
            yield lines, places[-1], section


def _names(section: Section) -> dict[str, str]:
    """Return each field's name by its label and by itself."""
    return {
        **{_fold(field.label): field.name for field in section.fields},
        **{_fold(field.name): field.name for field in section.fields},
    }


def _titles(path: Path, lines: list[list[str]], place: int) -> set[str]:
    return {_fold(path.stem), *(_fold(cell) for line in lines[:place] for cell in line)}


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
