"""A block of several columns on its way into the table: figures, targets to compare, texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex

from kinerja_desktop.domain.capaian.nilai import format_nilai, parse_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.tempelan import (
    KODE,
    NAMA,
    REALISASI,
    TARGET,
    TIDAK_DIPAKAI,
    BarisTabel,
    Susunan,
    arrange,
    place_rows,
)
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.pengukuran.tempelan import IsianBaris
from kinerja_desktop.ui.pengukuran.model import LembarModel
from kinerja_desktop.ui.tables.entry_model import explain_refusal

_SHOWN = 5
_NOT_READ = (TIDAK_DIPAKAI, NAMA, KODE)


@dataclass
class Tempelan:
    """What a block comes to.

    Attributes:
        rows: what is to be stored.
        problems: why it cannot be taken in.
        notes: what the clerk should know of it when it is: other targets, cells not used.
    """

    rows: list[IsianBaris] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_wide_block(
    model: LembarModel, start: QModelIndex, block: Sequence[Sequence[str]]
) -> Tempelan:
    """Read a block of several columns whole; blank cells change nothing.

    Args:
        model: where it goes.
        start: its upper left cell, at the target or the realisasi; anywhere where its rows have
            names.
        block: its cells.
    """
    found = Tempelan()
    column = model.kolom_realisasi
    items = model.list_items()
    tabel = [_describe(item) for item in items]
    first = sum(model.entry_index(item.bahan.id).row() < start.row() for item in items)
    try:
        susunan = arrange(block, tabel, first, at_target=start.column() == column - 1)
    except ValueError as error:
        found.problems.append(Problem(explain_refusal(error)))
        return found
    is_entry = susunan.is_named or start.column() in (column - 1, column)
    if not is_entry or not model.can_enter:
        found.problems.append(
            Problem("sel yang dipilih tidak dapat diisi: pilih sel isian, lalu tempel")
        )
        return found
    rows = block[1:] if susunan.has_head else block
    if not susunan.is_named and len(rows) > len(items) - first:
        found.problems.append(
            Problem(
                f"tempelan berisi {len(rows)} baris, padahal dari sel ini ke bawah hanya ada "
                f"{len(items) - first} baris isian: kurangi barisnya"
            )
        )
    by_id = {item.bahan.id: item for item in items}
    placed = place_rows(rows, susunan, tabel, first)
    for number, (place, cells) in enumerate(zip(placed, rows, strict=False), start=1):
        if isinstance(place, str):
            found.problems.append(Problem(place, cell=f"baris {number}"))
        elif place is not None:
            item = by_id[place.id]
            where = f"baris {number} ({item.bahan.uraian})"
            _read_row(model, item, where, susunan, cells, found)
    found.notes += _list_unused(susunan, rows)
    return found


def _describe(item: HasilIndikator) -> BarisTabel:
    bahan = item.bahan
    target = (item.utama.target, bahan.target)
    return BarisTabel(bahan.id, bahan.uraian, bahan.kode, bahan.satuan, target)


def _read_row(
    model: LembarModel,
    item: HasilIndikator,
    where: str,
    susunan: Susunan,
    cells: Sequence[str],
    found: Tempelan,
) -> None:
    values: dict[str, Any] = {}
    for name, text in zip(susunan.kolom, cells, strict=False):
        if not text.strip() or name in _NOT_READ:
            continue
        try:
            if name == TARGET:
                found.notes += _compare(item, text, where)
            elif name == REALISASI:
                index = model.entry_index(item.bahan.id)
                values[name] = model.parse_cell(index, text, copied=True)
            else:
                values[name] = SECTIONS["realisasi"].field(name).parse(text, copied=True)
        except ValueError as error:
            found.problems.append(Problem(explain_refusal(error), cell=where))
    if values:
        found.rows.append((UUID(item.bahan.id), values))


def _compare(item: HasilIndikator, text: str, where: str) -> Iterator[Problem]:
    """Hold a pasted target against the plan's, which is not changed here."""
    own = item.utama.target
    try:
        pasted = parse_nilai(text, copied=True, satuan=item.bahan.satuan)
    except ValueError:
        pasted = text.strip()
    if pasted not in (own, item.bahan.target):
        shown = pasted if isinstance(pasted, str) else format_nilai(pasted)
        message = (
            f"target di tempelan {shown}, di rencana {format_nilai(own) or 'belum ada'}: target "
            "rencana tidak diubah"
        )
        yield Problem(message, cell=where, is_warning=True)


def _list_unused(susunan: Susunan, rows: Sequence[Sequence[str]]) -> Iterator[Problem]:
    for place, name in enumerate(susunan.kolom):
        cells = [row[place].strip() for row in rows if len(row) > place and row[place].strip()]
        if name == TIDAK_DIPAKAI and cells:
            some = ", ".join(f"'{cell}'" for cell in cells[:_SHOWN])
            more = "" if len(cells) <= _SHOWN else f" dan {len(cells) - _SHOWN} lagi"
            yield Problem(
                f"kolom {place + 1} tempelan tidak dipakai: {some}{more}", is_warning=True
            )
