"""Evidence that is dropped on the page: of the figure it was dropped on, and of no other."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.pengukuran.model import LembarModel
from kinerja_desktop.ui.pengukuran.panel import FigurePanel

_ON_A_LINE = "Bukti belum dilampirkan: jatuhkan pada baris indikatornya."


class DroppedEvidence:
    """Finds the figure below the mouse: its line in the table, or the panel that tells of it."""

    def __init__(
        self, context: Context, table: QTableView, model: LembarModel, panel: FigurePanel
    ) -> None:
        self._context, self._table, self._model, self._panel = context, table, model, panel

    def take(self, paths: list[Path], at: QPoint | None) -> bool:
        """Attach files to the figure at a place on the screen; False where the page has none.

        Nowhere in particular, it is the figure of which the panel tells.
        """
        lines = self._table.viewport()
        if at is not None and is_on(lines, at):
            item = self._model.indikator_at(self._table.indexAt(lines.mapFromGlobal(at)))
            if item is None:
                self._context.say(_ON_A_LINE)
                return True
            self._table.setCurrentIndex(self._model.entry_index(item.bahan.id))
        elif at is not None and not is_on(self._panel, at):
            return False
        if not self._panel.evidence.attach_button.isEnabled():
            self._context.say(_ON_A_LINE)
            return True
        self._panel.tabs.setCurrentWidget(self._panel.evidence)
        self._panel.evidence.attach(*paths)
        return True
