"""What stands frozen in an office, for the archive of releases."""

from pathlib import Path

from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Lkjip, Pengukuran

ARSIP = Path(__file__).parent

Frozen = dict[str, Pengukuran | Lkjip]


def read_frozen(office: Office) -> Frozen:
    """Return everything that is final, by a name that people understand."""
    with office.journal.reading() as session:
        measured = session.exec(select(Pengukuran)).all()
        reports = session.exec(select(Lkjip)).all()
    found: Frozen = {}
    for row in measured:
        label = "TW I" if row.triwulan == 1 else "IKI" if row.pejabat_id else ""
        found[f"{Periode(row.tahun).kode} {label}".strip()] = row
    return found | {f"{row.tahun} LKjIP": row for row in reports}


def read_kode(office: Office) -> dict[str, str]:
    return {name: row.kode for name, row in read_frozen(office).items()}
