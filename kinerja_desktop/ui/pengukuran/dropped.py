"""Evidence that is dropped on the page: of the figure it was dropped on, and of no other."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView

from kinerja_desktop.domain.sop.tukar import AKHIRAN as SOP
from kinerja_desktop.services.kiriman.balasan import holds_reply
from kinerja_desktop.services.pengumpulan.berkas import AKHIRAN
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.pengukuran.model import LembarModel
from kinerja_desktop.ui.pengukuran.panel import FigurePanel

#: Tables have a page that looks through them, also where they hold no form of the office.
_TABLES = (*AKHIRAN, ".csv")
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


def are_evidence(paths: Sequence[Path]) -> bool:
    """Tell whether files go with the figure on which they are dropped, whatever they are.

    What cannot be evidence among them is refused one by one. Only folders, tables, and what
    Bappeda or another office sends alone have pages of their own.
    """
    return not all(path.is_dir() or _has_own_page(path) for path in paths)


def _has_own_page(path: Path) -> bool:
    name = path.name.casefold()
    return name.endswith((*_TABLES, SOP)) or holds_reply(path)
