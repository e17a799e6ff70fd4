"""Change an office's data as another program would: past the journal."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import text, update
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


def lose_file(office: Office, digest: str) -> None:
    """Take a kept file away, from the folder or from the server, as nobody should."""
    office.evidence.path_of(digest).unlink()
    if office.place.file is None:
        with office.engine.begin() as connection:
            for table in ("potongan_bukti", "berkas_bukti"):
                connection.execute(
                    text(f"DELETE FROM {table} WHERE sha256 = :key"), {"key": digest}
                )


def spoil_file(office: Office, digest: str) -> None:
    """Put other bytes in the place of those of a kept file."""
    office.evidence.path_of(digest).write_bytes(b"lain")
    if office.place.file is None:
        with office.engine.begin() as connection:
            statement = "UPDATE potongan_bukti SET isi = 'lain' WHERE sha256 = :key"
            connection.execute(text(statement), {"key": digest})
