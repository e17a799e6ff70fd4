"""Forms handed out and what came back on them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import Formulir, PenerimaanFormulir, Teguran


def list_formulir(session: Session, periode: Periode) -> list[Formulir]:
    """Return the forms of exactly this period, the oldest first."""
    query = (
        select(Formulir)
        .where(
            Formulir.tahun == periode.tahun,
            col(Formulir.triwulan).is_not_distinct_from(periode.triwulan),
        )
        .order_by(col(Formulir.dibuat), col(Formulir.pemegang))
    )
    return list(session.exec(query))


def load_formulir(session: Session, keys: Collection[UUID]) -> dict[UUID, Formulir]:
    """Return forms by their keys; those that are not known are left out."""
    rows = session.exec(select(Formulir).where(col(Formulir.id).in_(keys)))
    return {row.id: row for row in rows}


def list_penerimaan(session: Session, keys: Collection[UUID]) -> list[PenerimaanFormulir]:
    """Return what came back of these forms, the oldest first."""
    query = (
        select(PenerimaanFormulir)
        .where(col(PenerimaanFormulir.formulir_id).in_(keys))
        .order_by(col(PenerimaanFormulir.waktu))
    )
    return list(session.exec(query))


def list_teguran(session: Session, keys: Collection[UUID]) -> list[Teguran]:
    """Return the reminders for these forms, the first one first."""
    query = (
        select(Teguran)
        .where(col(Teguran.formulir_id).in_(keys))
        .order_by(col(Teguran.ke), col(Teguran.tanggal))
    )
    return list(session.exec(query))


def list_tahun_formulir(session: Session) -> Sequence[int]:
    """Return the years for which forms were handed out."""
    return sorted(set(session.exec(select(Formulir.tahun))))
