"""Lay out lembar disposisi: half a folio, two on a sheet (`docs/sakip.md` §9)."""

from collections.abc import Sequence

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Margins,
    Rule,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterhead
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak

MARGINS = Margins(top=8, bottom=10, left=18, right=15)
_SIZE, _SMALL = 10, 8.5
_SIFAT = ("Sangat segera", "Segera", "Rahasia")
#: mm of the room for a note that fills half a sheet of each paper together with three lines to
#: tick; what each further line takes of it, and what it keeps.
_NOTE = {"F4": 50.0, "A4": 33.0}
_LINE, _LEAST = 5.6, 15.0
#: Letters of a *hal* in one line; each further line takes room of the note as well.
_HAL = 80
#: So many posts stand in one column, and so many in the usual size of type.
_FEW, _MANY = 6, 12
#: The head of the form: what stands at the left, and beside it at the right.
_LEFT = ("Surat dari", "Nomor surat", "Tanggal surat")
_RIGHT = ("Diterima tanggal", "Nomor agenda", "Sifat")
#: Points of one sheet; a longer list does not fit half a folio.
_MOST = 12


def disposisi(data: NaskahTercetak) -> tuple[Block, ...]:
    """Set the same sheet twice, to be cut in the middle."""
    sheet = _sheet(data)
    return (*sheet, Spacer(11), Rule(), Spacer(4), *sheet)


def _sheet(data: NaskahTercetak) -> tuple[Block, ...]:
    known = {word: text for word, text in data.isi.rincian if text and "…" not in text}
    known["Sifat"] = _tick(data.isi.sifat)
    columns = tuple(Column("", weight) for weight in (1.5, 2.6, 1.5, 2.4))
    head = [
        Row((Cell(left), Cell(known.get(left, "")), Cell(right), Cell(known.get(right, ""))))
        for left, right in zip(_LEFT, _RIGHT, strict=True)
    ]
    head.append(Row((Cell("Hal"), Cell(data.isi.hal, col_span=3))))
    return (
        letterhead(data.kop),
        Heading("LEMBAR DISPOSISI", 2, "center", in_contents=False),
        Table(columns, tuple(head), has_head=False, size=_SIZE, space_after=0),
        _choices(data),
        _note(data),
    )


def _split_posts(data: NaskahTercetak) -> tuple[list[str], list[str]]:
    """Return the posts in one column, or in two where one would be longer than what is asked."""
    posts = list(data.jabatan)
    if len(posts) <= _FEW:
        return posts, []
    half = (len(posts) + 1) // 2
    return posts[:half], posts[half:]


def _count_lines(data: NaskahTercetak) -> int:
    asked = sum(len(item.butir) for item in data.isi.bagian)
    return max(len(_split_posts(data)[0]), asked, 1)


def _choices(data: NaskahTercetak) -> Table:
    """Set the two lists that are ticked, with a box before each line."""
    asked = [text for item in data.isi.bagian for text in item.butir]
    posts, others = _split_posts(data)
    lists = [posts, others, asked] if others else [posts, asked]
    weights = (0.35, 2.7, 0.35, 2.7, 0.35, 2.55) if others else (0.35, 3.75, 0.35, 3.55)
    words = (
        Cell("Diteruskan kepada Sdr.:", bold=True, col_span=len(weights) - 2),
        Cell("Dengan hormat harap:", bold=True, col_span=2),
    )
    rows = [Row(words, keep_with_next=True)]
    for place in range(_count_lines(data)):
        cells = (cell for texts in lists for cell in (Cell(), Cell(_at(texts, place))))
        rows.append(Row(tuple(cells)))
    columns = tuple(Column("", weight) for weight in weights)
    return Table(columns, tuple(rows), has_head=False, size=_size(data), space_after=0)


def _size(data: NaskahTercetak) -> float:
    """Return the size of type: many posts are set smaller, so that two sheets fill a page."""
    return _SIZE if len(data.jabatan) <= _MANY else _SMALL


def _note(data: NaskahTercetak) -> Table:
    signer = "\n".join((*data.kanan.jabatan, "", "", data.kanan.nama or "." * 30))
    below = "\n".join(data.kanan.below)
    columns = (Column("", 5), Column("", 3))
    rows = (
        Row(
            (
                Cell("Catatan:"),
                Cell(f"Paraf/tanggal:\n\n{signer}\n{below}".strip(), align="center"),
            ),
            min_height=_note_height(data),
        ),
    )
    return Table(columns, rows, has_head=False, size=_SIZE)


def _note_height(data: NaskahTercetak) -> float:
    """Return the room for a note: what the lists and a long *hal* leave of half a sheet."""
    more = _count_lines(data) - 3 + len(data.isi.hal) // _HAL
    return max(_NOTE[data.tanda.kertas] - _LINE * more, _LEAST)


def _tick(sifat: str) -> str:
    """Return the three words, the chosen one marked; by hand when none is."""
    chosen = sifat.strip().casefold()
    return "\n".join(f"[{'X' if word.casefold() == chosen else '  '}] {word}" for word in _SIFAT)


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""
