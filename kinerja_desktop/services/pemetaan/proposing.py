"""What a table's columns seem to mean: proposed by their words, for the clerk to correct."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.headings import (
    MOST_HEADING_ROWS,
    SEARCHED_ROWS,
    HeadingRows,
    can_head,
    is_bound,
    read_headings,
)
from kinerja_desktop.services.pemetaan.kinds import KODE_PARTS, Slot, TableKind
from kinerja_desktop.services.pemetaan.words import (
    drop_capaian,
    find_year,
    fold_heading,
    has_phrase,
)

#: Fewer columns than these make no table of a kind.
_FEWEST = 2
_EXACT, _ALONE, _WITHIN = 1.0, 0.5, 0.8
_SAMPAI = "sd"
_PERCENT = ("persen", "persentase", "prosentase")
#: A second row of headings must tell more than a row of data taken for one.
_PER_ROW = 0.9


@dataclass(frozen=True)
class Proposal:
    """Where the headings of a table are, and what its columns mean.

    Attributes:
        rows: the rows of headings.
        columns: number of a column, from 0, to the name of its slot.
        cumulative: the headings say *s.d.*: amounts count from the beginning of the year.
        score: how well the words fit, to compare with others.
    """

    rows: HeadingRows
    columns: dict[int, str] = field(default_factory=dict)
    cumulative: bool = False
    score: float = 0


def propose(grid: Grid, kind: TableKind) -> Proposal | None:
    """Find the headings of a table and what they mean; None when no row looks like them."""
    best: Proposal | None = None
    last = min(SEARCHED_ROWS, grid.rows)
    bound = [is_bound(grid, row) for row in range(last + 1)]
    # Rows that belong together stay together, unless nothing else is found.
    best_whole: Proposal | None = None
    for count in range(1, MOST_HEADING_ROWS + 1):
        for top in range(last - count + 1):
            if not can_head(grid, top):
                continue
            found = propose_columns(grid, kind, HeadingRows(top, count))
            if len(found.columns) < _FEWEST:
                continue
            best = _better(best, found)
            if not (bound[top] or bound[top + count]):
                best_whole = _better(best_whole, found)
    return best_whole or best


def propose_columns(grid: Grid, kind: TableKind, rows: HeadingRows) -> Proposal:
    """Say what the columns under given rows of headings seem to mean.

    Where two columns claim the same, neither gets it: the clerk knows which is meant.
    """
    texts = read_headings(grid, rows)
    headings = _plain_headings(texts)
    # A word that may mean two things finds no headings: below it may stand plainer ones.
    stood = _find_stand_ins(kind, texts, headings)
    headings = [stood.get(column, heading) for column, heading in enumerate(headings)]
    columns = _find_kode_parts(kind, headings)
    score = bool(columns) - _PER_ROW * (rows.count - 1)
    claims: dict[str, list[tuple[float, int, int]]] = {}
    for column, heading in enumerate(headings):
        if column in columns or not heading:
            continue
        grades = [(_grade(slot, heading), slot.name) for slot in kind.slots.values()]
        (fit, length), name = max(grades)
        if fit and not (columns and name in ("kode", *KODE_PARTS)):
            claims.setdefault(name, []).append((fit, length, column))
    for name, found in claims.items():
        per_year = kind.slots[name].per_year
        chosen = found if per_year else _only_best(found)
        columns |= {column: name for _, _, column in chosen}
        score += max((fit for fit, _, column in chosen if column not in stood), default=0)
        if per_year:
            score += _weigh_years({c: texts[c] for fit, _, c in found if fit > _ALONE})
    said = any(has_phrase(headings[column], _SAMPAI) for column in columns)
    return Proposal(rows, dict(sorted(columns.items())), said, score)


def is_whole(kind: TableKind, columns: Mapping[int, str]) -> bool:
    """Tell whether every column is there without which a kind cannot be read."""
    chosen = {*columns.values()}
    return all(chosen & {*group} for group in kind.needed)


def is_percent(text: str) -> bool:
    """Tell whether a heading says that a part of something stands below it, in percent."""
    return "%" in text or any(has_phrase(fold_heading(text), word) for word in _PERCENT)


def _plain_headings(texts: list[str]) -> list[str]:
    return [
        fold_heading(text) if is_percent(text) else drop_capaian(fold_heading(text))
        for text in texts
    ]


def _find_stand_ins(kind: TableKind, texts: list[str], headings: list[str]) -> dict[int, str]:
    """Return the columns that are headed by another word than the kind's own, read as that one."""
    if kind.stand_in is None:
        return {}
    written, meant = kind.stand_in
    slots = kind.slots.values()
    own = [heading for heading in headings if has_phrase(heading, meant)]
    if any(_grade(slot, heading)[0] for heading in own for slot in slots):
        return {}
    return {
        column: meant + heading.removeprefix(written)
        for column, heading in enumerate(headings)
        if heading.split(" ")[0] == written and not is_percent(texts[column])
    }


def _better(best: Proposal | None, found: Proposal) -> Proposal:
    return found if best is None or found.score > best.score else best


def _grade(slot: Slot, heading: str) -> tuple[float, int]:
    """Return how well a heading fits, and by how many words; (0, 0) when it does not."""
    if any(has_phrase(heading, word) for word in slot.without):
        return 0, 0
    if heading in slot.words:
        return _EXACT, len(heading.split())
    if heading in slot.alone:
        letters = heading.replace(" ", "")
        return (_EXACT if len(letters) > 1 and letters.isalpha() else _ALONE), 1
    words = [len(word.split()) for word in slot.words if has_phrase(heading, word)]
    return (_WITHIN, max(words)) if words else (0, 0)


def _only_best(found: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    ranked = sorted(found, reverse=True)
    if len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]:
        return []
    return ranked[:1]


def _weigh_years(texts: Mapping[int, str]) -> int:
    """Years beside their word speak for these headings, the same one twice speaks against them."""
    years = [find_year(text) for text in texts.values()]
    return len({*years} - {None}) - (len(years) - len({*years}))


def _find_kode_parts(kind: TableKind, headings: list[str]) -> dict[int, str]:
    """Find a kode that stands in several cells side by side under one heading, as in SIPD."""
    slot = kind.slots.get("kode")
    if slot is None or not kind.is_budget:
        return {}
    alike = [
        column
        for column, heading in enumerate(headings)
        if heading in slot.alone or any(has_phrase(heading, word) for word in slot.words)
    ]
    run = [column for column in alike if headings[column] == headings[alike[0]]]
    is_run = len(run) > 1 and run[-1] - run[0] == len(run) - 1
    return dict(zip(run, KODE_PARTS, strict=False)) if is_run else {}
