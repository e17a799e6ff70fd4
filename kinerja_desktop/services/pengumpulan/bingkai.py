"""What stands around every paper of collecting data: who signs, and that there is anything."""

from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop, make_penandatangan
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import place_of
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.records import Instansi

_DARI = ("sekretaris", "camat")


def require_sent(office: Office, periode: Periode) -> Papan:
    """Return the board of a period for which forms were handed out.

    Raises:
        KinerjaError: there are none.
    """
    papan = read_papan(office, periode)
    if not any(row.dikirim for row in papan.baris):
        raise KinerjaError(
            f"Belum ada formulir yang dikirim untuk {periode.label}.",
            "Kirim formulirnya di Pengumpulan Data.",
        )
    return papan


def letterhead_of(office: Office, instansi: Instansi) -> Kop:
    """Return the letterhead, with or without an address."""
    return make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))


def sign(office: Office, instansi: Instansi, day: date) -> Penandatangan:
    """Return who signs: the Sekretaris in post on a day, else the Camat."""
    return make_penandatangan(_find_sender(office, day), f"Camat {instansi.kecamatan}")


def name_sender(office: Office, day: date) -> str:
    """Return whose a nota dinas of a day is, by jabatan."""
    person = _find_sender(office, day)
    return f"{person.awalan} {person.jabatan}".strip() if person else "Camat"


def endorse(office: Office, instansi: Instansi, day: date) -> Pengesahan:
    """Return place, date and signer below a list."""
    return Pengesahan(place_of(instansi, day), sign(office, instansi, day))


def _find_sender(office: Office, day: date) -> IdentitasPejabat | None:
    with office.journal.reading() as session:
        found = [find_by_peran(session, peran, day) for peran in _DARI]
    return next((item for item in found if item), None)
