"""The letterhead of an office that receives packages."""

from dataclasses import replace

from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Instansi


def kop_of_bappeda(office: Office, instansi: Instansi) -> Kop:
    """Return the letterhead: its own row bears its name where a kecamatan's bears its own."""
    kop = make_kop(identify_instansi(instansi), read_logo(office, instansi.logo))
    return replace(kop, nama=instansi.kecamatan.upper())
