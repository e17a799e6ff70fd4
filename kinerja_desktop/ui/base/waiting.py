"""What was typed while other work writes: it waits its turn, marked, and nobody waits for it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kinerja_desktop.services.kantor.office import Office

#: What everybody reads where a value is shown that is not stored yet.
WAITING_WORDS = "menunggu disimpan"

#: Said when a deed's turn is over, so that a dialog never stands while it is held.
Afterwards = Callable[[], None]
#: A deed on the UI thread, run when nobody else writes.
Deed = Callable[[], Afterwards | None]


class Stored(IntEnum):
    """What became of a deed; true unless it was refused.

    `YIELDED`: somebody else's entry was kept instead, by choice. `KEPT`: nothing was stored, and
    what was typed is to stay in its field.
    """

    REFUSED = 0
    DONE = 1
    WAITING = 2
    YIELDED = 3
    KEPT = 4

    def __bool__(self) -> bool:
        return self not in (Stored.REFUSED, Stored.KEPT)


@dataclass(frozen=True)
class Mark:
    """How a place shows that its value waits.

    Attributes:
        wait: show the value as typed, with `WAITING_WORDS`.
        settle: its turn is over: True for stored, False for refused, so that the old value returns.
        keep: after a refusal, puts what was typed back into its field; None where it cannot.
    """

    wait: Callable[[], None] = lambda: None
    settle: Callable[[bool], None] = lambda _is_stored: None
    keep: Callable[[], None] | None = None


class WaitingDeeds(QObject):
    """The deeds of the UI thread in the order in which the clerk did them.

    A deed is done at once when nobody else writes. Otherwise it is lined up and done when the turn
    is given back, one at each round of Qt's own loop; nothing here waits or opens a loop.

    Signals:
        changed: how many deeds wait.
    """

    changed = Signal(int)
    _freed = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turn = office.journal.turn
        self._line: deque[Deed] = deque()
        self._held = 0
        self._is_doing = self._is_paused = False
        # The turn is given back on the thread that wrote; a queued signal brings it to ours.
        self._freed.connect(self._go_on_soon, Qt.ConnectionType.QueuedConnection)
        # By a timer, so that keys and painting come between two deeds; signals would run them all.
        self._round = QTimer(self)
        self._round.setSingleShot(True)
        self._round.timeout.connect(self._go_on)
        self._listener: Callable[[], None] = self._freed.emit
        self._turn.freed.append(self._listener)

    @property
    def count(self) -> int:
        """How many deeds wait."""
        return len(self._line)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits, and no deed that came before is still on the worker."""
        return not self._line and not self._held and not self._is_paused

    def do(self, deed: Deed) -> bool:
        """Do a deed at once, or line it up behind the others; tell whether it was done."""
        if self.is_idle:
            afterwards = None
            with self._turn.take(most_seconds=0) as is_ours:
                if is_ours:
                    afterwards = deed()
            if afterwards:
                afterwards()
            if is_ours:
                return True
        self._line.append(deed)
        self.changed.emit(self.count)
        return False

    def pause(self, deed: Deed | None = None) -> None:
        """Keep everything waiting until `resume`: the server is away.

        Args:
            deed: was tried in vain, and is the first to be done then.
        """
        self._is_paused = True
        if deed is not None:
            self._line.appendleft(deed)
            self.changed.emit(self.count)

    def resume(self) -> None:
        """Go on after `pause`."""
        self._is_paused = False
        self._go_on_soon()

    def give_up(self) -> None:
        """Forget what waits: the window goes, and the clerk knows that it is not stored."""
        self._line.clear()
        self._is_paused = False
        self.changed.emit(0)

    def hold(self) -> None:
        """Keep the line waiting for a deed of the clerk that the worker does."""
        self._held += 1

    def release(self) -> None:
        """Go on after `hold`."""
        self._held -= 1
        self._freed.emit()

    def close(self) -> None:
        """Hear no more of the turn."""
        self._turn.freed.remove(self._listener)

    def _go_on_soon(self) -> None:
        if self._line:
            self._round.start(0)

    def _go_on(self) -> None:
        """Do the next deed; the ones behind it come at the next round."""
        if not self._line or self._held or self._is_doing or self._is_paused:
            return
        self._is_doing = True
        try:
            with self._turn.take(most_seconds=0) as is_ours:
                if not is_ours:
                    return
                afterwards = self._line.popleft()()
            self.changed.emit(self.count)
            if afterwards:
                afterwards()
        finally:
            self._is_doing = False
            if is_ours:
                self._go_on_soon()
