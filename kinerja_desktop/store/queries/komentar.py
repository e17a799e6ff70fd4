"""What Bappeda told of deliveries: at Bappeda of all units, in a kecamatan what it was told."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.store.records import Komentar


def list_of_year(session: Session, tahun: int) -> list[Komentar]:
    """Return the comments of a year, the oldest first."""
    query = select(Komentar).where(Komentar.tahun == tahun).order_by(col(Komentar.dibuat))
    return list(session.exec(query))


def list_all(session: Session) -> list[Komentar]:
    """Return the comments of all years, the oldest first."""
    return list(session.exec(select(Komentar).order_by(col(Komentar.dibuat))))


def list_open(session: Session) -> list[Komentar]:
    """Return the comments of all years with which nobody is done, the oldest first."""
    query = select(Komentar).where(col(Komentar.selesai).is_(None)).order_by(col(Komentar.dibuat))
    return list(session.exec(query))


def list_by_id(session: Session, ids: Iterable[UUID]) -> list[Komentar]:
    """Return the comments of these keys, those that there are, the oldest first."""
    query = select(Komentar).where(col(Komentar.id).in_(list(ids))).order_by(col(Komentar.dibuat))
    return list(session.exec(query))
