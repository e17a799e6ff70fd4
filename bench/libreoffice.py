"""Let LibreOffice save the office's workbook as ODS and XLS, and take both in again: no change.

`python -m bench.libreoffice`; not in `./dev test`, because not every machine has LibreOffice.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.offices import make_office
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.workbook import export_workbook, plan_import

_FORMATS = ("xlsx", "ods", "xls")


def main() -> int:
    """Try the sample and a made office; return 1 when one comes back otherwise."""
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        sample = open_office(folder / "contoh")
        fill_sample(sample)
        wrong = 0
        for office in (sample, make_office(folder / "buatan", 40, 5)):
            wrong += sum(not _comes_back(office, folder, form) for form in _FORMATS)
            office.close()
    return 1 if wrong else 0


def _comes_back(office: Office, folder: Path, form: str) -> bool:
    book = folder / "kantor.xlsx"
    export_workbook(office, book)
    if form != book.suffix[1:]:
        words = ["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(book)]
        subprocess.run(words, check=True, capture_output=True)
    plan = plan_import(office, book.with_suffix(f".{form}"))
    print(f"{office.folder.name} lewat {form}: {len(plan.rows)} baris berbeda dari", end=" ")
    print(f"{plan.unchanged + len(plan.rows)}, {len(plan.problems)} catatan")
    return not plan.rows and not plan.problems


if __name__ == "__main__":
    sys.exit(main())
