"""What the kode in a photo or scan belong to."""

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian, tell_none
from kinerja_desktop.services.penerimaan.cocokkan import HasilCocok, cocokkan


def cocokkan_pindaian(
    office: Office, pindaian: Pindaian, nama: str
) -> list[tuple[str, list[HasilCocok]]]:
    """Look up what was found in a file: each kode with what it belongs to, nothing for unknown.

    Args:
        office: the open office.
        pindaian: what was found.
        nama: of the file, for the message.

    Raises:
        KinerjaError: there is no kode in it.
    """
    if not pindaian.kode:
        raise KinerjaError(tell_none(pindaian, nama), "Ketik kode yang tercetak di kaki halaman.")
    return [(kode, cocokkan(office, kode)) for kode in pindaian.kode]
