"""What keeps a letter as it is: its final print, its number and its book (`docs/sakip.md` §9)."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import inspect
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session

from kinerja_desktop.domain.kunci import (
    TerkunciError,
    is_free,
    lock_of_agenda,
    lock_of_buku,
    lock_of_filled_buku,
    lock_of_naskah,
    lock_of_nomor,
    lock_of_number,
    lock_of_surat,
)
from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN, agenda_of, explain_misfit, nomor_of
from kinerja_desktop.store.queries.surat import (
    find_naskah_of_surat,
    find_taken,
    is_final_naskah,
    list_buku_kantor,
    list_in_buku,
    list_numbered,
    read_arah,
)
from kinerja_desktop.store.records import BukuSurat, NaskahDinas, Surat

#: Marks a session in which a letter written here is given another number.
RENUMBERS = "menomori_ulang"
#: Marks a session that reverts a deed of before.
TAKES_BACK = "membatalkan"
#: The columns that say by which number of which book a letter is known.
_NUMBER = {"agenda", "nomor", "buku", "tahun", "arah"}


def refuse_letter(session: Session, row: Surat | NaskahDinas, changed: set[str]) -> None:
    """Refuse a change of a final letter, a number that another bears, a book that is not there.

    Args:
        session: where the deed is done.
        row: new, changed or to be deleted.
        changed: names of its columns that are otherwise than before.

    Raises:
        TerkunciError: it says by what it is locked.
    """
    is_gone = row in session.deleted
    with session.no_autoflush:
        if lock := find_lock_of_letter(session, row, changed, is_gone=is_gone):
            raise lock
        # What was in another book before may come back to it.
        moves = not is_gone and bool(changed & {"buku", "arah"})
        if isinstance(row, Surat) and moves and not session.info.get(TAKES_BACK):
            added = [item for item in session.new if isinstance(item, BukuSurat)]
            books = read_arah(session) | {item.kunci: item.arah for item in added}
            if why := explain_misfit(row.buku, row.arah, books):
                raise lock_of_buku(why)


def find_lock_of_letter(
    session: Session,
    row: Surat | NaskahDinas,
    changed: Collection[str],
    *,
    is_gone: bool = False,
) -> TerkunciError | None:
    """Return why a letter must not be so; None when it may."""
    if isinstance(row, NaskahDinas):
        is_known = not inspect(row).pending
        is_locked = is_known and is_final_naskah(session, row.id)
        return lock_of_naskah(_known_as(session, row, "hal")) if is_locked else None
    changed = set(changed)
    written = find_naskah_of_surat(session, row.id)
    is_filled = not is_gone and _fills_agenda(session, row, changed)
    if written and not is_filled:
        if is_final_naskah(session, written.id) and not is_free("surat", changed):
            return lock_of_surat(_known_as(session, row, "nomor"))
        renumbers = session.info.get(RENUMBERS) or session.info.get(TAKES_BACK)
        if not renumbers and (is_gone or changed & _NUMBER):
            return lock_of_nomor(_known_as(session, row, "nomor"))
    return None if is_gone or not changed & _NUMBER else _find_double(session, row)


def refuse_book(session: Session, row: BukuSurat, changed: Collection[str]) -> None:
    """Refuse to leave letters without their book, or in one of the other direction.

    Args:
        session: where the deed is done.
        row: a book, new, changed or to be deleted.
        changed: names of its columns that are otherwise than before.

    Raises:
        TerkunciError: letters stand in it.
    """
    if row not in session.deleted and not {"kunci", "arah"} & set(changed):
        return
    with session.no_autoflush:
        own = [
            *list_buku_kantor(session),
            *(item for item in session.new if isinstance(item, BukuSurat)),
        ]
        books = {item.kunci: item.arah for item in own if item not in session.deleted}
        if lock := _find_stranded(session, {_known_as(session, row, "kunci"), row.kunci}, books):
            raise lock


def find_lock_of_book(session: Session, row: BukuSurat) -> TerkunciError | None:
    """Return why a book must not become so; None when it may."""
    own = {item.id: item for item in list_buku_kantor(session)}
    was = own.get(row.id, row)
    books = {item.kunci: item.arah for item in (own | {row.id: row}).values()}
    return _find_stranded(session, {was.kunci, row.kunci}, books)


def _find_stranded(
    session: Session, keys: Iterable[str], own: Mapping[str, str]
) -> TerkunciError | None:
    books = {buku.kunci: buku.arah for buku in BUKU_BAWAAN} | dict(own)
    for key in keys:
        letters = [row for row in list_in_buku(session, key) if row not in session.deleted]
        if any(explain_misfit(row.buku, row.arah, books) for row in letters):
            return lock_of_filled_buku(key, len(letters))
    return None


def _fills_agenda(session: Session, row: Surat, changed: set[str]) -> bool:
    """Tell whether a running number is only noted that the number of a letter did not tell.

    The print does not bear it, so a final letter may get it, once; and undo may take it back.
    """
    if not changed or not changed <= {"agenda", "keterangan"}:
        return False
    return not _known_as(session, row, "agenda") or bool(session.info.get(TAKES_BACK))


def _find_double(session: Session, row: Surat) -> TerkunciError | None:
    """Return why the numbers of a letter are not given again; None when they are its own."""
    values = row.model_dump()
    others = [item for item in session.new if isinstance(item, Surat) and item is not row]
    taken = find_taken(session, row)
    agenda, nomor = agenda_of(values), nomor_of(values)
    for other in others:
        if taken is None and agenda and agenda_of(other.model_dump()) == agenda:
            taken = other
    if taken is not None:
        # The same letter once more: what keeps it is told, not that its number is its own.
        is_same = nomor is not None and nomor_of(taken.model_dump()) == nomor
        written = find_naskah_of_surat(session, taken.id) if is_same else None
        if written is not None and is_final_naskah(session, written.id):
            return lock_of_surat(taken.nomor)
        return lock_of_agenda(row.agenda, row.tahun, taken.hal or taken.nomor)
    # A letter that gets another number leaves its first one behind, in this very session.
    if nomor is None or session.info.get(RENUMBERS) or session.info.get(TAKES_BACK):
        return None
    return _find_same_number(nomor, [*list_numbered(session, row), *others])


def _find_same_number(nomor: tuple[int, str], others: list[Surat]) -> TerkunciError | None:
    same = (item for item in others if nomor_of(item.model_dump()) == nomor)
    found = next(same, None)
    return lock_of_number(found.nomor, found.hal or found.pihak) if found else None


def _known_as(session: Session, row: Surat | NaskahDinas | BukuSurat, name: str) -> str:
    """Return what a row was called before it was changed: by that a clerk knows it."""
    state = inspect(row)
    if state.transient and (kept := session.get(type(row), row.id)) is not None:
        return str(getattr(kept, name))
    before = state.committed_state.get(name, NO_VALUE)
    return str(getattr(row, name) if before is NO_VALUE else before)
