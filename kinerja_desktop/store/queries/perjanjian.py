"""The versions of a Perjanjian Kinerja and their items."""

from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.store.queries.bahan import sort_indikator
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    PerjanjianKinerja,
    RencanaAksi,
)


def list_perjanjian(session: Session, tahun: int) -> list[PerjanjianKinerja]:
    """Return every version of everybody's agreement for a year, by number of perubahan."""
    query = (
        select(PerjanjianKinerja)
        .where(PerjanjianKinerja.tahun == tahun)
        .order_by(col(PerjanjianKinerja.perubahan_ke))
    )
    return list(session.exec(query))


def list_versi(session: Session, tahun: int, pejabat_id: UUID | None) -> list[PerjanjianKinerja]:
    """Return the versions of an official's agreement for a year, the oldest first."""
    query = (
        select(PerjanjianKinerja)
        .where(PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.pejabat_id == pejabat_id)
        .order_by(col(PerjanjianKinerja.perubahan_ke))
    )
    return list(session.exec(query))


def list_kode(session: Session) -> frozenset[str]:
    """Return the kode of every agreement of all years, for finding a free one."""
    return frozenset(session.exec(select(PerjanjianKinerja.kode)))


def list_tahun_signed(session: Session) -> frozenset[int]:
    """Return the years in which anybody has signed an agreement."""
    query = select(PerjanjianKinerja.tahun).where(col(PerjanjianKinerja.ditandatangani).is_(True))
    return frozenset(session.exec(query))


def list_butir(session: Session, perjanjian_id: UUID) -> list[ButirPerjanjian]:
    """Return the items of a version, in no order: for copying, removing, looking up."""
    query = select(ButirPerjanjian).where(ButirPerjanjian.perjanjian_kinerja_id == perjanjian_id)
    return list(session.exec(query))


def list_butir_with_indikator(
    session: Session, perjanjian_id: UUID
) -> list[tuple[ButirPerjanjian, Indikator]]:
    """Return the items of a version as they are printed: in the order of every other paper."""
    query = (
        select(ButirPerjanjian, Indikator)
        .join(Indikator, col(Indikator.id) == col(ButirPerjanjian.indikator_id))
        .where(ButirPerjanjian.perjanjian_kinerja_id == perjanjian_id)
    )
    pairs = {item.id: (butir, item) for butir, item in session.exec(query)}
    return [
        pairs[item.id] for item in sort_indikator(session, (item for _, item in pairs.values()))
    ]


def list_mata_anggaran_of(session: Session, perjanjian_id: UUID, tahun: int) -> frozenset[UUID]:
    """Return the budget lines that a version's indicators and their Rencana Aksi of a year name."""
    promised = select(ButirPerjanjian.indikator_id).where(
        ButirPerjanjian.perjanjian_kinerja_id == perjanjian_id
    )
    of_indikator = select(Indikator.mata_anggaran_id).where(col(Indikator.id).in_(promised))
    of_rencana = select(RencanaAksi.mata_anggaran_id).where(
        RencanaAksi.tahun == tahun, col(RencanaAksi.indikator_id).in_(promised)
    )
    found = (*session.exec(of_indikator), *session.exec(of_rencana))
    return frozenset(key for key in found if key)
