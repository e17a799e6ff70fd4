"""What documents and letters are looked up by."""

from sqlmodel import Session, select

from kinerja_desktop.store.records import Pejabat, Surat


def find_pejabat_by_name(session: Session, nama: str) -> Pejabat | None:
    """Return the official of a name; capitals and spaces around it do not matter."""
    wanted = nama.strip().casefold()
    rows = session.exec(select(Pejabat))
    return next((row for row in rows if row.nama.casefold() == wanted), None)


def find_surat(session: Session, hal: str) -> Surat | None:
    """Return the letter of a *hal*."""
    return session.exec(select(Surat).where(Surat.hal == hal)).first()
