from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows, remove_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.riwayat.tables import TABLES
from kinerja_desktop.services.riwayat.trail import (
    Rincian,
    Saring,
    list_deeds,
    name_table,
    read_rincian,
)
from kinerja_desktop.services.riwayat.trail_words import TrailWords
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop, retire_sop
from kinerja_desktop.store.records import Instansi, Tujuan
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.dokumen.papers import IKM, TAHUN, TANGGAL, TW1, give_iki, indikator_id


def newest(office: Office) -> list[Rincian]:
    """What the last deed changed."""
    return read_rincian(office, list_deeds(office, batas=1)[0].id)


def sentences(office: Office) -> list[str]:
    return [line.kalimat for line in newest(office)]


def labels(office: Office, saring: Saring) -> list[str]:
    return [deed.label for deed in list_deeds(office, saring)]


def set_goal(office: Office, label: str, uraian: str) -> None:
    with office.journal.action(label) as session:
        session.add(Tujuan(periode_renstra_id=renstra(office), kode=uraian, uraian=uraian))


def renstra(office: Office) -> UUID:
    key: UUID = list_rows(office, "periode_renstra")[0]["id"]
    return key


def test_deeds_come_newest_first_with_the_number_of_rows(muncar: Office, clock: Clock) -> None:
    clock.moment += timedelta(hours=1)
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")
    deeds = list_deeds(muncar)
    assert deeds[0].label == "Mengubah Indikator: Satuan"
    assert (deeds[0].waktu, deeds[0].pelaku, deeds[0].jumlah) == (clock.moment, "Operator", 1)
    assert [deed.id for deed in deeds] == sorted((deed.id for deed in deeds), reverse=True)
    assert deeds[-1].label == "Mengimpor buku kerja muncar.xlsx"


def test_the_trail_is_read_a_page_at_a_time(muncar: Office) -> None:
    whole = list_deeds(muncar)
    first = list_deeds(muncar, batas=2)
    rest = list_deeds(muncar, sebelum=first[-1].id)
    assert first + rest == whole


def test_an_empty_trail_is_an_empty_list(office: Office) -> None:
    assert list_deeds(office) == []


def test_words_are_sought_in_the_deed_and_its_doer(muncar: Office) -> None:
    muncar.journal.pelaku = "Siti"
    set_goal(muncar, "Naik 100% (uji_1)", "T9")
    assert labels(muncar, Saring(" UJI_1 ")) == ["Naik 100% (uji_1)"]
    assert labels(muncar, Saring("siti")) == ["Naik 100% (uji_1)"]
    # The signs of SQL's own patterns are only signs.
    assert labels(muncar, Saring("uji%1")) == []


def test_days_are_those_of_the_office_and_the_last_is_included(
    muncar: Office, clock: Clock
) -> None:
    # 17.30 UTC is half past midnight of the next day in Lumajang.
    clock.moment = datetime(2025, 2, 1, 17, 30, tzinfo=UTC)
    set_goal(muncar, "Tengah malam", "T9")
    second = date(2025, 2, 2)
    assert labels(muncar, Saring(dari=second, sampai=second)) == ["Tengah malam"]
    assert labels(muncar, Saring(dari=date(2025, 2, 3))) == []
    assert "Tengah malam" not in labels(muncar, Saring(sampai=date(2025, 2, 1)))


def test_a_change_says_where_what_from_and_to(muncar: Office) -> None:
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")
    (line,) = newest(muncar)
    assert (line.bagian, line.baris, line.kolom) == ("Indikator", f"IKU-1 {IKM}", "Satuan")
    assert line.baru == "Indeks"
    assert line.kalimat == f"Indikator IKU-1 {IKM} · Satuan: {line.lama} → Indeks"


def test_figures_and_blanks_are_told_in_words(muncar: Office) -> None:
    set_realisasi(muncar, indikator_id(muncar), TAHUN, None)
    assert sentences(muncar) == [f"Realisasi IKU-1 {IKM}, Tahun 2024 · Realisasi: 97,66 → (kosong)"]


def test_a_new_row_is_told_with_all_that_stands_in_it(muncar: Office) -> None:
    set_realisasi(muncar, indikator_id(muncar), TW1, Decimal("12.5"))
    assert sentences(muncar) == [
        f"Realisasi IKU-1 {IKM}, Triwulan I Tahun 2024 · ditambahkan: "
        f"Indikator: IKU-1 {IKM}; Tahun: 2024; Triwulan: 1; Realisasi: 12,5"
    ]


def test_references_are_told_by_what_they_refer_to(muncar: Office) -> None:
    sasaran = {row["kode"]: row["id"] for row in list_rows(muncar, "sasaran")}
    key = indikator_id(muncar, "IKU-2")
    change_field(muncar, "indikator", key, "sasaran_id", sasaran["S3"])
    (line,) = newest(muncar)
    assert line.kolom == "Sasaran"
    assert line.lama.startswith("S1 Sasaran 1")
    assert line.baru.startswith("S3 Sasaran 3")


def test_yes_and_no_dates_and_choices_read_as_on_the_form(muncar: Office) -> None:
    (post,) = list_rows(muncar, "penempatan", peran="camat")
    change_field(muncar, "penempatan", post["id"], "selesai", date(2025, 6, 30))
    assert newest(muncar)[0].baru == "30-06-2025"
    change_field(muncar, "penempatan", post["id"], "status", "plt")
    assert (newest(muncar)[0].lama, newest(muncar)[0].baru) == ("Definitif", "Plt.")
    change_field(muncar, "penempatan", post["id"], "pengelola_kinerja", True)
    assert (newest(muncar)[0].lama, newest(muncar)[0].baru) == ("Tidak", "Ya")
    assert newest(muncar)[0].baris == "NAMA CAMAT, Camat Muncar, 01-01-2020"


def test_what_was_deleted_still_has_its_name(muncar: Office) -> None:
    key = add_row(muncar, "tujuan", {"periode_renstra_id": renstra(muncar), "kode": "T9",
                                     "uraian": "Tujuan uji"})  # fmt: skip
    change_field(muncar, "tujuan", key, "uraian", "Tujuan lain")
    changed = list_deeds(muncar, batas=1)[0].id
    sasaran = add_row(muncar, "sasaran", {"tujuan_id": key, "kode": "S9", "uraian": "Sasaran uji"})
    added = list_deeds(muncar, batas=1)[0].id
    remove_row(muncar, "sasaran", sasaran)
    remove_row(muncar, "tujuan", key)

    assert sentences(muncar) == ["Tujuan T9 Tujuan lain · dihapus"]
    assert read_rincian(muncar, changed)[0].kalimat == (
        "Tujuan T9 Tujuan lain · Tujuan: Tujuan uji → Tujuan lain"
    )
    (line,) = read_rincian(muncar, added)
    assert "Tujuan: T9 Tujuan lain (sudah dihapus)" in line.baru


def test_papers_and_cases_are_told_by_their_names(muncar: Office, tmp_path: Path) -> None:
    (tmp_path / "Survei.pdf").write_bytes(b"survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    assert newest(muncar)[0].kalimat.startswith("Bukti Survei.pdf · ditambahkan: Isi berkas: (isi")
    surat.set_nomor(muncar, TAHUN, "065/1")
    assert newest(muncar)[0].baris == "Pengiriman Pengukuran Kinerja Tahun 2024"
    row = finalize(muncar, TAHUN, TANGGAL)
    assert newest(muncar)[0].baris == "Tahun 2024 versi 1"
    assert "Isi: (isi dokumen)" in newest(muncar)[0].baru
    assert "Tanggal: 31 Januari 2025" in newest(muncar)[0].baru
    transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    assert newest(muncar)[0].baris == "tanda-terima Tahun 2024"
    (sent,) = [deed for deed in list_deeds(muncar, Saring()) if "Mengirim paket" in deed.label]
    assert sent.label == "Mengirim paket SAKIP_MUNCAR_2024_TAHUNAN_20250115"
    reopen(muncar, row.id, "salah ketik")
    assert {
        "Pengukuran Kinerja final Tahun 2024 versi 1 · Dibuka kembali: "
        "(kosong) → 15 Januari 2025 09.00",
        "Pengukuran Kinerja final Tahun 2024 versi 1 · Alasan dibuka kembali: "
        "(kosong) → salah ketik",
        "Dokumen final surat-pengantar Tahun 2024 · Alasan dibuka kembali: (kosong) → salah ketik",
    } <= set(sentences(muncar))
    owner = give_iki(muncar)
    finalize(muncar, TAHUN, TANGGAL, owner)
    assert "Pejabat: NAMA SEKRETARIS" in newest(muncar)[0].baru


def test_sops_are_told_by_name_version_and_case(muncar: Office) -> None:
    sop = list_sop(muncar)[0]
    start_case(muncar, sop.id, TAHUN, "ulang")
    case, event = newest(muncar)
    assert case.baris == f"{sop.nama} versi 1, Tahun 2024, ulang"
    assert event.baris == f"{case.baris}, langkah 1"
    retire_sop(muncar, sop.id)
    assert sentences(muncar) == [f"SOP {sop.nama} versi 1 · Aktif: Ya → Tidak"]


def test_a_long_deed_is_cut_at_so_many_rows(muncar: Office) -> None:
    first = list_deeds(muncar)[-1]
    assert first.jumlah > 100
    assert len(read_rincian(muncar, first.id, batas=10)) == 10


def test_many_columns_of_a_row_are_many_lines(muncar: Office) -> None:
    key = indikator_id(muncar)
    set_keterangan(muncar, key, TAHUN, pendorong="tim", capaian_manual=Decimal(90), alasan="uji")
    lines = {line.kolom: line.baru for line in newest(muncar)}
    assert lines == {
        "Faktor pendorong": "tim", "Capaian ditetapkan (%)": "90", "Alasan": "uji",
    }  # fmt: skip


def test_the_office_itself_is_named_and_its_logo_is_not_spelt_out(muncar: Office) -> None:
    with muncar.journal.action("Mengganti logo") as session:
        session.get_one(Instansi, list_rows(muncar, "instansi")[0]["id"]).logo = "a" * 64
    assert sentences(muncar) == ["Instansi Muncar · Logo: (kosong) → (gambar)"]


@pytest.mark.parametrize(
    ("tabel", "name"), [("hari_libur", "Hari Libur"), ("kiriman", "Kiriman"), ("lain", "lain")]
)
def test_tables_have_the_names_of_the_screen(tabel: str, name: str) -> None:
    assert name_table(tabel) == name


def test_a_spoiled_name_of_a_column_is_shown_as_it_stands(muncar: Office) -> None:
    """Found by `bench.damaged_data`: a bit had flipped within the trail."""
    with muncar.journal.reading() as session:
        words = TrailWords(session)
        assert words.value("pagu", "m`ta_anggaran_id", "x") == "x"
        assert words.label("pagu", "m`ta_anggaran_id") == "M`ta anggaran id"


def test_every_table_of_the_store_tells_its_rows_apart(muncar: Office) -> None:
    with muncar.journal.reading() as session:
        words = TrailWords(session)
        for tabel in TABLES:
            assert isinstance(words.name_row(tabel, {}), str), tabel


def test_every_table_of_the_store_has_a_name() -> None:
    assert [tabel for tabel in TABLES if name_table(tabel) == tabel] == []
