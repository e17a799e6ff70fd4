"""The screens that are photographed, and what is taken on each of them."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from PySide6.QtGui import QColor, QPalette

from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.base.colours import DARK, LIGHT, Colours, high_contrast


@dataclass(frozen=True)
class Screen:
    """A screen of an office.

    Attributes:
        name: of its folder of pictures.
        pixels: its width and height.
        scale: in percent.
        scheme: of its colours: `terang`, `gelap`, `kontras`.
        is_whole: every office and dialog; else the pages of the practice office alone.
    """

    name: str
    pixels: tuple[int, int]
    scale: int = 100
    scheme: str = "terang"
    is_whole: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """In the pixels of a program, which the scale makes larger."""
        width, height = (round(length * 100 / self.scale) for length in self.pixels)
        return width, height

    @property
    def colours(self) -> Colours:
        """The scheme itself."""
        if self.scheme == "kontras":
            return high_contrast(_night())
        return DARK if self.scheme == "gelap" else LIGHT


_SMALL, _LARGE = (1366, 768), (1920, 1080)
SCREENS = {
    screen.name: screen
    for screen in (
        Screen("1366-100", _SMALL, is_whole=True),
        Screen("1366-125", _SMALL, 125),
        Screen("1366-150", _SMALL, 150, is_whole=True),
        Screen("1920-100", _LARGE),
        Screen("gelap", _SMALL, scheme="gelap"),
        Screen("kontras", _SMALL, scheme="kontras"),
    )
}


def open_copy(filled: Path, folder: Path) -> Office:
    """Open a copy of an office that was filled once.

    Args:
        filled: its data folder, which stays as it is.
        folder: for the copy; not there yet.
    """
    return open_office(copytree(filled, folder))


def _night() -> QPalette:
    """*Night sky* of Windows 11."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.Text, "#ffffff"),
        (QPalette.ColorRole.Highlight, "#8ee3f0"),
        (QPalette.ColorRole.HighlightedText, "#263b50"),
    ):
        palette.setColor(role, QColor(colour))
    return palette
