"""Buku Panduan and the pocket card as PDF: the same help, on paper."""

from collections.abc import Sequence
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.documents.papers.buku_panduan import ManualParts, build_card, build_manual
from kinerja_desktop.domain.bantuan.indeks import list_indeks
from kinerja_desktop.domain.bantuan.istilah import list_arti
from kinerja_desktop.errors import CancelledError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stoppable
from kinerja_desktop.services.bantuan.isi import (
    INDEKS,
    KARTU,
    PERINGATAN,
    glossary,
    list_chapters,
    picture_path,
    read_bantuan,
)
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output

PANDUAN = "panduan"
#: Page numbers in the text may move the pages that they name; it is set again until they stay.
_MOST_TIMES = 4
#: What can be printed, and what it is called.
JUDUL = {PANDUAN: "Buku Panduan", KARTU: "Kartu Saku"}
#: The pages in the order of the window; a test compares them with it.
URUTAN: Sequence[str] = (
    "beranda", "renstra", "perjanjian", "rencana_aksi", "anggaran", "pengumpulan", "pengukuran",
    "evaluasi", "lkjip", "lke", "sop", "surat", "dokumen", "kirim", "riwayat", "pengaturan",
    "beranda_bappeda", "penerimaan", "rekap",
)  # fmt: skip


class PanduanCancelledError(CancelledError):
    """The clerk stopped printing the help; nothing is written."""

    def __init__(self) -> None:
        super().__init__("Penyimpanan panduan dibatalkan.", "Tidak ada berkas yang ditulis.")


def build_panduan(office: Office | None, kind: str, progress: Progress = silent) -> bytes:
    """Return the manual or the card as PDF; equal bytes for the same program and office.

    Args:
        office: whose name stands on the cover; None for nobody's.
        kind: a key of `JUDUL`.
        progress: told how far it is; what it raises ends it.
    """
    from kinerja_desktop.documents.pdf.render import render_pdf, render_pdf_with_places

    if kind == KARTU:
        return render_pdf(build_card(read_bantuan()[KARTU], __version__), progress)
    parts = _gather(office)
    numbers: dict[str, str] | None = None
    for _ in range(_MOST_TIMES):
        made = render_pdf_with_places(
            build_manual(parts, _read_picture, numbers), progress=progress
        )
        found = {key: place.label for key, place in made.places.items()}
        if found == numbers:
            break
        numbers = found
    return made.pdf


def write_panduan(
    office: Office | None,
    kind: str,
    target: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> None:
    """Write the manual or the card as PDF.

    Args:
        office: whose name stands on the cover; None where nobody has begun yet.
        kind: a key of `JUDUL`.
        target: the file.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        PanduanCancelledError: the clerk does; nothing is written.
        KinerjaError: it must not, or cannot, be written there.
    """
    if office is not None:
        require_output(office, target, (".pdf",))
    advance = stoppable(progress, cancelled, PanduanCancelledError)
    content = build_panduan(office, kind, advance)
    write_file(target, content, lambda: advance(0, 0, f"Menyimpan {target.name}…"))


def _gather(office: Office | None) -> ManualParts:
    sheets = read_bantuan()
    instansi = office.instansi() if office else None
    return ManualParts(
        __version__,
        identify_instansi(instansi).nama if instansi else "",
        list_chapters(),
        [sheets[f"halaman/{key}"] for key in URUTAN],
        glossary(),
        list_arti(sheets[PERINGATAN]),
        list_indeks(sheets[INDEKS]),
        sheets[KARTU],
    )


def _read_picture(name: str) -> bytes:
    return picture_path(name).read_bytes()
