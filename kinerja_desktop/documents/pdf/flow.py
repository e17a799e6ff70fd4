"""Deal pieces out to pages, so that no heading and no signature stands alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kinerja_desktop.documents.naskah.blocks import Margins, Paper
from kinerja_desktop.documents.pdf.numbering import Count
from kinerja_desktop.documents.pdf.piece import MM, NewPage, Piece, Space
from kinerja_desktop.progress import Progress, silent, tell_through

# Two lines or rows stay with a heading above them, and two with a signature below.
_KEEP = 2
_EPSILON = 0.01
#: Of so many pieces one is told.
_TOLD = 20


@dataclass(frozen=True)
class Geometry:
    """Where text may stand on a page: its size and edges in points."""

    width: float
    height: float
    left: float
    top: float
    text_width: float
    text_height: float

    @classmethod
    def of(cls, paper: Paper, margins: Margins, landscape: bool) -> "Geometry":
        """Turn the paper if asked; the margins stay where they are."""
        sides = (paper.width * MM, paper.height * MM)
        width, height = sides[::-1] if landscape else sides
        return cls(
            width,
            height,
            margins.left * MM,
            height - margins.top * MM,
            width - (margins.left + margins.right) * MM,
            height - (margins.top + margins.bottom) * MM,
        )


@dataclass
class Page:
    """One page: each piece with the height above the bottom edge where its top lies.

    Attributes:
        count: how pages are counted, when that begins anew with this one.
    """

    geometry: Geometry
    count: Count | None = None
    placed: list[tuple[Piece, float]] = field(default_factory=list)


class Flow:
    """Deals pieces out to pages: begins a new page when the next piece does not fit."""

    def __init__(
        self, paper: Paper, margins: Margins, landscape: bool, progress: Progress = silent
    ) -> None:
        """Begin with an empty page; `progress` is told of pieces and may end the work."""
        self._progress = progress
        self._paper = paper
        self._margins = margins
        self._geometry = Geometry.of(paper, margins, landscape)
        self.pages: list[Page] = []
        self._start_page()

    def add(self, pieces: Sequence[Piece]) -> None:
        """Place all pieces, in their order."""
        section: list[Piece] = []
        for piece in pieces:
            if isinstance(piece, NewPage):
                self._add_section(section)
                section = []
                self._break(piece)
            else:
                section.append(piece)
        self._add_section(section)
        if len(self.pages) > 1 and not self.pages[-1].placed:
            self.pages.pop()

    def _break(self, piece: NewPage) -> None:
        is_empty, count = not self.pages[-1].placed, piece.count
        if piece.landscape is not None:
            self._geometry = Geometry.of(self._paper, self._margins, piece.landscape)
            if is_empty:
                count = count or self.pages[-1].count
                self.pages.pop()
        elif is_empty:
            return
        self._start_page(count)

    def _add_section(self, pieces: list[Piece]) -> None:
        for piece in tell_through(pieces, self._progress, "Menyusun halaman…", _TOLD):
            piece.measure(self._geometry.text_width, self._geometry.text_height)
        for chain in _chains(pieces):
            self._place_chain(chain)

    def _start_page(self, count: Count | None = None) -> None:
        self.pages.append(Page(self._geometry, count))
        self._y = self._geometry.top
        self._white = 0.0

    @property
    def _room(self) -> float:
        page = self._geometry
        return self._y - (page.top - page.text_height) + _EPSILON

    def _place_chain(self, chain: list[Piece]) -> None:
        while chain:
            if self._height(chain) <= self._room:
                for piece in chain:
                    self._place(piece)
                return
            chain = self._cut(chain) or self._move_on(chain)

    def _height(self, pieces: Sequence[Piece]) -> float:
        """Return how much of the page the pieces take, with the white between them."""
        total, white, is_top = 0.0, self._white, not self.pages[-1].placed
        for piece in pieces:
            if isinstance(piece, Space):
                total += 0 if is_top else piece.height
                continue
            total += (0 if is_top else max(white, piece.space_before)) + piece.height
            white, is_top = piece.space_after, False
        return total

    def _place(self, piece: Piece) -> None:
        page = self.pages[-1]
        if isinstance(piece, Space):
            self._y -= piece.height if page.placed else 0
            return
        if page.placed:
            self._y -= max(self._white, piece.space_before)
        page.placed.append((piece, self._y))
        self._y -= piece.height
        self._white = piece.space_after

    def _cut(self, chain: list[Piece]) -> list[Piece] | None:
        """Fill the page with the front of a chain; return what is left for the next one."""
        for place in range(len(chain) - 1, -1, -1):
            piece, before, after = chain[place], chain[:place], chain[place + 1 :]
            room = self._room - self._height([*before, piece]) + piece.height
            lead = _KEEP if before and before[-1].keep_with_next else 1
            if parts := piece.split(room, lead, _units_to_leave(after)):
                for part in (*before, parts[0]):
                    self._place(part)
                self._start_page()
                return [parts[1], *after]
        return None

    def _move_on(self, chain: list[Piece]) -> list[Piece]:
        """Take a new page; a chain too high even for that loses its first link."""
        if self.pages[-1].placed:
            self._start_page()
            return chain
        first, *others = chain
        parts = first.split(self._room, 1, 1)
        self._place(parts[0] if parts else first)
        if parts:
            self._start_page()
            return [parts[1], *others]
        return others


def _units_to_leave(after: list[Piece]) -> int:
    """Return how many units of a cut piece must go on to the page of a signature that follows."""
    return _KEEP if any(piece.keep_with_previous for piece in after) else 1


def _chains(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Group the pieces of a section into runs that want to stay together."""
    chain: list[Piece] = []
    for number, piece in enumerate(pieces):
        chain.append(piece)
        last = next((link for link in reversed(chain) if not isinstance(link, Space)), piece)
        if not last.keep_with_next and not _is_held(pieces, number):
            yield chain
            chain = []
    if chain:
        yield chain


def _is_held(pieces: list[Piece], number: int) -> bool:
    """Tell whether a signature further on holds this piece to the next one."""
    units = 0
    for piece in pieces[number + 1 :]:
        if piece.keep_with_previous:
            return True
        units += piece.units
        if units >= _KEEP:
            return False
    return False
