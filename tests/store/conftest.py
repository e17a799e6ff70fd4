"""A journal on an empty database of the present schema."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kinerja_desktop.server_address import Place
from kinerja_desktop.store.database import connect, sqlite_url
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.postgres import engine as server
from kinerja_desktop.store.postgres.writing import SharedWriting
from kinerja_desktop.store.schema import create_schema


@pytest.fixture
def engine(data_place: Place, tmp_path: Path) -> Iterator[Engine]:
    if isinstance(data_place, Path):
        opened = connect(sqlite_url(tmp_path))
        create_schema(opened)
    else:
        opened = server.connect(data_place)
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine, clock: Callable[[], datetime]) -> Journal:
    writing = None if engine.dialect.name == "sqlite" else SharedWriting(engine)
    return Journal(engine, "Operator", clock, writing)
