"""An office with a program below a sasaran, for the tests of the cascading papers."""

from datetime import date
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja, SimpulKinerja
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.data_entry import (
    add_row,
)
from kinerja_desktop.services.kantor.dokumen import KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.pohon import gather_pohon
from tests.services.dokumen.papers import read_text
from tests.services.kantor.small import TAHUN

PERIODE = Periode(TAHUN)
DAY = date(2025, 6, 1)


def add_line(office: Office, kode: str, nama: str, jenis: str, induk: UUID | None = None) -> UUID:
    values: dict[str, Any] = {"kode": kode, "nama": nama, "jenis": jenis, "induk_id": induk}
    return add_row(office, "mata_anggaran", values)


def support(office: Office, program: UUID, sasaran: UUID) -> None:
    add_row(office, "program_sasaran", {"mata_anggaran_id": program, "sasaran_id": sasaran})


def pohon(office: Office) -> PohonKinerja:
    with office.journal.reading() as session:
        return gather_pohon(session, TAHUN, DAY)


def branches(simpul: SimpulKinerja) -> Any:
    """Return a tree as nested words."""
    return (simpul.kinerja, [branches(child) for child in simpul.anak])


def state(office: Office, kunci: str, tahun: int = TAHUN) -> KeadaanDokumen:
    return list_keadaan(office, Periode(tahun))[kunci]


def text_of(office: Office, kunci: str, tentang: UUID | None = None) -> str:
    return read_text(build_naskah(office, Permintaan(kunci, PERIODE, tentang, DAY)))
