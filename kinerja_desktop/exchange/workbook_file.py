"""Open a workbook of any format that offices use, within the limits."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zipfile import BadZipFile

from kinerja_desktop.disk import require_file
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange import workbook_csv, workbook_ods, workbook_ole, workbook_xls
from kinerja_desktop.exchange.workbook_cells import Place, Sheet, Survey
from kinerja_desktop.exchange.workbook_parts import (
    MOST_AREA,
    MOST_CSV_BYTES,
    DamagedError,
    Parts,
    Tally,
    TooLargeError,
    check_area,
    check_size,
)
from kinerja_desktop.exchange.workbook_relations import ROOT_RELATIONS, find_book
from kinerja_desktop.exchange.workbook_xlsb import survey_xlsb
from kinerja_desktop.exchange.workbook_xlsx import survey_xlsx
from kinerja_desktop.progress import Progress, silent, tell_through

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Result = TypeVar("Result")

_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_sheets(
    path: Path,
    sections: Mapping[str, Section] | None,
    wanted: Callable[[str], bool],
    *,
    with_merged: bool = False,
    progress: Progress = silent,
) -> tuple[dict[str, Sheet], list[Problem], list[str]]:
    """Read the sheets of a workbook.

    Args:
        path: an .xlsx, .xls, .xlsb, .ods or .csv; its beginning tells which, not its name.
        sections: the sections that are looked for, by key; a CSV is one of them. None for a table
            of any layout: then merged cells are told as well.
        wanted: tells from its title whether a sheet is read.
        with_merged: whether merged cells are told although sections are looked for.
        progress: told of sheets and cells; what it raises ends the reading.

    Returns:
        The sheets by title; what is wrong with a CSV; the titles of other sheets that are filled.

    Raises:
        KinerjaError: the file is no workbook, is protected, or larger than an office's can be.
    """
    try:
        require_file(path)
        check_size(path)
        with path.open("rb") as file:
            head = file.read(8)
        if head.startswith(_ZIP):
            surveys, content = _survey_zip(path, progress)
        elif head == workbook_ole.MAGIC:
            surveys, content = _survey_ole(path, progress)
        elif path.suffix.casefold() in workbook_csv.SUFFIXES:
            check_size(path, MOST_CSV_BYTES)
            if sections is None:
                return {path.stem: workbook_csv.read_any_csv(path, path.read_bytes())}, [], []
            sheets, problems = workbook_csv.read_csv(path, path.read_bytes(), sections)
            return sheets, problems, []
        else:
            raise _no_workbook(path)
        titles = [title for title in surveys if wanted(title)]
        for title in titles:
            check_area(title, surveys[title].rows, surveys[title].columns)
        found = _read_sheets(
            content, titles, surveys, progress, with_merged=with_merged or sections is None
        )
    except TooLargeError as error:
        raise KinerjaError(f"{path.name} tidak dibaca: {error.what}.", error.remedy) from error
    except (DamagedError, BadZipFile, EOFError) as error:
        raise _no_workbook(path) from error
    except OSError as error:
        raise explain_os_error(error, path) from error
    rest = [title for title, survey in surveys.items() if survey.rows and not wanted(title)]
    return found, [], rest


def _survey_zip(path: Path, progress: Progress) -> tuple[dict[str, Survey], BytesIO]:
    tally = Tally(progress)
    with Parts(path) as parts:
        if ROOT_RELATIONS in parts:
            book, relations = find_book(parts, tally)
            survey = survey_xlsb if book.casefold().endswith(".bin") else survey_xlsx
            surveys = survey(parts, book, relations, tally)
        elif workbook_ods.is_protected(parts, tally):
            raise _protected(path)
        else:
            surveys = workbook_ods.survey_ods(parts, tally)
        return surveys, parts.repack()


def _survey_ole(path: Path, progress: Progress) -> tuple[dict[str, Survey], BytesIO]:
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise _protected(path)
    try:
        surveys, content = workbook_xls.survey_xls(content, Tally(progress))
    except workbook_xls.ProtectedError as error:
        raise _protected(path) from error
    return surveys, BytesIO(content)


def _read_sheets(
    content: BytesIO,
    titles: list[str],
    surveys: Mapping[str, Survey],
    progress: Progress,
    *,
    with_merged: bool,
) -> dict[str, Sheet]:
    book = _call(lambda: _load(content))
    sheets = {}
    for title in tell_through(titles, progress, "Membaca lembar…"):
        lines = _call(partial(_read_lines, book, title))
        if with_merged:
            surveys[title].merged += _call(partial(_read_merged, book, title))
            _check_merged(title, surveys[title])
        wanted = surveys[title].filled
        if wanted is not None and wanted != sum(len(line) - line.count("") for line in lines):
            # Better no figure than one that the two readings do not share.
            raise DamagedError(title)
        sheets[title] = Sheet(lines, surveys[title])
    return sheets


def _read_lines(book: "CalamineWorkbook", title: str) -> list[list[Any]]:
    lines: list[list[Any]] = list(book.get_sheet_by_name(title).to_python(skip_empty_area=False))
    return lines


def _read_merged(book: "CalamineWorkbook", title: str) -> list[tuple[Place, Place]]:
    """Return the merged cells; calamine knows none of an .ods, whose survey found them."""
    return list(book.get_sheet_by_name(title).merged_cell_ranges or ())


def _check_merged(title: str, survey: Survey) -> None:
    """Refuse merged cells that cover, one over the other, more than a sheet may have."""
    area = 0
    for (top, left), (bottom, right) in survey.merged:
        height = min(bottom + 1, survey.rows) - top
        width = min(right + 1, survey.columns) - left
        area += max(height, 0) * max(width, 0)
        if area > MOST_AREA:
            raise TooLargeError(
                f"lembar {title} berisi terlalu banyak sel gabungan",
                "Pecah sel gabungannya (Unmerge Cells) di Excel, simpan, lalu ulangi.",
            )


def _load(content: BytesIO) -> "CalamineWorkbook":
    from python_calamine import load_workbook

    return load_workbook(content)


def _call(work: Callable[[], Result]) -> Result:
    from python_calamine import CalamineError

    try:
        return work()
    except (CalamineError, ValueError, OSError) as error:
        raise DamagedError("calamine") from error
    except BaseException as error:
        # A panic of Rust; its class derives from BaseException and has no importable name.
        if type(error).__name__ == "PanicException":
            raise DamagedError("calamine") from error
        raise


def _no_workbook(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} bukan buku kerja Excel (.xlsx), atau rusak.",
        "Pilih berkas lain, atau simpan ulang sebagai .xlsx di Excel.",
    )


def _protected(path: Path) -> KinerjaError:
    return KinerjaError(
        f"{path.name} dilindungi kata sandi.",
        "Hapus kata sandinya di Excel (Simpan sebagai, tanpa sandi), lalu ulangi.",
    )
