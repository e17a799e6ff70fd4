"""Does the installed program have all it needs? Small real work with every part of it."""

import platform
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop import __version__
from kinerja_desktop.documents.chart_specs import Gauge
from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah import ChartBlock, Naskah, Paragraph
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.paths import resource
from kinerja_desktop.services import sample, workbook
from kinerja_desktop.services.office import open_office
from kinerja_desktop.services.setup import read_nomenklatur
from kinerja_desktop.services.sop_library import list_seeds

_REINSTALL = "pasang ulang program"
_FILES = (
    "fonts/LiberationSans-Regular.ttf",
    "icons/aplikasi.svg",
    "lkjip/kerangka.json",
    sample.BUKU,
)


def check_program() -> list[Problem]:
    """Check resources, SOPs, a database, a workbook, a PDF and a DOCX; all problems at once."""
    problems: list[Problem] = []
    for name, check in _CHECKS:
        try:
            check()
        except (KinerjaError, OSError, ValueError) as error:
            problems.append(Problem(f"{error}: {_REINSTALL}", name))
    return problems


def describe_program(folder: Path) -> list[str]:
    """Return what is installed and where the data lies, for a report."""
    return [
        f"Kinerja Desktop {__version__}",
        f"Python {platform.python_version()} · {platform.platform()}",
        f"Folder data: {folder}",
        f"Ruang kosong: {shutil.disk_usage(folder).free // 1_000_000} MB",
    ]


def _check_resources() -> None:
    for name in _FILES:
        resource(name)


def _check_data() -> None:
    list_seeds()
    read_nomenklatur()


def _check_work() -> None:
    with TemporaryDirectory(prefix="periksa-") as folder:
        office = open_office(Path(folder) / "data")
        try:
            workbook.apply_import(office, workbook.plan_import(office, resource(sample.BUKU)))
        finally:
            office.close()


def _check_pdf() -> None:
    render_pdf(_NASKAH)


def _check_docx() -> None:
    render_docx(_NASKAH)


#: Words and a chart: letters, pictures and tables of every renderer are tried.
_NASKAH = Naskah(
    "Pemeriksaan",
    (
        Paragraph("Pemeriksaan"),
        ChartBlock(Gauge("Pemeriksaan", Decimal(100), "Sangat Tinggi")),
    ),
)

_CHECKS: tuple[tuple[str, Callable[[], None]], ...] = (
    ("berkas program", _check_resources),
    ("SOP dan nomenklatur", _check_data),
    ("basis data dan buku kerja", _check_work),
    ("PDF", _check_pdf),
    ("DOCX", _check_docx),
)
