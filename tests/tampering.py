"""Change an office's data as another program would: past the journal."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import update
from sqlmodel import col

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Record, Transaksi


def began(office: Office, day: date) -> None:
    """Let the office have begun to work with the program on a day."""
    moment = datetime.combine(day, time(2), UTC)
    with office.engine.begin() as connection:
        connection.execute(update(Transaksi).where(col(Transaksi.id) == 1).values(waktu=moment))


def tamper(office: Office, record: type[Record], **values: Any) -> None:
    """Set columns of every row of a table, without a line in the trail."""
    with office.engine.begin() as connection:
        connection.execute(update(record).values(values))
