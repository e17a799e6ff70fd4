"""What stands already of that which a step of an SOP signs, numbers or sends."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.buku import KELUAR
from kinerja_desktop.store.records import Kiriman, NaskahDinas, Surat


def has_kiriman(session: Session, periode: Periode) -> bool:
    """Tell whether anything of exactly this period was delivered."""
    query = select(Kiriman.id).where(
        Kiriman.tahun == periode.tahun, Kiriman.triwulan == periode.triwulan
    )
    return session.exec(query.limit(1)).first() is not None


def has_nomor(session: Session, hal: str, jenis: Collection[str], case_id: UUID) -> bool:
    """Tell whether a surat pengantar bears a number that is in use.

    Args:
        session: a reading session.
        hal: of a delivery's letter; empty where the process makes none.
        jenis: the kinds of letters that count as well when they were written for the case.
        case_id: the case.
    """
    numbered = select(Surat.id).where(
        Surat.arah == KELUAR, col(Surat.nomor) != "", col(Surat.dibatalkan) == ""
    )
    by_hal = numbered.where(Surat.hal == hal, bool(hal))
    of_case = numbered.join(NaskahDinas, col(NaskahDinas.surat_id) == col(Surat.id)).where(
        NaskahDinas.pelaksanaan_id == case_id, col(NaskahDinas.jenis).in_(jenis)
    )
    return any(session.exec(query.limit(1)).first() for query in (by_hal, of_case))
