"""What the words of a person name, as the command line asks a kind of document."""

from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.kantor.office import Office


def find_about(office: Office, kunci: str, periode: Periode, nama: str) -> UUID | None:
    tentang = get_dokumen(kunci).tentang
    assert tentang is not None
    return tentang.find(office, periode, nama)
