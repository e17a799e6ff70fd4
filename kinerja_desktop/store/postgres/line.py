"""The line to a server from whoever may not wait: a cable that was pulled out says no farewell.

Without a limit a statement on such a line waits until the system gives it up, for twenty seconds
(`engine.make_connect_words`). Deeds of the window are given as long as they may wait for other
people, and `ANSWER_SECONDS` for the server itself; a line that is known to be silent is not tried.
"""

import psycopg
from psycopg.pq import TransactionStatus

from kinerja_desktop.store.turn import PATIENCE

ANSWER_SECONDS = 2.0
"""How long the server may think about one statement of a deed that may not wait."""


class LimitedLine(psycopg.Connection[tuple[object, ...]]):
    """A connection that is given up when the server does not answer in time.

    Attributes:
        most_seconds: how long each statement may take; None for as long as the system lets it.
    """

    most_seconds: float | None = None

    def wait(self, gen, interval=0.1, timeout=None):  # type: ignore[no-untyped-def]
        """Wait for what is asked; see `psycopg.Connection.wait`.

        Raises:
            psycopg.OperationalError: there was no answer in time, and the line is closed.
        """
        try:
            return super().wait(gen, interval, self.most_seconds if timeout is None else timeout)
        except psycopg.OperationalError:
            is_unanswered = self.pgconn.transaction_status == TransactionStatus.ACTIVE
            if is_unanswered and timeout is None:
                self.pgconn.finish()  # what comes now would be taken for the next answer
            raise


def limit_for_this_thread() -> float | None:
    """Return how long a statement of what this thread is doing may take; None without a limit."""
    patience = PATIENCE.get()
    return None if patience is None else patience + ANSWER_SECONDS
