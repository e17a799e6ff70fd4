"""Pengumpulan Data: forms out and back, the office's workbook, tables of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTabWidget, QWidget

from kinerja_desktop.services.kantor.pindaian import are_scans
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.isian.tab import WorkbookTab
from kinerja_desktop.ui.pemetaan.tab import OwnTableTab
from kinerja_desktop.ui.pengumpulan.entry import PENGUMPULAN_PAGE
from kinerja_desktop.ui.pengumpulan.forms_tab import FormsTab
from kinerja_desktop.ui.tables.data_page import LazyTab


class PengumpulanPage(Page):
    """Three ways in which data comes together."""

    ENTRY = PENGUMPULAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.forms = FormsTab(context)
        self.forms.workbook_found.connect(lambda path: self.open_workbook().preview(path))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.forms, "&Formulir")
        self._add_tab("tabel", "E&xcel kantor", lambda: OwnTableTab(context))
        self._workbook = self._add_tab("buku", "B&uku kerja", lambda: WorkbookTab(context))
        self.body.addWidget(self.tabs, 1)

    def open_workbook(self) -> WorkbookTab:
        """Show the tab of the office's workbook, and return it."""
        self.tabs.setCurrentWidget(self._workbook)
        found = self._workbook.content()
        assert isinstance(found, WorkbookTab)
        return found

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Look through all that is dropped here: evidence may lie beside its form.

        Photos and scans alone hold no form.
        """
        if are_scans(paths):
            return False
        if self.context.may_write:
            self.receive(paths)
        return self.context.may_write

    def reload(self) -> None:
        """Read the board again; the mappings that were kept look after themselves."""
        self.forms.reload()

    def receive(self, argument: Any) -> None:
        """Show the forms; look through files that were dropped on the window."""
        self.tabs.setCurrentWidget(self.forms)
        if isinstance(argument, Sequence) and all(isinstance(path, Path) for path in argument):
            self.forms.read(list(argument))

    def _add_tab(self, key: str, title: str, make: Callable[[], QWidget]) -> LazyTab:
        room = f"{self.KEY}.{key}"
        tab = LazyTab(make, lambda built: self.context.memory.follow(built, room))
        self.tabs.addTab(tab, title)
        return tab
