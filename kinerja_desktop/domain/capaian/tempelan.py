"""Which column of a pasted block is which, and to which row of the table each of its rows goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.angka.teks import drop_invisible
from kinerja_desktop.domain.capaian.nilai import (
    Nilai,
    format_nilai,
    format_nilai_isian,
    parse_nilai,
)

TARGET, REALISASI, TIDAK_DIPAKAI = "target", "nilai", ""
NAMA, KODE = "nama", "kode"
#: What a block may hold, in the order of the form (`docs/sakip.md` §5.2).
URUTAN = (
    REALISASI, "pendorong", "penghambat", "tindak_lanjut", "penanggung_jawab", "batas_waktu",
)  # fmt: skip
#: Of those, the texts: figures alone are none of them.
_TEXTS = URUTAN[1:5]

_HEADS = (
    ("realisasi s.d", TIDAK_DIPAKAI), ("realisasi", REALISASI),
    ("target setahun", TIDAK_DIPAKAI), ("target", TARGET),
    ("faktor pendorong", "pendorong"), ("pendorong", "pendorong"),
    ("faktor penghambat", "penghambat"), ("penghambat", "penghambat"), ("kendala", "penghambat"),
    ("rencana tindak lanjut", "tindak_lanjut"), ("tindak lanjut", "tindak_lanjut"),
    ("penanggung jawab", "penanggung_jawab"), ("batas waktu", "batas_waktu"),
    ("indikator", NAMA), ("nama indikator", NAMA), ("uraian indikator", NAMA), ("kode", KODE),
)  # fmt: skip
#: These are values and whole answers to "what was in the way" as well.
_ALSO_TEXTS = {"ada", "tidak ada"}

TAK_TENTU = (
    "tidak jelas kolom mana yang realisasi: salin beserta judul kolomnya (Target, Realisasi), "
    "atau tempel satu kolom saja"
)
DUA_REALISASI = "ada dua kolom berjudul Realisasi: tempel satu saja, yang periodenya dibuka"


@dataclass(frozen=True)
class BarisTabel:
    """A row of the table into which a block may go.

    Attributes:
        id: key of its indicator.
        uraian: its name.
        kode: its kode; empty for none.
        satuan: its unit.
        target: of the period, and of the year.
    """

    id: str
    uraian: str
    kode: str = ""
    satuan: str = ""
    target: tuple[Nilai | None, Nilai | None] = (None, None)


@dataclass(frozen=True)
class Susunan:
    """How a block is laid out.

    Attributes:
        kolom: of each of its columns what it holds; `TIDAK_DIPAKAI` for what is not taken.
        has_head: its first row is a heading.
    """

    kolom: tuple[str, ...]
    has_head: bool = False

    @property
    def is_named(self) -> bool:
        """Whether its rows say by name or kode of which indicator they are."""
        return NAMA in self.kolom or KODE in self.kolom


def arrange(
    block: Sequence[Sequence[str]],
    tabel: Sequence[BarisTabel],
    start: int = 0,
    *,
    at_target: bool = False,
) -> Susunan:
    """Find out which column is which: by a heading, else by its place and what stands in it.

    Without a heading two columns of figures are target and realisasi only where the first says in
    every row what the plan says; what is not certain is not guessed.

    Args:
        block: its rows, as they were pasted.
        tabel: all rows of the table.
        start: the row from which on it goes where its rows have no names.
        at_target: it begins at the column of the target.

    Raises:
        ValueError: it is not certain which column is the realisasi.
    """
    width = max((len(row) for row in block), default=0)
    if block and REALISASI in (head := [_name(cell) for cell in block[0]]):
        if head.count(REALISASI) > 1:
            raise ValueError(DUA_REALISASI)
        head += [TIDAK_DIPAKAI] * (width - len(head))
        for place, name in enumerate(head):
            if name == TIDAK_DIPAKAI and _names_rows(block[1:], place, tabel):
                head[place] = NAMA
        return Susunan(tuple(head), has_head=True)
    if not block:
        return Susunan(())
    named = [place for place in range(width) if _names_rows(block, place, tabel)]
    if not named and _begins_with_names(block, width, tabel):
        named = [0]
    if not named:
        return Susunan(_arrange_figures(block, width, tabel[start:], at_target=at_target))
    found = [_find_rows(row, named, tabel) for row in block]
    rows = [rows[0] if rows else BarisTabel("", "") for rows in found]
    first = named[-1] + 1
    first += _is_satuan(block, first, rows)
    kolom = [NAMA if place in named else TIDAK_DIPAKAI for place in range(first)]
    behind = [row[first:] for row in block]
    return Susunan((*kolom, *_arrange_figures(behind, width - first, rows)))


def place_rows(
    rows: Sequence[Sequence[str]], susunan: Susunan, tabel: Sequence[BarisTabel], start: int = 0
) -> list[BarisTabel | str | None]:
    """Return for each row of a block where it goes, or why it can go nowhere.

    Args:
        rows: without the heading.
        susunan: how they are laid out.
        tabel: all rows of the table.
        start: the row from which on they go where they have no names.

    Returns:
        A row of the table, a sentence, or None for a row in which nothing is to be taken.
    """
    if not susunan.is_named:
        return list(tabel[start : start + len(rows)])
    placed: list[BarisTabel | str | None] = []
    for cells in rows:
        target = _find_row(cells, susunan, tabel) if _brings(cells, susunan) else None
        if isinstance(target, BarisTabel) and target in placed:
            target = f"'{target.uraian}' ada dua kali di tempelan: sisakan satu"
        placed.append(target)
    return placed


def _find_row(
    cells: Sequence[str], susunan: Susunan, tabel: Sequence[BarisTabel]
) -> BarisTabel | str:
    """Find the one row that all names and the kode of a pasted row mean."""
    found = list(tabel)
    told = ""
    for name, cell in zip(susunan.kolom, cells, strict=False):
        if name not in {NAMA, KODE} or not _fold(cell):
            continue
        rows = [row for row in tabel if _fold(cell) in _keys(row)]
        # A kode of the office's own list does no harm where the name is known.
        if not rows and (name == NAMA or NAMA not in susunan.kolom):
            return f"'{cell.strip()}' tidak ada di halaman ini: periksa nama atau kodenya"
        if rows:
            told = told or cell.strip()
            found = [row for row in found if row in rows]
    if not told:
        return "baris ini tidak bernama: isi nama atau kode indikatornya"
    if not found:
        return f"nama dan kode pada baris '{told}' milik indikator yang berbeda: periksa keduanya"
    if len(found) > 1:
        return f"'{told}' ada dua kali di halaman ini: sertakan kolom kode, atau ketik sendiri"
    return found[0]


def _brings(cells: Sequence[str], susunan: Susunan) -> bool:
    """Tell whether a row holds anything that would be stored."""
    return any(
        name in URUTAN and cell.strip() for name, cell in zip(susunan.kolom, cells, strict=False)
    )


def _arrange_figures(
    block: Sequence[Sequence[str]],
    width: int,
    rows: Sequence[BarisTabel],
    *,
    at_target: bool = False,
) -> tuple[str, ...]:
    """Name the columns from the first figures on by what stands there."""
    units = _list_units(rows)
    has_target = at_target or any(_is_value(cell, units) for cell in _cells(block, 1))
    if has_target and not at_target and not _repeats_targets(block, rows):
        raise ValueError(TAK_TENTU)
    names = [TARGET] * has_target + list(URUTAN) + [TIDAK_DIPAKAI] * width
    for place, name in enumerate(names[:width]):
        cells = list(_cells(block, place))
        if name in _TEXTS and cells and all(_is_value(cell, units) for cell in cells):
            raise ValueError(TAK_TENTU)  # figures are no faktor
    if width <= has_target:
        raise ValueError(TAK_TENTU)
    return tuple(names[:width])


def _repeats_targets(block: Sequence[Sequence[str]], rows: Sequence[BarisTabel]) -> bool:
    """Tell whether the first column is the target of every row that has one, of one kind."""
    for kind in (0, 1):
        pairs = [
            (row[0], line, target)
            for row, line in zip(block, rows, strict=False)
            if row and row[0].strip() and (target := line.target[kind]) is not None
        ]
        if pairs and all(_says(cell, line.satuan, target) for cell, line, target in pairs):
            return True
    return False


def _says(cell: str, satuan: str, target: Nilai) -> bool:
    try:
        return parse_nilai(cell, copied=True, satuan=satuan) == target
    except ValueError:
        return cell.strip() in {format_nilai(target), format_nilai_isian(target)}


def _names_rows(block: Sequence[Sequence[str]], place: int, tabel: Sequence[BarisTabel]) -> bool:
    """Tell whether a column holds a name or kode of the table; a figure is a figure first."""
    keys = {key for row in tabel for key in _keys(row)}
    return any(_fold(cell) in keys and not _is_parsed(cell) for cell in _cells(block, place))


def _begins_with_names(
    block: Sequence[Sequence[str]], width: int, tabel: Sequence[BarisTabel]
) -> bool:
    """Tell whether texts stand before figures: names, though none of this table."""
    units = _list_units(tabel)
    first = [_is_value(cell, units) for cell in _cells(block, 0)]
    behind = [_is_value(cell, units) for place in range(1, width) for cell in _cells(block, place)]
    return bool(first) and not any(first) and any(behind)


def _is_satuan(block: Sequence[Sequence[str]], place: int, rows: Sequence[BarisTabel]) -> bool:
    units = _list_units(rows)
    cells = list(_cells(block, place))
    return bool(cells) and all(_fold(cell) in units for cell in cells)


def _list_units(rows: Sequence[BarisTabel]) -> set[str]:
    return {_fold(row.satuan) for row in rows} - {""}


def _find_rows(
    cells: Sequence[str], named: Sequence[int], tabel: Sequence[BarisTabel]
) -> list[BarisTabel]:
    wanted = {_fold(cells[place]) for place in named if place < len(cells)}
    return [row for row in tabel if wanted & _keys(row)]


def _keys(row: BarisTabel) -> set[str]:
    return {_fold(row.uraian), _fold(row.kode)} - {""}


def _cells(block: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    return (row[place] for row in block if len(row) > place and row[place].strip())


def _is_value(cell: str, units: set[str]) -> bool:
    """Tell whether a cell is a target or realisasi, also with the unit of a row behind it."""
    cell = _fold(cell)
    cell = next((cell.removesuffix(unit) for unit in units if cell.endswith(unit)), cell)
    figure = any(sign.isdigit() for sign in cell) and sum(sign.isalpha() for sign in cell) <= 1
    return figure or _is_parsed(cell)


def _is_parsed(cell: str) -> bool:
    try:
        parse_nilai(cell, copied=True)
    except ValueError:
        return False
    return _fold(cell) not in _ALSO_TEXTS


def _fold(text: str) -> str:
    return " ".join(drop_invisible(text).split()).casefold()


def _name(cell: str) -> str:
    words = " ".join(cell.split()).casefold()
    return next((name for start, name in _HEADS if words.startswith(start)), TIDAK_DIPAKAI)
