"""The log of deliveries, and the evidence that goes along with one."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.store.records import Kiriman, Lampiran, Lkjip, Realisasi


def list_kiriman(session: Session) -> list[Kiriman]:
    """Return the log of deliveries, the newest first."""
    return list(session.exec(select(Kiriman).order_by(col(Kiriman.waktu).desc())))


def list_bukti(session: Session, periode: Periode) -> list[tuple[Periode, Lampiran]]:
    """Return the evidence files of a period's realisasi, each with the period it proves.

    A year's delivery holds those of its triwulan too: they stand first, then those of the year
    itself, and in each the oldest first.
    """
    query = (
        select(Realisasi.triwulan, Lampiran)
        .join(Lampiran, col(Realisasi.id) == col(Lampiran.milik_id))
        .where(Realisasi.tahun == periode.tahun)
        .order_by(col(Lampiran.ditambahkan), col(Lampiran.nama))
    )
    if periode.triwulan is not None:
        query = query.where(Realisasi.triwulan == periode.triwulan)
    rows = [(Periode(periode.tahun, triwulan), file) for triwulan, file in session.exec(query)]
    return sorted(rows, key=lambda row: row[0].triwulan or len(TRIWULAN) + 1)


def read_owners(session: Session, periode: Periode) -> dict[UUID, UUID]:
    """Return the indicator of every realisasi of a year, which evidence belongs to."""
    query = select(Realisasi.id, Realisasi.indikator_id).where(Realisasi.tahun == periode.tahun)
    return dict(session.exec(query).all())


def find_lkjip_dates(session: Session, tahun: int) -> tuple[date | None, Kiriman | None]:
    """Return when the final LKjIP was signed, and the first delivery that could hold a final one.

    A package of the year that went before the LKjIP was ever final did not hold it.
    """
    versions = session.exec(select(Lkjip).where(Lkjip.tahun == tahun)).all()
    signed = next((row.tanggal for row in versions if row.dibuka is None), None)
    if not versions:
        return None, None
    first = min(row.dibuat for row in versions)
    query = select(Kiriman).where(
        Kiriman.tahun == tahun, col(Kiriman.triwulan).is_(None), Kiriman.waktu >= first
    )
    return signed, session.exec(query.order_by(col(Kiriman.waktu))).first()
