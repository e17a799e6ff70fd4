"""Filling the practice office from the wizard: on the worker, with its progress on the page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.latihan.terputus import is_half, leave_half, note_ended
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip

_WORDS = "Menyiapkan kantor latihan…"


def fill_practice(
    context: Context,
    strip: WorkStrip,
    parent: QWidget,
    done: Callable[[], None],
    failed: Callable[[bool], None],
) -> None:
    """Fill the practice office.

    Args:
        context: of the empty office.
        strip: shows how far it has come.
        parent: beside which a failure is explained.
        done: the office is there.
        failed: told whether a half of it is there; that is laid aside when the office is closed.
    """
    office = context.office

    def work(task: Task) -> None:
        from kinerja_desktop.services.latihan.isi import fill_latihan

        with office.guarded():
            fill_latihan(office, task.report, task.is_cancelled)

    def fail(error: Exception) -> None:
        context.explain(parent, error)
        has_half = is_half(office)
        if has_half:
            place = office.place.where
            context.next_place = place
            context.farewell = lambda: leave_half(place)
        else:
            context.attempt(parent, lambda: note_ended(office))
        failed(has_half)

    # On a server nobody would lay the half of it aside.
    is_in_folder = isinstance(office.place.where, Path)
    strip.run(_WORDS, work, lambda _: done(), fail, can_cancel=is_in_folder)
