"""Write this release's office and package for good: ``python -m tests.arsip.make``.

Refuses to touch a folder that is there: what a release wrote stays as it was written.
"""

import json
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.riwayat.maintenance import export_all
from kinerja_desktop.store.schema import HEAD
from tests.arsip.reading import ARSIP, read_kode
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.dokumen import papers
from tests.services.lkjip.office import PERIODE, TAHUN, TANGGAL, complete
from tests.services.sop.office import PENGUKURAN, do, give_sop, start


def fill(office: Office, clock: Clock, folder: Path) -> None:
    """Do everything that leaves something frozen behind."""
    fill_sample(office)
    give_sop(office)
    case = start(office, PENGUKURAN, "Arsip")
    clock.moment += timedelta(hours=1)
    do(office, case, JenisKejadian.SELESAI)
    owner = papers.give_iki(office)
    (post,) = list_rows(office, "penempatan", pejabat_id=owner)
    change_field(office, "penempatan", post["id"], "tugas", "mengoordinasikan sekretariat")
    change_field(office, "penempatan", post["id"], "fungsi", "menyusun program\nmenata keuangan")
    make_final(office, DOKUMEN["iki"], Permintaan("iki", PERIODE, owner), date(2024, 1, 9))
    papers.sign_perjanjian(office)
    evidence = folder / "laporan ikm.txt"
    evidence.write_text("Nilai IKM 2024\n", "utf-8")
    attach_bukti(office, papers.indikator_id(office), PERIODE, evidence)
    complete(office)
    finalize_lkjip(office, TAHUN, TANGGAL)
    finalize(office, PERIODE, date(2025, 1, 15), owner)
    papers.finalize_triwulan(office)


def make(target: Path) -> None:
    """Fill an office and keep its backup, its package and the kode that stand on its papers."""
    clock = Clock(datetime(2025, 1, 15, 2, 0, tzinfo=UTC))
    with TemporaryDirectory() as name:
        folder = Path(name)
        office = open_office(folder / "data", clock)
        fill(office, clock, folder)
        package = send_package(office, compose_package(office, Periode(TAHUN)), folder)
        target.mkdir()
        shutil.make_archive(str(target / "paket"), "zip", folder, package.name)
        export_all(office, target / "kantor.kinerja")
        (target / "kode.json").write_text(json.dumps(read_kode(office)) + "\n", "utf-8")
        office.close()


if __name__ == "__main__":
    if (ARSIP / HEAD).exists():
        sys.exit(f"{ARSIP / HEAD} is there and stays as it is")
    make(ARSIP / HEAD)
