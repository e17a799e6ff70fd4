"""A walk through every page and tab of the window, for tests of what stands on all of them."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QTabBar

from kinerja_desktop.ui.base.page import LazyPage
from tests.journeys.clerk import Clerk
from tests.ui.window import current_page


def walk(clerk: Clerk, pages: Sequence[LazyPage]) -> Iterator[str]:
    """Open every page and tab in turn, and yield its name while it is shown."""
    for entry in pages:
        clerk.window.open_page(entry.KEY)
        clerk.wait()
        yield entry.TITLE
        bars = current_page(clerk.window).findChildren(QTabBar)
        tabs = [(bar, place) for bar in bars if bar.isVisible() for place in range(bar.count())]
        for bar, place in tabs:
            if bar.isVisible():
                bar.setCurrentIndex(place)
                clerk.wait()
                yield f"{entry.TITLE}, {bar.tabText(place)}"
