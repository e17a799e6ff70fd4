"""What the frame of the window tells: whose office, what is saved, the last backup."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Instansi, PeriodeRenstra, Realisasi, Transaksi


@dataclass(frozen=True)
class StatusKantor:
    """The frame's words and moments (aware).

    Attributes:
        nama: name of the office, empty before it is set up.
        contoh: whether these are sample data.
        tersimpan: moment of the last action.
        cadangan: moment of the last backup.
    """

    nama: str
    contoh: bool
    tersimpan: datetime | None
    cadangan: datetime | None


def read_status(office: Office) -> StatusKantor:
    """Read what the window's frame tells."""
    # Backups bring archives and checksums along: too much for the start of the program.
    from kinerja_desktop.services.riwayat.maintenance import last_backup

    with office.journal.reading() as session:
        instansi = session.exec(select(Instansi)).first()
        last = session.exec(select(Transaksi).order_by(col(Transaksi.id).desc())).first()
    return StatusKantor(
        nama=f"Kecamatan {instansi.kecamatan}" if instansi else "",
        contoh=instansi.contoh if instansi else False,
        tersimpan=last.waktu if last else None,
        cadangan=last_backup(office),
    )


def suggest_periode(office: Office) -> Periode:
    """Return the year to begin with: this one, or the last with figures when no plan covers it."""
    year = office.today().year
    with office.journal.reading() as session:
        plans = session.exec(select(PeriodeRenstra)).all()
        if not plans or any(plan.tahun_awal <= year <= plan.tahun_akhir for plan in plans):
            return Periode(year)
        last = session.exec(select(Realisasi).order_by(col(Realisasi.tahun).desc())).first()
    return Periode(last.tahun if last else year)
