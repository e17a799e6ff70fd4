"""How long a piece of work still takes, judged from what it has done so far."""

from collections import deque

#: Earlier than that nobody needs it, and the first steps say little.
_LEAST_SECONDS = 2.0
_LEAST_STEPS = 3
#: So many judgements in a row must agree upon the end before it is told.
_AGREEING = 3
_MOST_APART_SECONDS, _MOST_APART_SHARE = 3.0, 0.25
_FEW_SECONDS, _STEP_SECONDS, _MINUTE = 10, 5, 60


class Remaining:
    """Is told of each step; says nothing until its judgements are steady."""

    def __init__(self) -> None:
        self._steps = 0
        self._first: tuple[int, float] | None = None
        self._ends: deque[float] = deque(maxlen=_AGREEING)

    def note(self, step: int, steps: int, now: float) -> str:
        """Return how long it still takes in words; empty while that is not known.

        Args:
            step: how many of the steps are done.
            steps: of how many; 0 for nobody knows.
            now: seconds of a clock that never goes back.
        """
        is_same = steps == self._steps and self._first is not None and step >= self._first[0]
        if not is_same:
            # Another part of the work counts anew, in steps of another size.
            self._steps, self._first = steps, (step, now)
            self._ends.clear()
        assert self._first is not None
        start, since = self._first
        done, elapsed = step - start, now - since
        if steps <= 0 or done < _LEAST_STEPS or elapsed < _LEAST_SECONDS:
            return ""
        left = elapsed * (steps - step) / done
        self._ends.append(now + left)
        apart = max(self._ends) - min(self._ends)
        is_steady = len(self._ends) == _AGREEING and apart <= max(
            _MOST_APART_SECONDS, _MOST_APART_SHARE * left
        )
        return write_remaining(left) if is_steady and step < steps else ""


def write_remaining(seconds: float) -> str:
    """Return a time that is left in words: rounded up, as nobody minds being early."""
    if seconds < _FEW_SECONDS:
        return "beberapa detik lagi"
    if seconds < _MINUTE:
        return f"± {_round_up(seconds, _STEP_SECONDS)} detik lagi"
    return f"± {_round_up(seconds, _MINUTE) // _MINUTE} menit lagi"


def _round_up(seconds: float, step: int) -> int:
    return -int(-seconds // step) * step
