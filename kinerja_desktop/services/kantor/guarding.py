"""Whatever damaged data makes rise, on any page and in any command, is told as damage."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.lost_data import describe_damage
from kinerja_desktop.store.contents import find_wrong_content
from kinerja_desktop.store.database import DatabaseFailedError
from kinerja_desktop.store.journal import Journal, Step
from kinerja_desktop.store.sqlite_failures import SqliteFailure, classify

# What a value that nobody can read makes rise, wherever it is first looked at.
_SIGNS = (
    ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError,
    AssertionError, SQLAlchemyError,
)  # fmt: skip


@contextmanager
def tell_damage(folder: Path, engine: Engine) -> Iterator[None]:
    """Name the last good backup where the database is damaged or holds what nobody can read.

    An error that looks like a bug is one, unless the data turns out to be wrong.

    Args:
        folder: the data folder.
        engine: its open database.

    Raises:
        DamagedOfficeError: the data is damaged.
        KinerjaError: it cannot be read or written for another reason.
    """
    try:
        yield
    except DatabaseFailedError as error:
        if error.failure is SqliteFailure.DAMAGED:
            raise describe_damage(folder) from error
        raise
    except (sqlite3.Error, UnicodeError) as error:
        failure = classify(error)
        if failure in (None, SqliteFailure.DAMAGED):
            raise describe_damage(folder) from error
        raise DatabaseFailedError(failure) from error
    except BrokenPipeError:
        raise  # whoever reads what a command prints has enough
    except OSError as error:
        named = error.filename
        raise explain_os_error(error, Path(named) if isinstance(named, str) else folder) from error
    except _SIGNS as error:
        if is_wrong(engine):
            raise describe_damage(folder) from error
        raise


def is_wrong(engine: Engine) -> bool:
    """Tell whether a database holds what this program cannot read."""
    try:
        return bool(find_wrong_content(engine))
    except (KinerjaError, SQLAlchemyError, sqlite3.Error, UnicodeError):
        return True


class GuardedJournal(Journal):
    """The journal of an open office: who reads or writes damaged data is told so."""

    def __init__(
        self, folder: Path, engine: Engine, pelaku: str, now: Callable[[], datetime]
    ) -> None:
        super().__init__(engine, pelaku, now)
        self._folder = folder

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads."""
        with tell_damage(self._folder, self._engine), super().reading() as session:
            yield session

    @contextmanager
    def action(self, label: str, *, undoable: bool = True) -> Iterator[Session]:
        """Let one deed of the clerk happen whole or not at all; see `Journal.action`."""
        with (
            tell_damage(self._folder, self._engine),
            super().action(label, undoable=undoable) as session,
        ):
            yield session

    def state(self) -> str:
        """Return the seal of the latest deed; see `Journal.state`."""
        with tell_damage(self._folder, self._engine):
            return super().state()

    def take_back(self, step: Step) -> None:
        """Take back one deed; see `Journal.take_back`."""
        with tell_damage(self._folder, self._engine):
            super().take_back(step)

    def undo(self) -> str | None:
        """Take the last action back; see `Journal.undo`."""
        with tell_damage(self._folder, self._engine):
            return super().undo()

    def redo(self) -> str | None:
        """Do the last undone action again; see `Journal.redo`."""
        with tell_damage(self._folder, self._engine):
            return super().redo()
