"""Files that are attached one after another: with progress, and *Batal* between and within them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.progress import Progress, stoppable
from kinerja_desktop.services.kantor.connection import is_connection_lost
from kinerja_desktop.services.kantor.kept_files import AttachCancelledError
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import page_of
from kinerja_desktop.ui.base.tasks import Task

T = TypeVar("T")


def follow_attaching(task: Task) -> Progress:
    """Return what tells a task how far the copying of a file is, and ends it when it is to stop."""
    return stoppable(task.report, task.is_cancelled, AttachCancelledError)


def attach_files(
    context: Context,
    parent: QWidget,
    paths: Sequence[Path],
    attach: Callable[[Path, Progress], T],
    about: str,
    tell: Callable[[Path, T], None] = lambda _path, _result: None,
) -> None:
    """Attach files, each as a deed of its own; what cannot be attached stops none of the others.

    Those that are in when the clerk stops it stay in. What is asked for while the page is busy
    follows when it is free.

    Args:
        context: the window's.
        parent: stands on the page that shows the progress; beside it a refusal is explained.
        paths: the files.
        attach: attaches one, on the worker; told its progress, which ends it by raising.
        about: what they belong to, as a sentence goes on: ``kriteria 1.1.3``.
        tell: tells more of one that is in.
    """
    if not paths:
        return
    strip = page_of(parent).work_strip()

    def work(task: Task) -> tuple[list[tuple[Path, T]], list[KinerjaError]]:
        attached: list[tuple[Path, T]] = []
        failures: list[KinerjaError] = []
        for path in paths:
            try:
                attached.append((path, attach(path, follow_attaching(task))))
            except CancelledError as stopped:
                failures += [] if attached else [stopped]
                break
            except KinerjaError as error:
                failures.append(error)
        if failures and not attached:
            raise _join(failures)
        return attached, failures

    def done(found: tuple[list[tuple[Path, T]], list[KinerjaError]]) -> None:
        attached, failures = found
        name = (
            attached[0][0].name if len(paths) == 1 else f"{len(attached)} dari {len(paths)} berkas"
        )
        context.say(f"{name} dilampirkan pada {about}.")
        for path, result in attached:
            tell(path, result)
        if failures:
            context.explain(parent, _join(failures))

    def begin() -> None:
        name = paths[0].name if len(paths) == 1 else f"{len(paths)} berkas"
        strip.run(f"Melampirkan {name}…", work, done, lambda error: context.explain(parent, error))

    strip.when_free(begin)


def _join(failures: Sequence[KinerjaError]) -> KinerjaError:
    """Return several failures as one, to be read at once; that the server is away comes first."""
    away = next((error for error in failures if is_connection_lost(error)), None)
    if away is not None or len(failures) == 1:
        return away or failures[0]
    return KinerjaError("\n".join(str(error) for error in failures))
