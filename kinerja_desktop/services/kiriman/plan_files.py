"""Which planning papers go to Bappeda with a year's delivery, and where (`docs/sakip.md` §10)."""

from collections.abc import Iterator

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.package import safe_name
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import Dokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian_data import list_perjanjian_camat

PERENCANAAN, PK, RENAKSI = "00_PERENCANAAN", "01_PK", "02_RENAKSI"
_PLACES = (
    (documents.PENETAPAN_IKU, PERENCANAAN),
    (documents.RENCANA_KINERJA, PERENCANAAN),
    (documents.RENCANA_AKSI, RENAKSI),
)


def list_plan_files(office: Office, tahun: int) -> dict[str, Permintaan]:
    """Return the planning papers that there are, by their path in the package.

    Of the office's Perjanjian Kinerja every signed version goes along, never a draft.
    """
    return dict(_list_files(office, Periode(tahun)))


def describe_plan_file(path: str) -> str:
    """Return what a planning paper of a package is; empty for any other file."""
    folder, _, name = path.partition("/")
    if folder == PK:
        return documents.PERJANJIAN.judul
    papers = {_file_stem(dokumen): dokumen.judul for dokumen, place in _PLACES if place == folder}
    return next((judul for stem, judul in papers.items() if name.startswith(stem)), "")


def _list_files(office: Office, periode: Periode) -> Iterator[tuple[str, Permintaan]]:
    keadaan = list_keadaan(office, periode)
    for dokumen, folder in _PLACES:
        if not keadaan[dokumen.kunci].kosong:
            name = safe_name(f"{_file_stem(dokumen)}_{periode.tahun}.pdf")
            yield f"{folder}/{name}", Permintaan(dokumen.kunci, periode)
    with office.journal.reading() as session:
        signed = [
            (row.kode, row.id)
            for row in list_perjanjian_camat(session, periode.tahun)
            if row.ditandatangani
        ]
    for number, (kode, key) in enumerate(signed, start=1):
        path = f"{PK}/{safe_name(f'{number:02}_Perjanjian_Kinerja_{kode}.pdf')}"
        yield path, Permintaan(documents.PERJANJIAN.kunci, periode, key)


def _file_stem(dokumen: Dokumen) -> str:
    return dokumen.judul.replace(" ", "_")
