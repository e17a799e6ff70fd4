"""The office itself: its own row, and its days off."""

from datetime import date

from sqlmodel import Session, col, func, select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.records import HariLibur, Instansi


def find_instansi(session: Session) -> Instansi | None:
    """Return the office's own row; None before it is set up."""
    return session.exec(select(Instansi)).first()


def get_instansi(session: Session) -> Instansi:
    """Return the own row of an office that is set up.

    Raises:
        KinerjaError: it is not set up yet, or another program has taken its row away.
    """
    row = find_instansi(session)
    if row is None:
        raise KinerjaError(
            "Kantor belum disiapkan.",
            "Buka program dan isi panduan awal, atau impor buku kerja lebih dulu.",
        )
    return row


def has_sample(session: Session) -> bool:
    """Whether the office is marked as a sample; what else stands in its row is not read."""
    return session.exec(select(func.count()).where(col(Instansi.contoh).is_(True))).one() > 0


def list_hari_libur(session: Session) -> frozenset[date]:
    """Return the days off of all years, for counting working days."""
    return frozenset(session.exec(select(col(HariLibur.tanggal))))
