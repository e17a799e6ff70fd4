"""What a letter to Bappeda lists: the very papers and evidence of the delivery it goes with."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.baris_final import find_row
from kinerja_desktop.services.evaluasi.dokumen import DOKUMEN as EVALUASI_KINDS
from kinerja_desktop.services.kantor.dokumen import Dokumen
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import DOKUMEN as PENGUKURAN_KINDS
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.rencana.dokumen import DOKUMEN as RENCANA_KINDS
from kinerja_desktop.store.queries.kiriman import list_bukti
from kinerja_desktop.store.queries.lampiran import MILIK_TERTANDA, list_lampiran

#: The kinds that a package can hold, but the letter itself, in the order of a letter.
DIKIRIM: tuple[Dokumen, ...] = tuple(
    dokumen
    for dokumen in (*PENGUKURAN_KINDS, *EVALUASI_KINDS, LKJIP, *RENCANA_KINDS)
    if dokumen.paket
)


class KirimanSurat(StrEnum):
    """What a letter goes with."""

    PAKET = "paket"
    """A period's package."""
    LKJIP = "lkjip"
    """The bound LKjIP of a year."""


@dataclass(frozen=True)
class DokumenTerkirim:
    """A paper of a package, in however many formats.

    Attributes:
        kunci: its kind.
        keterangan: the kode verifikasi that is printed on it, or that it is a draft.
    """

    kunci: str
    judul: str
    keterangan: str


def list_dokumen_paket(office: Office, periode: Periode) -> list[DokumenTerkirim]:
    """Return the papers of a period's package, each once."""
    return list(_list(office, periode))


def count_bukti(office: Office, periode: Periode) -> Mapping[Periode, int]:
    """Return how many files of evidence a period's package holds, by the period they prove."""
    with office.journal.reading() as session:
        return Counter(of for of, _ in list_bukti(session, periode))


def count_tertanda(office: Office, periode: Periode) -> int:
    """Return how many scans of signed papers a period's package holds."""
    wanted = [
        (dokumen, salinan.permintaan)
        for dokumen in DIKIRIM
        if dokumen.paket
        for salinan in dokumen.paket.list_salinan(office, periode)
    ]
    with office.journal.reading() as session:
        rows = (find_row(session, dokumen, permintaan) for dokumen, permintaan in wanted)
        # A paper may go along in several formats.
        finals = {row.id for row in rows if row is not None}
        return sum(len(list_lampiran(session, MILIK_TERTANDA, key)) for key in finals)


def name_kiriman(office: Office, periode: Periode, kiriman: KirimanSurat) -> str:
    """Return what a delivery is, in the words of its receipt."""
    if kiriman is KirimanSurat.LKJIP:
        return f"LKjIP Tahun {periode.tahun}"
    kinds = {butir.kunci for butir in list_dokumen_paket(office, periode)}
    parts = [f"Pengukuran Kinerja {periode.label}"]
    if LKJIP.kunci in kinds:
        parts.append(f"LKjIP Tahun {periode.tahun}")
    evaluasi = {dokumen.kunci for dokumen in EVALUASI_KINDS}
    if kinds & evaluasi:
        parts.append(f"Evaluasi Renja {periode.label}")
    if kinds - evaluasi - {PENGUKURAN.kunci, LKJIP.kunci}:
        parts.append(f"dokumen perencanaan Tahun {periode.tahun}")
    if count_bukti(office, periode):
        parts.append("bukti dukungnya")
    *first, last = parts
    return f"{', '.join(first)} dan {last}" if first else last


def _list(office: Office, periode: Periode) -> Iterator[DokumenTerkirim]:
    for dokumen in DIKIRIM:
        assert dokumen.paket
        kode = {str(entry["judul"]): str(entry["kode"])
                for entry in dokumen.paket.list_data(office, periode)}  # fmt: skip
        seen: set[tuple[UUID | None, Periode]] = set()
        for salinan in dokumen.paket.list_salinan(office, periode):
            wanted = salinan.permintaan
            if (about := (wanted.tentang, wanted.periode)) in seen:
                continue
            seen.add(about)
            judul = salinan.judul or f"{dokumen.judul} {wanted.periode.label}"
            yield DokumenTerkirim(dokumen.kunci, judul, _remark(dokumen, kode.get(judul, "")))


def _remark(dokumen: Dokumen, kode: str) -> str:
    if kode and dokumen.has_kode:
        return f"Kode verifikasi {kode}"
    return "Draf, belum final" if dokumen is PENGUKURAN else ""
