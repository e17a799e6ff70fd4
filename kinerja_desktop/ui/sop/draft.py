"""The SOP that is being written in the editor: changed by its tabs, kept only when saved."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.errors import KinerjaError


class Draft(QObject):
    """What every tab of the editor shows and changes.

    Signals:
        changed: the SOP is another one now.
        refused: a change was not possible; in words.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, sop: Sop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sop = self.before = sop

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.sop != self.before

    def change(self, change: Callable[[Sop], Sop]) -> bool:
        """Change the SOP; tell whether that was possible."""
        try:
            self.sop = change(self.sop)
        except KinerjaError as error:
            self.refused.emit(str(error))
            return False
        self.changed.emit()
        return True
