"""What stands already of that which a step of an SOP signs, numbers or sends."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import Kiriman, NaskahDinas, Surat


def has_kiriman(session: Session, periode: Periode) -> bool:
    """Tell whether anything of exactly this period was delivered."""
    query = select(Kiriman.id).where(
        Kiriman.tahun == periode.tahun, Kiriman.triwulan == periode.triwulan
    )
    return session.exec(query.limit(1)).first() is not None


def has_nomor(session: Session, hal: Collection[str], case_id: UUID) -> bool:
    """Tell whether a letter bears a number: one of these *hal*, or one written for the case."""
    numbered = col(Surat.nomor) != ""
    by_hal = select(Surat.id).where(numbered, col(Surat.hal).in_(hal))
    of_case = (
        select(Surat.id)
        .join(NaskahDinas, col(NaskahDinas.surat_id) == col(Surat.id))
        .where(numbered, NaskahDinas.pelaksanaan_id == case_id)
    )
    return any(session.exec(query.limit(1)).first() for query in (by_hal, of_case))
