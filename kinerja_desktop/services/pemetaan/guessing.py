"""Which kind of table a sheet seems to be: told by its headings, its title and its figures."""

from collections.abc import Iterable, Mapping, Sequence

from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.progress import Progress, silent, tell_through
from kinerja_desktop.services.pemetaan.figures import ACTUAL_KINDS, list_figures
from kinerja_desktop.services.pemetaan.headings import HeadingRows, read_headings, read_title
from kinerja_desktop.services.pemetaan.kinds import KINDS, TW, TableKind
from kinerja_desktop.services.pemetaan.kode import find_jenis
from kinerja_desktop.services.pemetaan.proposing import Proposal, is_whole, propose
from kinerja_desktop.services.pemetaan.words import (
    YEAR,
    find_year,
    fold,
    fold_heading,
    has_phrase,
)

#: How well a kind fits: it holds what was reached, its words, how much it asks for, it is present.
Weight = tuple[bool, float, int, bool]

#: Slots for what was reached.
_VALUES = ("nilai", "jumlah", *TW)
_INDIKATOR_WORDS = ("indikator", "iku", "ikk", "sasaran")
_BUDGET_WORDS = ("pagu", "rekening", "anggaran", "dpa", "dppa")
_MONEY = ("anggaran", "keuangan", "belanja")
#: So many rows below the headings tell what kind of kode a table has.
_LOOKED_AT = 20


def propose_kind(grid: Grid, present: TableKind) -> TableKind:
    """Return which kind of table a sheet seems to be; the present one when nothing fits better.

    A table with figures names its indicators too: so what asks for more columns comes first, and
    before all a table of what was reached, which names the targets too.
    """
    return _find_best(grid, present)[1]


def propose_sheet(grids: Sequence[Grid], kind: TableKind) -> int:
    """Return the place of the sheet whose headings fit a kind best; 0 when none does."""
    scores = [found.score if (found := propose(grid, kind)) else 0 for grid in grids]
    return scores.index(max(scores))


def propose_table(
    grids: Sequence[Grid],
    present: TableKind,
    progress: Progress = silent,
    *,
    is_chosen: bool,
) -> tuple[int, TableKind]:
    """Return the place of the sheet that is most likely a table, and which kind it seems to be.

    Args:
        grids: the sheets of a workbook.
        present: the kind that is shown now.
        progress: told of the sheets; what it raises ends the search.
        is_chosen: the clerk chose it, and it stays where a sheet fits it: offices take in one
            file after the other. But what asks for one column alone fits nearly any table.
    """
    if is_chosen and len(present.needed) > 1:
        sheet = propose_sheet(grids, present)
        found = propose(grids[sheet], present)
        if found is not None and is_whole(present, found.columns):
            return sheet, present
    through = tell_through(grids, progress, "Mencari tabel…")
    best = [_find_best(grid, present) for grid in through]
    sheet = max(range(len(best)), key=lambda place: best[place][0])
    return sheet, best[sheet][1]


def _find_best(grid: Grid, present: TableKind) -> tuple[Weight, TableKind]:
    weights = {key: _weigh(grid, kind, present) for key, kind in KINDS.items()}
    key = max(weights, key=lambda key: weights[key])
    return weights[key], KINDS[key]


def _weigh(grid: Grid, kind: TableKind, present: TableKind) -> Weight:
    found = propose(grid, kind)
    is_present = kind is present
    if found is None or not is_whole(kind, found.columns):
        return False, 0, 0, is_present
    is_budget = _is_budget(grid, found.rows)
    if is_budget and not kind.is_budget:
        return False, 0, 0, is_present
    asked = len(kind.needed)
    stays = is_present and asked > 1
    actual = kind.key in ACTUAL_KINDS and is_budget == kind.is_budget
    return actual and _is_actual(grid, kind, found), found.score + asked + stays, asked, stays


def _is_actual(grid: Grid, kind: TableKind, found: Proposal) -> bool:
    """Tell whether a table holds what was reached: its title says so, or its figures do.

    A budget's table has a column *Realisasi* beside its pagu as well: there the title decides.
    """
    texts = read_headings(grid, found.rows)
    values = {column: slot for column, slot in found.columns.items() if slot in _VALUES}
    if _is_plan(texts, values):
        return False
    if _is_title(f"{grid.title} {read_title(grid, found.rows)}", is_budget=kind.is_budget):
        return True
    said = {c for c in values if {"realisasi", "capaian"} & {*fold(texts[c]).split()}}
    return not kind.is_budget and bool(said & {*list_figures(grid, found.rows)})


def _is_title(text: str, *, is_budget: bool) -> bool:
    """Tell whether a title is one of a table of what was reached."""
    words = {*fold(text).split()}
    if is_budget:
        return "realisasi" in words
    if words & {*_MONEY} and "kinerja" not in words:
        return False
    is_planned = words & {"target", "rencana", "perjanjian"}
    return bool(words & {"pengukuran", "realisasi"}) or ("capaian" in words and not is_planned)


def _is_plan(texts: Sequence[str], values: Mapping[int, str]) -> bool:
    """Tell whether what was reached only stands there as where a plan begins.

    A plan has targets of several years, or of a year after the one that was reached.
    """
    if any(slot in TW for slot in values.values()):
        return False
    targets = _find_years(text for text in texts if _is_target(fold_heading(text)))
    reached = _find_years(texts[column] for column in values)
    return len(targets) > 1 or bool(targets and reached and max(targets) > max(reached))


def _find_years(texts: Iterable[str]) -> set[int]:
    return {year for text in texts if (year := find_year(text)) is not None}


def _is_target(heading: str) -> bool:
    return has_phrase(heading, "target") or heading in (YEAR, f"tahun {YEAR}")


def _is_budget(grid: Grid, rows: HeadingRows) -> bool:
    """Tell whether the rows are budget lines: by the headings, else by the kode below them."""
    headings = [fold_heading(text) for text in read_headings(grid, rows)]
    if any(has_phrase(heading, word) for heading in headings for word in _INDIKATOR_WORDS):
        return False
    spoken = [heading for heading in headings if not heading.startswith("tahun ")]
    if any(has_phrase(heading, word) for heading in spoken for word in _BUDGET_WORDS):
        return True
    kode = [column for column, heading in enumerate(headings) if has_phrase(heading, "kode")]
    below = range(rows.first_data, min(grid.rows, rows.first_data + _LOOKED_AT))
    return any(find_jenis(grid.text(row, column)) for row in below for column in kode)
