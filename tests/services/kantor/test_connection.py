"""What kind of failure kept a deed from being stored."""

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import is_storage_failed
from kinerja_desktop.store.database import DatabaseFailedError
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure
from kinerja_desktop.store.sqlite_failures import SqliteFailure


@pytest.mark.parametrize(
    ("error", "is_failed"),
    [
        (DatabaseFailedError(SqliteFailure.FULL), True),
        (DatabaseFailedError(SqliteFailure.UNREACHABLE), True),
        (ServerFailedError(ServerFailure.FULL), True),
        (ServerFailedError(ServerFailure.UNREACHABLE), False),
        (KinerjaError("Sudah final."), False),
    ],
)
def test_a_disk_that_takes_nothing_is_told_from_a_refusal(
    error: KinerjaError, is_failed: bool
) -> None:
    assert is_storage_failed(error) is is_failed
