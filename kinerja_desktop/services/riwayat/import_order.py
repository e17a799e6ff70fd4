"""The order in which the rows of one sheet are gone through: what is named before who names it."""

from collections.abc import Sequence
from typing import Any

from kinerja_desktop.domain.angka.teks import clean_text
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.exchange.workbook_layout import RawRow


def parents_first(section: Section, rows: Sequence[RawRow]) -> list[RawRow]:
    """Return the rows of a sheet, each below the row of the same sheet that it names as its parent.

    A workbook is sorted as people like it: an IKI stands above the IKU that it supports (*IKI-1*,
    *IKU-1*). Rows that name each other in a circle stay as they stand, and are refused as such.
    """
    names = [field.name for field in section.fields if field.acuan == section.key]
    by_text: dict[str, RawRow] = {}
    for row in rows:
        by_text.setdefault(_plain(row.values.get(section.acuan)), row)
    if not names or all(row.values.get(name) is None for row in rows for name in names):
        return list(rows)
    ordered: list[RawRow] = []
    done: set[int] = set()
    for row in rows:
        line = [row]
        on_the_way = {row.number}
        while line:
            now = line[-1]
            found = (by_text.get(_plain(now.values.get(name))) for name in names)
            above = [item for item in found if item and item.number not in done | on_the_way]
            if above:
                line.append(above[0])
                on_the_way.add(above[0].number)
                continue
            line.pop()
            if now.number not in done:
                done.add(now.number)
                ordered.append(now)
    return ordered


def _plain(cell: Any) -> str:
    return clean_text(str(cell)).casefold() if cell is not None else ""
