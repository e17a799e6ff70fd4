"""How many people work on the data now, in the status bar; pressed, it tells who."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from kinerja_desktop.services.kantor.connection import Person, list_people
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.people import PeopleDialog, describe_person

_PAUSE_MS = 10_000


class PeopleButton(QPushButton):
    """Hidden where nobody else can have the data open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFlat(True)
        self.clicked.connect(self._tell_who)
        self.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        if context.is_shared:
            self._timer.start(_PAUSE_MS)
            self.refresh()

    def refresh(self) -> None:
        """Count again; a server that is away is told by the band, and keeps the last count."""
        if not self._context.line.is_away:
            self._context.load(self, list_people, self._show)

    def _show(self, people: Sequence[Person]) -> None:
        names = {person.nama for person in people}
        self.setText(f"{len(names)} orang bekerja")
        self.setToolTip("\n".join(describe_person(person) for person in people))
        self.show()

    def _tell_who(self) -> None:
        PeopleDialog(self.window(), self._context).exec()
