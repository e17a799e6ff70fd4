"""Preview the LKjIP while it is being written: the chapter of a section, as it prints."""

from dataclasses import dataclass
from functools import partial

from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.pdf import render_pdf_with_places
from kinerja_desktop.domain.laporan.lkjip import LaporanLkjip, compose_lkjip
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import marks_of, read_final
from kinerja_desktop.services.lkjip.gambar import read_picture
from kinerja_desktop.services.lkjip.laporan import gather_naskah, thaw_final


@dataclass(frozen=True)
class Pratinjau:
    """A chapter as it prints, and where the section stands that is being edited.

    Attributes:
        pdf: the pages.
        halaman: page of the section, from 0.
        atas: share of the page's height above it, from 0 to 1.
    """

    pdf: bytes
    halaman: int
    atas: float


def preview_section(office: Office, tahun: int, kunci: str, teks: str | None) -> Pratinjau:
    """Return the chapter in which a section stands, as it prints, with unsaved text in it.

    The whole report is laid out, so that pages break and are numbered as on paper; only the
    chapter is drawn, which takes the most time.

    Args:
        office: the open office.
        tahun: year of the report.
        kunci: the section.
        teks: what is being typed there; None for what is stored.

    Raises:
        KinerjaError: the section is gone, or a picture cannot be read.
    """
    final = read_final(office, tahun)
    if final is not None:
        beku, kode = thaw_final(final), final.kode
    else:
        sunting = None if teks is None else (kunci, teks)
        beku, kode = gather_naskah(office, tahun, office.today(), sunting), None
    laporan = compose_lkjip(beku)
    first, until = _chapter_around(laporan, kunci)
    naskah = build_lkjip(laporan, partial(read_picture, office), marks_of(beku, kode))
    rendered = render_pdf_with_places(naskah, first, until)
    place = rendered.places.get(kunci)
    if place is None:
        return Pratinjau(rendered.pdf, 0, 0.0)
    return Pratinjau(rendered.pdf, place.page, place.top)


def _chapter_around(laporan: LaporanLkjip, kunci: str) -> tuple[str, str]:
    """Return the bab, lampiran or front matter that a section stands in, and the next printed one.

    Raises:
        KinerjaError: the section is gone.
    """
    chapter, is_found = "", False
    for item in laporan.bagian:
        if item.cetak.tingkat == 1:
            if is_found and item.cetak.tampil:
                return chapter, item.cetak.kunci
            if not is_found:
                chapter = item.cetak.kunci
        is_found = is_found or item.cetak.kunci == kunci
    if is_found:
        return chapter, ""
    raise KinerjaError(
        "Bagian laporan ini sudah tidak ada.", "Pilih bagian lain di daftar sebelah kiri."
    )
