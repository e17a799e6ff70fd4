"""The office's calendar of working days."""

from sqlmodel import Session

from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.kantor import list_hari_libur


def read_kalender(office: Office) -> Kalender:
    """Return the office's calendar of working days."""
    with office.journal.reading() as session:
        return kalender_of(session)


def kalender_of(session: Session) -> Kalender:
    """Return the office's calendar of working days, within a reading session."""
    return Kalender(list_hari_libur(session))
