"""Print the LKjIP as PDF or DOCX; a final one byte for byte as it was signed."""

from datetime import date
from functools import partial

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LkjipBeku, compose_lkjip
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.gambar import read_picture
from kinerja_desktop.services.lkjip.laporan import find_final_lkjip, gather_naskah
from kinerja_desktop.store.records import Lkjip


def build_lkjip_pdf(office: Office, tahun: int, tanggal: date) -> bytes:
    """Return the report's PDF; a final one byte for byte as it was signed.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    final = read_final(office, tahun)
    if final is not None and office.evidence.has(final.pdf):
        return office.evidence.path_of(final.pdf).read_bytes()
    return render_pdf(compose_report(office, tahun, tanggal))


def build_lkjip_docx(office: Office, tahun: int, tanggal: date) -> bytes:
    """Return the report as DOCX; of a final one the very file that was kept.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    final = read_final(office, tahun)
    if final is not None and office.evidence.has(final.docx):
        return office.evidence.path_of(final.docx).read_bytes()
    return render_docx(compose_report(office, tahun, tanggal))


def compose_report(office: Office, tahun: int, tanggal: date) -> Naskah:
    """Return the report as blocks: what was frozen when it is final, else the present draft."""
    final = read_final(office, tahun)
    if final is not None:
        return lay_out(office, thaw(LkjipBeku, final.snapshot), kode=final.kode)
    return lay_out(office, gather_naskah(office, tahun, tanggal))


def lay_out(office: Office, beku: LkjipBeku, kode: str | None = None) -> Naskah:
    """Lay out a report from what is frozen; without a kode it is a DRAF."""
    return build_lkjip(compose_lkjip(beku), partial(read_picture, office), marks_of(beku, kode))


def marks_of(beku: LkjipBeku, kode: str | None) -> Tanda:
    """Return the marks of a report: DRAF without a kode, CONTOH for the sample office."""
    return Tanda(
        draf=kode is None,
        contoh=beku.bahan.instansi.contoh,
        kode=kode,
        kertas=beku.bahan.kertas,
    )


def read_final(office: Office, tahun: int) -> Lkjip | None:
    """Return the final version in force of a year's report."""
    with office.journal.reading() as session:
        return find_final_lkjip(session, tahun)
