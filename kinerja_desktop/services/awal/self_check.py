"""Does the installed program have all it needs? Small real work with every part of it."""

import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from kinerja_desktop import __version__
from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.fonts import load_faces
from kinerja_desktop.documents.naskah.blocks import ChartBlock, Naskah, Paragraph
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.grafik import Gauge
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal import sample
from kinerja_desktop.services.awal.setup import read_nomenklatur
from kinerja_desktop.services.kantor import pc_check
from kinerja_desktop.services.kantor.office import Office, open_office, utc_now
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.pengukuran import finalisasi
from kinerja_desktop.services.riwayat import workbook
from kinerja_desktop.services.sop.library import list_seeds

_REINSTALL = "pasang ulang program"
_NO_OFFICE = "tidak dapat diperiksa tanpa basis data"

ListPrinters = Callable[[], Sequence[str]]


@dataclass(frozen=True)
class Finding:
    """What one check found.

    Attributes:
        name: what was checked.
        said: what was found, when it is well.
        problem: what is wrong and what to do; None when it is well.
    """

    name: str
    said: str = ""
    problem: Problem | None = None

    def __str__(self) -> str:
        return f"{self.name}: {self.said}" if self.problem is None else str(self.problem)


def check_program(
    folder: Path, list_printers: ListPrinters, now: Callable[[], datetime] = utc_now
) -> Iterator[Finding]:
    """Check the program and the PC it runs on, part by part; each finding as it comes.

    Args:
        folder: the data folder; it is made when missing.
        list_printers: asks the system for its printers.
        now: the clock.
    """
    with ExitStack() as stack:
        trial = _Trial(stack)
        for name, check in (
            ("Huruf", _check_fonts),
            ("Ikon", _check_icons),
            ("SOP dan nomenklatur", _check_data),
            ("Basis data", trial.check_database),
            ("Buku kerja", trial.check_workbook),
            ("PDF", _check_pdf),
            ("DOCX", _check_docx),
            ("Paket flashdisk", trial.check_package),
        ):
            yield _find(name, check)
    for name, check in (
        ("Printer", lambda: _name_printers(list_printers())),
        ("Folder data", lambda: pc_check.check_writing(folder)),
        ("Ruang kosong", lambda: pc_check.check_room(folder)),
        ("Jam komputer", lambda: pc_check.check_clock(folder, now())),
    ):
        yield _find(name, check)


def describe_program(folder: Path) -> list[str]:
    """Return what is installed and where the data lies, for a report."""
    return [
        f"Kinerja Desktop {__version__}",
        f"Python {platform.python_version()} · {platform.platform()}",
        f"Program: {Path(__file__).parents[2]}",
        f"Folder data: {folder}",
    ]


def _find(name: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, check())
    except KinerjaError as error:
        return Finding(name, problem=Problem(str(error), name))
    except Exception as error:  # noqa: BLE001, whatever does not work is what is looked for
        return Finding(name, problem=Problem(f"tidak bekerja ({error}): {_REINSTALL}", name))


class _Trial:
    """A sample office in a folder of its own, on which the work of a year is tried."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._office: Office | None = None

    def check_database(self) -> str:
        # Windows frees a file's name a moment after it is closed: nothing here may fail by that.
        temporary = TemporaryDirectory(prefix="periksa-", ignore_cleanup_errors=True)
        folder = Path(self._stack.enter_context(temporary))
        office = open_office(folder / "data")
        self._stack.callback(office.close)
        sample.fill_sample(office)
        self._office = office
        return f"baru dibuat dan diisi contoh {office.require_instansi().kecamatan}"

    def check_workbook(self) -> str:
        office = self._require_office()
        path = office.folder.parent / "buku-kerja.xlsx"
        workbook.export_workbook(office, path)
        plan = workbook.plan_import(office, path)
        if plan.rows:
            raise ValueError(f"{len(plan.rows)} baris terbaca lain daripada yang ditulis")
        return f"ditulis dan dibaca kembali sama, {plan.unchanged} baris"

    def check_package(self) -> str:
        office = self._require_office()
        periode = Periode(sample.TAHUN[-1])
        finalisasi.finalize(
            office, periode, sample.TANGGAL, tidak_dapat_dipenuhi=sample.TANPA_NARASI
        )
        isi = transfer.compose_package(office, periode)
        package = transfer.send_package(office, isi, office.folder.parent)
        _, problems = transfer.verify_package(package)
        if problems:
            raise ValueError(str(problems[0]))
        return f"ditulis dan diperiksa ulang, {len(isi.files)} berkas"

    def _require_office(self) -> Office:
        if self._office is None:
            raise KinerjaError(_NO_OFFICE)
        return self._office


def _check_fonts() -> str:
    load_faces()
    return "Liberation Sans, empat gaya"


def _check_icons() -> str:
    folder = resource("icons/aplikasi.svg").parent
    icons = sorted(folder.glob("*.svg"))
    for path in icons:
        ElementTree.parse(path)
    return f"{len(icons)} gambar"


def _check_data() -> str:
    resource("lkjip/kerangka.json")
    return f"{len(list_seeds())} SOP, {len(read_nomenklatur())} kode nomenklatur"


def _check_pdf() -> str:
    return f"{len(render_pdf(_NASKAH))} byte"


def _check_docx() -> str:
    return f"{len(render_docx(_NASKAH))} byte"


def _name_printers(printers: Sequence[str]) -> str:
    return ", ".join(printers) or "belum ada; dokumen tetap dapat disimpan sebagai PDF"


#: Words and a chart: letters, pictures and tables of every renderer are tried.
_NASKAH = Naskah(
    "Pemeriksaan",
    (
        Paragraph("Pemeriksaan"),
        ChartBlock(Gauge("Pemeriksaan", Decimal(100), "Sangat Tinggi")),
    ),
)
