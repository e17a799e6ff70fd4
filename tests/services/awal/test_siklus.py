from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.domain.siklus import Tahap
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.awal.siklus import PanduanSiklus
from kinerja_desktop.services.dokumen.tertanda import attach_tertanda
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.kiriman.komentar import CATATAN
from kinerja_desktop.services.kiriman.transfer import (
    compose_package,
    list_kiriman,
    record_receipt,
    send_package,
)
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.store.queries.dokumen_final import list_by_kode
from tests.conftest import Clock
from tests.finals import finalize

TAHUN = Periode(2025)


def read(office: Office, periode: Periode = TAHUN) -> PanduanSiklus:
    return read_beranda(office, periode).panduan


def done(office: Office, periode: Periode = TAHUN) -> list[Tahap]:
    return [item.tahap for item in read(office, periode).siklus.selesai]


def words(office: Office, tahap: Tahap, periode: Periode = TAHUN) -> str:
    (found,) = [item for item in read(office, periode).siklus.tahap if item.tahap is tahap]
    return found.keterangan


@pytest.fixture
def young(office: Office) -> Office:
    camat = PejabatAwal("Edwi", "Camat Candipuro", "camat", date(2025, 1, 1))
    set_up(office, KantorBaru({"kecamatan": "Candipuro", "tempat": "Lumajang"}, 2025, (camat,)))
    return office


def fill_letterhead(office: Office) -> None:
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "alamat", "Jl. Raya 1")
    change_field(office, "instansi", instansi["id"], "bupati", "Indah")


def test_the_list_ticks_itself_off_from_the_data(young: Office) -> None:
    assert done(young) == []
    assert words(young, Tahap.IDENTITAS) == (
        "alamat kantor belum diisi, nama Bupati belum diisi, NIP Camat belum diisi, "
        "pangkat Camat belum diisi"
    )
    assert read(young).find_tempat(Tahap.IDENTITAS) == ("pengaturan", "instansi")
    fill_letterhead(young)
    assert words(young, Tahap.IDENTITAS) == "NIP Camat belum diisi, pangkat Camat belum diisi"
    assert read(young).find_tempat(Tahap.IDENTITAS) == ("pengaturan", "pejabat")
    (camat,) = list_rows(young, "pejabat")
    change_field(young, "pejabat", camat["id"], "nip", "197001012000011001")
    change_field(young, "pejabat", camat["id"], "pangkat", "Pembina")
    assert done(young) == [Tahap.IDENTITAS]
    renstra = add_row(
        young, "periode_renstra", {"nama": "Renstra", "tahun_awal": 2025, "tahun_akhir": 2029}
    )
    assert read(young).find_tempat(Tahap.RENSTRA) == ("renstra", "tujuan")
    tujuan = add_row(
        young, "tujuan", {"periode_renstra_id": renstra, "kode": "T1", "uraian": "Layanan"}
    )
    assert read(young).find_tempat(Tahap.RENSTRA) == ("renstra", "sasaran")
    sasaran = add_row(young, "sasaran", {"tujuan_id": tujuan, "kode": "S1", "uraian": "Puas"})
    assert words(young, Tahap.RENSTRA) == "1 tujuan, 1 sasaran"
    iku = add_row(
        young, "indikator",
        {"kode": "IKU-1", "uraian": "IKM", "sasaran_id": sasaran, "satuan": "Nilai"},
    )  # fmt: skip
    assert done(young) == [Tahap.IDENTITAS, Tahap.RENSTRA, Tahap.IKU]
    add_row(young, "target_tahunan", {"indikator_id": iku, "tahun": 2025, "nilai": Decimal(85)})
    add_row(
        young, "perjanjian_kinerja",
        {"kode": "PK", "tahun": 2025, "perubahan_ke": 0, "ditandatangani": True},
    )  # fmt: skip
    add_row(young, "rencana_aksi", {"indikator_id": iku, "tahun": 2025, "tw1": Decimal(85)})
    assert done(young) == [
        Tahap.IDENTITAS, Tahap.RENSTRA, Tahap.IKU, Tahap.TARGET, Tahap.PERJANJIAN,
        Tahap.RENCANA_AKSI,
    ]  # fmt: skip
    set_realisasi(young, iku, TAHUN, Decimal(86))
    assert Tahap.REALISASI in done(young)


def test_a_sasaran_without_indicator_is_counted(muncar: Office) -> None:
    tujuan = list_rows(muncar, "tujuan")[-1]["id"]
    add_row(muncar, "sasaran", {"tujuan_id": tujuan, "kode": "S99", "uraian": "Tanpa indikator"})
    assert words(muncar, Tahap.IKU, Periode(2024)).startswith("1 dari ")


def test_without_a_camat_the_posts_are_opened(young: Office) -> None:
    fill_letterhead(young)
    (post,) = list_rows(young, "penempatan")
    change_field(young, "penempatan", post["id"], "selesai", date(2025, 1, 10))
    assert read(young).find_tempat(Tahap.IDENTITAS) == ("pengaturan", "penempatan")
    assert words(young, Tahap.IDENTITAS) == "belum ada Camat yang menjabat"


def budget(office: Office) -> UUID:
    program = add_row(
        office, "mata_anggaran", {"kode": "7.01.01", "nama": "Penunjang", "jenis": "program"}
    )
    return add_row(
        office, "mata_anggaran",
        {"kode": "7.01.01.2.01", "nama": "Perencanaan", "jenis": "kegiatan", "induk_id": program},
    )  # fmt: skip


def test_the_budget_counts_lines_that_hold_amounts(young: Office) -> None:
    assert read(young).find_tempat(Tahap.PAGU) == ("anggaran", "mata_anggaran")
    line = budget(young)
    assert read(young).find_tempat(Tahap.PAGU) == ("anggaran", "pagu")
    assert words(young, Tahap.PAGU) == "1 rincian belum berpagu"
    pagu = add_row(young, "pagu", {"mata_anggaran_id": line, "tahun": 2025})
    assert words(young, Tahap.PAGU) == "1 rincian belum berpagu"
    change_field(young, "pagu", pagu, "perubahan", Decimal(10))
    assert words(young, Tahap.PAGU) == "belum ada program yang dihubungkan dengan sasaran"
    assert read(young).find_tempat(Tahap.PAGU) == ("anggaran", "program_sasaran")
    renstra = {"nama": "Renstra", "tahun_awal": 2025, "tahun_akhir": 2029}
    tujuan = {
        "periode_renstra_id": add_row(young, "periode_renstra", renstra),
        "kode": "T1",
        "uraian": "Layanan",
    }
    sasaran = {"tujuan_id": add_row(young, "tujuan", tujuan), "kode": "S1", "uraian": "Puas"}
    (program,) = list_rows(young, "mata_anggaran", jenis="program")
    dukungan = {"mata_anggaran_id": program["id"], "sasaran_id": add_row(young, "sasaran", sasaran)}
    add_row(young, "program_sasaran", dukungan)
    assert words(young, Tahap.PAGU) == "1 rincian berpagu"


def test_spending_of_a_year_is_its_sum_or_its_last_triwulan(muncar: Office) -> None:
    (spent, *_) = list_rows(muncar, "realisasi_anggaran", tahun=2024)
    tahun = Periode(2024)
    assert words(muncar, Tahap.REALISASI, tahun) == "9 indikator terisi"
    key = spent["id"]
    change_field(muncar, "realisasi_anggaran", key, "tahunan", None)
    change_field(muncar, "realisasi_anggaran", key, "tw1", Decimal(5))
    assert "1 dari " in words(muncar, Tahap.REALISASI, tahun)
    assert words(muncar, Tahap.REALISASI, Periode(2024, 1)).count("rincian anggaran") == 1
    change_field(muncar, "realisasi_anggaran", key, "tw4", Decimal(5))
    assert words(muncar, Tahap.REALISASI, tahun) == "9 indikator terisi"


def test_the_first_blank_figure_is_opened(muncar: Office) -> None:
    tahun = Periode(2024)
    assert read(muncar, tahun).find_tempat(Tahap.REALISASI) == ("pengukuran", tahun)
    (row,) = list_rows(muncar, "indikator", kode="IKU-2")
    set_realisasi(muncar, row["id"], tahun, None)
    place = read(muncar, tahun).find_tempat(Tahap.REALISASI)
    assert place == ("pengukuran", TempatIndikator(tahun, row["id"], None))


def test_what_lacks_its_story_is_opened_before_it_is_made_final(muncar: Office) -> None:
    tahun = Periode(2024)
    (row,) = list_rows(muncar, "indikator", kode="IKU-2")
    set_realisasi(muncar, row["id"], tahun, Decimal(1))
    place = read(muncar, tahun).find_tempat(Tahap.FINAL)
    assert place == ("pengukuran", TempatIndikator(tahun, row["id"], is_narasi=True))
    set_keterangan(muncar, row["id"], tahun, penghambat="Hujan", tindak_lanjut="Mengulang survei")
    assert read(muncar, tahun).find_tempat(Tahap.FINAL) == ("pengukuran", tahun)


def test_final_print_and_delivery_come_from_their_rows(muncar: Office, tmp_path: Path) -> None:
    tahun = Periode(2024)
    assert read(muncar, tahun).find_tempat(Tahap.CETAK) == (
        "dokumen",
        Permintaan("pengukuran-kinerja", tahun),
    )
    assert not {Tahap.FINAL, Tahap.CETAK, Tahap.KIRIM} & set(done(muncar, tahun))
    kode = finalize(muncar, tahun, date(2025, 1, 31)).kode
    assert Tahap.FINAL in done(muncar, tahun)
    assert Tahap.CETAK not in done(muncar, tahun)
    scan = tmp_path / "tertanda.jpg"
    scan.write_bytes(b"tinta")
    attach_tertanda(muncar, Permintaan("pengukuran-kinerja", tahun), scan, Pindaian((kode,), 1, 0))
    assert Tahap.CETAK in done(muncar, tahun)
    assert not read(muncar, tahun).is_finished
    stick = tmp_path / "stik"
    stick.mkdir()
    send_package(muncar, compose_package(muncar, tahun), stick)
    assert Tahap.KIRIM not in done(muncar, tahun)
    assert "tanda terima belum dicatat" in words(muncar, Tahap.KIRIM, tahun)
    # One is led to where it is noted.
    assert read(muncar, tahun).find_tempat(Tahap.KIRIM) == ("kirim", CATATAN)
    (sent,) = list_kiriman(muncar)
    record_receipt(muncar, sent.id, "Siti")
    assert Tahap.KIRIM in done(muncar, tahun)
    assert read(muncar, tahun).is_finished
    reopen(muncar, find_key(muncar, kode), "angka keliru")
    assert not {Tahap.FINAL, Tahap.CETAK, Tahap.KIRIM} & set(done(muncar, tahun))
    finalize(muncar, tahun, date(2025, 2, 10))
    # What was signed and sent is no longer what is final.
    assert not {Tahap.CETAK, Tahap.KIRIM} & set(done(muncar, tahun))
    assert Tahap.KIRIM not in done(muncar, Periode(2023))
    assert read(muncar, Periode(2023)).is_finished


def find_key(office: Office, kode: str) -> UUID:
    with office.journal.reading() as session:
        return next(row.id for row in list_by_kode(session, kode))


def test_spending_of_a_running_year_is_that_of_the_triwulan_that_are_over(
    muncar: Office, clock: Clock
) -> None:
    """In October the sum of the year is that of three triwulan, and nobody can type it."""
    clock.moment = datetime(2024, 10, 14, 2, tzinfo=UTC)
    tahun = Periode(2024)
    for row in list_rows(muncar, "realisasi_anggaran", tahun=2024):
        change_field(muncar, "realisasi_anggaran", row["id"], "tahunan", None)
    assert "rincian anggaran belum diisi" in words(muncar, Tahap.REALISASI, tahun)
    assert read(muncar, tahun).find_tempat(Tahap.REALISASI) == ("anggaran", "realisasi_anggaran")
    for row in list_rows(muncar, "realisasi_anggaran", tahun=2024):
        change_field(muncar, "realisasi_anggaran", row["id"], "tw3", Decimal(5))
    assert words(muncar, Tahap.REALISASI, tahun) == "9 indikator terisi"
