"""The sample office: real figures of Kecamatan Muncar, and the main job run on them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.keselarasan import describe_rata
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal.setup import complete_setup
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.pengukuran.finalisasi import finalize
from kinerja_desktop.services.pengukuran.ukur import find_status, measure_periode
from kinerja_desktop.services.riwayat.workbook import apply_import, plan_import
from kinerja_desktop.services.sop.library import SEEDS

BUKU = "contoh/muncar.xlsx"
TAHUN = range(2020, 2025)
#: The sample's Pengukuran Kinerja 2024 bears a date in the month after the year.
TANGGAL = date(2025, 1, 31)
TANPA_NARASI = "Dokumen sumber data contoh tidak memuat faktor penghambat dan tindak lanjut."
"""Why the sample is made final without them."""


@dataclass(frozen=True)
class HasilContoh:
    """Where the sample's papers lie."""

    pdf: Path
    paket: Path
    kode: str


def fill_sample(office: Office) -> None:
    """Fill an empty data folder with the sample office.

    Raises:
        KinerjaError: there is an office in the folder already.
    """
    if office.instansi() is not None:
        raise KinerjaError(
            "Folder data ini sudah berisi kantor.", "Pakai folder kosong untuk data contoh."
        )
    apply_import(office, plan_import(office, resource(BUKU)))
    # The sample shows the SOPs of all three kecamatan at work.
    complete_setup(office, SEEDS)


def run_main_job(office: Office, folder: Path, say: Callable[[str], None]) -> HasilContoh:
    """Measure every year, make 2024 final, print it, and write the package for Bappeda.

    Args:
        office: the sample office.
        folder: where papers and package go.
        say: told what was done, a line at a time.
    """
    for tahun in TAHUN:
        hasil = measure_periode(office, Periode(tahun))
        say(f"Pengukuran {tahun}: {describe_rata(hasil)}")
    periode = Periode(TAHUN[-1])
    if not find_status(office, periode).is_final:
        finalize(office, periode, TANGGAL, tidak_dapat_dipenuhi=TANPA_NARASI)
    wanted = Permintaan(PENGUKURAN.kunci, periode)
    folder.mkdir(parents=True, exist_ok=True)
    pdf, xlsx = (folder / f"pengukuran-kinerja-{periode.tahun}{end}" for end in (".pdf", ".xlsx"))
    for path in (pdf, xlsx):
        documents.save_document(office, wanted, path)
        say(f"Dicetak: {path}")
    report = Permintaan(LKJIP.kunci, periode)
    for path in (folder / f"lkjip-{periode.tahun}{end}" for end in (".pdf", ".docx")):
        documents.save_document(office, report, path)
        say(f"Dicetak: {path}")
    isi = transfer.compose_package(office, periode)
    paket = transfer.send_package(office, isi, folder)
    _, problems = transfer.verify_package(paket)
    if problems:
        raise KinerjaError(f"Paket {paket} tidak utuh: {problems[0]}")
    say(f"Paket untuk Bappeda, sudah dibaca ulang: {paket}")
    say(f"Kode verifikasi {periode.tahun}: {isi.kode}")
    return HasilContoh(pdf, paket, isi.kode)
