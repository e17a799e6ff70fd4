"""Riwayat & Cadangan: who changed what, and how nothing is lost."""

from typing import Any

from PySide6.QtWidgets import QTabWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.riwayat.backup_tab import BackupTab
from kinerja_desktop.ui.riwayat.entry import RIWAYAT_PAGE
from kinerja_desktop.ui.riwayat.trail_tab import TrailTab

CADANGAN = "cadangan"


class RiwayatPage(Page):
    """Two tabs; each reads its data when the page is shown or the data has changed."""

    ENTRY = RIWAYAT_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.trail = TrailTab(context)
        self.backups = BackupTab(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.trail, "Ri&wayat")
        self.tabs.addTab(self.backups, "Cadan&gan")
        self.body.addWidget(self.tabs, 1)

    def reload(self) -> None:
        """Read the trail and the backups again."""
        self.trail.load()
        self.backups.load()

    def receive(self, argument: Any) -> None:
        """Show a tab: ``"cadangan"``, else the trail."""
        self.tabs.setCurrentWidget(self.backups if argument == CADANGAN else self.trail)
