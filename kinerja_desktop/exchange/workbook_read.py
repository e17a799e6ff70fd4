"""Read an office's workbook: every cell as found, and everything that is wrong with the file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.workbook_layout import (
    GUIDE_SHEET,
    NAME_ROW,
    VERSION,
    VERSION_LABEL,
    RawRow,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

#: The hidden row is looked for here, in case rows were put in above it.
_SEARCHED_ROWS = 12
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(
    path: Path, sections: Mapping[str, Section]
) -> tuple[dict[str, list[RawRow]], list[Problem]]:
    """Read all sheets of known sections.

    Args:
        path: the workbook.
        sections: the sections that are looked for, by key.

    Returns:
        The rows of each section found, and what is wrong with headings and formulas.

    Raises:
        KinerjaError: the file is no workbook, is protected, or made by a newer program.
    """
    has_formulas = _inspect(path)
    book = _load(path, values=True)
    try:
        _check_version(path, book)
        titles = {title.strip().casefold(): title for title in book.sheetnames}
        rows: dict[str, list[RawRow]] = {}
        problems: list[Problem] = []
        for key, section in sections.items():
            title = titles.get(section.title.casefold())
            if title is None:
                continue
            lines = list(book[title].iter_rows(values_only=True))
            rows[key], found = _read_sheet(path.name, title, section, lines)
            problems += found
    finally:
        book.close()
    if not rows:
        names = ", ".join(section.title for section in list(sections.values())[:4])
        problems.append(
            Problem(
                f"tidak ada lembar yang dikenal: pakai buku kerja dengan lembar {names} …",
                path.name,
            )
        )
    if has_formulas:
        problems += _find_empty_formulas(path, {section.title for section in sections.values()})
    return rows, problems


def _inspect(path: Path) -> bool:
    """Refuse what is no workbook; tell whether there are formulas in it."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
            rest = file.read() if head == _OLE else b""
        if head == _OLE:
            raise _protected(path) if _ENCRYPTED in rest else _old_format(path)
        with ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            return any(re.search(rb"<f[ >/]", archive.read(name)) for name in sheets)
    except (BadZipFile, EOFError, ValueError) as error:
        raise _no_workbook(path) from error
    except OSError as error:
        raise explain_os_error(error, path) from error


def _load(path: Path, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook

    try:
        return load_workbook(path, read_only=True, data_only=values)
    except Exception as error:
        # openpyxl raises whatever its parser met: KeyError, ValueError, SyntaxError, …
        raise _no_workbook(path) from error


def _check_version(path: Path, book: "Workbook") -> None:
    if GUIDE_SHEET not in book.sheetnames:
        return
    for line in book[GUIDE_SHEET].iter_rows(max_col=2, values_only=True):
        version = line[1] if len(line) > 1 else None
        if line and line[0] == VERSION_LABEL and isinstance(version, int) and version > VERSION:
            raise KinerjaError(
                f"{path.name} dibuat oleh versi Kinerja Desktop yang lebih baru.",
                "Pasang versi terbaru program, lalu ulangi.",
            )


def _read_sheet(
    file: str, sheet: str, section: Section, lines: Sequence[tuple[Any, ...]]
) -> tuple[list[RawRow], list[Problem]]:
    names = {field.name for field in section.fields}
    place = _find_name_row(lines, names)
    if place is None:
        message = (
            f"baris {NAME_ROW} yang tersembunyi (nama kolom) hilang atau rusak: "
            "salin datanya ke buku kerja kosong dari program"
        )
        return [], [Problem(message, file, sheet)]
    columns = [str(cell).strip() if cell is not None else "" for cell in lines[place]]
    problems = list(_check_columns(file, sheet, section, columns))
    known = [(column, name) for column, name in enumerate(columns) if name in names]
    letters = {name: _letter(column) for column, name in known}
    rows = []
    for number, line in enumerate(lines[place + 1 :], start=place + 2):
        values = {name: line[column] for column, name in known if column < len(line)}
        if any(cell not in (None, "") for cell in values.values()):
            rows.append(RawRow(number, values, letters))
    return rows, problems


def _find_name_row(lines: Sequence[tuple[Any, ...]], names: set[str]) -> int | None:
    for place, line in enumerate(lines[:_SEARCHED_ROWS]):
        if names & {str(cell).strip() for cell in line if cell is not None}:
            return place
    return None


def _check_columns(
    file: str, sheet: str, section: Section, columns: list[str]
) -> Iterator[Problem]:
    for field in section.fields:
        count = columns.count(field.name)
        if count == 0 and (field.required or field.name in section.kunci):
            yield Problem(
                f"kolom '{field.label}' hilang: tambahkan kembali dari buku kerja kosong",
                file,
                sheet,
            )
        if count > 1:
            yield Problem(f"kolom '{field.label}' ada {count}: sisakan satu", file, sheet)


def _find_empty_formulas(path: Path, titles: set[str]) -> list[Problem]:
    """Name formulas without a stored result: Excel never computed them."""
    values, formulas = _load(path, values=True), _load(path, values=False)
    try:
        return [
            Problem(
                "rumus di sel ini belum pernah dihitung: "
                "buka dan simpan di Excel, atau ketik angkanya",
                path.name, title, f"{_letter(column)}{number}",
            )
            for title in formulas.sheetnames
            if title in titles
            for number, (written, shown) in enumerate(
                zip(
                    formulas[title].iter_rows(values_only=True),
                    values[title].iter_rows(values_only=True),
                    strict=True,
                ),
                start=1,
            )
            for column, (formula, value) in enumerate(zip(written, shown, strict=True))
            if isinstance(formula, str) and formula.startswith("=") and value is None
        ]  # fmt: skip
    finally:
        values.close()
        formulas.close()


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column + 1)


def _no_workbook(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} bukan buku kerja Excel (.xlsx), atau rusak.",
        "Pilih berkas lain, atau simpan ulang sebagai .xlsx di Excel.",
    )


def _old_format(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} berformat Excel lama (.xls).", "Simpan sebagai .xlsx di Excel, lalu ulangi."
    )


def _protected(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} dilindungi kata sandi.",
        "Hapus kata sandinya di Excel (Simpan sebagai, tanpa sandi), lalu ulangi.",
    )
