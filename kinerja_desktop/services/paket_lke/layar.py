"""Of which pages a pack of evidence holds a picture, and of which period each shows something."""

from dataclasses import dataclass

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.lembar import read_buku_petunjuk
from kinerja_desktop.store.queries.lke import find_last_triwulan

#: Pages that show nothing of a whole year: the Evaluasi Renja is made per triwulan.
_TRIWULANAN = frozenset({"evaluasi"})
_LAST = 4


@dataclass(frozen=True)
class Layar:
    """A page of which a picture is taken.

    Attributes:
        kunci: its key.
        periode: what is chosen at the top of the window when it is taken.
    """

    kunci: str
    periode: Periode


def list_layar(office: Office, tahun: int) -> tuple[Layar, ...]:
    """Return the pages of which a picture serves any criterion of a year, each once.

    A page of triwulan shows the latest one of which something was measured, else the fourth.
    """
    wanted = (key for item in read_buku_petunjuk().isi.values() for key in item.layar)
    with office.journal.reading() as session:
        latest = find_last_triwulan(session, tahun) or _LAST
    return tuple(
        Layar(key, Periode(tahun, latest if key in _TRIWULANAN else None))
        for key in dict.fromkeys(wanted)
    )
