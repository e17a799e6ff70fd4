"""Letters for the tests: begun, typed into, made final."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.services.dokumen.daftar import get_dokumen
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.nilai import Tempat
from kinerja_desktop.services.surat.register import SuratMasuk, read_buku
from kinerja_desktop.services.surat.tulis import begin_naskah, change_isi, read_naskah
from kinerja_desktop.store.records import DokumenFinal

TAHUN = Periode(2024)
DAY = date(2025, 1, 15)
EDARAN = SuratMasuk(
    "050/12/427.55/2025", date(2025, 1, 10), date(2025, 1, 13), "Bappeda", "Pengukuran Kinerja 2024"
)

ROW: dict[str, Any] = {
    "tahun": 2025, "arah": "keluar", "buku": "keluar", "agenda": "16", "hal": "Undangan",
    "tanggal": date(2025, 1, 14), "nomor": "700/16/427.90/2025", "pihak": "Bappeda",
    "klasifikasi": "", "diterima": None, "sifat": "", "lampiran": "", "keterangan": "",
    "dibatalkan": "",
}  # fmt: skip


def numbers(office: Office, buku: str = "nota_dinas", tahun: int = 2025) -> list[tuple[str, str]]:
    return [(row.agenda, row.nomor) for row in read_buku(office, tahun, buku).baris]


def begin(
    office: Office, jenis: str, tempat: Tempat | None = None, day: date = DAY, **typed: object
) -> UUID:
    """Begin a letter; what is typed goes over its wording."""
    key = begin_naskah(office, jenis, TAHUN, day, tempat)
    if jenis in ("nota-dinas", "surat") and typed:
        typed = {"yth": ("Sekretaris Kecamatan",), "pembuka": ("Isi surat.",), **typed}
    if typed:
        isi: IsiNaskah = replace(read_naskah(office, key).isi, **typed)  # type: ignore[arg-type]
        change_isi(office, key, isi)
    return key


def wanted(office: Office, key: UUID) -> Permintaan:
    letter = read_naskah(office, key)
    return Permintaan(kunci_of(letter.jenis.kunci), Periode(letter.tahun), key)


def finish(office: Office, key: UUID, day: date = DAY) -> DokumenFinal:
    request = wanted(office, key)
    return make_final(office, get_dokumen(request.kunci), request, day)


def compose(office: Office, key: UUID) -> Naskah:
    return build_naskah(office, wanted(office, key))


def words(naskah: Naskah) -> str:
    """Return every text of a naskah, a line each."""
    return "\n".join(_words(naskah))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _words(getattr(value, item.name))
