"""Telling how far work is and hearing that it is to stop."""

import pytest

from kinerja_desktop.errors import CancelledError
from kinerja_desktop.progress import never, silent, stop_if, stoppable


class OwnError(CancelledError):
    def __init__(self) -> None:
        super().__init__("Pembacaan dibatalkan.", "Tidak ada yang berubah.")


def test_it_tells_until_somebody_stops_it() -> None:
    told: list[tuple[int, int, str]] = []
    answers = iter([False, True])
    advance = stoppable(lambda *step: told.append(step), lambda: next(answers), OwnError)
    advance(1, 3, "Satu")
    with pytest.raises(OwnError, match="Pembacaan dibatalkan"):
        advance(2, 3, "Dua")
    assert told == [(1, 3, "Satu")]


def test_nobody_hears_and_nobody_stops() -> None:
    stoppable(silent, never)(1, 1, "Satu")
    stop_if(never)
    with pytest.raises(CancelledError, match="Dibatalkan"):
        stop_if(lambda: True)
