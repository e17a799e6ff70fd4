"""Make an LKjIP final, and open it again with a reason (`docs/architecture.md` §2.5–2.6)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.capaian.freezing import freeze
from kinerja_desktop.domain.capaian.keselarasan import require_sound
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.domain.laporan.lkjip import compose_lkjip, freeze_drafts
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.dokumen import SURAT_LKJIP
from kinerja_desktop.services.kantor.finals import FinalCancelledError, reopen_final, store_final
from kinerja_desktop.services.kantor.kept_files import keep_bytes
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import lay_out
from kinerja_desktop.services.lkjip.laporan import (
    ensure_open,
    gather_naskah,
    list_kekurangan,
)
from kinerja_desktop.store.queries.laporan import last_versi
from kinerja_desktop.store.records import Lkjip


def finalize_lkjip(
    office: Office,
    tahun: int,
    tanggal: date,
    *,
    tidak_dapat_dipenuhi: str = "",
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Lkjip:
    """Freeze texts, figures and pictures, give them a kode verifikasi, and keep the printed files.

    Args:
        office: the open office.
        tahun: year of the report.
        tanggal: the date under which it is signed; the signer is chosen by it.
        tidak_dapat_dipenuhi: why it is made final although data was changed outside the program.
        progress: told how far its printing is.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before it is stored.

    Raises:
        FinalCancelledError: the clerk stopped it; it is a draft as before.
        DataProblemsError: something is missing that must be mended first.
        KinerjaError: it is final already, or a picture cannot be read.
        MovedError: the data is being changed all the time.
    """
    advance = stoppable(progress, cancelled, FinalCancelledError)

    def make(state: str) -> Lkjip:
        with office.journal.reading() as session:
            ensure_open(session, tahun)
            versi = last_versi(session, tahun) + 1
        advance(0, 0, "Menyusun laporan…")
        laporan = compose_lkjip(gather_naskah(office, tahun, tanggal))
        require_sound(list_kekurangan(office, laporan), "")
        beku = replace(freeze_drafts(laporan), riwayat=state)
        data = freeze(beku)
        kode = compute_kode(data)
        naskah = lay_out(office, beku, kode)
        pdf, docx = render_pdf(naskah, advance), render_docx(naskah, advance)
        return Lkjip(
            tahun=tahun,
            versi=versi,
            tanggal=tanggal,
            dibuat=office.now(),
            kode=kode,
            snapshot=data,
            pdf=keep_bytes(office, pdf),
            docx=keep_bytes(office, docx),
        )

    label = f"Menjadikan final LKjIP {tahun}"
    return store_final(office, label, make, alasan=tidak_dapat_dipenuhi, last_call=last_call)


def reopen_lkjip(office: Office, lkjip_id: UUID, alasan: str) -> None:
    """Open a final report again; the old version and the reason are kept.

    Raises:
        KinerjaError: no reason was given, or it is open already.
    """
    reopen_final(office, Lkjip, lkjip_id, alasan, "LKjIP", SURAT_LKJIP)
