"""The office that is photographed: the sample, with something going on in every corner."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.data_entry import add_row, fill_cells, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.lkjip.teks import declare_absent, write_text
from kinerja_desktop.services.pengukuran.ukur import set_keterangan
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.sop.cases import record_kejadian, start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.nilai import Tempat
from kinerja_desktop.services.surat.register import SuratMasuk, take_in
from kinerja_desktop.services.surat.tulis import begin_naskah

TAHUN = Periode(2024)
_ISU = (
    "Masalah utama Kecamatan Muncar:\n\n1. **Pelayanan** belum seluruhnya daring.\n"
    "2. Pendataan masih *manual*.\n\n| Masalah | Akibat |\n| --- | --- |\n"
    "| Jaringan desa | Berkas terlambat |\n"
)
_SEBAB = "Bukti dukung evaluasi internal tidak lengkap, sehingga nilainya turun."


def make_office(folder: Path) -> Office:
    """Return the sample office in January 2025, with two SOPs under way."""
    moment = datetime(2025, 1, 6, 2, 0, tzinfo=UTC)
    clock: Callable[[], datetime] = lambda: moment  # noqa: E731
    office = open_office(folder, clock)
    fill_sample(office)
    (sakip,) = list_rows(office, "indikator", kode="IKU-2")
    # Before the story below, so that its draft moves under the text.
    write_text(office, TAHUN.tahun, f"analisis_5@{sakip['sasaran_id']}", _SEBAB)
    write_text(office, TAHUN.tahun, "isu_strategis", _ISU)
    declare_absent(office, TAHUN.tahun, "strategi_masalah", "Sudah dimuat dalam Bab III.")
    set_keterangan(
        office,
        sakip["id"],
        TAHUN,
        penghambat="Bukti dukung evaluasi internal belum lengkap pada triwulan III.",
        tindak_lanjut="Melengkapi bukti dukung bersama setiap seksi sebelum evaluasi berikutnya.",
    )
    _plan(office, sakip["id"])
    cases = {item.sop.id: start_case(office, item.id, TAHUN) for item in list_sop(office)}
    walked = cases["LMJ-UKUR-2024"]
    for langkah in range(1, 8):
        record_kejadian(office, walked, JenisKejadian.SELESAI, langkah)
    record_kejadian(
        office, walked, JenisKejadian.KEMBALIKAN, 8, "Realisasi IKM belum disertai hasil survei."
    )
    record_kejadian(office, walked, JenisKejadian.SELESAI, 6)
    write_letters(office, walked)
    return office


def write_letters(office: Office, case_id: UUID) -> None:
    """Give the office a letter of each kind, one of them final, and the letter behind them."""
    day = office.today()
    edaran = SuratMasuk(
        "050/12/427.55/2025", day, day, "Bappeda Kabupaten Banyuwangi",
        "Penyusunan Pengukuran Kinerja Perangkat Daerah Tahun 2024",
    )  # fmt: skip
    take_in(office, edaran, case_id)
    for jenis in JENIS:
        begin_naskah(office, jenis, TAHUN, day, Tempat(case_id, 2, 1))
    order = begin_naskah(office, "nota-perintah", TAHUN, day)
    wanted = Permintaan(kunci_of("nota-perintah"), TAHUN, order)
    make_final(office, DOKUMEN[wanted.kunci], wanted, day)
    add_row(office, "tugas", {"uraian": "Melengkapi bukti dukung IKM", "batas_waktu": day,
                              "penanggung_jawab": "Kasi Pelayanan Umum"})  # fmt: skip
    set_jawaban(office, TAHUN.tahun, "1.1.3", "BB")
    lhe = {"tahun": 2023, "nomor": "700/5/2024", "nilai": Decimal("72.15")}
    advice = {"lhe_id": add_row(office, "lhe", lhe), "urutan": 1, "status": "proses",
              "rekomendasi": "Menyusun Manual IKU seluruh indikator",
              "rencana": "Disusun bersama Rencana Aksi"}  # fmt: skip
    add_row(office, "rekomendasi_lhe", advice)
    add_row(office, "dialog_kinerja", {"tahun": 2024, "triwulan": 4, "tanggal": day,
                                       "catatan": "Pengaduan belum mencapai target."})  # fmt: skip


def _plan(office: Office, sakip: UUID) -> None:
    """Give the Camat an agreement, and one indicator its Rencana Aksi."""
    (camat,) = list_rows(office, "pejabat", nama="NAMA CAMAT")
    create_murni(office, TAHUN.tahun, camat["id"])
    (program,) = list_rows(office, "mata_anggaran", kode="7.01.01")
    where = {"indikator_id": sakip, "tahun": TAHUN.tahun}
    fill_cells(
        office,
        "rencana_aksi",
        [
            (where, "aktivitas", "Evaluasi internal setiap akhir triwulan"),
            (where, "tw1", Decimal(0)),
            (where, "tw4", Decimal("82.53")),
            (where, "mata_anggaran_id", program["id"]),
            (where, "penanggung_jawab", "Sekretaris Kecamatan"),
        ],
    )
