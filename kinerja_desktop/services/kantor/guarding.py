"""Whatever damaged data makes rise, on any page and in any command, is told as damage."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.lost_data import describe_damage
from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.journal import Journal, Step
from kinerja_desktop.store.postgres.failures import ServerFailedError
from kinerja_desktop.store.postgres.present import OtherSchemaError

# What a value that nobody can read makes rise, wherever it is first looked at.
_SIGNS = (
    ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError,
    AssertionError, SQLAlchemyError,
)  # fmt: skip


@contextmanager
def tell_damage(place: Backing) -> Iterator[None]:
    """Name the last good backup where the database is damaged or holds what nobody can read.

    An error that looks like a bug is one, unless the data turns out to be wrong, or a package that
    was taken in says what nobody can read.

    Args:
        place: where the open data is.

    Raises:
        DamagedOfficeError: the data is damaged.
        KinerjaError: a package was changed outside the program, or the data cannot be read or
            written for another reason.
    """
    try:
        yield
    except KinerjaError as error:
        if place.is_damage(error):
            raise describe_damage(place) from error
        raise
    except place.raw_errors as error:
        known = place.explain_raw(error)
        raise known or describe_damage(place) from error
    except BrokenPipeError:
        raise  # whoever reads what a command prints has enough
    except OSError as error:
        named = error.filename
        path = Path(named) if isinstance(named, str) else place.folder
        raise explain_os_error(error, path) from error
    except _SIGNS as error:
        if is_wrong(place):
            raise describe_damage(place) from error
        # What Bappeda keeps of packages is a world of its own, looked at when all else is sound.
        from kinerja_desktop.services.kantor.spoiled import find_spoiled

        if (known := find_spoiled(place)) is not None:
            raise known from error
        raise


def is_wrong(place: Backing) -> bool:
    """Tell whether a database holds what this program cannot read.

    Raises:
        KinerjaError: the server that keeps it cannot be asked, or has another schema by now.
    """
    try:
        return bool(place.find_wrong(wholly=True))
    except (ServerFailedError, OtherSchemaError):
        raise
    except place.raw_errors as error:
        if known := place.explain_raw(error):
            raise known from error
        return True
    except (KinerjaError, SQLAlchemyError):
        return True


class GuardedJournal(Journal):
    """The journal of an open office: who reads or writes damaged data is told so."""

    def __init__(self, place: Backing, pelaku: str, now: Callable[[], datetime]) -> None:
        super().__init__(place.engine, pelaku, now, place.writing)
        self._place = place

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads."""
        with tell_damage(self._place), super().reading() as session:
            yield session

    @contextmanager
    def action(self, label: str, *, undoable: bool = True) -> Iterator[Session]:
        """Let one deed of the clerk happen whole or not at all; see `Journal.action`."""
        with (
            tell_damage(self._place),
            super().action(label, undoable=undoable) as session,
        ):
            yield session

    def state(self) -> str:
        """Return the seal of the latest deed; see `Journal.state`."""
        with tell_damage(self._place):
            return super().state()

    def take_back(self, step: Step) -> None:
        """Take back one deed; see `Journal.take_back`."""
        with tell_damage(self._place):
            super().take_back(step)

    def undo(self) -> str | None:
        """Take the last action back; see `Journal.undo`."""
        with tell_damage(self._place):
            return super().undo()

    def redo(self) -> str | None:
        """Do the last undone action again; see `Journal.redo`."""
        with tell_damage(self._place):
            return super().redo()
