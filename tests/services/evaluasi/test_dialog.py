from datetime import date
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_naskah, build_pdf
from kinerja_desktop.services.evaluasi.dialog import IsiDialog, read_dialog
from kinerja_desktop.services.kantor.data_entry import add_row, change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from tests.services.dokumen.about import find_about
from tests.services.dokumen.papers import give_iki, indikator_id
from tests.services.surat.letters import words

TW4 = Periode(2024, 4)
ROW = {
    "tahun": 2024, "triwulan": 4, "pejabat_id": None, "tanggal": date(2025, 1, 14),
    "tempat": "Ruang Camat", "catatan": "IKM sudah naik.\nPengaduan belum.",
    "rekomendasi": "Tambah loket.", "tindak_lanjut": "Menyusun jadwal loket.",
    "penanggung_jawab": "Kasi Pelayanan", "batas_waktu": date(2025, 1, 31), "selesai": None,
}  # fmt: skip


def wanted(about: UUID | None = None) -> Permintaan:
    return Permintaan("dialog-kinerja", TW4, about)


def test_a_dialog_tells_the_figures_and_what_the_camat_says(muncar: Office) -> None:
    add_row(muncar, "dialog_kinerja", ROW)
    text = words(build_naskah(muncar, wanted()))
    for told in (
        "DIALOG KINERJA", "TRIWULAN IV TAHUN 2024", "Kecamatan Muncar", "14 Januari 2025",
        "Ruang Camat", "IKM sudah naik.", "Pengaduan belum.", "Tambah loket.",
        "Menyusun jadwal loket.", "Kasi Pelayanan", "31 Januari 2025", "CAMAT MUNCAR,",
        "Kategori", "Capaian (%)",
    ):  # fmt: skip
        assert f"\n{told}\n" in text, told
    assert "Anggaran" not in text
    assert build_pdf(muncar, wanted()).startswith(b"%PDF")


def test_an_empty_dialog_leaves_lines_to_write_on(muncar: Office) -> None:
    text = words(build_naskah(muncar, wanted()))
    assert text.count("." * 150) == 6
    assert read_dialog(muncar, TW4, None) == IsiDialog()


def test_an_official_signs_beside_the_camat(muncar: Office) -> None:
    owner = give_iki(muncar)
    add_row(muncar, "dialog_kinerja", {**ROW, "pejabat_id": owner, "catatan": "Baik."})
    text = words(build_naskah(muncar, wanted(owner)))
    assert "\nYang dinilai,\n" in text
    assert "\nBaik.\n" in text
    assert "IKM sudah naik" not in text
    state = list_keadaan(muncar, TW4)["dialog-kinerja"]
    assert state.keadaan == "1 dari 2 berisi catatan"
    assert [item.keadaan for item in state.subjek] == ["belum ada catatan", "Draf"]
    assert state.subjek[0].nama == "Kinerja kantor"
    assert find_about(muncar, "dialog-kinerja", TW4, "kantor") is None
    assert find_about(muncar, "dialog-kinerja", TW4, state.subjek[1].nama) == owner


def test_a_dialog_is_held_per_triwulan(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Dialog Kinerja tidak ada untuk setahun sekaligus"):
        build_naskah(muncar, Permintaan("dialog-kinerja", Periode(2024)))
    assert list_keadaan(muncar, Periode(2024))["dialog-kinerja"].kosong.startswith("Dialog Kinerja")


def test_without_indicators_there_is_nothing_to_talk_about(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk Triwulan I Tahun 1991"):
        build_naskah(muncar, Permintaan("dialog-kinerja", Periode(1991, 1)))
    state = list_keadaan(muncar, Periode(1991, 1))["dialog-kinerja"]
    assert state.kosong.startswith("Belum ada indikator untuk 1991")


def test_there_is_one_dialog_for_each_official_and_triwulan(muncar: Office) -> None:
    add_row(muncar, "dialog_kinerja", ROW)
    with pytest.raises(KinerjaError, match="yang sama sudah ada"):
        add_row(muncar, "dialog_kinerja", ROW)


def test_iki_of_another_year_are_no_subject(muncar: Office) -> None:
    give_iki(muncar)
    change_field(muncar, "indikator", indikator_id(muncar, "IKI-1"), "berlaku_dari", 2025)
    assert list_keadaan(muncar, TW4)["dialog-kinerja"].keadaan == "0 dari 1 berisi catatan"
