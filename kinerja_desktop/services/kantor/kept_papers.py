"""A signed paper stays the print of then: kept byte for byte, whoever moves or retires later.

`docs/architecture.md` §2.5. For every kind of document that people sign and that is not final by
itself, as Pengukuran Kinerja and LKjIP are.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.freezing import Maps, freeze
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.kantor.dokumen import (
    DOCX,
    FINAL,
    PDF,
    XLSX,
    Dokumen,
    Permintaan,
    read_kept,
)
from kinerja_desktop.services.kantor.finals import (
    DIUBAH_DI_LUAR,
    FinalCancelledError,
    is_genuine,
    reopen_final,
    require_genuine,
    store_final,
)
from kinerja_desktop.services.kantor.kept_files import keep_bytes
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import with_properties
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.store.queries import dokumen_final as queries
from kinerja_desktop.store.records import DokumenFinal

BERUBAH = "Sesudah itu datanya berubah; yang dicetak tetap yang ditandatangani"


def find_paper(session: Session, dokumen: Dokumen, permintaan: Permintaan) -> DokumenFinal | None:
    """Return the kept paper that is in force; None while it is a draft."""
    periode = period_of(dokumen, permintaan)
    return queries.find_final(session, dokumen.kunci, periode, permintaan.tentang)


def read_paper(
    office: Office, dokumen: Dokumen, permintaan: Permintaan, bentuk: str
) -> bytes | None:
    """Return the very bytes that were kept in a format; None while it is a draft.

    Raises:
        KinerjaError: what was kept is lost, or was changed outside the program.
    """
    with office.journal.reading() as session:
        row = find_paper(session, dokumen, permintaan)
    digest = _kept_as(row, bentuk) if row else ""
    if row is None:
        return None
    judul = f"{dokumen.judul} {period_of(dokumen, permintaan).label}"
    if not digest:
        raise KinerjaError(
            f"{judul} sudah final, dan ketika itu belum disimpan sebagai {bentuk.upper()}.",
            "Pakai PDF atau DOCX.",
        )
    require_genuine(row, judul)
    kept = read_kept(office, digest)
    if kept is None:
        raise KinerjaError(
            f"Cetakan {judul} yang ditandatangani hilang dari folder data.",
            "Pulihkan dari cadangan yang memuat bukti (Riwayat & Cadangan).",
        )
    return kept


def mark_draft(office: Office, dokumen: Dokumen, permintaan: Permintaan, naskah: Naskah) -> Naskah:
    """Mark a paper that can be made final and is not: nobody should sign it in that one's place."""
    if not dokumen.is_signed:
        return naskah
    with office.journal.reading() as session:
        final = find_paper(session, dokumen, permintaan)
    return replace(naskah, is_draft=final is None)


def read_status(office: Office, dokumen: Dokumen, permintaan: Permintaan) -> StatusFinal:
    """Return where a paper stands, and whether it would read differently now."""
    periode = period_of(dokumen, permintaan)
    with office.journal.reading() as session:
        row = find_paper(session, dokumen, permintaan)
        if row is None:
            versi = queries.last_versi(session, dokumen.kunci, periode, permintaan.tentang)
            return StatusFinal(versi=versi)
    changes: tuple[str, ...] = ()
    if not is_genuine(row):
        changes = (DIUBAH_DI_LUAR,)
    elif _would_differ(office, dokumen, replace(permintaan, tanggal=row.tanggal), row):
        changes = (BERUBAH,)
    return StatusFinal(row.id, row.versi, row.kode, row.dibuat, changes, row.tanggal)


def describe_final(row: DokumenFinal) -> str:
    """Return where a final paper stands, in words."""
    day = f" {format_tanggal(row.tanggal)}" if row.tanggal else ""
    return f"{FINAL}{day} · kode {row.kode}"


def make_final(
    office: Office,
    dokumen: Dokumen,
    permintaan: Permintaan,
    tanggal: date,
    *,
    tidak_dapat_dipenuhi: str = "",
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> DokumenFinal:
    """Keep a paper as it is signed on a day; from then on it prints from what was kept.

    Args:
        office: the open office.
        dokumen: its kind.
        permintaan: which paper.
        tanggal: the day that stands on it.
        tidak_dapat_dipenuhi: why it is made final although data was changed outside the program.
        progress: told how far its printing is.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before it is stored.

    Raises:
        FinalCancelledError: the clerk stopped it; it is a draft as before.
        KinerjaError: it is final already, people do not sign it, or what it is about is missing.
        MovedError: the data is being changed all the time.
    """
    wanted = replace(permintaan, tanggal=tanggal)
    judul = f"{dokumen.judul} {period_of(dokumen, permintaan).label}"
    if not dokumen.is_signed:
        raise KinerjaError(
            f"{dokumen.judul} tidak dijadikan final di sini.",
            "Pilih dokumen yang ditandatangani, atau pakai halamannya sendiri.",
        )
    advance = stoppable(progress, cancelled, FinalCancelledError)
    prepare = dokumen.prepare_final or _prepare_nothing
    then: list[Callable[[Session, DokumenFinal], None]] = []

    def make(state: str) -> DokumenFinal:
        # What belongs to the deed too, such as a number of the register.
        naskah, also = prepare(office, wanted)
        then[:] = [also]
        return freeze_paper(office, dokumen, wanted, state, naskah=naskah, progress=advance)

    return store_final(
        office,
        f"Menjadikan final {judul}",
        make,
        also=lambda session, row: then[0](session, row),
        alasan=tidak_dapat_dipenuhi,
        last_call=last_call,
    )


def _prepare_nothing(
    _office: Office, _permintaan: Permintaan
) -> tuple[Naskah | None, Callable[[Session, DokumenFinal], None]]:
    return None, lambda _session, _row: None


def list_before_keeping(office: Office, dokumen: Dokumen, permintaan: Permintaan) -> list[Problem]:
    """Return what to tell before a paper becomes final: changed outside, lacking, odd.

    Args:
        office: the open office.
        dokumen: its kind.
        permintaan: which paper, with the day that will stand on it: another day asks anew.

    Raises:
        KinerjaError: what it is about is missing.
    """
    notes = dokumen.describe(office, period_of(dokumen, permintaan)).catatan.splitlines()
    lacks = [Problem(note, is_warning=True) for note in notes]
    return [*find_changed_outside(office), *lacks, *dokumen.list_odd(office, permintaan)]


def freeze_paper(
    office: Office,
    dokumen: Dokumen,
    permintaan: Permintaan,
    state: str,
    printed: bytes | None = None,
    naskah: Naskah | None = None,
    progress: Progress = silent,
) -> DokumenFinal:
    """Return the row that keeps a paper as it prints now; see `finals.store_final`.

    Args:
        office: the open office.
        dokumen: its kind.
        permintaan: which paper.
        state: the seal of the state of the data.
        printed: the PDF that has left the office already; None to print it now.
        naskah: what is printed; None to compose it.
        progress: told how far its printing is; what it raises ends it.

    Raises:
        KinerjaError: it is final already, or what it is about is missing.
    """
    periode = period_of(dokumen, permintaan)
    with office.journal.reading() as session:
        if find_paper(session, dokumen, permintaan):
            raise KinerjaError(
                f"{dokumen.judul} {periode.label} sudah final.",
                "Pakai 'Buka kembali' bila memang harus diubah.",
            )
        versi = queries.last_versi(session, dokumen.kunci, periode, permintaan.tentang) + 1
    composed = naskah or dokumen.compose(office, permintaan)
    naskah = with_properties(office, composed, permintaan.tanggal)
    made_pdf = printed or render_pdf(naskah, progress)
    made_docx = render_docx(naskah, progress)
    pdf, docx = keep_bytes(office, made_pdf), keep_bytes(office, made_docx)
    kept = {
        "kunci": dokumen.kunci,
        "tentang": str(permintaan.tentang) if permintaan.tentang else None,
        "tanggal": permintaan.tanggal,
        "pdf": pdf,
        "docx": docx,
        "riwayat": state,
    }
    if dokumen.build_xlsx is not None:
        kept[XLSX] = keep_bytes(office, dokumen.build_xlsx(office, permintaan))
    data = freeze(kept, Maps.OBJECTS) | freeze(periode)
    return DokumenFinal(
        kunci=dokumen.kunci,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        tentang=permintaan.tentang,
        versi=versi,
        tanggal=permintaan.tanggal,
        dibuat=office.now(),
        kode=compute_kode(data),
        snapshot=data,
        pdf=pdf,
        docx=docx,
    )


def reopen_paper(office: Office, dokumen: Dokumen, permintaan: Permintaan, alasan: str) -> None:
    """Open a final paper again; the kept version and the reason stay.

    Raises:
        KinerjaError: no reason was given, or it is a draft.
    """
    with office.journal.reading() as session:
        row = find_paper(session, dokumen, permintaan)
    if row is None:
        raise KinerjaError(f"{dokumen.judul} belum final.", "Tidak ada yang perlu dibuka.")
    reopen_final(office, DokumenFinal, row.id, alasan, dokumen.judul)


def period_of(dokumen: Dokumen, permintaan: Permintaan) -> Periode:
    """Return the period to which a paper belongs: the year, whatever triwulan is chosen."""
    periode = permintaan.periode
    return Periode(periode.tahun) if dokumen.is_tahunan else periode


def _kept_as(row: DokumenFinal, bentuk: str) -> str:
    """Return the SHA-256 of what was kept in a format; empty for none."""
    return {PDF: row.pdf, DOCX: row.docx, XLSX: str(row.snapshot.get(XLSX, ""))}.get(bentuk, "")


def _would_differ(
    office: Office, dokumen: Dokumen, permintaan: Permintaan, row: DokumenFinal
) -> bool:
    try:
        naskah = with_properties(office, dokumen.compose(office, permintaan), permintaan.tanggal)
    except KinerjaError:
        return True
    kept = read_kept(office, row.pdf)
    # What an earlier release kept was no PDF/A: that is no change of the office's.
    before = replace(naskah, author="", tanggal=None, is_archival=False)
    return all(render_pdf(paper) != kept for paper in (naskah, before))
