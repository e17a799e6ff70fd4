"""A page of tabs, each of which shows and edits one kind of data."""

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page


@runtime_checkable
class Tab(Protocol):
    """What a tab must be able to do beside being a widget."""

    def reload(self) -> None:
        """Read the data again and show it."""


class LazyTab(QWidget):
    """Builds what it holds when that is first asked for or shown: a page of forms opens at once."""

    def __init__(self, make: Callable[[], QWidget], built: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._make, self._built = make, built
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.content()

    def content(self) -> QWidget:
        """Return what the tab holds."""
        if self._content is None:
            self._content = self._make()
            self._layout.addWidget(self._content)
            # What is added to something shown already would wait for the event loop.
            self._content.show()
            self._built(self._content)
        return self._content


class DataPage(Page):
    """Builds and reloads the tab that is looked at; the others when they are shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._places: dict[str, LazyTab] = {}
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._reload_current)

    def add_tab(self, key: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a tab under a key by which other pages open it; `make` builds it when shown."""
        room = f"{self.KEY}.{key}"
        self._places[key] = LazyTab(make, lambda built: self.context.memory.follow(built, room))
        self.tabs.addTab(self._places[key], title)

    def tab(self, key: str) -> QWidget:
        """Return what the tab of a key holds."""
        return self._places[key].content()

    def index_of(self, key: str) -> int:
        """Return the place of a tab."""
        return self.tabs.indexOf(self._places[key])

    def reload(self) -> None:
        """Read the data of the visible tab again."""
        self._reload_current()

    def receive(self, argument: Any) -> None:
        """Open the tab of a key, and let the keyboard go on there."""
        if argument in self._places:
            self.tabs.setCurrentWidget(self._places[argument])
            self.tab(argument).setFocus()

    def _reload_current(self) -> None:
        holder = self.tabs.currentWidget()
        if not isinstance(holder, LazyTab) or not self.isVisible():
            return
        content = holder.content()
        if isinstance(content, Tab):
            content.reload()
