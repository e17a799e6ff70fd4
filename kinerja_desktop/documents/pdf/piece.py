"""What the flow puts on pages: something that knows its height, may be cut, and draws itself."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Self

from kinerja_desktop.documents.pdf.numbering import Count

#: Points in a millimetre.
MM = 72 / 25.4

#: What canvas and drawings of ReportLab are to us: called, never taken apart.
Canvas = Any


@dataclass(eq=False)
class Anchor:
    """Where a heading or caption came to stand; shared by the parts of one that is cut.

    Attributes:
        text: its words on one line.
        key: its name for whoever asked to know the place.
        level: in the file's outline; ``None`` for captions.
        is_linked: a list of contents leads to it.
        page: number of the page in the file, from 0; -1 until the flow is done.
        label: the number printed on that page.
        top: height of its upper edge above the page's lower edge, in points.
    """

    text: str
    key: str = ""
    level: int | None = None
    is_linked: bool = False
    page: int = -1
    label: str = ""
    top: float = 0.0

    @property
    def name(self) -> str:
        """Name by which the file links to this place."""
        return f"{self.page + 1}-{self.top:.1f}"


class Piece(ABC):
    """A block laid out for one width; all lengths are points, y grows upwards.

    Attributes:
        height: known after `measure`.
        space_before: white above, dropped at the top of a page.
        space_after: white below, dropped at the foot of a page.
        keep_with_next: must not be the last on a page.
        keep_with_previous: must not be the first on a page (signature blocks).
        anchor: of headings and captions.
    """

    height = 0.0
    space_before = 0.0
    space_after = 0.0
    keep_with_next = False
    keep_with_previous = False
    anchor: Anchor | None = None

    @abstractmethod
    def measure(self, width: float, page_height: float) -> None:
        """Lay out for a width; `page_height` is what an empty page offers."""

    @property
    def units(self) -> int:
        """Number of lines or rows; a piece that cannot be cut counts as two."""
        return 2

    def split(self, height: float, lead: int, leave: int) -> tuple[Self, Self] | None:
        """Cut into a part no higher than `height` and the rest.

        Args:
            height: points that are left on the page.
            lead: units that must stand in the first part at least.
            leave: units that must be left for the second part at least.

        Returns:
            ``None`` when it cannot be cut so.
        """
        return None

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""


class Space(Piece):
    """White between two blocks."""

    def __init__(self, height: float) -> None:
        self.height = height

    @property
    def units(self) -> int:
        """Return 0: white is nothing to read, and does not count where lines are counted."""
        return 0

    def measure(self, width: float, page_height: float) -> None:
        """Measure nothing: the height was given."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Leave the paper white."""


class NewPage(Space):
    """Ends the page; a section also says how the paper lies and how its pages are counted."""

    def __init__(self, landscape: bool | None = None, count: Count | None = None) -> None:
        super().__init__(0)
        self.landscape = landscape
        self.count = count
