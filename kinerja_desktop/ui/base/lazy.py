"""A page that is known by name before its module is imported."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page


class PageEntry(Protocol):
    """What the window needs to know of a page: a `LazyPage`, or the class itself."""

    @property
    def KEY(self) -> str:
        """Name by which pages open each other."""

    @property
    def TITLE(self) -> str:
        """Word in the navigation."""

    @property
    def ICON(self) -> str:
        """Name of its icon."""

    @property
    def GROUP(self) -> str:
        """Heading above it in the navigation, empty for none."""

    def __call__(self, context: Context) -> Page:
        """Build the page."""


@dataclass(frozen=True)
class LazyPage:
    """Imports its page when it is first shown: all modules together cost a fifth of a second.

    Attributes:
        KEY: name by which pages open each other.
        TITLE: word in the navigation.
        ICON: name of its icon.
        GROUP: heading above it in the navigation, empty for none.
        place: module below `ui` and class, such as ``beranda.page:BerandaPage``.
    """

    KEY: str
    TITLE: str
    ICON: str
    place: str
    GROUP: str = ""

    def load(self) -> type[Page]:
        """Import the page's class."""
        module, name = self.place.split(":")
        found = getattr(import_module(f"kinerja_desktop.ui.{module}"), name)
        return cast("type[Page]", found)

    def __call__(self, context: Context) -> Page:
        """Build the page."""
        return self.load()(context)
