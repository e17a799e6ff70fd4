"""What all pages have in common: a title, and reloading when their data changes."""

from typing import Any, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.style import LARGE, MEDIUM


class Page(QWidget):
    """A page of the window, built when it is first shown.

    Subclasses set the class attributes, build their widgets into `self.body`, and fill them in
    `reload`; buttons of the whole page go into `self.buttons`, right of the title.

    Attributes:
        KEY: name by which pages open each other.
        TITLE: heading, and word in the navigation.
        ICON: name of its icon.
        GROUP: heading above it in the navigation, empty for none.
        TABLES: names of the tables that it shows; it reloads when one of them changes.
    """

    KEY: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    GROUP: ClassVar[str] = ""
    TABLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        title = QLabel(self.TITLE)
        title.setObjectName("judul")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(MEDIUM)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addLayout(self.buttons)
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        layout.addLayout(head)
        layout.addLayout(self.body, 1)
        context.periode_changed.connect(self._become_stale)
        context.tables_changed.connect(self._hear)

    def reload(self) -> None:
        """Read the data again and show it; called when shown first and when data changed."""

    def receive(self, argument: Any) -> None:
        """Show what another page asked for."""

    def showEvent(self, event: QShowEvent) -> None:
        """Reload when something changed while hidden."""
        super().showEvent(event)
        self._reload_if_due()

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
