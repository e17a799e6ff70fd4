"""What keeps a letter as it is: its final print, and its number (`docs/sakip.md` §9)."""

from sqlalchemy import inspect
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session

from kinerja_desktop.domain.kunci import (
    TerkunciError,
    is_free,
    lock_of_agenda,
    lock_of_naskah,
    lock_of_nomor,
    lock_of_surat,
)
from kinerja_desktop.domain.surat.buku import name_buku
from kinerja_desktop.domain.surat.nomor import find_agenda
from kinerja_desktop.store.queries.surat import (
    find_naskah_of_surat,
    find_taken,
    is_final_naskah,
)
from kinerja_desktop.store.records import NaskahDinas, Surat

#: Marks a session in which a letter written here is given another number.
RENUMBERS = "menomori_ulang"
#: Marks a session that reverts a deed of before.
TAKES_BACK = "membatalkan"
#: The columns that say by which number of which book a letter is known.
_NUMBER = {"agenda", "nomor", "buku", "tahun", "arah"}


def refuse_letter(session: Session, row: Surat | NaskahDinas, changed: set[str]) -> None:
    """Refuse a change of a final letter, and a running number that another letter bears.

    Args:
        session: where the deed is done.
        row: new, changed or to be deleted.
        changed: names of its columns that are otherwise than before.

    Raises:
        TerkunciError: it says by what it is locked.
    """
    with session.no_autoflush:
        if lock := find_lock_of_letter(session, row, changed, is_gone=row in session.deleted):
            raise lock


def find_lock_of_letter(
    session: Session, row: Surat | NaskahDinas, changed: set[str], *, is_gone: bool = False
) -> TerkunciError | None:
    """Return why a letter must not be so; None when it may."""
    if isinstance(row, NaskahDinas):
        is_known = not inspect(row).pending
        is_locked = is_known and is_final_naskah(session, row.id)
        return lock_of_naskah(_known_as(row, "hal")) if is_locked else None
    written = find_naskah_of_surat(session, row.id)
    if written and is_final_naskah(session, written.id) and not is_free("surat", changed):
        return lock_of_surat(_known_as(row, "nomor"))
    renumbers = session.info.get(RENUMBERS) or session.info.get(TAKES_BACK)
    if written and not renumbers and (is_gone or changed & _NUMBER):
        return lock_of_nomor(_known_as(row, "nomor"))
    if is_gone:
        return None
    taken = find_taken(session, row)
    for other in session.new:
        if taken is None and isinstance(other, Surat) and other is not row:
            taken = _same(row, other)
    return lock_of_agenda(row.agenda, row.tahun, taken.hal or taken.nomor) if taken else None


def _known_as(row: Surat | NaskahDinas, name: str) -> str:
    """Return what a letter was called before it was changed: by that a clerk knows it."""
    before = inspect(row).committed_state.get(name, NO_VALUE)
    return str(getattr(row, name) if before is NO_VALUE else before)


def _same(row: Surat, other: Surat) -> Surat | None:
    same = (row.tahun, name_buku(row.buku, row.arah), find_agenda(row.agenda)) == (
        other.tahun, name_buku(other.buku, other.arah), find_agenda(other.agenda),
    )  # fmt: skip
    return other if same and find_agenda(row.agenda) else None
