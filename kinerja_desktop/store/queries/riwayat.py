"""The audit trail: deeds, and the rows that each changed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, or_, select

from kinerja_desktop.store.records import Perubahan, Transaksi


def list_transaksi(
    session: Session,
    batas: int,
    sebelum: int | None = None,
    kata: str = "",
    dari: datetime | None = None,
    sampai: datetime | None = None,
) -> list[Transaksi]:
    """Return deeds, the newest first.

    Args:
        session: a reading session.
        batas: how many at most.
        sebelum: only those older than the deed of this id.
        kata: stands in what was done or who did it, in whatever letters; empty for all.
        dari: the first moment.
        sampai: the first moment that is too late.
    """
    query = select(Transaksi).order_by(col(Transaksi.id).desc()).limit(batas)
    if sebelum is not None:
        query = query.where(col(Transaksi.id) < sebelum)
    if kata:
        query = query.where(
            or_(
                col(Transaksi.label).icontains(kata, autoescape=True),
                col(Transaksi.pelaku).icontains(kata, autoescape=True),
            )
        )
    if dari is not None:
        query = query.where(col(Transaksi.waktu) >= dari)
    if sampai is not None:
        query = query.where(col(Transaksi.waktu) < sampai)
    return list(session.exec(query))


def find_first_moment(session: Session) -> datetime | None:
    """Return when the first deed of all was done; None when nothing was ever done."""
    query = select(Transaksi.waktu).order_by(col(Transaksi.id)).limit(1)
    return session.exec(query).first()


def find_last_moment(session: Session) -> datetime | None:
    """Return when the latest deed was done; None when nothing was ever done."""
    query = select(Transaksi.waktu).order_by(col(Transaksi.id).desc()).limit(1)
    return session.exec(query).first()


def find_first_label(session: Session) -> str | None:
    """Return what the first deed of the trail did; None when nothing was ever done."""
    return next(iter(list_first_labels(session, 1)), None)


def list_first_labels(session: Session, most: int) -> list[str]:
    """Return what the first deeds of the trail did, at most so many."""
    query = select(Transaksi.label).order_by(col(Transaksi.id)).limit(most)
    return list(session.exec(query))


def find_last(session: Session) -> Transaksi | None:
    """Return the latest deed; None when nothing was ever done."""
    return session.exec(select(Transaksi).order_by(col(Transaksi.id).desc()).limit(1)).first()


def find_label(session: Session, transaksi_id: int) -> str:
    """Return what a deed of the trail did, as it is told there."""
    return session.exec(select(Transaksi.label).where(Transaksi.id == transaksi_id)).one()


def find_last_label(session: Session, beginnings: Sequence[str]) -> str | None:
    """Return the label of the latest deed whose label begins with one of these."""
    query = (
        select(Transaksi.label)
        .where(or_(*(col(Transaksi.label).startswith(text) for text in beginnings)))
        .order_by(col(Transaksi.id).desc())
    )
    return session.exec(query).first()


def count_transaksi(session: Session) -> tuple[int, datetime | None]:
    """Return how many deeds there are, and the moment of the last."""
    return session.exec(select(func.count(), func.max(Transaksi.waktu))).one()


def list_perubahan(session: Session, transaksi_id: int, batas: int) -> list[Perubahan]:
    """Return what a deed changed, in the order it was done; at most `batas` rows of it."""
    query = (
        select(Perubahan)
        .where(Perubahan.transaksi_id == transaksi_id)
        .order_by(col(Perubahan.id))
        .limit(batas)
    )
    return list(session.exec(query))


def list_perubahan_of_row(session: Session, row_id: UUID) -> list[Perubahan]:
    """Return every change of a row, the newest first."""
    query = select(Perubahan).where(Perubahan.baris == row_id).order_by(col(Perubahan.id).desc())
    return list(session.exec(query))


def count_perubahan(session: Session, ids: Collection[int | None]) -> dict[int | None, int]:
    """Return how many rows each deed changed, where it changed any."""
    query = (
        select(Perubahan.transaksi_id, func.count())
        .where(col(Perubahan.transaksi_id).in_(ids))
        .group_by(col(Perubahan.transaksi_id))
    )
    return dict(session.exec(query).all())
