"""How long work tells how far it is, and hears that it is to stop; the same on every layer.

A service is given both. What lies below it gets one function, which tells and, by raising, stops.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kinerja_desktop.errors import CancelledError

T = TypeVar("T")

#: Told the step, the number of steps (0 for nobody knows), and what is being done. Where a
#: docstring says so it may raise: that ends the work, which then leaves nothing behind.
Progress = Callable[[int, int, str], None]
#: Asked again and again whether the clerk wants the work to stop.
Cancelled = Callable[[], bool]


def silent(step: int, steps: int, text: str) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on to the end."""
    return False


def stoppable(
    progress: Progress, cancelled: Cancelled, error: Callable[[], CancelledError] = CancelledError
) -> Progress:
    """Return a progress that ends the work once the clerk wants it.

    Args:
        progress: is told of each step.
        cancelled: is asked before each step.
        error: makes what is raised then.
    """

    def advance(step: int, steps: int, text: str) -> None:
        stop_if(cancelled, error)
        progress(step, steps, text)

    return advance


def stop_if(cancelled: Cancelled, error: Callable[[], CancelledError] = CancelledError) -> None:
    """End the work if the clerk wants it.

    Raises:
        CancelledError: the clerk does.
    """
    if cancelled():
        raise error()


def tell_through(items: Sequence[T], progress: Progress, text: str, every: int = 1) -> Iterator[T]:
    """Yield items one by one, and tell which of how many it is.

    Args:
        items: what is worked through.
        progress: is told; what it raises ends the work.
        text: what is being done.
        every: of so many one is told: where an item takes next to no time.
    """
    for step, item in enumerate(items):
        if step % every == 0:
            progress(step, len(items), text)
        yield item
