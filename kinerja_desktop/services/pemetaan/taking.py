"""Take in an office's own table: read, mapped, shown, and only then stored.

What a table says becomes rows of ordinary sections, and these go the way of every workbook
(`services/riwayat/import_planner`): the same checks, locks, preview, backup, and one deed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import CancelledError, KinerjaError, Problem
from kinerja_desktop.exchange.workbook_grid import Grid, read_grids
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.budget_rows import make_budget, make_realisasi_anggaran
from kinerja_desktop.services.pemetaan.figures import ACTUAL_KINDS, describe_left, find_takers
from kinerja_desktop.services.pemetaan.headings import HeadingRows, read_headings
from kinerja_desktop.services.pemetaan.indicator_rows import (
    Convert,
    make_indikator,
    make_realisasi,
    make_rencana_aksi,
    make_target,
)
from kinerja_desktop.services.pemetaan.kinds import KINDS, TableKind
from kinerja_desktop.services.pemetaan.kode import find_jenis
from kinerja_desktop.services.pemetaan.lines import (
    Gathered,
    Line,
    check_columns,
    name_columns,
    read_lines,
)
from kinerja_desktop.services.pemetaan.references import References
from kinerja_desktop.services.riwayat.import_plan import ImportPlan
from kinerja_desktop.services.riwayat.import_planner import Planner

#: Begins what is told of a row that is left out.
LEFT_OUT = "tidak diambil"
ABOVE = (
    "jumlah ini di atas sub kegiatan, dan mungkin menghitung baris lain yang tidak diambil: "
    "betulkan dulu yang lain"
)

_DIGITS = "0123456789"
_CONVERT: Mapping[str, Convert] = {
    "indikator": make_indikator,
    "target_tahunan": make_target,
    "rencana_aksi": make_rencana_aksi,
    "realisasi": make_realisasi,
}


class TableCancelledError(CancelledError):
    """The clerk stopped reading or checking a table, which changes nothing in any case."""

    def __init__(self) -> None:
        super().__init__("Pembacaan tabel dibatalkan.", "Tidak ada data yang berubah.")


@dataclass(frozen=True)
class OwnBook:
    """A workbook of the office's own.

    Attributes:
        path: where it lies.
        grids: its filled sheets, in order; never none.
    """

    path: Path
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Choices:
    """What the clerk chose for a sheet.

    Attributes:
        kind: key of the kind of table.
        rows: which rows are headings.
        columns: number of a column, from 0, to the name of its slot.
        periode: year and triwulan where the table does not tell them.
        cumulative: amounts of a triwulan count from the beginning of the year.
    """

    kind: str
    rows: HeadingRows
    columns: Mapping[int, str]
    periode: Periode
    cumulative: bool = False


@dataclass(frozen=True)
class OwnPlan:
    """What taking in a table would do.

    Attributes:
        plan: as for any workbook.
        skipped: how many rows were passed over, by reason.
        good: the same without the rows in which something is wrong, which stand among its
            problems as warnings; None where nothing is wrong, or nothing would be left.
    """

    plan: ImportPlan
    skipped: Mapping[str, int]
    good: ImportPlan | None = None


def read_own_book(path: Path, progress: Progress = silent, cancelled: Cancelled = never) -> OwnBook:
    """Read a workbook of any layout.

    Args:
        path: the workbook.
        progress: told of sheets and cells.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        TableCancelledError: the clerk does.
        KinerjaError: it is no workbook, is protected, too large, or holds nothing.
    """
    grids = tuple(read_grids(path, stoppable(progress, cancelled, TableCancelledError)))
    if not grids:
        raise KinerjaError(f"{path.name} tidak berisi apa pun.", "Pilih berkas lain.")
    return OwnBook(path, grids)


def plan_own_table(
    office: Office,
    path: Path,
    grid: Grid,
    choices: Choices,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> OwnPlan:
    """Check a table whole and tell what it would change; nothing is changed.

    Args:
        office: the open office.
        path: the file, for telling where something is wrong.
        grid: the sheet.
        choices: what the clerk chose for it.
        progress: told of the rows.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        TableCancelledError: the clerk does.
    """
    advance = stoppable(progress, cancelled, TableCancelledError)
    kind = KINDS[choices.kind]
    gathered = Gathered(path.name, grid.title)
    check_columns(kind, choices.columns, gathered)
    named = name_columns(grid, kind, choices.rows, choices.columns, gathered)
    if gathered.problems:
        return OwnPlan(ImportPlan(path, [], 0, gathered.problems), {})
    lines = read_lines(grid, kind, choices.rows, named, gathered, advance)
    with office.journal.reading() as session:
        raw = _convert(kind, lines, choices, gathered, session)
        plan = _plan_rows(path, grid.title, raw, session, advance)
        if not (plan.lembar or gathered.problems):
            gathered.add(
                "tidak ada baris data di bawah judul: periksa baris judul dan kolom yang dipilih"
            )
        if kind.key not in ACTUAL_KINDS and not (plan.is_sound and not gathered.problems):
            _tell_left(grid, choices, gathered)
        plan = replace(plan, problems=_in_order([*gathered.problems, *plan.problems]))
        good = None if plan.is_sound else plan_good_rows(plan, raw, session, grid.title, advance)
    return OwnPlan(plan, dict(gathered.skipped), good)


def plan_good_rows(
    plan: ImportPlan,
    raw: Mapping[str, list[RawRow]],
    session: Session,
    title: str,
    progress: Progress = silent,
) -> ImportPlan | None:
    """Plan only the rows in which nothing is wrong; None when none would be left.

    A row that refers to one that is left out is left out with it. An amount above the level of
    sub kegiatan is left out too: what was left out below it may be its parts
    (`docs/architecture.md` §4.2).

    Args:
        plan: of all rows, not sound.
        raw: the rows, by section.
        session: reads the office.
        title: name of the sheet.
        progress: told of the rows; what it raises ends the planning.
    """
    problems, wrong = plan.problems, [one for one in plan.problems if not one.is_warning]
    sums = [
        row for key in ("pagu", "realisasi_anggaran") for row in raw.get(key, ()) if _is_sum(row)
    ]
    told = [
        Problem(ABOVE, plan.path.name, title, row.address("mata_anggaran_id"), is_warning=True)
        for row in sums
    ]
    without: set[int] = set()
    while wrong:
        if any(not _row_number(one) for one in wrong):
            return None
        told += wrong
        without |= {_row_number(one) for one in wrong}
        left = {
            key: [row for row in rows if row.number not in without and row not in sums]
            for key, rows in raw.items()
        }
        found = _plan_rows(plan.path, title, left, session, progress)
        problems, wrong = found.problems, [one for one in found.problems if not one.is_warning]
    if not found.rows:
        return None
    kept = [one for one in plan.problems if one.is_warning and _row_number(one) not in without]
    outside = [replace(one, message=f"{LEFT_OUT}: {one.message}", is_warning=True) for one in told]
    everything = [*outside, *(one for one in kept if one not in problems), *problems]
    return replace(found, problems=_in_order(everything))


def _tell_left(grid: Grid, choices: Choices, gathered: Gathered) -> None:
    """Where rows are wrong, the kind of table may be: say what another would take."""
    takers = {column: keys for column, keys in find_takers(grid, choices.rows).items() if keys}
    headings = read_headings(grid, choices.rows)
    if left := describe_left(takers, headings, choices.kind, choices.columns):
        gathered.add(left, is_warning=True)


def _plan_rows(
    path: Path,
    title: str,
    raw: Mapping[str, list[RawRow]],
    session: Session,
    progress: Progress,
) -> ImportPlan:
    planner = Planner(path.name, session)
    for key, rows in raw.items():
        planner.take(SECTIONS[key], rows, progress)
    planner.check_targets()
    problems = _on_sheet(planner.problems, title)
    return ImportPlan(path, planner.rows, planner.unchanged, problems, planner.lembar)


def _is_sum(row: RawRow) -> bool:
    return find_jenis(row.values["mata_anggaran_id"]) is not JenisAnggaran.SUB_KEGIATAN


def _row_number(problem: Problem) -> int:
    """Return the row of a problem; 0 when it concerns the whole sheet."""
    letters = problem.cell.rstrip(_DIGITS)
    return int(problem.cell[len(letters) :] or 0)


def describe_skipped(plan: OwnPlan) -> list[str]:
    """Return the rows that were passed over, a line for each reason."""
    return [f"{count} {reason}" for reason, count in sorted(plan.skipped.items()) if count]


def _convert(
    kind: TableKind, lines: list[Line], choices: Choices, gathered: Gathered, session: Session
) -> dict[str, list[RawRow]]:
    references = References(session)
    if kind.key == "mata_anggaran":
        return make_budget(lines, references, choices.periode, gathered)
    if kind.key == "realisasi_anggaran":
        rows = make_realisasi_anggaran(
            lines, references, choices.periode, gathered, session, cumulative=choices.cumulative
        )
    else:
        rows = _CONVERT[kind.key](lines, references, choices.periode, gathered)
    return {kind.key: rows}


def _on_sheet(problems: Sequence[Problem], title: str) -> list[Problem]:
    """Name the sheet of the office's file where the planner names its own section."""
    sections = {section.title for section in SECTIONS.values()}
    return [
        replace(problem, sheet=title) if problem.sheet in sections else problem
        for problem in problems
    ]


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Sort as people go down the sheet; what concerns all of it comes first."""

    def place(problem: Problem) -> tuple[int, int, str]:
        letters = problem.cell.rstrip(_DIGITS)
        return _row_number(problem), len(letters), letters

    return sorted(problems, key=place)
