"""Print any document of the registry: compose, render, save."""

from collections.abc import Callable, Mapping
from pathlib import Path

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.dokumen.daftar import DOKUMEN, get_dokumen
from kinerja_desktop.services.kantor.dokumen import (
    DOCX,
    PDF,
    SURAT_PAKET,
    XLSX,
    Dokumen,
    Permintaan,
)
from kinerja_desktop.services.kantor.kept_papers import mark_draft, read_paper, read_status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.kantor.paper_frame import with_properties
from kinerja_desktop.services.kantor.status_final import StatusFinal

Daftar = Mapping[str, Dokumen]


class SaveCancelledError(CancelledError):
    """The clerk stopped saving a document; an older file of that name is as it was."""

    def __init__(self) -> None:
        super().__init__("Penyimpanan dokumen dibatalkan.", "Tidak ada berkas yang ditulis.")


def build_naskah(office: Office, permintaan: Permintaan, daftar: Daftar = DOKUMEN) -> Naskah:
    """Return a document as neutral blocks, a draft marked as one; its format is chosen afterwards.

    Raises:
        KinerjaError: what it is about is missing.
    """
    naskah = _compose(office, permintaan, daftar)
    return mark_draft(office, get_dokumen(permintaan.kunci, daftar), permintaan, naskah)


def build_pdf(
    office: Office,
    permintaan: Permintaan,
    daftar: Daftar = DOKUMEN,
    progress: Progress = silent,
) -> bytes:
    """Return a document's PDF; a final one byte for byte as it was signed.

    Raises:
        KinerjaError: what it is about is missing, or what `progress` raises.
    """
    return _find_kept(office, permintaan, PDF, daftar) or render_pdf(
        build_naskah(office, permintaan, daftar), progress
    )


def build_docx(
    office: Office,
    permintaan: Permintaan,
    daftar: Daftar = DOKUMEN,
    progress: Progress = silent,
) -> bytes:
    """Return a document as DOCX, to be finished in Word; of a final one the kept file, if any.

    Raises:
        KinerjaError: what it is about is missing, or what `progress` raises.
    """
    return _find_kept(office, permintaan, DOCX, daftar) or render_docx(
        build_naskah(office, permintaan, daftar), progress
    )


def build_xlsx(
    office: Office,
    permintaan: Permintaan,
    daftar: Daftar = DOKUMEN,
    progress: Progress = silent,
) -> bytes:
    """Return a document's XLSX with real numbers; of a final one the kept file, if any.

    Raises:
        KinerjaError: this kind has no XLSX, what it is about is missing, or what `progress` raises.
    """
    progress(0, 0, "Menulis berkas Excel…")
    dokumen = get_dokumen(permintaan.kunci, daftar)
    if dokumen.build_xlsx is None:
        raise KinerjaError(f"{dokumen.judul} tidak tersedia sebagai XLSX.", "Pilih PDF.")
    return _find_kept(office, permintaan, XLSX, daftar) or dokumen.build_xlsx(office, permintaan)


#: How each format is made of a request.
BUILDERS: Mapping[str, Callable[[Office, Permintaan, Daftar, Progress], bytes]] = {
    PDF: build_pdf,
    DOCX: build_docx,
    XLSX: build_xlsx,
}


def build_sent(
    office: Office, permintaan: Permintaan, bentuk: str, progress: Progress = silent
) -> bytes:
    """Return a document as it goes to Bappeda: a letter is final with the package that it lists.

    Raises:
        KinerjaError: what it is about is missing, or what `progress` raises.
    """
    if permintaan.kunci not in SURAT_PAKET:
        return BUILDERS[bentuk](office, permintaan, DOKUMEN, progress)
    kept = _find_kept(office, permintaan, bentuk, DOKUMEN)
    return kept or render_pdf(_compose(office, permintaan, DOKUMEN), progress)


def save_document(
    office: Office,
    permintaan: Permintaan,
    path: Path,
    daftar: Daftar = DOKUMEN,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> None:
    """Write a document to a file whose ending names the format.

    Args:
        office: the open office.
        permintaan: which document.
        path: the file; one of that name is replaced when the new one is whole.
        daftar: the kinds of documents.
        progress: told of blocks and pages.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        SaveCancelledError: the clerk does; nothing is written.
        KinerjaError: unknown document or format, or the place cannot be written.
    """
    get_dokumen(permintaan.kunci, daftar)
    build = BUILDERS.get(path.suffix.lower().removeprefix("."))
    if build is None:
        raise KinerjaError(
            f"Berkas '{path.suffix.lower() or path.name}' tidak dikenal.",
            f"Akhiri nama berkas dengan {' atau '.join(f'.{bentuk}' for bentuk in BUILDERS)}.",
        )
    require_output(office, path, ())
    advance = stoppable(progress, cancelled, SaveCancelledError)
    content = build(office, permintaan, daftar, advance)
    write_file(path, content, lambda: advance(0, 0, f"Menyimpan {path.name}…"))


def find_status(
    office: Office, permintaan: Permintaan, daftar: Daftar = DOKUMEN
) -> StatusFinal | None:
    """Return where a paper that people sign stands; None for kinds that are not made final here.

    Raises:
        KinerjaError: there is no such kind.
    """
    dokumen = get_dokumen(permintaan.kunci, daftar)
    return read_status(office, dokumen, permintaan) if dokumen.is_signed else None


def _compose(office: Office, permintaan: Permintaan, daftar: Daftar) -> Naskah:
    naskah = get_dokumen(permintaan.kunci, daftar).compose(office, permintaan)
    return with_properties(office, naskah, permintaan.tanggal or office.today())


def _find_kept(office: Office, permintaan: Permintaan, bentuk: str, daftar: Daftar) -> bytes | None:
    dokumen = get_dokumen(permintaan.kunci, daftar)
    if dokumen.find_kept is None:
        return read_paper(office, dokumen, permintaan, bentuk)
    return dokumen.find_kept(office, permintaan, bentuk)
