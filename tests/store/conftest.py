"""A journal on an empty database of the present schema."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kinerja_desktop.store.database import connect, sqlite_url
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.schema import create_schema


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = connect(sqlite_url(tmp_path))
    create_schema(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine, clock: Callable[[], datetime]) -> Journal:
    return Journal(engine, "Operator", clock)
