"""The log of deliveries, and the evidence that goes along with one."""

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import Kiriman, Lampiran, Realisasi


def list_kiriman(session: Session) -> list[Kiriman]:
    """Return the log of deliveries, the newest first."""
    return list(session.exec(select(Kiriman).order_by(col(Kiriman.waktu).desc())))


def list_bukti(session: Session, periode: Periode) -> list[Lampiran]:
    """Return the evidence files of a period's realisasi, the oldest first."""
    rows = session.exec(
        select(Lampiran)
        .join(Realisasi, col(Realisasi.id) == col(Lampiran.milik_id))
        .where(Realisasi.tahun == periode.tahun, Realisasi.triwulan == periode.triwulan)
        .order_by(col(Lampiran.ditambahkan))
    )
    return list(rows)
