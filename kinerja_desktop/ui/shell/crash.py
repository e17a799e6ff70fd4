"""When something goes wrong that nobody foresaw: a log beside the data, and plain words."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qInstallMessageHandler

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import dialogs

LOG = logging.getLogger("kinerja_desktop")
LOG_NAME, CRASH_NAME = "kinerja.log", "kinerja.crash.log"
_LOG_BYTES, _LOG_FILES = 1_000_000, 3


class _Log(RotatingFileHandler):
    """A log that a full disk does not hold: it says nothing of itself on the console."""

    def handleError(self, record: logging.LogRecord) -> None:
        # What the disk has no room for was said where it mattered; the log tells nobody more.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


@contextmanager
def keep_log(folder: Path) -> Iterator[None]:
    """Keep a small log beside the data while the program runs; nothing is sent anywhere."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Log(
            folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError:
        # A folder that cannot be written is explained when the office is opened.
        yield
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        with _trace_crashes(folder / CRASH_NAME):
            yield
    finally:
        LOG.removeHandler(handler)
        # What the disk has no room for was said where it mattered; the log is no reason to fail.
        with suppress(OSError):
            handler.close()


@contextmanager
def _trace_crashes(path: Path) -> Iterator[None]:
    """Let a crash in Qt itself leave its trace in a file; without room for one, in none."""
    try:
        file = path.open("w", encoding="utf-8")
    except OSError:
        yield
        return
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()
        with suppress(OSError):
            file.close()


@contextmanager
def report_bugs(folder: Path) -> Iterator[None]:
    """Show a bug in plain words and keep its traceback in the log, while the program runs."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        LOG.critical("%s", text)
        if isinstance(error, KinerjaError):
            dialogs.explain(None, error)
        elif not issubclass(kind, KeyboardInterrupt):
            dialogs.show_crash(None, text, folder / LOG_NAME)

    before, threads = sys.excepthook, threading.excepthook
    sys.excepthook = report
    threading.excepthook = _log_thread
    handler = qInstallMessageHandler(lambda kind, where, text: LOG.warning("Qt: %s", text))
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, threads
        qInstallMessageHandler(handler)


def _log_thread(bug: threading.ExceptHookArgs) -> None:
    lines = traceback.format_exception(bug.exc_type, bug.exc_value, bug.exc_traceback)
    LOG.critical("%s", "".join(lines))
