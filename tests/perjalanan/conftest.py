"""A desk for each journey, on which the program is started; and people who sit down at it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest

from tests.perjalanan.desk import open_desk
from tests.perjalanan.person import Person

P = TypeVar("P", bound=Person)
#: Starts the program with these words, and returns who sits before it.
SitDown = Callable[..., P]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the person, in which dialogs for files begin."""
    folder = tmp_path / "h"
    folder.mkdir()
    return folder


@pytest.fixture
def sit_down(home: Path, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Return what starts the program and gives a person of a kind to it."""
    with ExitStack() as ends:

        def begin(kind: type[Person], *arguments: str) -> Person:
            return kind(ends.enter_context(open_desk(home, *arguments)), tmp_path)

        yield begin


@pytest.fixture
def practice(filled_latihan: Path, home: Path) -> Path:
    """The practice office's data, the person's own copy."""
    return shutil.copytree(filled_latihan, home / "data")
