"""Set up Bappeda, or whoever in the kabupaten receives what the kecamatan deliver."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.domain.penerimaan.unit import KECAMATAN_LUMAJANG, LUMAJANG, normalize_nama
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.setup import list_holidays, profil_to_columns
from kinerja_desktop.services.kantor.baru import MENYIAPKAN
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Instansi, PerangkatDaerah
from kinerja_desktop.store.records import ProfilRumus as ProfilRow


@dataclass(frozen=True)
class BappedaBaru:
    """What the wizard asked for.

    Attributes:
        instansi: columns of the office's own row: ``nama``, ``kabupaten``, ``alamat`` …
        unit: names of the kecamatan that deliver to it.
    """

    instansi: dict[str, Any]
    unit: Sequence[str] = ()


def propose_unit(kabupaten: str) -> tuple[str, ...]:
    """Return the kecamatan of a kabupaten, as far as this program knows them: of Lumajang."""
    return KECAMATAN_LUMAJANG if normalize_nama(kabupaten) == normalize_nama(LUMAJANG) else ()


def bappeda_of(kabupaten: str) -> BappedaBaru:
    """Return the Bappeda of a kabupaten as it is proposed, with the kecamatan that deliver."""
    return BappedaBaru({"nama": "Bappeda", "kabupaten": kabupaten}, propose_unit(kabupaten))


def set_up_bappeda(office: Office, baru: BappedaBaru) -> None:
    """Write down what the wizard asked for, as one deed of the clerk.

    Raises:
        KinerjaError: the office is set up already.
    """
    if office.instansi() is not None:
        raise KinerjaError("Kantor ini sudah disiapkan.", "Ubah isinya di Pengaturan.")
    tahun = office.today().year
    columns = {name: value for name, value in baru.instansi.items() if name != "nama"}
    with office.journal.action(MENYIAPKAN, undoable=False) as session:
        session.add(Instansi(kecamatan=baru.instansi["nama"], jenis=BAPPEDA, **columns))
        session.add(ProfilRow(berlaku_dari=tahun, **profil_to_columns(ProfilRumus())))
        for urut, nama in enumerate(baru.unit, start=1):
            session.add(
                PerangkatDaerah(nama=nama, kabupaten=columns.get("kabupaten", ""), urut=urut)
            )
        for row in list_holidays(range(tahun - 1, tahun + 2)):
            session.add(row)
