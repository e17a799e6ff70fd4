"""Filling the practice office from the wizard: on the worker, with its progress on the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWizard

from kinerja_desktop.services.latihan.keluar import is_contoh, leave_contoh
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip

_WORDS = "Menyiapkan kantor latihan…"


class PracticeFiller:
    """Runs the filling; the wizard waits for it with its choices shut.

    Attributes:
        strip: shows how far it has come.
    """

    def __init__(self, context: Context, wizard: QWizard, shut: Callable[[bool], None]) -> None:
        self._context, self._wizard, self._shut = context, wizard, shut
        self.strip = WorkStrip(context)

    def begin(self, done: Callable[[], None], given_up: Callable[[], None]) -> None:
        """Fill the office, then end the wizard.

        Args:
            done: the office is there.
            given_up: it failed half way; what there is of it is laid aside when the wizard ends.
        """
        office = self._context.office

        def work(task: Task) -> None:
            from kinerja_desktop.services.latihan.isi import fill_latihan

            with office.guarded():
                fill_latihan(office, task.report)

        def fail(error: Exception) -> None:
            self._shut(False)
            self._context.explain(self._wizard, error)
            if is_contoh(office):
                place = self._context.office.place.where
                self._context.next_place = place
                self._context.farewell = lambda: leave_contoh(place)
                given_up()

        self._shut(True)
        self.strip.run(_WORDS, work, lambda _: done(), fail, can_cancel=False)
