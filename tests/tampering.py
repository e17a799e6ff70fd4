"""Change an office's data as another program would: past the journal."""

from typing import Any

from sqlalchemy import update

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Record


def tamper(office: Office, record: type[Record], **values: Any) -> None:
    """Set columns of every row of a table, without a line in the trail."""
    with office.engine.begin() as connection:
        connection.execute(update(record).values(values))
