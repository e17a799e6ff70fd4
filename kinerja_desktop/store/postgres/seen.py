"""What one window has seen of the trail: which deeds are others' that its pages may not show yet.

Every deed of the trail has a number, and a restore brings another trail, whose deeds may bear the
numbers of those that it took away. So what is handed out counts on from trail to trail: a later one
is greater than all of an earlier one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from kinerja_desktop.store.postgres.present import RestoredMeanwhileError

#: More than a trail has deeds.
_TRAIL = 1 << 40


class SeenTrail:
    """The deeds that this window knows of; used by the thread that listens and those that write.

    Attributes:
        latest: the latest deed that the pages were told of; None before anybody listens.
    """

    def __init__(self) -> None:
        self.latest: int | None = None
        self._guard = RLock()
        self._trail = 0
        # Up to here every deed of the trail was seen or done here.
        self._known, self._known_seal = 0, ""
        # The latest deed done here, which may lie beyond what was heard of.
        self._latest_mine, self._seal_mine = 0, ""
        # Everything done here, and the latest that somebody else did: what a page shows may be
        # older than what this window was told of.
        self._mine: set[int] = set()
        self._others_until = 0

    @property
    def known(self) -> tuple[int, str]:
        """The latest deed up to which all were seen or done here, and its seal."""
        with self._guard:
            return self._known, self._known_seal

    @property
    def proof(self) -> tuple[int, str]:
        """The latest deed that is surely of this trail, and its seal, in which all before it are.

        It tells this trail from that of a backup which somebody restores, and which may go on as
        this one did up to what was heard of.
        """
        with self._guard:
            mine = self._latest_mine, self._seal_mine
            return max(mine, (self._known, self._known_seal))

    @property
    def mine(self) -> frozenset[int]:
        """All deeds done here."""
        with self._guard:
            return frozenset(self._mine)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the pages of deeds and take that in as one: who reads again meanwhile has the new.

        Nobody who is told may wait for another thread.
        """
        with self._guard:
            yield

    def mark(self, transaksi_id: int) -> int:
        """Return a deed's place in what is handed out: after all of the trails before."""
        return self._trail * _TRAIL + transaksi_id

    def sight(self) -> int | None:
        """Return the mark of the latest deed that the pages were told of."""
        with self._guard:
            return None if self.latest is None else self.mark(self.latest)

    def resolve(self, sight: int | None) -> int | None:
        """Return the latest deed of the trail that was on the screen by a mark.

        Args:
            sight: the mark; None for all that was told.

        Raises:
            RestoredMeanwhileError: it is of a trail that a backup has replaced.
        """
        if sight is None:
            return self.latest
        trail, deed = divmod(sight, _TRAIL)
        if trail != self._trail:
            raise RestoredMeanwhileError
        return deed

    def has_others(self, sight: int, latest: int) -> bool:
        """Tell whether somebody else has done something since; most deeds need not ask for it.

        Args:
            sight: the deed that was on the screen.
            latest: the latest of the trail.
        """
        with self._guard:
            return latest > self._known or self._others_until > sight

    def note_stored(self, transaksi_id: int, rantai: str, before: int) -> None:
        """Take in that a deed of one's own is stored.

        Args:
            transaksi_id: its id.
            rantai: its seal.
            before: the deed before it.
        """
        with self._guard:
            self._mine.add(transaksi_id)
            self._latest_mine, self._seal_mine = transaksi_id, rantai
            if before <= self._known < transaksi_id:
                self._known, self._known_seal = transaksi_id, rantai

    def note_told(self, transaksi_id: int, rantai: str) -> None:
        """Take in that the pages were told of the trail up to a deed."""
        with self._guard:
            told = self.latest
            if told is not None and set(range(told + 1, transaksi_id + 1)) - self._mine:
                self._others_until = transaksi_id
            self.latest = transaksi_id
            if transaksi_id > self._known:
                self._known, self._known_seal = transaksi_id, rantai

    def note_own_restore_told(self, transaksi_id: int, rantai: str) -> None:
        """Take in that the notice of a restore done here is back: only now the old trail is over.

        What others did before it may have been told after `note_replaced`.
        """
        with self._guard:
            self.latest = self._others_until = transaksi_id
            self._known, self._known_seal = transaksi_id, rantai

    def note_replaced(self, transaksi_id: int, rantai: str) -> None:
        """Take in that a restore has brought another trail, which ends with a deed."""
        with self._guard:
            self._trail += 1
            self._mine = set()
            self._latest_mine, self._seal_mine = 0, ""
            self.latest = self._others_until = transaksi_id
            self._known, self._known_seal = transaksi_id, rantai
