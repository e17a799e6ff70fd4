"""Photograph every printed page of every document."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.tulis import list_naskah
from tests.finals import finalize
from tests.potret.collecting import make_collecting_office
from tests.potret.latihan import PERIODE
from tests.potret.office import TAHUN, make_office
from tests.potret.report import write_report
from tests.potret.screens import open_copy

_DPI = "80"
COLLECTING = ("permintaan-data", "daftar-formulir", "teguran-data", "riwayat-pengumpulan")


def take_prints(target: Path, filled: Path) -> None:
    """Write a PNG of each page of each document; `filled` is the practice office."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="potret-") as folder:
        for name, pdf in build_prints(Path(folder), filled):
            file = target / f"{name}.pdf"
            file.write_bytes(pdf)
            draw_pages(file, _DPI)


def draw_pages(pdf: Path, dpi: str, *options: str) -> None:
    """Write PNGs of the pages of a PDF beside it, named after it."""
    stem = str(pdf.with_suffix(""))
    subprocess.run(["pdftoppm", "-r", dpi, "-png", *options, str(pdf), stem], check=True)


def build_prints(folder: Path, filled: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every document's name and PDF.

    Args:
        folder: the offices that they come from are made here.
        filled: the practice office, which is copied.
    """
    yield from _build_practice(open_copy(filled, folder / "contoh"))
    yield from _build_year(folder)
    yield from _build_reports(folder)
    office = make_collecting_office(folder / "kumpul", folder / "flashdisk")
    for kunci in COLLECTING:
        yield kunci, build_pdf(office, Permintaan(kunci, Periode(2024, 2)))
    office.close()


def _build_practice(office: Office) -> Iterator[tuple[str, bytes]]:
    """Every kind of document that the practice office has, about the first it can be about."""
    for periode in PERIODE.values():
        for kunci, dokumen in DOKUMEN.items():
            found = dokumen.describe(office, periode)
            if found.kosong or (periode.triwulan and dokumen.is_tahunan):
                continue
            about = found.subjek[0].id if found.subjek else None
            name = f"contoh-{periode.tahun}-{kunci}"
            yield name, build_pdf(office, Permintaan(kunci, periode, about))
    office.close()


def _build_year(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Muncar's real figures on paper, per form and paper, and final; its SOPs and letters."""
    office = make_office(folder / "data")
    for name, wanted in _wanted(office).items():
        yield name, build_pdf(office, wanted)
    (row,) = list_rows(office, "instansi")
    pengukuran = Permintaan("pengukuran-kinerja", TAHUN)
    change_field(office, "instansi", row["id"], "bentuk_pengukuran", "lengkap")
    yield "pk-lengkap", build_pdf(office, pengukuran)
    change_field(office, "instansi", row["id"], "kertas", "A4")
    yield "pk-a4", build_pdf(office, pengukuran)
    finalize(office, Periode(2023), date(2024, 1, 31))
    yield "pk-final", build_pdf(office, Permintaan("pengukuran-kinerja", Periode(2023)))
    office.close()


def _build_reports(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The sample's LKjIP as a draft, and a finished one as it is signed."""
    wanted = Permintaan("lkjip", TAHUN)
    office = make_office(folder / "draf")
    yield "lkjip-draf", build_pdf(office, wanted)
    write_report(office, folder)
    finalize(office, TAHUN, date(2025, 1, 31))
    finalize_lkjip(office, TAHUN.tahun, date(2025, 2, 3))
    yield "lkjip-final", build_pdf(office, wanted)
    office.close()


def _wanted(office: Office) -> dict[str, Permintaan]:
    wanted = {
        "pk-draf": Permintaan("pengukuran-kinerja", TAHUN),
        "pk-triwulan": Permintaan("pengukuran-kinerja", Periode(2024, 2)),
        "evaluasi-renja": Permintaan("evaluasi-renja", Periode(2024, 4)),
    }
    wanted |= {
        f"sop-{item.sop.id.lower()}": Permintaan("sop", TAHUN, item.id) for item in list_sop(office)
    }
    return wanted | {
        f"surat-{jenis}": Permintaan(kunci_of(jenis), TAHUN, list_naskah(office, 2024, jenis)[0].id)
        for jenis in JENIS
    }
