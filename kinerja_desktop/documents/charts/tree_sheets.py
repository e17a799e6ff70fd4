"""Cut a Pohon Kinerja into sheets: what stands above a cut returns on the next sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kinerja_desktop.documents.charts.tree import (
    above_tree,
    box_height,
    column_width,
    tree_strip,
)
from kinerja_desktop.domain.laporan.grafik import TreeChart
from kinerja_desktop.domain.laporan.pohon_kinerja import (
    SimpulKinerja,
    continued,
)

#: So that rounding never moves a sheet to a page of its own.
_SLACK = 12.0
#: A box at the end of its branch, with all boxes from the root down to it.
_Path = tuple[SimpulKinerja, ...]


def cut_chart(
    chart: TreeChart, width: float, height: float, above: float = 0, below: float = 0
) -> list[TreeChart]:
    """Return the sheets of a Pohon Kinerja; from the second on they bear its title and number.

    Args:
        chart: the whole.
        width: of a page, in points.
        height: of a page, in points.
        above: points that are taken on the first page.
        below: points that must stay free on the last page.
    """
    heads = above_tree(replace(chart, title="-"))
    # The first sheet has no title of its own.
    taken = above - (heads - above_tree(replace(chart, title="")))
    sheets = cut_tree(chart, width, height - heads - _SLACK, taken, below)
    total = len(sheets)
    return [
        replace(
            chart,
            title=f"{chart.title} (lembar {number} dari {total})" if number > 1 else "",
            akar=akar,
        )
        for number, akar in enumerate(sheets, start=1)
    ]


def cut_tree(
    chart: TreeChart, width: float, height: float, above: float, below: float
) -> list[tuple[SimpulKinerja, ...]]:
    """Return the boxes of each sheet; nothing is left out, and nothing is set smaller.

    A sasaran stays on one sheet where it fits, else its programs do, and so on down. A box that is
    taller than a sheet goes on in another one below it.

    Args:
        chart: the whole tree.
        width: of a sheet, in points.
        height: that boxes may take on a sheet, in points.
        above: points less on the first sheet.
        below: points less on the last one.
    """
    across = column_width(chart.tingkat, width)
    least = height - max(above, 0) - below
    whole = tuple(piece for simpul in chart.akar for piece in _cut_boxes(simpul, across, least))
    cutter = _Cutter(across, height, above)
    cutter.place(list(_paths(whole)), 1)
    cutter.end(below)
    return cutter.sheets


class _Cutter:
    """Fills one sheet after the other with branches."""

    def __init__(self, across: float, height: float, above: float) -> None:
        self._across, self._height, self._above = across, height, above
        self._current: list[_Path] = []
        self._shown: set[int] = set()
        self.sheets: list[tuple[SimpulKinerja, ...]] = []

    def place(self, paths: list[_Path], depth: int) -> None:
        """Put branches onto this sheet or the next, together as far down as they fit."""
        if self._fits([*self._current, *paths]):
            self._current += paths
        elif len(paths) == 1 or (self._current and self._fits(paths, is_next=True)):
            # A single one that fits nowhere is drawn smaller rather than cut off.
            self.turn()
            self._current = paths
        else:
            for _, group in groupby(paths, key=lambda path: tuple(map(id, path[:depth]))):
                self.place(list(group), depth + 1)

    def turn(self) -> None:
        """Close this sheet, if there is anything on it."""
        if self._current:
            self.sheets.append(_grow(self._current, 0, self._shown))
            self._shown |= {id(simpul) for path in self._current for simpul in path}
            self._current = []

    def end(self, below: float) -> None:
        """Close the last sheet, with room below it for what follows."""
        self._height -= below
        if self._current and not self._fits(self._current):
            paths, self._current = self._current, []
            self.place(paths, 1)
        self.turn()

    def _fits(self, paths: list[_Path], *, is_next: bool = False) -> bool:
        is_first = not self.sheets and not is_next
        room = self._height - self._above if is_first else self._height
        return tree_strip(_grow(paths, 0, self._shown), self._across) <= room


def _paths(akar: Sequence[SimpulKinerja], above: _Path = ()) -> Iterator[_Path]:
    for simpul in akar:
        path = (*above, simpul)
        if simpul.anak:
            yield from _paths(simpul.anak, path)
        else:
            yield path


def _grow(paths: Sequence[_Path], depth: int, shown: set[int]) -> tuple[SimpulKinerja, ...]:
    """Return the tree of these branches; boxes of earlier sheets are repeated in short."""
    grown: list[SimpulKinerja] = []
    long = [path for path in paths if len(path) > depth]
    for _, group in groupby(long, key=lambda path: id(path[depth])):
        branches = list(group)
        simpul = branches[0][depth]
        own = continued(simpul) if id(simpul) in shown else simpul
        grown.append(replace(own, anak=_grow(branches, depth + 1, shown)))
    return tuple(grown)


def _cut_boxes(simpul: SimpulKinerja, across: float, height: float) -> Iterator[SimpulKinerja]:
    """Yield a box with all below it, in several where its own words are taller than a sheet."""
    below = tuple(piece for child in simpul.anak for piece in _cut_boxes(child, across, height))
    first, *others = _chunks(replace(simpul, anak=()), across, height)
    yield replace(first, anak=below)
    yield from others


def _chunks(simpul: SimpulKinerja, across: float, height: float) -> list[SimpulKinerja]:
    if box_height(simpul, across) <= height or len(simpul.indikator) < 2:
        return [simpul]
    count = len(simpul.indikator) - 1
    while count > 1 and _height_of(simpul, count, across) > height:
        count -= 1
    first = replace(simpul, indikator=simpul.indikator[:count])
    rest = replace(simpul, indikator=simpul.indikator[count:], catatan="lanjutan")
    return [first, *_chunks(rest, across, height)]


def _height_of(simpul: SimpulKinerja, count: int, across: float) -> float:
    return box_height(replace(simpul, indikator=simpul.indikator[:count]), across)
