"""The way out of an office nobody works in: its data laid aside, the folder empty for another.

Only a sample that ships with the program goes this way, since the mark CONTOH alone does not prove
that nobody has worked in it for real; and an office that was founded by mistake, with some entries
at most and nothing signed, sent or received.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.baru import is_baru, may_begin_again
from kinerja_desktop.services.kantor.office import Office, open_office, utc_now
from kinerja_desktop.services.kantor.office_clock import is_latihan
from kinerja_desktop.store.backing_choice import find_backing
from kinerja_desktop.store.laying_aside import lay_aside

#: The kecamatan of the other sample, on real figures.
_MUNCAR = "Muncar"


def is_contoh(office: Office) -> bool:
    """Whether the office is one of the samples that ship with the program."""
    row = office.instansi()
    if row is None or not row.contoh:
        return False
    with office.journal.reading() as session:
        return row.kecamatan == _MUNCAR or is_latihan(session)


def require_way_out(office: Office) -> None:
    """Refuse whatever is not a sample, or founded by mistake, in a folder of this PC.

    Raises:
        KinerjaError: it is a real office, or its data is on a server.
    """
    if not is_contoh(office) and not can_begin_again(office):
        raise KinerjaError(
            "Ini data kantor sungguhan, bukan data latihan, jadi tidak dihapus.",
            "Untuk kantor lain, buka program dengan folder data yang lain.",
        )
    if not isinstance(office.place.where, Path):
        raise KinerjaError(
            "Data ini ada di server, jadi tidak dihapus dari komputer ini.",
            "Minta pengelola server membuat basis data kosong, lalu sambungkan program ke sana.",
        )


def leave_contoh(place: Place, now: Callable[[], datetime] = utc_now) -> Path:
    """Lay the data of a sample or a new office aside; the folder is empty then.

    The wizard begins there again.

    Args:
        place: its data folder; nobody may have it open.
        now: the clock.

    Returns:
        Where its data lies; that folder can be opened again.

    Raises:
        KinerjaError: it is a real office, is open, is on a server, or cannot be moved.
    """
    office = open_office(place)
    try:
        require_way_out(office)
        folder, kind = office.folder, _name_kind(office)
    finally:
        office.close()
    backing = find_backing(folder)
    backing.hold()
    try:
        # Whoever waits for the folder opens an empty one.
        backing.engine.dispose()
        return lay_aside(folder, f"{kind}-{now().astimezone(WIB):%Y%m%d-%H%M%S}")
    finally:
        backing.release()


def can_begin_again(office: Office) -> bool:
    """Whether the office may have been founded by mistake (`services.kantor.baru`)."""
    with office.journal.reading() as session:
        return may_begin_again(session)


def _name_kind(office: Office) -> str:
    if is_contoh(office):
        return "latihan"
    with office.journal.reading() as session:
        return "kantor-baru" if is_baru(session) else "kantor-lama"
