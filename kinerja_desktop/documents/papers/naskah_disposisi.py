"""Lay out lembar disposisi: half a folio, two on a sheet (`docs/sakip.md` §9)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    F4,
    Block,
    Heading,
    Letterhead,
    Margins,
    PageBreak,
    Rule,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterhead
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.half_sheet import MM, kop_height, table_height
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak

MARGINS = Margins(top=8, bottom=10, left=18, right=15)
_SIFAT = ("Sangat segera", "Segera", "Rahasia")
#: The head of the form: what stands at the left, and beside it at the right.
_LEFT = ("Surat dari", "Nomor surat", "Tanggal surat")
_RIGHT = ("Diterima tanggal", "Nomor agenda", "Sifat")
_HEAD_WEIGHTS = (1.3, 2.4, 1.35, 3.35)
#: Shares of the width: of a box, of all posts with theirs, of what is asked beside them.
_TICK, _POSTS, _ASKED = 0.35, 6.2, 2.5
#: Sizes of type, from the usual one to the smallest that is still read with ease.
_SIZES = (10.0, 9.0, 8.0, 7.5)
#: In how many columns the posts stand, and whether what is asked stands below them instead of
#: beside them; the first is for no more than so many posts.
_ARRANGEMENTS = ((1, False), (2, False), (2, True))
_FEW = 6
#: mm that a note needs at least, also where only the smallest type is left.
_LEAST, _VERY_LEAST = 15.0, 12.0
#: mm between the first sheet and the line to cut along, and between that and the second; as a
#: word processor sets a sheet a little higher, the second leaves some of it at the foot.
_ABOVE_CUT, _BELOW_CUT = 12.0, 4.0
#: Points between the parts of a sheet: the title with the white around it, what is above each
#: further table; and half of the line between the sheets.
_TITLE, _GAP, _LINE = 31.2, 4.0, 2.0


def disposisi(data: NaskahTercetak) -> tuple[Block, ...]:
    """Set the same sheet twice, to be cut in the middle.

    What is too long for half a page, even in the smallest type, gets a page for each sheet.
    """
    paper = A4 if data.tanda.kertas == A4.name else F4
    width = (paper.width - MARGINS.left - MARGINS.right) * MM
    half = (paper.height / 2 - MARGINS.top - _ABOVE_CUT) * MM - _LINE
    if sheet := _fit(data, width, half):
        return (*sheet, Spacer(_ABOVE_CUT), Rule(), Spacer(_BELOW_CUT), *sheet)
    whole = (paper.height - MARGINS.top - MARGINS.bottom) * MM
    sheet = _fit(data, width, whole) or (*_sheet(data, _SIZES[0], 2), _note(_SIZES[0], _LEAST))
    return (*sheet, PageBreak(), *sheet)


def _fit(data: NaskahTercetak, width: float, height: float) -> tuple[Block, ...]:
    """Return a sheet that fills a height, in the largest type that it can; empty if in none."""
    for size in _SIZES:
        for columns, is_below in _ARRANGEMENTS[len(data.jabatan) > _FEW :]:
            sheet = _sheet(data, size, columns, is_below=is_below)
            room = (height - _height(sheet, width)) / MM
            if room >= (_LEAST if size > _SIZES[-1] else _VERY_LEAST):
                return (*sheet, _note(size, room))
    return ()


def _sheet(
    data: NaskahTercetak, size: float, columns: int, *, is_below: bool = False
) -> tuple[Block, ...]:
    """Set a sheet but for its note."""
    lists = _below(data, size) if is_below else (_beside(data, size, columns),)
    return (
        _scaled(letterhead(data.kop), size / _SIZES[0]),
        Heading("LEMBAR DISPOSISI", 2, "center", in_contents=False),
        _head(data, size),
        *lists,
    )


def _height(sheet: Sequence[Block], width: float) -> float:
    """Return the height of a sheet in points, with the gap above its note."""
    total = _TITLE
    for block in sheet:
        if isinstance(block, Letterhead):
            total += kop_height(block, width)
        elif isinstance(block, Table):
            total += table_height(block, width) + _GAP
    return total


def _scaled(kop: Letterhead, scale: float) -> Letterhead:
    lines = tuple(replace(line, size=round(line.size * scale, 1)) for line in kop.lines)
    return replace(kop, lines=lines, logo_height=kop.logo_height * scale)


def _head(data: NaskahTercetak, size: float) -> Table:
    known = {word: text for word, text in data.isi.rincian if text and "…" not in text}
    known["Sifat"] = _tick(data.isi.sifat)
    rows = [
        Row((Cell(left), Cell(known.get(left, "")), Cell(right), Cell(known.get(right, ""))))
        for left, right in zip(_LEFT, _RIGHT, strict=True)
    ]
    rows.append(Row((Cell("Hal"), Cell(data.isi.hal, col_span=3))))
    return _plain([Column("", weight) for weight in _HEAD_WEIGHTS], rows, size)


def _beside(data: NaskahTercetak, size: float, count: int) -> Table:
    """Set the posts, and beside them what is asked, with a box to tick before each line."""
    lists = [*_dealt(data.jabatan, count), _asked(data)]
    widths = [*((_TICK, _POSTS / count - _TICK) * count), _TICK, _ASKED]
    head = Row(
        (
            Cell("Diteruskan kepada Sdr.:", bold=True, col_span=len(widths) - 2),
            Cell("Dengan hormat harap:", bold=True, col_span=2),
        ),
        keep_with_next=True,
    )
    rows = [head, *_ticked(lists)]
    return _plain([Column("", weight) for weight in widths], rows, size)


def _below(data: NaskahTercetak, size: float) -> tuple[Table, ...]:
    """Set the posts over the whole width, and below them what is asked."""
    parts = (
        ("Diteruskan kepada Sdr.:", data.jabatan, 2),
        ("Dengan hormat harap:", _asked(data), 3),
    )
    tables = []
    for title, texts, count in parts:
        columns = [Column("", weight) for weight in (_TICK, 8 / count - _TICK) * count]
        head = Row((Cell(title, bold=True, col_span=len(columns)),), keep_with_next=True)
        tables.append(_plain(columns, [head, *_ticked(_dealt(texts, count))], size))
    return tuple(tables)


def _plain(columns: Sequence[Column], rows: Sequence[Row], size: float) -> Table:
    return Table(tuple(columns), tuple(rows), has_head=False, size=size, space_after=0)


def _asked(data: NaskahTercetak) -> list[str]:
    return [text for item in data.isi.bagian for text in item.butir]


def _dealt(texts: Sequence[str], columns: int) -> list[Sequence[str]]:
    """Deal texts out to columns, the first ones the fullest."""
    each = -(-len(texts) // columns)
    return [texts[place * each : (place + 1) * each] for place in range(columns)]


def _ticked(lists: Sequence[Sequence[str]]) -> Iterator[Row]:
    for place in range(max(1, *map(len, lists))):
        cells = (cell for texts in lists for cell in (Cell(), Cell(_at(texts, place))))
        yield Row(tuple(cells))


def _note(size: float, room: float) -> Table:
    cells = (Cell("Catatan:"), Cell("Paraf/tanggal:"))
    row = Row(cells, min_height=room)
    return _plain((Column("", 5), Column("", 3)), (row,), size)


def _tick(sifat: str) -> str:
    """Return the three words, the chosen one marked; by hand when none is."""
    chosen = sifat.strip().casefold()
    # Spaces that no line ends at, but for those between two boxes.
    marked = (f"[{'X' if word.casefold() == chosen else '  '}] {word}" for word in _SIFAT)
    return "  ".join(text.replace(" ", "\u00a0") for text in marked)


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""
