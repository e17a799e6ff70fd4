"""What the frame of the window tells: whose office, what is saved, the last backup."""

from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.baru import is_baru
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.queries.penerimaan import list_reported_years
from kinerja_desktop.store.queries.pengukuran import find_last_tahun
from kinerja_desktop.store.queries.renstra import list_renstra
from kinerja_desktop.store.queries.riwayat import find_last


@dataclass(frozen=True)
class StatusKantor:
    """The frame's words and moments (aware).

    Attributes:
        nama: name of the office, empty before it is set up.
        contoh: whether these are sample data.
        latihan: the day on the practice office's own calendar; None elsewhere.
        baru: whether nothing was entered since it was set up.
        tersimpan: moment of the last action.
        cadangan: moment of the last backup.
    """

    nama: str
    contoh: bool
    tersimpan: datetime | None
    cadangan: datetime | None
    latihan: date | None = None
    baru: bool = False


def read_status(office: Office) -> StatusKantor:
    """Read what the window's frame tells."""
    with office.journal.reading() as session:
        instansi = find_instansi(session)
        last, is_new = find_last(session), is_baru(session)
    return StatusKantor(
        nama=identify_instansi(instansi).nama if instansi else "",
        contoh=instansi.contoh if instansi else False,
        tersimpan=last.waktu if last else None,
        cadangan=last_backup(office),
        latihan=office.today() if office.clock.is_practice else None,
        baru=is_new,
    )


def last_backup(office: Office) -> datetime | None:
    """Return the moment of the newest backup, None when there is none."""
    # It brings archives and checksums along, which the frame is painted without.
    from kinerja_desktop.store.backup import list_backups

    backups = list_backups(office.backup_folder)
    return backups[0].moment if backups else None


def suggest_periode(office: Office) -> Periode:
    """Return the year to begin with: this one, or the last with figures when no plan covers it.

    Bappeda has no plan of its own: it begins with this year if it is asked for or was delivered,
    else with the last that was.
    """
    year = office.today().year
    with office.journal.reading() as session:
        if years := list_reported_years(session):
            return Periode(year if year in years else max(years))
        plans = list_renstra(session)
        if not plans or any(plan.tahun_awal <= year <= plan.tahun_akhir for plan in plans):
            return Periode(year)
        return Periode(find_last_tahun(session) or year)
