"""What a mapped table would change, in the words of the preview; read on the worker thread."""

from kinerja_desktop.progress import stop_if
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.taking import (
    Choices,
    OwnBook,
    TableCancelledError,
    describe_skipped,
    plan_own_table,
)
from kinerja_desktop.services.riwayat.import_preview import describe_plan
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.tables.import_preview import Pratinjau


def preview_table(
    office: Office, book: OwnBook, sheet: int, choices: Choices, task: Task
) -> Pratinjau:
    """Return what would change, and what only the good rows would."""
    found = plan_own_table(
        office, book.path, book.grids[sheet], choices, task.report, task.is_cancelled
    )
    stop_if(task.is_cancelled, TableCancelledError)
    skipped = describe_skipped(found)
    good = None
    if found.good:
        good = Pratinjau(found.good, describe_plan(office, found.good), skipped)
    return Pratinjau(found.plan, describe_plan(office, found.plan), skipped, good)
