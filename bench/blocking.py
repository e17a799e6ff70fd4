"""How long the UI thread is ever held up while a clerk works in a large office."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line
from kinerja_desktop import garbage
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.records import Realisasi, TargetTahunan
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.application import (
    make_application,
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
    garbage.settle()
    start_background_work(context, PAGES)
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


def longest_typing(folder: Path) -> Iterator[Line]:
    """Type 20 figures while a workbook of 200 indicators and 5 years is taken in and taken back."""
    application = make_application()
    office = make_office(folder / "mengetik", 200, 5)
    workbook = folder / "mengetik.xlsx"
    export_workbook(office, workbook)
    _change_figures(office)
    apply_import(office, plan_import(office, workbook))
    context = Context(office)
    context.set_periode(Periode(LAST_YEAR))
    window = MainWindow(context)
    window.show()
    window.open_page("pengukuran")
    garbage.settle()
    _settle(application, context)
    page = window.stack.currentWidget()
    assert isinstance(page, PengukuranPage)
    for name, work in (
        ("membatalkan impor", office.journal.undo),
        ("mengimpor", lambda: apply_import(office, plan_import(office, workbook))),
    ):
        context.tasks.run(_ignore_task(work), done=lambda _: None, failed=_raise)
        while _is_free(office):
            time.sleep(0.001)
        longest = max(_type(page, number) for number in range(20))
        assert context.waiting.count, "the long deed was over before anything was typed"
        yield Line(f"mengetik selagi {name}: terlama", longest, None, _LIMIT_MS, "ms", "")
        _settle(application, context)
    window.close()
    context.close()
    office.close()


def _change_figures(office: Office) -> None:
    """Make every figure another than in the workbook."""
    with office.journal.action("Mengubah semua angka") as session:
        for record in (TargetTahunan, Realisasi):
            for row in session.exec(select(record)):
                row.nilai = Decimal(7)


def _is_free(office: Office) -> bool:
    with office.journal.turn.take(most_seconds=0) as is_free:
        return is_free


def _type(page: PengukuranPage, number: int) -> float:
    cells = [
        page.model.index(row, page.model.kolom_realisasi)
        for row in range(page.model.rowCount())
        if row not in page.model.group_rows
    ]
    start = time.perf_counter()
    page.model.store_cells([(cells[number], Decimal(50 + number))])
    return (time.perf_counter() - start) * 1000


def _ignore_task(work: Callable[[], object]) -> Callable[[object], object]:
    return lambda _task: work()


def _raise(error: Exception) -> None:
    raise error


def _settle(
    application: QApplication, context: Context, wait: Callable[[float], None] = time.sleep
) -> None:
    end = time.monotonic() + 0.4
    while context.tasks.pending or not context.waiting.is_idle or time.monotonic() < end:
        application.processEvents()
        wait(0.0005)
