"""Looks for what Bappeda gave back as soon as a stick is plugged in, and tells of it by itself."""

from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer

from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.balasan import HasilBalasan, read_replies
from kinerja_desktop.services.kiriman.komentar import KOMENTAR
from kinerja_desktop.services.kiriman.pantauan import PenemuBalasan, list_tempat_kiriman
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.notice import NoticeBand

#: How often sticks are looked for, and how often what was found is fetched from the thread.
_EVERY_S, _FETCH_MS = 3.0, 500
_TABLES = frozenset({"kiriman"})


class ReplyWatch(QObject):
    """Files are looked for on a thread of their own, which may wait for a slow stick.

    What it finds is read and noted on the worker, in its turn. The thread knows neither Qt nor the
    office, so that the window need not wait for it when it closes.
    """

    def __init__(
        self,
        context: Context,
        band: NoticeBand,
        finder: PenemuBalasan | None = None,
        every_s: float = _EVERY_S,
    ) -> None:
        super().__init__(band)
        self._context, self._band = context, band
        self._found: SimpleQueue[list[Path]] = SimpleQueue()
        self._folders: list[Path] = []
        self._stop = Event()
        self._thread = Thread(
            target=_watch,
            args=(finder or PenemuBalasan(), lambda: self._folders, self._found.put, self._stop),
            kwargs={"every_s": every_s},
            name="pantau",
            daemon=True,
        )
        self._timer = QTimer(self, interval=_FETCH_MS)
        self._timer.timeout.connect(self._fetch)
        context.tables_changed.connect(self._hear)
        self.destroyed.connect(self._stop.set)
        context.load(band, list_tempat_kiriman, self._begin)

    def stop(self) -> None:
        """Look no more."""
        self._stop.set()
        self._timer.stop()

    def _begin(self, folders: list[Path]) -> None:
        self._folders = folders
        self._timer.start()
        self._thread.start()

    def _hear(self, tables: set[str]) -> None:
        if _TABLES & tables:
            self._context.load(self._band, list_tempat_kiriman, self._know)

    def _know(self, folders: list[Path]) -> None:
        self._folders = folders

    def _fetch(self) -> None:
        paths: list[Path] = []
        try:
            while True:
                paths += self._found.get_nowait()
        except Empty:
            pass
        if paths:
            self._context.load(self._band, lambda office: _read(office, paths), self._tell)

    def _tell(self, found: HasilBalasan) -> None:
        if found.kalimat:
            self._context.diary.note("Membaca balasan Bappeda", f"{found.kalimat}.")
            self._band.tell(f"{found.kalimat}.", "kirim", KOMENTAR)


def watch_replies(context: Context, band: NoticeBand) -> None:
    """Let the window of a kecamatan look; Bappeda is given nothing back."""
    if context.office.require_instansi().jenis != BAPPEDA:
        ReplyWatch(context, band)


def _read(office: Office, paths: list[Path]) -> HasilBalasan:
    hasil = HasilBalasan()
    read_replies(office, paths, hasil)
    return hasil


def _watch(
    finder: PenemuBalasan,
    folders: Callable[[], list[Path]],
    tell: Callable[[list[Path]], None],
    stop: Event,
    *,
    every_s: float,
) -> None:
    while not stop.is_set():
        try:
            paths = finder.look(folders())
        except (OSError, KinerjaError):
            paths = []  # a stick that went away in the middle
        if paths:
            tell(paths)
        stop.wait(every_s)
