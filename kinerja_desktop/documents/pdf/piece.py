"""What the flow puts on pages: something that knows its height, may be cut, and draws itself."""

from abc import ABC, abstractmethod
from typing import Any, Self

#: Points in a millimetre.
MM = 72 / 25.4

#: What canvas and drawings of ReportLab are to us: called, never taken apart.
Canvas = Any


class Piece(ABC):
    """A block laid out for one width; all lengths are points, y grows upwards.

    Attributes:
        height: known after `measure`.
        space_before: white above, dropped at the top of a page.
        space_after: white below, dropped at the foot of a page.
        keep_with_next: must not be the last on a page.
        keep_with_previous: must not be the first on a page (signature blocks).
        page: the page's number, set when it is placed.
    """

    height = 0.0
    space_before = 0.0
    space_after = 0.0
    keep_with_next = False
    keep_with_previous = False
    page = 0

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
        """White is no line."""
        return 0

    def measure(self, width: float, page_height: float) -> None:
        """White is as high as it was asked for."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Leave the paper white."""


class NewPage(Space):
    """Ends the page, and turns the paper when `landscape` is given."""

    def __init__(self, landscape: bool | None = None) -> None:
        super().__init__(0)
        self.landscape = landscape
