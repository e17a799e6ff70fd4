"""When garbage is collected."""

import gc
from collections.abc import Iterator

import pytest

from kinerja_desktop import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_until_the_window_stands() -> None:
    garbage.hold_back()
    assert not gc.isenabled()
    with garbage.held_back():
        assert not gc.isenabled()
    # Held back before, it stays so.
    assert not gc.isenabled()
    frozen = gc.get_freeze_count()
    garbage.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen


def test_after_much_was_read_it_is_collected_again() -> None:
    with pytest.raises(KeyError), garbage.held_back():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
