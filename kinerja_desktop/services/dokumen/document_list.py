"""The page *Dokumen*: every kind of document, whom it can be about, and where each stands."""

import re
from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen import documents, plan_states, surat
from kinerja_desktop.services.dokumen.document_states import (
    BELUM_ADA,
    DRAF,
    FINAL,
    KeadaanDokumen,
    Subjek,
)
from kinerja_desktop.services.dokumen.documents import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import find_final_lkjip
from kinerja_desktop.services.pengukuran.ukur import find_final
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.store.queries.bahan import list_indikator, list_pejabat_with_iki


def needs_subject(kunci: str) -> str:
    """Return the caption of what a kind of document is about; empty when it needs none."""
    return _SUBJECTS.get(kunci, "")


def list_keadaan(office: Office, periode: Periode) -> Mapping[str, KeadaanDokumen]:
    """Return where every kind of document stands for a period, by its kunci."""
    instansi = office.instansi()
    if instansi is None:
        text = "Kantor belum disiapkan: isi Pengaturan lebih dulu."
        return {kunci: KeadaanDokumen(BELUM_ADA, kosong=text) for kunci in documents.DOKUMEN}
    catatan = "" if instansi.alamat else _NO_ADDRESS
    with office.journal.reading() as session:
        keadaan = {
            documents.PENETAPAN_IKU.kunci: plan_states.describe_iku(session, periode.tahun),
            documents.RENCANA_KINERJA.kunci: plan_states.describe_rkt(
                session, periode.tahun, office.today(), catatan
            ),
            documents.RENCANA_AKSI.kunci: plan_states.describe_rencana_aksi(
                session, periode.tahun, office.today(), catatan
            ),
            documents.PENGUKURAN.kunci: _pengukuran(session, periode, catatan),
            documents.PENGUKURAN_IKI.kunci: _iki(session, periode, catatan),
            documents.LKJIP.kunci: _lkjip(session, periode, catatan),
        }
    letter = _letter(office, periode, catatan)
    return {
        **keadaan,
        documents.PERJANJIAN.kunci: plan_states.describe_perjanjian(office, periode.tahun),
        documents.SURAT_PENGANTAR.kunci: letter,
        documents.TANDA_TERIMA.kunci: letter,
        documents.SOP.kunci: _sop(office),
        documents.SOP_DIRAPIKAN.kunci: _sop(office),
        documents.RIWAYAT_SOP.kunci: _cases(office, periode, catatan),
    }


def suggest_name(permintaan: Permintaan, subjek: str, bentuk: str) -> str:
    """Return a file name for a document, such as ``Pengukuran_Kinerja_2024.pdf``."""
    dokumen = documents.DOKUMEN[permintaan.kunci]
    parts = [dokumen.judul.split(" (")[0], subjek]
    if dokumen.berperiode:
        periode = permintaan.periode
        parts.append(str(periode.tahun) if dokumen.is_tahunan else periode.kode)
    text = " ".join(part for part in parts if part)
    stem = re.sub(r"[^\w.-]+", "_", text)
    return f"{stem[:_LONGEST].strip('_')}.{bentuk}"


_LONGEST = 100
_NO_ADDRESS = "Alamat kantor belum diisi, jadi kopnya tidak lengkap: isi di Pengaturan."
_SUBJECTS = {
    documents.PERJANJIAN.kunci: "P&erjanjian",
    documents.RENCANA_AKSI.kunci: "&Untuk",
    documents.PENGUKURAN_IKI.kunci: "&Pejabat",
    documents.SOP.kunci: "&SOP",
    documents.SOP_DIRAPIKAN.kunci: "&SOP",
    documents.RIWAYAT_SOP.kunci: "&Pelaksanaan",
}


def _standing(session: Session, periode: Periode, pejabat_id: UUID | None) -> str:
    final = find_final(session, periode, pejabat_id)
    return f"{FINAL} · kode {final.kode}" if final else DRAF


def _pengukuran(session: Session, periode: Periode, catatan: str) -> KeadaanDokumen:
    keadaan = _standing(session, periode, None)
    if keadaan == DRAF and not list_indikator(session, periode.tahun):
        text = f"Belum ada indikator untuk {periode.tahun}: isi Renstra & IKU lebih dulu."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(keadaan, catatan=catatan)


def _iki(session: Session, periode: Periode, catatan: str) -> KeadaanDokumen:
    subjek = tuple(
        Subjek(row.id, row.nama, _standing(session, periode, row.id))
        for row in list_pejabat_with_iki(session)
        if list_indikator(session, periode.tahun, row.id)
    )
    if not subjek:
        text = (
            f"Belum ada indikator individu (IKI) untuk {periode.tahun}: "
            "isi di Renstra & IKU dengan jenis IKI dan pejabatnya."
        )
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    final = sum(item.keadaan != DRAF for item in subjek)
    return KeadaanDokumen(f"{final} dari {len(subjek)} pejabat final", subjek, catatan=catatan)


def _lkjip(session: Session, periode: Periode, catatan: str) -> KeadaanDokumen:
    final = find_final_lkjip(session, periode.tahun)
    if final is not None:
        return KeadaanDokumen(f"{FINAL} · kode {final.kode}", catatan=catatan)
    if not list_indikator(session, periode.tahun):
        text = f"Belum ada indikator untuk {periode.tahun}: isi Renstra & IKU lebih dulu."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(DRAF, catatan=catatan)


def _letter(office: Office, periode: Periode, catatan: str) -> KeadaanDokumen:
    nomor = surat.find_nomor(office, periode)
    return KeadaanDokumen(f"Nomor {nomor}" if nomor else "Belum bernomor", catatan=catatan)


def _sop(office: Office) -> KeadaanDokumen:
    subjek = tuple(Subjek(item.id, item.nama, f"versi {item.versi}") for item in list_sop(office))
    if not subjek:
        text = "Belum ada SOP yang dipakai: pilih di Prosedur (SOP)."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(f"{len(subjek)} SOP dipakai", subjek)


def _cases(office: Office, periode: Periode, catatan: str) -> KeadaanDokumen:
    cases = list_cases(office, periode.tahun)
    subjek = tuple(
        Subjek(
            case.id,
            ", ".join(part for part in (case.sop.nama, case.periode.label, case.judul) if part),
            case.posisi.status.value,
        )
        for case in cases
    )
    if not subjek:
        text = f"Belum ada SOP yang dijalankan untuk {periode.tahun}: mulai di Prosedur (SOP)."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    running = sum(case.is_running for case in cases)
    return KeadaanDokumen(f"{len(cases)} pelaksanaan, {running} berjalan", subjek, catatan=catatan)
