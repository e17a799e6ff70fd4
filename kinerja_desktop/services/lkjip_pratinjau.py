"""Preview the LKjIP while it is being written: the chapter of a section, as it prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from kinerja_desktop.documents.lkjip import build_lkjip
from kinerja_desktop.documents.pdf import render_pdf_with_places
from kinerja_desktop.domain.beku import thaw
from kinerja_desktop.domain.laporan.lkjip import LaporanLkjip, NaskahBeku, compose_lkjip
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.lkjip import gather_naskah
from kinerja_desktop.services.lkjip_cetak import marks_of, read_final
from kinerja_desktop.services.lkjip_gambar import read_picture
from kinerja_desktop.services.office import Office


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

    A chapter begins on a page of its own, so its pages break as in the whole report; they are
    counted from its first page.

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
        beku, kode = thaw(NaskahBeku, final.snapshot), final.kode
    else:
        sunting = None if teks is None else (kunci, teks)
        beku, kode = gather_naskah(office, tahun, office.today(), sunting), None
    laporan = compose_lkjip(beku)
    chapter = _chapter_of(laporan, kunci)
    if chapter[0].cetak.bagian.isi.startswith("daftar_"):
        # A list of contents says something beside the whole report only.
        chapter = laporan.bagian
    tanda = marks_of(beku, kode)
    naskah = build_lkjip(laporan, partial(read_picture, office), tanda, only=chapter)
    rendered = render_pdf_with_places(naskah)
    place = rendered.places.get(kunci)
    if place is None:
        return Pratinjau(rendered.pdf, 0, 0.0)
    return Pratinjau(rendered.pdf, place.page, place.top)


def _chapter_of(laporan: LaporanLkjip, kunci: str) -> Sequence[BagianTerisi]:
    """Return the section's bab, lampiran or piece of front matter with all that is below it."""
    chapter: list[BagianTerisi] = []
    for item in laporan.bagian:
        if item.cetak.tingkat == 1:
            if any(known.cetak.kunci == kunci for known in chapter):
                return chapter
            chapter = []
        chapter.append(item)
    if any(known.cetak.kunci == kunci for known in chapter):
        return chapter
    raise KinerjaError(
        "Bagian laporan ini sudah tidak ada.", "Pilih bagian lain di daftar sebelah kiri."
    )
