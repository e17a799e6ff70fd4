"""The recap of Bappeda, for as many kecamatan as the whole country has.

The rows are written as taking in would write them; each figure of each unit is its own.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.timing import Line
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran
from kinerja_desktop.domain.penerimaan.ringkas import (
    BerkasMasuk,
    DokumenMasuk,
    IndikatorMasuk,
    RingkasPaket,
    ringkas_to_data,
)
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah

#: Kecamatan of Indonesia (Kepmendagri 300.2.2-2138/2025), and indicators of each.
_UNITS, _INDIKATOR = 7285, 10
_TAHUN = 2024
_BERKAS = 30


def measure_rekap(folder: Path) -> Iterator[Line]:
    """Read the recap as for the screen, write it as a workbook, each in a process of its own."""
    place = folder / "bappeda-besar"
    fill(place).close()
    what = f"rekap {_UNITS} unit × {_INDIKATOR} indikator"
    seconds, memory = _run("read", place, folder)
    yield Line(f"{what} terbaca", seconds, None, 2, "s", "")
    ours, memory_of_writing = _run("write", place, folder)
    floor, _ = _run("floor", place, folder)
    yield Line(f"{what} sebagai XLSX", ours, floor, 1.5, "s", "openpyxl menulis sel yang sama")
    yield Line(f"memori puncak {what}", max(memory, memory_of_writing), None, 400, "MB", "")


def fill(place: Path) -> Office:
    """Return a Bappeda to which every unit has delivered the year."""
    office = open_office(place)
    set_up_bappeda(office, bappeda_of("Lumajang"))
    with office.journal.action("Mengisi unit uji") as session:
        for row in session.query(PerangkatDaerah):
            session.delete(row)
        units = [PerangkatDaerah(nama=f"Uji {n:04}", urut=n) for n in range(_UNITS)]
        session.add_all(units)
        session.add_all(_paket(office, unit, number) for number, unit in enumerate(units))
    return office


def _paket(office: Office, unit: PerangkatDaerah, number: int) -> PaketMasuk:
    ringkas = _ringkas(unit.nama, number)
    return PaketMasuk(
        perangkat_id=unit.id, tahun=_TAHUN, versi=1, ditulis=date(2025, 2, 3), kode=ringkas.kode,
        data="a" * 64, ringkas=ringkas_to_data(ringkas), diterima=office.now(),
    )  # fmt: skip


def _ringkas(nama: str, number: int) -> RingkasPaket:
    indikator = tuple(
        IndikatorMasuk(
            f"00000000-0000-0000-0000-{place:012}", f"IKU-{place}", f"Sasaran ke-{place // 3}",
            f"Persentase layanan ke-{place} yang selesai tepat waktu", "%", Decimal(90),
            Decimal(number % 9000) / 100, Keadaan.NILAI, Decimal(number % 9000) / 90,
            Decimal(number % 9000) / 90, "Sangat Tinggi", "",
        )
        for place in range(_INDIKATOR)
    )  # fmt: skip
    anggaran = tuple(
        BarisAnggaran(f"7.01.0{n}", f"PROGRAM {n}", Decimal(10**9), Decimal(9 * 10**8))
        for n in range(1, 7)
    )
    berkas = tuple(
        BerkasMasuk(f"05_BUKTI/{n:03}_bukti ke-{n}.pdf", f"{n:064}", 10**5, "PAKET", False)
        for n in range(_BERKAS)
    )
    kode = f"AAAA-BBBB-CCCC-{number:04}"
    dokumen = (DokumenMasuk("Pengukuran Kinerja Tahun 2024", kode, 1),)
    made = RingkasPaket(
        nama, "Lumajang", _TAHUN, None, kode, 1, "", date(2025, 2, 3), dokumen, berkas, indikator,
        anggaran, Decimal(99), "Tinggi",
    )  # fmt: skip
    return replace(made, kode_paket=kode)


def _run(what: str, place: Path, folder: Path) -> tuple[float, float]:
    """Return seconds and peak megabytes of a work that has a process for itself."""
    words = [sys.executable, "-m", "bench.rekap", what, str(place), str(folder / f"{what}.xlsx")]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def _work(what: str, place: Path, target: Path) -> float:
    from kinerja_desktop.services.penerimaan.pandangan import read_pandangan, write_rekap

    office = open_office(place)
    start = time.perf_counter()
    match what:
        case "read":
            read_pandangan(office, _TAHUN)
        case "write":
            write_rekap(office, target, _TAHUN)
        case _:
            start = _write_floor(target.with_name("write.xlsx"), target)
    seconds = time.perf_counter() - start
    office.close()
    return seconds


def _write_floor(source: Path, target: Path) -> float:
    """Write the cells of the recap with openpyxl alone; return when that began."""
    from openpyxl import Workbook, load_workbook

    book = load_workbook(source, read_only=True)
    cells = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    start = time.perf_counter()
    made = Workbook(write_only=True)
    for title, rows in cells.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(target)
    return start


if __name__ == "__main__":
    print(_work(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
