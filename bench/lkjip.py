"""The LKjIP: printed, previewed, grown to hundreds of pages, and what memory it takes."""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line, median_ms
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.pratinjau import preview_section

_REPORT = Permintaan(LKJIP.kunci, Periode(LAST_YEAR))
_SMALL, _LARGE = 20, 200
_ROUNDS = 5
#: Prints by how many MB the report of a data folder raises the peak of a process's memory. The
#: kernel's VmHWM begins anew with the process; getrusage inherits that of its parent.
_PEAK = """
import sys
from pathlib import Path
from bench.lkjip import print_report
from bench.timing import peak_mb
from kinerja_desktop.services.kantor.office import open_office
office = open_office(Path(sys.argv[1]))
before = peak_mb()
print_report(office)
print(peak_mb() - before)
"""


def measure_lkjip(folder: Path) -> Iterator[Line]:
    """Measure the report of the sample, and of offices of 20 and 200 indicators."""
    office = open_office(folder / "contoh")
    fill_sample(office)
    yield _against_libreoffice(office, folder)
    yield from _previews(office)
    office.close()
    small = make_office(folder / "kecil", _SMALL, 5)
    large = make_office(folder / "besar", _LARGE, 5)
    floor, ours = (
        median_ms(lambda: print_report(small), 3),
        median_ms(lambda: print_report(large), 3),
    )
    growth = _LARGE / _SMALL
    pages = _count_pages(print_report(large))
    what = f"mencetak LKjIP: {_SMALL} → {_LARGE} indikator ({pages} halaman)"
    yield Line(what, ours, floor, growth, "ms", "")
    docx = median_ms(lambda: documents.build_docx(large, _REPORT), 3)
    yield Line(f"LKjIP {_LARGE} indikator sebagai DOCX", docx, None, 4000, "ms", "")
    for opened in (small, large):
        opened.close()
    yield Line("memori puncak mencetak LKjIP itu, di atas saat diam", _peak(folder / "besar"),
               None, 200, "MB", "")  # fmt: skip


def print_report(office: Office) -> bytes:
    """Print the whole report."""
    return documents.build_pdf(office, _REPORT)


def _against_libreoffice(office: Office, folder: Path) -> Line:
    """Our PDF against LibreOffice converting our own DOCX of the same report."""
    docx = folder / "lkjip.docx"
    docx.write_bytes(documents.build_docx(office, _REPORT))
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("bench: LibreOffice tidak ada; jalankan lewat ./dev bench")
    command = [
        program, f"-env:UserInstallation=file://{folder / 'lo'}", "--headless", "--convert-to",
        "pdf", "--outdir", str(folder / "lo-pdf"), str(docx),
    ]  # fmt: skip

    def convert() -> None:
        subprocess.run(command, check=True, capture_output=True)

    # The first call makes LibreOffice's own profile.
    convert()
    print_report(office)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_seconds(lambda: print_report(office)))
        theirs.append(_seconds(convert))
    pages = _count_pages(print_report(office))
    return Line(f"LKjIP contoh ({pages} halaman) menjadi PDF", statistics.median(ours) * 1000,
                statistics.median(theirs) * 1000, 0.5, "ms",
                "LibreOffice mengubah DOCX-nya menjadi PDF")  # fmt: skip


def _previews(office: Office) -> Iterator[Line]:
    """The slowest chapter decides how long a clerk waits for the preview."""
    rows = [row for row in read_lkjip(office, LAST_YEAR).bagian if row.tampil]
    tops = [row.kunci for row in rows if row.tingkat == 1]

    def preview(kunci: str) -> Callable[[], object]:
        return lambda: preview_section(office, LAST_YEAR, kunci, "Teks")

    slowest = max(median_ms(preview(kunci), 3) for kunci in tops)
    yield Line("pratinjau bagian yang disunting, bab paling lambat", slowest, None, 300, "ms", "")


def _peak(data: Path) -> float:
    result = subprocess.run(
        [sys.executable, "-c", _PEAK, str(data)], check=True, capture_output=True, text=True
    )
    return float(result.stdout)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _count_pages(pdf: bytes) -> int:
    from io import BytesIO

    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)
