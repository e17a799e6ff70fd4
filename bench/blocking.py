"""How long the UI thread is ever held up while a clerk works in a large office."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import (
    make_application,
    settle_memory,
    start_background_work,
)
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES

_LIMIT_MS = 50
_TICK_MS = 1


class _Heart:
    """Beats every millisecond in the event loop; the longest pause is what a clerk feels."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._beat)
        self.longest = 0.0

    def start(self) -> None:
        self.longest = 0.0
        self._clock.start()
        self._timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()


def longest_block(folder: Path) -> Iterator[Line]:
    """Open every page of an office with 200 indicators and 5 years; return the longest pauses."""
    application = make_application()
    office = make_office(folder / "halaman", 200, 5)
    context = Context(office)
    context.set_periode(Periode(LAST_YEAR))
    window = MainWindow(context)
    window.resize(1366, 768)
    window.show()
    settle_memory()
    start_background_work(context)
    _settle(application, context)
    heart = _Heart()
    for page in PAGES:
        heart.start()
        window.open_page(page.KEY)
        _settle(application, context)
        yield Line(f"membuka {page.TITLE}: jeda terlama", heart.longest, None, _LIMIT_MS, "ms", "")
    window.close()
    context.close()
    office.close()


def _settle(
    application: QApplication, context: Context, wait: Callable[[float], None] = time.sleep
) -> None:
    end = time.monotonic() + 0.4
    while context.tasks.pending or time.monotonic() < end:
        application.processEvents()
        wait(0.0005)
