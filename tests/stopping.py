"""A clerk who presses *Batal* at a certain moment, without a window."""

from collections.abc import Callable


def stop_at(number: int) -> Callable[[], bool]:
    """Say yes from the so-manieth question on."""
    left = [number]

    def ask() -> bool:
        left[0] -= 1
        return left[0] <= 0

    return ask


class Counter:
    """Says no every time, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return False
