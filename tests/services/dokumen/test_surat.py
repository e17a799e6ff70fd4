from datetime import date

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL, TW1, read_text

FEBRUARI = date(2025, 2, 5)


def change_instansi(office: Office, name: str, value: str) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], name, value)


def test_a_surat_pengantar_says_what_comes_from_whom_to_whom(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    surat.set_nomor(muncar, TAHUN, " 065/12/427.90/2025 ")

    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))

    for words in (
        "KECAMATAN MUNCAR",
        "Muncar, 5 Februari 2025",
        "Kepala Bappeda Kabupaten Banyuwangi",
        "SURAT PENGANTAR",
        "Nomor: 065/12/427.90/2025",
        "Dokumen Pengukuran Kinerja Tahun 2024",
        "1 (satu) berkas",
        f"Kode verifikasi {row.kode}",
        "NAMA CAMAT",
        "CONTOH",
    ):
        assert words in text


def test_before_it_is_final_the_letter_calls_it_a_draft(muncar: Office) -> None:
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))
    assert "Draf, belum final" in text
    assert "Nomor: ...." in text


def test_a_tanda_terima_bears_the_day_and_leaves_room_for_the_receiver(muncar: Office) -> None:
    text = read_text(surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI))
    # 5 February 2025 was a Wednesday.
    for words in ("TANDA TERIMA", "Rabu, 5 Februari 2025", "Kecamatan Muncar", "Penerima,"):
        assert words in text


def test_without_an_addressee_bappeda_of_the_kabupaten_is_written_to(muncar: Office) -> None:
    change_instansi(muncar, "tujuan_surat", "")
    change_instansi(muncar, "tempat", "")
    change_instansi(muncar, "kertas", "A4")
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, FEBRUARI))
    assert "Kepala Bappeda Kabupaten Banyuwangi" in text
    assert "Banyuwangi, 5 Februari 2025" in text
    assert "Banyuwangi, 5 Februari 2025" in read_text(
        surat.compose_tanda_terima(muncar, TAHUN, FEBRUARI)
    )


def test_before_there_was_a_camat_the_letter_has_a_line_to_sign_on(muncar: Office) -> None:
    text = read_text(surat.compose_surat_pengantar(muncar, TAHUN, date(2019, 1, 2)))
    assert "CAMAT MUNCAR" in text
    assert "NAMA CAMAT" not in text


def test_a_number_belongs_to_its_period_and_can_be_changed(muncar: Office) -> None:
    assert surat.find_nomor(muncar, TAHUN) == ""
    surat.set_nomor(muncar, TAHUN, "1")
    surat.set_nomor(muncar, TAHUN, "2")
    assert surat.find_nomor(muncar, TAHUN) == "2"
    assert surat.find_nomor(muncar, TW1) == ""
    muncar.journal.undo()
    assert surat.find_nomor(muncar, TAHUN) == "1"


def test_an_office_that_is_not_set_up_writes_no_letters(office: Office) -> None:
    for print_letter in (surat.compose_surat_pengantar, surat.compose_tanda_terima):
        with pytest.raises(KinerjaError, match="belum disiapkan"):
            print_letter(office, TAHUN, FEBRUARI)
