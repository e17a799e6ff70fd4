"""What all pages have in common: a description, a title, and reloading when data changes."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Protocol, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.finding import open_finder
from kinerja_desktop.ui.base.page_head import PageHead
from kinerja_desktop.ui.base.style import LARGE, MEDIUM
from kinerja_desktop.ui.base.work_strip import WorkStrip

#: The word on every button that leads to paper.
_PRINT = "Cetak"


class Page(QWidget):
    """A page of the window, built when it is first shown.

    Subclasses name their description, build their widgets into `self.body`, and fill them in
    `reload`; buttons of the whole page go into `self.buttons`, right of the title.

    Attributes:
        ENTRY: its description; the attributes below are taken from there.
        KEY: name by which pages open each other.
        TITLE: heading, and word in the navigation.
        ICON: name of its icon.
        GROUP: heading above it in the navigation, empty for none.
        TABLES: names of the tables that it shows; it reloads when one of them changes.
    """

    ENTRY: ClassVar["LazyPage | None"] = None
    KEY: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    GROUP: ClassVar[str] = ""
    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        if (entry := cls.ENTRY) is not None:
            cls.KEY, cls.TITLE, cls.ICON = entry.KEY, entry.TITLE, entry.ICON
            cls.GROUP, cls.TABLES = entry.GROUP, entry.TABLES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale, self._is_followed = True, False
        self._work_strip: WorkStrip | None = None
        title = QLabel(self.TITLE)
        title.setObjectName("judul")
        self.buttons = PageHead(title, self._make_help_button())
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        layout.addLayout(self.buttons)
        layout.addLayout(self.body, 1)
        context.periode_changed.connect(self._become_stale)
        context.tables_changed.connect(self._hear)

    def reload(self) -> None:
        """Read the data again and show it; called when shown first and when data changed."""

    def receive(self, argument: Any) -> None:
        """Show what another page asked for."""

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Take files and folders that were dropped on the window; False where they are not ours.

        Args:
            paths: what was dropped.
            at: where on the screen; None for nowhere in particular.
        """
        return False

    def is_handing_over(self) -> bool:
        """Hand over what is typed here; True while the office has not answered for all of it."""
        return False

    def find_here(self) -> bool:
        """Put the cursor where something on this page is looked for; False when nothing is."""
        return open_finder(self)

    def print_document(self) -> bool:
        """Press the page's own *Cetak*; False when it has none that can be pressed.

        One that offers several papers is none: they all stand in *Dokumen*.
        """
        for button in self.findChildren(QPushButton):
            is_print = _plain(button.text()).startswith(_PRINT) and button.menu() is None
            if is_print and button.isVisible():
                button.click()
                return button.isEnabled()
        return False

    def work_strip(self) -> WorkStrip:
        """Return where a deed of this page shows its progress and *Batal*; made at the first."""
        if self._work_strip is None:
            self._work_strip = WorkStrip(self.context)
            # Without a letter: those of the page are given away.
            self._work_strip.cancel_button.setText("Batal")
            self.body.addWidget(self._work_strip)
        return self._work_strip

    def showEvent(self, event: QShowEvent) -> None:
        """Reload when something changed while hidden."""
        super().showEvent(event)
        if not self._is_followed:
            self._is_followed = True
            self.context.memory.follow(self, self.KEY)
        self._reload_if_due()

    def _make_help_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("bantuan")
        button.setText("?")
        button.setAccessibleName("Bantuan halaman ini")
        button.setToolTip("Bantuan halaman ini (F1)")
        # By the keyboard it is F1: as the first to be reached it would take the cursor of the page.
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(lambda: self.context.help_wanted.emit(""))
        return button

    def _hear(self, tables: set[str]) -> None:
        if self.TABLES & tables:
            self._become_stale()

    def _become_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._reload_if_due()

    def _reload_if_due(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()


def page_of(widget: QWidget) -> Page:
    """Return the page on which a widget stands."""
    above: QWidget | None = widget
    while not isinstance(above, Page):
        assert above is not None, "it stands on a page"
        above = above.parentWidget()
    return above


def _plain(text: str) -> str:
    return text.replace("&", "")


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
    """Describes a page, and imports it when it is first shown.

    All modules together cost a fifth of a second. So descriptions stand in modules of their own,
    `entry` of each room, and `ui.shell.pages` lists them.

    Attributes:
        KEY: name by which pages open each other.
        TITLE: word in the navigation.
        ICON: name of its icon.
        place: module below `ui` and class, such as ``beranda.page:BerandaPage``.
        TABLES: names of the tables that it shows; it reloads when one of them changes. A test
            finds those that are missing from what the page really reads.
        GROUP: heading above it in the navigation, empty for none.
    """

    KEY: str
    TITLE: str
    ICON: str
    place: str
    TABLES: frozenset[str]
    GROUP: str = ""

    def load(self) -> type[Page]:
        """Import the page's class."""
        module, name = self.place.split(":")
        found = getattr(import_module(f"kinerja_desktop.ui.{module}"), name)
        return cast("type[Page]", found)

    def __call__(self, context: Context) -> Page:
        """Build the page."""
        return self.load()(context)
