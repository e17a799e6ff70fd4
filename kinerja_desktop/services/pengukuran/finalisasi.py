"""Make a Pengukuran Kinerja final, and open it again with a reason.

`docs/architecture.md` §2.5–2.6.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.keselarasan import require_sound
from kinerja_desktop.domain.capaian.kewajaran import check_capaian, check_kewajaran
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran, snapshot_to_data
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.dokumen import SURAT_PAKET
from kinerja_desktop.services.kantor.finals import FinalCancelledError, reopen_final, store_final
from kinerja_desktop.services.kantor.kept_files import keep_bytes, read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.services.pengukuran.ukur import (
    find_status,
    list_kekurangan,
    measure_periode,
    take_snapshot,
)
from kinerja_desktop.store.records import Pengukuran


def finalize(
    office: Office,
    periode: Periode,
    tanggal: date,
    pejabat_id: UUID | None = None,
    *,
    tidak_dapat_dipenuhi: str = "",
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Pengukuran:
    """Freeze texts and raw inputs, give them a kode verifikasi, and keep the printed pages.

    Args:
        office: the open office.
        periode: what is measured.
        tanggal: the date under which it is signed; signers are chosen by it.
        pejabat_id: whose IKI; None for the office's IKU.
        tidak_dapat_dipenuhi: why what should be told is missing; recorded where it is.
        progress: told how far its printing is.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before it is stored.

    Raises:
        FinalCancelledError: the clerk stopped it; it is a draft as before.
        DataProblemsError: something is missing that must be mended first.
        KinerjaError: it is final already, or something is missing and nobody says why.
        MovedError: the data is being changed all the time.
    """
    advance = stoppable(progress, cancelled, FinalCancelledError)

    def make(state: str) -> Pengukuran:
        status = find_status(office, periode, pejabat_id)
        if status.is_final:
            raise KinerjaError(
                f"Pengukuran Kinerja {periode.label} sudah final.",
                "Pakai 'Buka kembali' bila memang harus diubah.",
            )
        kekurangan = list_before_final(office, periode, pejabat_id, tanggal)
        alasan = require_sound(kekurangan, tidak_dapat_dipenuhi)
        snapshot = replace(take_snapshot(office, periode, pejabat_id, tanggal), riwayat=state)
        data = snapshot_to_data(snapshot)
        kode = compute_kode(data)
        naskah = compose_snapshot(office, snapshot, draf=False, kode=kode)
        return Pengukuran(
            tahun=periode.tahun,
            triwulan=periode.triwulan,
            pejabat_id=pejabat_id,
            versi=status.versi + 1,
            tanggal=tanggal,
            dibuat=office.now(),
            kode=kode,
            snapshot=data,
            pdf=keep_bytes(office, render_pdf(naskah, advance)),
            tidak_dapat_dipenuhi=alasan,
        )

    label = f"Menjadikan final Pengukuran Kinerja {periode.label}"
    return store_final(office, label, make, alasan=tidak_dapat_dipenuhi, last_call=last_call)


def list_before_final(
    office: Office,
    periode: Periode,
    pejabat_id: UUID | None = None,
    tanggal: date | None = None,
) -> list[Problem]:
    """Return what is missing, odd, or was changed outside the program, before it is final.

    `tanggal` is the day of the paper; None while nobody has chosen it.
    """
    early = []
    if periode.last_day >= office.today():
        text = f"{periode.label} belum berakhir: angka yang menyusul tidak ikut ditandatangani"
        early.append(Problem(text, is_warning=True))
    hasil = measure_periode(office, periode, pejabat_id)
    return [
        *early,
        *list_kekurangan(office, periode, pejabat_id, hasil, tanggal),
        *_list_janggal(hasil),
        *find_changed_outside(office),
    ]


def _list_janggal(hasil: HasilPengukuran) -> Iterator[Problem]:
    """Yield what the table marks as odd: it is looked at before it is signed, if not earlier."""
    triwulan = hasil.periode.triwulan
    for item in hasil.indikator:
        bahan = item.bahan
        remarks = check_kewajaran(bahan, triwulan, bahan.isian_of(triwulan).nilai)
        for remark in filter(None, (*remarks, check_capaian(item.utama.capaian))):
            text = f"{bahan.uraian}: {remark[0].lower()}{remark[1:].rstrip('.')}"
            yield Problem(text, is_warning=True, about=bahan.id)


def reopen(office: Office, pengukuran_id: UUID, alasan: str) -> None:
    """Open a final measurement again; the old version and the reason are kept.

    Raises:
        KinerjaError: no reason was given, or it is open already.
    """
    with office.journal.reading() as session:
        is_iki = session.get_one(Pengukuran, pengukuran_id).pejabat_id is not None
    surat = () if is_iki else SURAT_PAKET
    reopen_final(office, Pengukuran, pengukuran_id, alasan, "Pengukuran Kinerja", surat)


def compose_snapshot(
    office: Office, snapshot: SnapshotPengukuran, *, draf: bool, kode: str | None = None
) -> Naskah:
    """Return the form of a measurement."""
    logo = read_logo(office, snapshot.instansi.logo)
    laporan = make_pengukuran_kinerja(snapshot, draf=draf, kode=kode, logo=logo)
    return build_pengukuran_kinerja(laporan)
