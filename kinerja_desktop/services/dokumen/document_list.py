"""The page *Dokumen*: where every kind of document stands, and what its file is called."""

import re
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN, get_dokumen
from kinerja_desktop.services.dokumen.final_mana import find_final_row
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    FINAL,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
)
from kinerja_desktop.services.kantor.kept_papers import describe_final, find_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.plan_states import DITANDAI
from kinerja_desktop.store.queries.lampiran import MILIK_TERTANDA, list_owners
from kinerja_desktop.store.records import DokumenFinal


def needs_subject(kunci: str, daftar: Mapping[str, Dokumen] = DOKUMEN) -> str:
    """Return the caption of what a kind of document is about; empty when it needs none."""
    tentang = get_dokumen(kunci, daftar).tentang
    return tentang.caption if tentang else ""


def list_keadaan(
    office: Office, periode: Periode, daftar: Mapping[str, Dokumen] = DOKUMEN
) -> Mapping[str, KeadaanDokumen]:
    """Return where every kind of document stands for a period, by its kunci."""
    instansi = office.instansi()
    if instansi is None:
        text = "Kantor belum disiapkan: isi Pengaturan lebih dulu."
        return {kunci: KeadaanDokumen(BELUM_ADA, kosong=text) for kunci in daftar}
    states = {
        kunci: _describe(office, dokumen, periode, has_alamat=bool(instansi.alamat))
        for kunci, dokumen in daftar.items()
    }
    with office.journal.reading() as session:
        signed = list_owners(session, MILIK_TERTANDA)
    if not signed:
        return states
    return {
        kunci: _tell_signed(office, DOKUMEN[kunci], periode, state, signed)
        for kunci, state in states.items()
    }


def suggest_name(
    permintaan: Permintaan, subjek: str, bentuk: str, daftar: Mapping[str, Dokumen] = DOKUMEN
) -> str:
    """Return a file name for a document, such as ``Pengukuran_Kinerja_2024.pdf``."""
    dokumen = get_dokumen(permintaan.kunci, daftar)
    parts = [dokumen.nama_berkas, subjek]
    if dokumen.berperiode:
        periode = permintaan.periode
        parts.append(str(periode.tahun) if dokumen.is_tahunan else periode.kode)
    text = " ".join(part for part in parts if part)
    stem = re.sub(r"[^\w.-]+", "_", text)
    return f"{stem[:_LONGEST].strip('_')}.{bentuk}"


_LONGEST = 100
DITANDATANGANI = "ditandatangani"
BERPINDAIAN = "pindaian terlampir"
_NO_ADDRESS = "Alamat kantor belum diisi, jadi kopnya tidak lengkap: isi di Pengaturan."


def _tell_final(
    office: Office, dokumen: Dokumen, periode: Periode, keadaan: KeadaanDokumen
) -> KeadaanDokumen:
    """Say of a paper that people sign, and of each it is about, whether it is final."""
    with office.journal.reading() as session:

        def find(tentang: UUID | None) -> DokumenFinal | None:
            return find_paper(session, dokumen, Permintaan(dokumen.kunci, periode, tentang))

        own = find(None)
        subjek = tuple(
            replace(item, keadaan=describe_final(row)) if (row := find(item.id)) else item
            for item in keadaan.subjek
        )
    if own is None:
        return replace(keadaan, subjek=subjek)
    # What was signed is there, whatever has become of the plan.
    return replace(keadaan, keadaan=describe_final(own), subjek=subjek, kosong="")


def _tell_signed(
    office: Office, dokumen: Dokumen, periode: Periode, keadaan: KeadaanDokumen, signed: set[UUID]
) -> KeadaanDokumen:
    """Say of each final whose signed paper was scanned that it was."""

    def tell(text: str, tentang: UUID | None) -> str:
        final = find_final_row(session, Permintaan(dokumen.kunci, periode, tentang))
        if final is None or final.id not in signed:
            return text
        # An agreement is marked as signed by the clerk: with the scan it is seen to be.
        if not text.startswith(FINAL):
            return text.replace(DITANDAI, f"{DITANDATANGANI}, {BERPINDAIAN}")
        return text.replace(FINAL, f"{FINAL}, {DITANDATANGANI}", 1)

    with office.journal.reading() as session:
        subjek = tuple(
            replace(item, keadaan=tell(item.keadaan, item.id)) for item in keadaan.subjek
        )
        own = tell(keadaan.keadaan, None)
        if own == keadaan.keadaan and DITANDAI in own:
            count = sum(item.keadaan.endswith(BERPINDAIAN) for item in subjek)
            own = f"{own}, {count} {BERPINDAIAN}" if count else own
        return replace(keadaan, keadaan=own, subjek=subjek)


def _describe(
    office: Office, dokumen: Dokumen, periode: Periode, *, has_alamat: bool
) -> KeadaanDokumen:
    keadaan = dokumen.describe(office, periode)
    if dokumen.is_signed:
        keadaan = _tell_final(office, dokumen, periode, keadaan)
    if has_alamat or not dokumen.has_kop or keadaan.kosong:
        return keadaan
    catatan = "\n".join(note for note in (_NO_ADDRESS, keadaan.catatan) if note)
    return replace(keadaan, catatan=catatan)
