"""The deadlines that the office has closed with a reason."""

from sqlmodel import Session, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import TenggatDitutup


def list_ditutup(session: Session) -> frozenset[tuple[str, Periode]]:
    """Return which deadlines are closed: what was due, and for when."""
    return frozenset(
        (row.kunci, Periode(row.tahun, row.triwulan))
        for row in session.exec(select(TenggatDitutup))
    )
