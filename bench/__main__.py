"""Measure, print the table, exit 1 when a number is not reached.

`./dev bench klien` runs one line alone: several programs that write on one server and are killed.
"""

import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import many_clients
from bench.blocking import longest_block, longest_typing
from bench.forms import measure_forms
from bench.lke import measure_pack
from bench.lkjip import measure_lkjip
from bench.offices import LAST_YEAR, make_office
from bench.packaged import measure_packaged
from bench.papers import measure_papers
from bench.postgres import measure_postgres
from bench.rekap import measure_rekap
from bench.search import measure_search
from bench.start import time_start
from bench.timing import Line, median_ms, paired_ms, print_table
from bench.windows_setup import measure_setup
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.pengukuran.ukur import measure_periode, set_realisasi
from kinerja_desktop.services.riwayat import workbook

_TAHUN = Periode(LAST_YEAR)


def main() -> int:
    """Run all measurements; return 1 when one misses its number."""
    if sys.argv[1:] == ["klien"]:
        return many_clients.main()
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        lines = [
            *_start(folder),
            _edit(folder),
            _import(folder),
            *_growth(folder),
            *measure_forms(folder),
            *measure_lkjip(folder),
            *measure_papers(folder),
            *measure_pack(folder),
            *measure_rekap(folder),
            *measure_search(folder),
            *longest_block(folder),
            *longest_typing(folder),
            *measure_packaged(folder),
            *measure_setup(folder),
            *measure_postgres(folder),
            *many_clients.measure_many_clients(folder),
        ]
    print_table(lines)
    return 0 if all(line.is_reached for line in lines) else 1


def _start(folder: Path) -> Iterator[Line]:
    make_office(folder / "mulai", 40, 5).close()
    ours, bare, filled, memory = time_start(folder / "mulai", 7)
    against = "jendela PySide6 kosong yang mengimpor sqlmodel"
    floor = statistics.median(bare) * 1000
    yield Line("mulai sampai jendela tampil (40 indikator, 5 tahun)",
               statistics.median(ours) * 1000, floor, 1.35, "ms", against)  # fmt: skip
    yield Line(
        "mulai sampai Beranda terisi", statistics.median(filled) * 1000, floor, 1.6, "ms", against
    )
    yield Line("memori saat diam", statistics.median(memory), None, 150, "MB", "")


def _edit(folder: Path) -> Line:
    office = make_office(folder / "sunting", 40, 5)
    key = list_rows(office, "indikator")[0]["id"]
    figures = (Decimal(n) / 100 for n in range(10**6))
    raw = sqlite3.connect(folder / "lantai.db", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("CREATE TABLE nilai (isi TEXT)")

    def commit() -> None:
        raw.execute("BEGIN")
        raw.execute("INSERT INTO nilai VALUES ('1')")
        raw.execute("COMMIT")

    ours, floor = paired_ms(lambda: set_realisasi(office, key, _TAHUN, next(figures)), commit, 300)
    raw.close()
    office.close()
    return Line("satu isian diterima, tersimpan dan tercatat", ours, floor, 3, "ms",
                "satu baris lewat sqlite3 dengan commit yang sama kuat")  # fmt: skip


def _import(folder: Path) -> Line:
    """Thirty workbooks read, checked and stored, against openpyxl merely loading them."""
    from openpyxl import load_workbook

    office = make_office(folder / "impor", 40, 5)
    source = folder / "formulir.xlsx"
    workbook.export_workbook(office, source)
    paths = []
    book = load_workbook(source)
    sheet = book["Realisasi"]
    for number in range(30):
        sheet.cell(5 + number, 5, 50 + number / 10)
        paths.append(folder / f"formulir-{number}.xlsx")
        book.save(paths[-1])
    turns: dict[str, Iterator[Path]] = {"kita": iter(paths), "lantai": iter(paths)}

    def ours() -> None:
        workbook.apply_import(office, workbook.plan_import(office, next(turns["kita"])))

    def floor() -> None:
        load_workbook(next(turns["lantai"]))

    mine, theirs = paired_ms(ours, floor, 29)
    office.close()
    return Line("30 buku kerja dibaca, diperiksa, disimpan", mine, theirs, 0.6, "ms",
                "openpyxl hanya memuat berkas yang sama")  # fmt: skip


def _growth(folder: Path) -> Iterator[Line]:
    """A hundred times the indicators may cost a hundred times the time, and so with the years."""
    for what, work in (
        ("mengukur setahun", lambda office: measure_periode(office, _TAHUN)),
        ("mencetak Pengukuran Kinerja", _print),
        ("menulis buku kerja", lambda office: workbook.export_workbook(office, folder / "b.xlsx")),
    ):
        small, large = _open(folder, 10, 5), _open(folder, 1000, 5)
        yield _compare(f"{what}: 10 → 1.000 indikator", work, small, large, 100)
        short, long = _open(folder, 50, 1), _open(folder, 50, 20)
        yield _compare(f"{what}: 1 → 20 tahun", work, short, long, 20)


def _compare(
    what: str, work: Callable[[Office], object], small: Office, large: Office, factor: int
) -> Line:
    floor = median_ms(lambda: work(small), 5)
    ours = median_ms(lambda: work(large), 3)
    small.close()
    large.close()
    return Line(what, ours, floor, factor, "ms", "")


def _open(folder: Path, indikator: int, tahun: int) -> Office:
    place = folder / f"kantor-{indikator}-{tahun}"
    return open_office(place) if place.exists() else make_office(place, indikator, tahun)


def _print(office: Office) -> bytes:
    return documents.build_pdf(office, Permintaan(PENGUKURAN.kunci, _TAHUN))


if __name__ == "__main__":
    sys.exit(main())
