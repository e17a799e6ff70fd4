"""The sample office made ready for a final LKjIP 2024."""

from datetime import date
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import BarisBagian, IsiLkjip, read_lkjip
from kinerja_desktop.services.lkjip.riwayat_capaian import TIDAK_ADA, fill_riwayat
from kinerja_desktop.services.lkjip.teks import declare_absent
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from tests.finals import finalize

TAHUN = 2024
PERIODE = Periode(TAHUN)
TANGGAL = date(2025, 2, 3)


def indikator(office: Office, kode: str) -> UUID:
    (row,) = list_rows(office, "indikator", kode=kode)
    key: UUID = row["id"]
    return key


def bagian(isi: IsiLkjip, kunci: str) -> BarisBagian:
    return next(row for row in isi.bagian if row.kunci == kunci)


def tell_stories(office: Office) -> None:
    """Write what the report asks for: pendorong where met, penghambat and solution where not."""
    for row in list_rows(office, "indikator"):
        story = {"pendorong": "Petugas dilatih"}
        if row["kode"] == "IKU-2":
            story = {"penghambat": "Dokumen terlambat", "tindak_lanjut": "Jadwal dimajukan"}
        set_keterangan(office, row["id"], PERIODE, **story)


def confirm_no_standards(office: Office) -> None:
    """Say of every indicator that there is no national standard for it."""
    fill_riwayat(
        office,
        TAHUN,
        [
            (row["id"], (TIDAK_ADA, "nasional"), True)
            for row in list_rows(office, "indikator")
            if row["jenis"] != "IKI"
        ],
    )


def complete(office: Office) -> None:
    """Measure finally, and declare absent whatever nobody has written."""
    tell_stories(office)
    confirm_no_standards(office)
    finalize(office, PERIODE, TANGGAL)
    for row in read_lkjip(office, TAHUN).bagian:
        if row.tampil and row.keadaan is KeadaanBagian.KOSONG:
            declare_absent(office, TAHUN, row.kunci, "tidak dibahas tahun ini")
