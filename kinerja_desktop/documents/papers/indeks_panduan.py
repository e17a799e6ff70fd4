"""The index of the manual: for each word the pages that tell most of it, the best one in bold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.domain.bantuan.indeks import KataIndeks
from kinerja_desktop.domain.bantuan.istilah import IstilahBantuan
from kinerja_desktop.domain.bantuan.lembar import BagianBantuan, LembarBantuan

#: Kunci of the glossary.
ISTILAH = "istilah"
#: So many places besides the glossary; more would lead nowhere.
_MOST = 4
#: A heading that names a word tells of it; a text that names it once may not.
_HEADING, _CHAPTER = 12, 6
#: What joins the names of a word of the glossary that has several: ``Plt. dan Plh.``
_SEVERAL = re.compile(r", | dan ")


@dataclass(frozen=True)
class EntriIndeks:
    """A line of the index.

    Attributes:
        keys: of the headings below which it is told of, the best first.
    """

    judul: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class _Place:
    key: str
    heading: str
    text: str
    is_chapter: bool


def key_of(kunci: str, jangkar: str = "") -> str:
    """Return the key of the heading of a sheet of the help, or of a section in it."""
    return f"{kunci}#{jangkar}"


def find_entries(
    words: Sequence[KataIndeks],
    istilah: Sequence[IstilahBantuan],
    chapters: Sequence[LembarBantuan],
    pages: Sequence[LembarBantuan],
) -> list[EntriIndeks]:
    """Return the lines of the index in their order; a word that nothing tells of has none.

    Args:
        words: pages and other words that are looked up; one that the glossary has too says how
            else it is written, or where it is explained.
        istilah: the words of the glossary, each of which stands there too.
        chapters: of the manual.
        pages: the help of the pages.
    """
    places = [*_places_of(chapters), *map(_place_of_page, pages)]
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        told = _best(word.tertulis or (word.judul,), places)
        led = (key_of(*word.tautan.split("#")),) if word.tautan else ()
        found[word.judul] = (*led, *(key for key in told if key not in led))
    for item in istilah:
        told = found.get(item.kata) or _best(tuple(_SEVERAL.split(item.kata)), places)
        found[item.kata] = (*told, key_of(ISTILAH, item.jangkar))
    ordered = sorted(found, key=str.casefold)
    return [EntriIndeks(judul, found[judul]) for judul in ordered if found[judul]]


def _places_of(chapters: Sequence[LembarBantuan]) -> Iterator[_Place]:
    for sheet in chapters:
        for bagian in sheet.bagian:
            heading = bagian.judul or sheet.judul
            yield _Place(key_of(sheet.kunci, bagian.jangkar), heading, _text(bagian), True)


def _place_of_page(page: LembarBantuan) -> _Place:
    return _Place(key_of(page.kunci), page.judul, " ".join(map(_text, page.bagian)), False)


def _text(bagian: BagianBantuan) -> str:
    return " ".join(blok.teks for blok in bagian.blok)


def _best(words: Sequence[str], places: Sequence[_Place]) -> tuple[str, ...]:
    """Return the places that tell most of some words, the best first."""
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE
    )
    scored: list[tuple[int, int, str]] = []
    for order, place in enumerate(places):
        count = len(pattern.findall(place.text))
        if pattern.search(place.heading):
            count += _HEADING
        if count:
            # Of equals the chapters come first, as they stand in the manual.
            scored.append((-count - _CHAPTER * place.is_chapter, order, place.key))
    return tuple(key for _, _, key in sorted(scored)[:_MOST])


def build_index(entries: Sequence[EntriIndeks], numbers: Mapping[str, str], size: float) -> Table:
    """Lay out the index in two columns.

    Args:
        entries: its lines, in order.
        numbers: printed page numbers by the keys of headings.
        size: of its letters, in points.
    """
    cells = [Cell(_runs(entry, numbers)) for entry in entries]
    half = (len(cells) + 1) // 2
    pairs = zip_longest(cells[:half], cells[half:], fillvalue=Cell(""))
    rows = tuple(Row(pair) for pair in pairs)
    return Table((Column(""), Column("")), rows, has_head=False, grid=False, size=size)


def _runs(entry: EntriIndeks, numbers: Mapping[str, str]) -> tuple[Run, ...]:
    best = int(numbers[entry.keys[0]])
    runs = [Run(f"{entry.judul}  ")]
    for number in sorted({int(numbers[key]) for key in entry.keys}):
        comma = ", " if len(runs) > 1 else ""
        runs += [Run(comma), Run(str(number), bold=number == best)]
    return tuple(runs)
