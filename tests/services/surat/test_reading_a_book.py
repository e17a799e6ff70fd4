from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import event

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.surat import find_taken, list_surat
from kinerja_desktop.store.records import Surat
from tests.services.surat.letters import ROW


def letters(office: Office) -> None:
    """One letter in each book of 2025, and one that names no book."""
    with office.journal.action("Register") as session:
        session.add(Surat(**ROW))
        session.add(Surat(**{**ROW, "buku": "nota_dinas", "nomor": "1", "agenda": "1"}))
        session.add(
            Surat(**{**ROW, "buku": "masuk", "arah": "masuk", "diterima": date(2025, 1, 2)})
        )
        session.add(Surat(**{**ROW, "buku": "", "nomor": "17", "agenda": "17"}))


@contextmanager
def books_read() -> Iterator[set[str]]:
    """Tell whose letters the database gives meanwhile."""
    found: set[str] = set()

    def note(row: Surat, _context: Any) -> None:
        found.add(row.buku)

    event.listen(Surat, "load", note)
    try:
        yield found
    finally:
        event.remove(Surat, "load", note)


def test_of_thousands_of_letters_only_those_of_the_book_are_read(muncar: Office) -> None:
    letters(muncar)
    with muncar.journal.reading() as session, books_read() as found:
        # Without a book the direction tells it: read for each, and left out of the others.
        assert [row.agenda for row in list_surat(session, 2025, "keluar")] == ["16", "17"]
    assert found == {"keluar", ""}


def test_a_running_number_is_looked_for_in_its_own_book(muncar: Office) -> None:
    letters(muncar)
    with muncar.journal.reading() as session, books_read() as found:
        own = list_surat(session, 2025, "keluar")
        assert find_taken(session, own[0]) is None
        twin = Surat(**{**ROW, "nomor": "99", "agenda": "17"})
        assert find_taken(session, twin) == own[1]
    assert found == {"keluar", ""}
