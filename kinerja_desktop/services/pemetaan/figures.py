"""The columns of figures of an office's table, and what is said of those that are left aside."""

import re
from collections.abc import Mapping, Sequence

from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.headings import HeadingRows, read_headings
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.lines import NUMBERED_ROWS, is_numbering
from kinerja_desktop.services.pemetaan.proposing import is_percent, is_whole, propose_columns
from kinerja_desktop.services.pemetaan.words import fold_heading, has_phrase

#: Kinds that tell what was reached, by key; of a column that several want, it is most likely.
ACTUAL_KINDS = ("realisasi", "realisasi_anggaran")

_FIGURE = re.compile(r"(?:rp\.?\s*)?[-(]?\d[\d.,]*\)?\s*%?", re.IGNORECASE)
#: So many rows below the headings tell what stands in a column.
_LOOKED_AT = 200
#: Numbers stand below these, but they measure nothing.
_NO_MEASURE = ("no", "nomor", "nip", "kode", "rekening", "tahun", "triwulan", "level", "tanggal")
#: What the program reckons by itself.
_RECKONED = ("capaian", "sisa", "selisih", "tingkat")
_NAMED = 6


def list_figures(grid: Grid, rows: HeadingRows) -> list[int]:
    """Return the columns, from 0, below whose heading figures stand, most cells of them."""
    headings = [fold_heading(text) for text in read_headings(grid, rows)]
    figures, filled = [0] * grid.columns, [0] * grid.columns
    for row in range(rows.first_data, min(grid.rows, rows.first_data + _LOOKED_AT)):
        texts = [grid.text(row, column) for column in range(grid.columns)]
        if row - rows.first_data < NUMBERED_ROWS and is_numbering([t for t in texts if t]):
            continue
        for column, text in enumerate(texts):
            filled[column] += bool(text)
            figures[column] += _FIGURE.fullmatch(text) is not None
    return [
        column
        for column, heading in enumerate(headings)
        if heading and figures[column] * 2 > filled[column] and not _measures_nothing(heading)
    ]


def find_takers(grid: Grid, rows: HeadingRows) -> dict[int, tuple[str, ...]]:
    """Return the columns of figures, each with the keys of the kinds of table that take it.

    Beside what was reached, what the program reckons from it by itself is left out.
    """
    taken = {
        key: columns
        for key, kind in KINDS.items()
        if is_whole(kind, columns := propose_columns(grid, kind, rows).columns)
    }
    texts = read_headings(grid, rows)
    found = {
        column: tuple(key for key, columns in taken.items() if column in columns)
        for column in list_figures(grid, rows)
    }
    if not any({*ACTUAL_KINDS} & {*keys} for keys in found.values()):
        return found
    return {column: keys for column, keys in found.items() if keys or not _reckoned(texts[column])}


def describe_left(
    takers: Mapping[int, Sequence[str]],
    headings: Sequence[str],
    kind: str,
    columns: Mapping[int, str],
) -> str:
    """Say which columns of figures are left aside, and what takes them; empty for none.

    Args:
        takers: as of `find_takers`.
        headings: of all columns, in words.
        kind: key of the kind of table that was chosen.
        columns: number of a column to its slot, as chosen.
    """
    left = [column for column in takers if column not in columns]
    if not left:
        return ""
    names = [" ".join(headings[column].split()) for column in left]
    more = f" dan {len(names) - _NAMED} lainnya" if len(names) > _NAMED else ""
    said = f"{len(left)} kolom berangka tidak diambil: {', '.join(names[:_NAMED])}{more}."
    other = _find_other(takers, left, kind)
    if other is None:
        return f"{said} Bila perlu, pilih isiannya di daftar Kolom → Isian."
    title = KINDS[other].title
    if kind in ACTUAL_KINDS:
        return f"{said} Sesudah ini dapat diambil dengan Bagian {title}."
    return f"{said} Bila ini {title[0].lower()}{title[1:]}, pilih Bagian {title}."


def _find_other(takers: Mapping[int, Sequence[str]], left: Sequence[int], kind: str) -> str | None:
    """Return the key of the other kind that takes most of what is left; None when none does.

    A budget's table is most likely another one of the budget, and so are those of indicators.
    """
    is_budget = KINDS[kind].is_budget
    counts = {key: sum(key in takers[column] for column in left) for key in KINDS if key != kind}

    def weigh(key: str) -> tuple[int, bool, bool]:
        return counts[key], KINDS[key].is_budget == is_budget, key in ACTUAL_KINDS

    best = max(counts, key=weigh)
    return best if counts[best] else None


def _measures_nothing(heading: str) -> bool:
    return heading.split(" ")[0] in _NO_MEASURE or heading == "#"


def _reckoned(text: str) -> bool:
    heading = fold_heading(text)
    return is_percent(text) or any(has_phrase(heading, word) for word in _RECKONED)
