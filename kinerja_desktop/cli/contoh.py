"""The samples: the main job on the real figures of Muncar, or the practice office."""

import argparse

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal import sample
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.office_clock import is_latihan
from kinerja_desktop.services.latihan.isi import fill_latihan
from kinerja_desktop.services.latihan.terputus import is_half
from kinerja_desktop.services.pengukuran.ukur import find_status

#: The practice office's year that is whole and final.
_TAHUN = Periode(2024)


def contoh(office: Office, arguments: argparse.Namespace) -> int:
    """Fill an empty folder with a sample and tell what it holds; of Muncar the main job as well."""
    instansi = office.instansi()
    if instansi is not None and not instansi.contoh:
        raise KinerjaError(
            f"Folder data {office.folder} berisi kantor sungguhan, bukan contoh.",
            "Pakai folder lain: contoh membekukan dan mengirim dokumen.",
        )
    is_practice = arguments.kantor == "latihan"
    if instansi is not None and is_practice != _is_latihan(office):
        raise KinerjaError(
            f"Folder data {office.folder} berisi contoh Kecamatan {instansi.kecamatan}.",
            "Pakai folder lain untuk contoh yang lain.",
        )
    if is_half(office):
        raise KinerjaError(
            f"Pengisian kantor latihan di {office.folder} terputus, jadi isinya tidak lengkap.",
            "Pakai folder lain, atau hapus folder itu lalu ulangi.",
        )
    if is_practice:
        if instansi is None:
            fill_latihan(office)
        print(f"Kode verifikasi {_TAHUN.tahun}: {find_status(office, _TAHUN).kode}")
    else:
        if instansi is None:
            sample.fill_sample(office)
        sample.run_main_job(office, arguments.ke, print)
    print(f"Data contoh: {office.place.where}")
    return 0


def _is_latihan(office: Office) -> bool:
    with office.journal.reading() as session:
        return is_latihan(session)
