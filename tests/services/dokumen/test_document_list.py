from datetime import date
from uuid import uuid4

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan, needs_subject, suggest_name
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop, retire_sop
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, TW1, give_iki


def test_an_office_that_is_not_set_up_has_no_documents(office: Office) -> None:
    found = list_keadaan(office, TAHUN)
    assert set(found) == set(DOKUMEN)
    assert {item.keadaan for item in found.values()} == {"Belum ada"}
    assert all("belum disiapkan" in item.kosong for item in found.values())


def test_a_form_is_a_draft_then_final_with_its_kode(muncar: Office) -> None:
    assert list_keadaan(muncar, TAHUN)["pengukuran-kinerja"].keadaan == "Draf"
    row = finalize(muncar, TAHUN, TANGGAL)
    assert list_keadaan(muncar, TAHUN)["pengukuran-kinerja"].keadaan == f"Final · kode {row.kode}"
    assert list_keadaan(muncar, TW1)["pengukuran-kinerja"].keadaan == "Draf"


def test_a_year_without_indicators_says_where_they_are_made(muncar: Office) -> None:
    for row in list_rows(muncar, "indikator"):
        change_field(muncar, "indikator", row["id"], "berlaku_sampai", 2024)
    found = list_keadaan(muncar, Periode(2025))["pengukuran-kinerja"]
    assert found.keadaan == "Belum ada"
    assert found.kosong == "Belum ada indikator untuk 2025: isi Renstra & IKU lebih dulu."


def test_iki_is_listed_by_official(muncar: Office) -> None:
    nobody = list_keadaan(muncar, TAHUN)["pengukuran-iki"]
    assert "Belum ada indikator individu" in nobody.kosong
    owner = give_iki(muncar)
    found = list_keadaan(muncar, TAHUN)["pengukuran-iki"]
    assert found.keadaan == "0 dari 1 pejabat final"
    assert [(item.id, item.nama, item.keadaan) for item in found.subjek] == [
        (owner, "NAMA SEKRETARIS", "Draf")
    ]
    finalize(muncar, TAHUN, TANGGAL, owner)
    assert list_keadaan(muncar, TAHUN)["pengukuran-iki"].keadaan == "1 dari 1 pejabat final"


def test_letters_tell_their_number(muncar: Office) -> None:
    assert list_keadaan(muncar, TAHUN)["surat-pengantar"].keadaan == "Belum bernomor"
    surat.set_nomor(muncar, TAHUN, "065/1")
    found = list_keadaan(muncar, TAHUN)
    assert found["surat-pengantar"].keadaan == found["tanda-terima"].keadaan == "Nomor 065/1"


def test_sops_and_their_cases_can_be_chosen(muncar: Office) -> None:
    before = list_keadaan(muncar, TAHUN)
    assert before["sop"].keadaan == "5 SOP dipakai"
    assert "Belum ada SOP yang dijalankan untuk 2024" in before["riwayat-sop"].kosong
    sop = list_sop(muncar)[0]
    case = start_case(muncar, sop.id, TAHUN, "ulang")
    (found,) = list_keadaan(muncar, TAHUN)["riwayat-sop"].subjek
    assert (found.id, found.nama) == (case, f"{sop.nama}, Tahun 2024, ulang")
    assert list_keadaan(muncar, TAHUN)["riwayat-sop"].keadaan == "1 pelaksanaan, 1 berjalan"


def test_an_office_without_sops_is_told_where_to_take_one(muncar: Office) -> None:
    for item in list_sop(muncar):
        retire_sop(muncar, item.id)
    assert "pilih di Prosedur" in list_keadaan(muncar, TAHUN)["sop"].kosong


def test_a_missing_address_is_remarked_on(muncar: Office) -> None:
    assert list_keadaan(muncar, TAHUN)["surat-pengantar"].catatan == ""
    (row,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", row["id"], "alamat", "")
    assert "Alamat kantor belum diisi" in list_keadaan(muncar, TAHUN)["surat-pengantar"].catatan


def test_kinds_that_are_about_somebody_say_about_whom() -> None:
    assert [kunci for kunci in DOKUMEN if needs_subject(kunci)] == [
        "perjanjian-kinerja", "rencana-aksi", "iki", "teguran-data", "pengukuran-iki",
        "cara-hitung", "dialog-kinerja",
        "sop", "sop-dirapikan", "sop-catatan", "sop-sumber", "riwayat-sop",
        *(f"naskah-{jenis}" for jenis in JENIS),
    ]  # fmt: skip


def test_files_are_named_after_what_they_hold() -> None:
    wanted = Permintaan("pengukuran-kinerja", TW1, tanggal=date(2024, 4, 1))
    assert suggest_name(wanted, "", "pdf") == "Pengukuran_Kinerja_2024-TW1.pdf"
    iki = Permintaan("pengukuran-iki", TAHUN, uuid4())
    assert suggest_name(iki, "Dr. A/B", "xlsx") == "Pengukuran_Kinerja_Individu_Dr._A_B_2024.xlsx"
    pk = Permintaan("perjanjian-kinerja", TAHUN, uuid4())
    found = suggest_name(pk, "PK-2024 – NAMA CAMAT", "pdf")
    assert found == "Perjanjian_Kinerja_PK-2024_NAMA_CAMAT_2024.pdf"
    sop = Permintaan("sop", TAHUN, uuid4())
    assert suggest_name(sop, "Uji", "pdf") == "SOP_dan_diagram_alirnya_Uji.pdf"
