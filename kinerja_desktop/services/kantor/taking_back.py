"""Ctrl+Z and Ctrl+Y: what is refused for good, and no failure of the program or the disk."""

from collections.abc import Callable

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.reverting import StaleUndoError


def take_back(shift: Callable[[], str | None]) -> str | KinerjaError | None:
    """Undo or do again a deed.

    Args:
        shift: `Journal.undo` or `Journal.redo`.

    Returns:
        The deed's label; why it stays as it is, where something rests on it or it is final; None
        when there is none.
    """
    try:
        return shift()
    except (StaleUndoError, TerkunciError) as refusal:
        return refusal
