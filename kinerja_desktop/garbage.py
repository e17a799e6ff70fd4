"""When Python looks for garbage: not while the program is put together, nor through what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def hold_back() -> None:
    """Collect nothing by itself from now on: what is made at the start is the program itself.

    To look through it again and again takes a sixth of the start.
    """
    gc.disable()


def settle() -> None:
    """Tell the collector that what stands now stays.

    Once the window is there; to walk over all of it at every collection would pause the window by
    more than a tenth of a second, and so would doing it once now.
    """
    gc.freeze()


def collect_due() -> None:
    """Collect what Python itself would have collected by now, had it been let.

    The window asks for it again and again on its own thread (`ui/shell/collecting.py`).
    """
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (2, 1, 0) if counts[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[0])


@contextmanager
def held_back() -> Iterator[None]:
    """Collect nothing while very many values are read, all of which are kept.

    Else every few hundred of them the collector would go through those that were read before.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
