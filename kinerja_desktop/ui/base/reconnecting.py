"""The line to a server that is away: tried again quietly, on a thread of its own."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_PAUSE_MS = 2_000


class Reconnector(QObject):
    """Tries until the server answers; nothing waits for it.

    Signals:
        lost: the server is away.
        back: it answers again.
    """

    lost = Signal()
    back = Signal()
    _tried = Signal(bool)

    def __init__(self, is_reachable: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_reachable = is_reachable
        self._is_trying = self._is_closed = False
        self._thread: Thread | None = None
        self.is_away = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.try_now)
        self._tried.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Know that the server is away, and try from now on."""
        if not self.is_away and not self._is_closed:
            self.is_away = True
            self.lost.emit()
            self._timer.start(_PAUSE_MS)

    def try_now(self) -> None:
        """Try at once, unless a try is on its way."""
        if self._is_trying or not self.is_away:
            return
        self._is_trying = True
        self._thread = Thread(target=self._try, name="kinerja-menyambung", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Try no more."""
        self._is_closed, self.is_away = True, False
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    def _try(self) -> None:
        self._tried.emit(self._is_reachable())

    def _take(self, is_back: bool) -> None:
        self._is_trying = False
        if not self.is_away:
            return
        if is_back:
            self.is_away = False
            self.back.emit()
        else:
            self._timer.start(_PAUSE_MS)
