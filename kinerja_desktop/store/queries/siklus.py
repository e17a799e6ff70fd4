"""What the list of next steps asks beside what is measured anyway."""

from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.queries.bahan import IKI, is_in_force
from kinerja_desktop.store.records import (
    DokumenFinal,
    Indikator,
    Kiriman,
    Lkjip,
    PaketMasuk,
    Pengukuran,
    PerjanjianKinerja,
    Sasaran,
    Tujuan,
)


def list_plan(session: Session, renstra_id: UUID) -> tuple[list[UUID], list[UUID]]:
    """Return the tujuan and the sasaran of a Renstra, in no order."""
    of_renstra = select(Tujuan.id).where(Tujuan.periode_renstra_id == renstra_id)
    tujuan = list(session.exec(of_renstra))
    sasaran = select(Sasaran.id).where(col(Sasaran.tujuan_id).in_(tujuan))
    return tujuan, list(session.exec(sasaran))


def list_sasaran_with_indikator(session: Session, tahun: int) -> frozenset[UUID]:
    """Return the sasaran that one of the office's indicators in force in a year is about."""
    query = select(Indikator).where(
        col(Indikator.jenis) != IKI, col(Indikator.sasaran_id).is_not(None)
    )
    return frozenset(
        row.sasaran_id for row in session.exec(query) if row.sasaran_id and is_in_force(row, tahun)
    )


def has_kiriman(
    session: Session,
    periode: Periode | None = None,
    kode: str = "",
    *,
    is_received: bool = False,
) -> bool:
    """Tell whether a package was ever sent, or one of this very period with the kode in force.

    Of what an old workbook brought along the kode is not known; that counts.

    Args:
        session: a reading session.
        periode: of which period; None for any.
        kode: of the final in force.
        is_received: only of which it is noted who received it.
    """
    query = select(Kiriman.id).limit(1)
    if periode is not None:
        query = query.where(
            Kiriman.tahun == periode.tahun,
            Kiriman.triwulan == periode.triwulan,
            col(Kiriman.kode).in_((kode, "")),
        )
    if is_received:
        query = query.where(Kiriman.penerima != "")
    return session.exec(query).first() is not None


def is_bound(session: Session) -> bool:
    """Tell whether the office has signed, sent or received anything, of any year."""
    kinds = (DokumenFinal, Pengukuran, Lkjip, Kiriman, PaketMasuk)
    signed = select(PerjanjianKinerja.id).where(col(PerjanjianKinerja.ditandatangani))
    asked = [signed, *(select(kind.id) for kind in kinds)]
    return any(session.exec(query.limit(1)).first() is not None for query in asked)
