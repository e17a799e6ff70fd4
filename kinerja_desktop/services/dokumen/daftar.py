"""The registry of documents: every kind that a kecamatan writes.

An office that receives has a registry of its own (`services.penerimaan.dokumen`); what works on a
registry is given it, and works on this one where nothing is said.
"""

from collections.abc import Mapping

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import jenis_surat
from kinerja_desktop.services.evaluasi import dokumen as evaluasi
from kinerja_desktop.services.evaluasi.dialog import DIALOG
from kinerja_desktop.services.kantor.dokumen import Dokumen
from kinerja_desktop.services.lke import dokumen as lke
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran import dokumen as pengukuran
from kinerja_desktop.services.pengukuran.cara_hitung import CARA_HITUNG
from kinerja_desktop.services.pengumpulan import dokumen as pengumpulan
from kinerja_desktop.services.pimpinan.dokumen import RINGKASAN_CAMAT
from kinerja_desktop.services.rencana import dokumen as rencana
from kinerja_desktop.services.sop import dokumen as sop
from kinerja_desktop.services.surat import dokumen as naskah
from kinerja_desktop.services.surat.agenda import BUKU_AGENDA

#: Every kind of document by its kunci, in the order of the page *Dokumen*.
DOKUMEN: Mapping[str, Dokumen] = {
    dokumen.kunci: dokumen
    for dokumen in (
        *rencana.DOKUMEN,
        *pengumpulan.DOKUMEN,
        *pengukuran.DOKUMEN,
        CARA_HITUNG,
        *evaluasi.DOKUMEN,
        DIALOG,
        RINGKASAN_CAMAT,
        LKJIP,
        *lke.DOKUMEN,
        *jenis_surat.DOKUMEN,
        *sop.DOKUMEN,
        *naskah.DOKUMEN,
        BUKU_AGENDA,
    )
}


def get_dokumen(kunci: str, daftar: Mapping[str, Dokumen] = DOKUMEN) -> Dokumen:
    """Return a kind of document of a registry.

    Raises:
        KinerjaError: there is none of this kunci.
    """
    dokumen = daftar.get(kunci)
    if dokumen is None:
        raise KinerjaError(f"Dokumen '{kunci}' tidak dikenal.", f"Pilih {', '.join(daftar)}.")
    return dokumen
