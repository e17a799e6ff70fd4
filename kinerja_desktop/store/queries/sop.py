"""The office's SOPs in all their versions, their cases, and what happened in them."""

from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.store.records import KejadianSop, PelaksanaanSop, Perubahan, Sop


def list_kode(session: Session) -> frozenset[str]:
    """Return the kode of every SOP that the office ever used, for taking in only new ones."""
    return frozenset(session.exec(select(Sop.kode)))


def list_versi(session: Session, kode: str) -> list[Sop]:
    """Return every version of an SOP, the oldest first."""
    return list(session.exec(select(Sop).where(Sop.kode == kode).order_by(col(Sop.versi))))


def list_sop(session: Session, *, semua_versi: bool = False) -> list[Sop]:
    """Return the SOPs in force, or every version ever used: by name, the newest version first."""
    query = select(Sop).order_by(col(Sop.nama), col(Sop.versi).desc())
    return list(session.exec(query if semua_versi else query.where(col(Sop.aktif))))


def list_sop_with_case(session: Session) -> list[Sop]:
    """Return the versions that cases follow, in no order: a list of cases looks them up by id."""
    used = select(PelaksanaanSop.sop_id)
    return list(session.exec(select(Sop).where(col(Sop.id).in_(used))))


def list_pelaksanaan(session: Session) -> list[PelaksanaanSop]:
    """Return every case, in no order: where it stands decides, and that is computed."""
    return list(session.exec(select(PelaksanaanSop)))


def list_kejadian(session: Session, case_id: UUID | None = None) -> list[KejadianSop]:
    """Return what happened in a case, or in every case with one statement; the oldest first."""
    query = select(KejadianSop).order_by(col(KejadianSop.urutan))
    if case_id is not None:
        query = query.where(KejadianSop.pelaksanaan_id == case_id)
    return list(session.exec(query))


def list_kejadian_of_deed(session: Session, transaksi_id: int) -> list[KejadianSop]:
    """Return the kejadian that a deed of the trail added and that still stand, in no order."""
    added = select(Perubahan.baris).where(
        Perubahan.transaksi_id == transaksi_id, Perubahan.tabel == KejadianSop.__tablename__
    )
    return list(session.exec(select(KejadianSop).where(col(KejadianSop.id).in_(added))))
