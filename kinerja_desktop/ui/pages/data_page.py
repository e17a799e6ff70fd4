"""A page of tabs, each of which shows and edits one kind of data."""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QTabWidget, QWidget

from kinerja_desktop.ui.context import Context
from kinerja_desktop.ui.pages.page import Page


@runtime_checkable
class Tab(Protocol):
    """What a tab must be able to do beside being a widget."""

    def reload(self) -> None:
        """Read the data again and show it."""


class DataPage(Page):
    """Reloads the tab that is looked at; the others when they are shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._places: dict[str, QWidget] = {}
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._reload_current)

    def add_tab(self, key: str, tab: QWidget, title: str) -> None:
        """Add a tab under a key by which other pages open it."""
        self._places[key] = tab
        self.tabs.addTab(tab, title)

    def tab(self, key: str) -> QWidget:
        """Return the tab of a key."""
        return self._places[key]

    def reload(self) -> None:
        """Read the data of the visible tab again."""
        self._reload_current()

    def receive(self, argument: Any) -> None:
        """Open the tab of a key."""
        if argument in self._places:
            self.tabs.setCurrentWidget(self._places[argument])

    def _reload_current(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, Tab) and self.isVisible():
            tab.reload()
