"""Take the books that ship into the office's own, so that their pattern can be changed."""

from dataclasses import asdict

from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.surat import list_own_buku
from kinerja_desktop.store.records import BukuSurat


def add_books(office: Office) -> int:
    """Add the books that ship and that the office has not changed yet; return how many.

    Raises:
        KinerjaError: it has all of them.
    """
    with office.journal.action("Mengisi buku surat bawaan") as session:
        known = list_own_buku(session)
        missing = [buku for buku in BUKU_BAWAAN if buku.kunci not in known]
        if not missing:
            raise KinerjaError("Buku bawaan sudah ada semua.", "Ubah dari daftar.")
        session.add_all(BukuSurat(**asdict(buku)) for buku in missing)
        return len(missing)
