"""*Lampiran cara hitung*: the words of the screen, and of a final measurement for ever the same."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import openpyxl
import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.dokumen.documents import build_naskah, build_pdf, build_xlsx
from kinerja_desktop.services.kantor.data_entry import add_row, change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from tests.finals import finalize
from tests.services.dokumen.about import find_about
from tests.services.dokumen.papers import TAHUN, TANGGAL, give_iki, indikator_id, read_text
from tests.services.kantor.small import fill_kantor

KUNCI = "cara-hitung"


def text_of(office: Office, periode: Periode = TAHUN, tentang: UUID | None = None) -> str:
    return read_text(build_naskah(office, Permintaan(KUNCI, periode, tentang)))


def test_every_figure_tells_definition_inputs_rule_rounding_and_source(muncar: Office) -> None:
    key = indikator_id(muncar)
    change_field(muncar, "indikator", key, "definisi_operasional", "Nilai survei kepuasan")
    change_field(muncar, "indikator", key, "formula", "Rata-rata sembilan unsur")
    text = text_of(muncar)
    # IKM 2024: 97,66 ÷ 91,33 × 100 = 106,930… %.
    for told in (
        "LAMPIRAN CARA HITUNG", "PENGUKURAN KINERJA TAHUN 2024", "SKPD : Kecamatan Muncar",
        "Definisi operasional: Nilai survei kepuasan",
        "Formula perhitungan: Rata-rata sembilan unsur", "Sumber target: target Renstra",
        "Target = 91,33; realisasi = 97,66", "Realisasi / Target × 100",
        "Hasil hitung 106,93%", "Dibulatkan menjadi 106,93%", "Rata-rata keseluruhan",
        "Indikator makin kecil makin baik:", "Serapan anggaran", "DRAF",
    ):  # fmt: skip
        assert told in text, told


def test_states_without_a_figure_say_why(muncar: Office) -> None:
    key = indikator_id(muncar)
    set_keterangan(muncar, key, TAHUN, tidak_berlaku=True, alasan="tidak ada survei")
    text = text_of(muncar)
    assert "Capaian Tahun 2024: Tidak berlaku" in text
    assert "Sebabnya: tidak ada survei" in text


def test_a_final_measurement_is_told_from_what_was_frozen(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    first = build_pdf(muncar, Permintaan(KUNCI, TAHUN))
    text = read_text(first)
    assert f"final, kode verifikasi {row.kode}" in text
    assert "Target = 91,33; realisasi = 97,66" in text
    assert "lihat Manual IKU" in text
    assert "DRAF" not in text
    key = indikator_id(muncar)
    for name, value in (
        ("definisi_operasional", "Lain sama sekali"), ("uraian", "Nama baru"),
        ("sumber_data", "Sumber baru"), ("akumulasi", "rata_rata"),
    ):  # fmt: skip
        change_field(muncar, "indikator", key, name, value)
    assert build_pdf(muncar, Permintaan(KUNCI, TAHUN)) == first


def test_a_triwulan_tells_its_three_figures(muncar: Office) -> None:
    key = indikator_id(muncar)
    add_row(muncar, "rencana_aksi", {"indikator_id": key, "tahun": 2024, "tw1": Decimal(20)})
    set_realisasi(muncar, key, Periode(2024, 1), Decimal(10))
    text = text_of(muncar, Periode(2024, 1))
    for told in (
        "Capaian Triwulan I Tahun 2024: 50,00%", "S.d. Triwulan I: 50,00%",
        "Terhadap target setahun: 10,95%",
        "Sumber target: Rencana Aksi",
    ):  # fmt: skip
        assert told in text, told


def test_an_official_has_an_attachment_of_the_own_iki(muncar: Office) -> None:
    owner = give_iki(muncar)
    text = text_of(muncar, TAHUN, owner)
    assert "Pejabat : NAMA SEKRETARIS" in text
    assert "Target = 4; realisasi = 3" in text
    assert "Serapan anggaran" not in text
    state = list_keadaan(muncar, TAHUN)[KUNCI]
    assert [item.nama for item in state.subjek] == ["Kinerja kantor", "NAMA SEKRETARIS"]
    assert find_about(muncar, KUNCI, TAHUN, "kantor") is None
    assert find_about(muncar, KUNCI, TAHUN, "NAMA SEKRETARIS") == owner


def test_a_final_attachment_of_an_iki_is_told_from_what_was_frozen(muncar: Office) -> None:
    owner = give_iki(muncar)
    draft = text_of(muncar, TAHUN, owner)
    row = finalize(muncar, TAHUN, TANGGAL, owner)
    first = build_pdf(muncar, Permintaan(KUNCI, TAHUN, owner))
    text = read_text(first)
    assert f"final, kode verifikasi {row.kode}" in text
    assert "Pejabat : NAMA SEKRETARIS" in text
    assert "Target = 4; realisasi = 3" in text
    assert "DRAF" in draft
    assert "DRAF" not in text
    change_field(muncar, "indikator", indikator_id(muncar, "IKI-1"), "uraian", "Nama baru")
    assert build_pdf(muncar, Permintaan(KUNCI, TAHUN, owner)) == first
    # What is not final, and another's, stays as it was: the office's own is a draft.
    assert "DRAF" in text_of(muncar)


def test_the_workbook_has_real_numbers(muncar: Office) -> None:
    book = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, Permintaan(KUNCI, TAHUN))))
    heads, *rows = book["Data"].iter_rows(values_only=True)
    assert heads[5:8] == ("Target", "Realisasi", "Capaian (%)")
    assert (91.33, 97.66, 106.93) in [row[5:8] for row in rows]


def test_a_blank_is_a_word_in_the_workbook(muncar: Office) -> None:
    book = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, Permintaan(KUNCI, Periode(2024, 1)))))
    _, *rows = book["Data"].iter_rows(values_only=True)
    assert ("Belum ada", "Belum diisi", None) in [row[5:8] for row in rows]


def test_without_indicators_there_is_nothing_to_tell(muncar: Office) -> None:
    none = Periode(1991)
    state = list_keadaan(muncar, none)[KUNCI]
    assert state.kosong.startswith("Belum ada indikator untuk 1991")
    with pytest.raises(KinerjaError, match="Belum ada indikator untuk Tahun 1991"):
        build_naskah(muncar, Permintaan(KUNCI, none, tanggal=date(1991, 5, 1)))


def test_a_sasaran_of_several_indicators_tells_its_mean(office: Office) -> None:
    ids = fill_kantor(office)
    for kode, value in (("B1", 90), ("B2", 60)):
        set_realisasi(office, ids[kode], Periode(2025), Decimal(value))
    # (90 + 60) ÷ 2 = 75.
    text = text_of(office, Periode(2025))
    assert "Rata-rata sasaran (2 dari 3 indikator, Sedang) 75" in text
    assert text.count("Rata-rata sasaran") == 1


def test_a_figure_of_the_year_made_of_triwulan_says_so(office: Office) -> None:
    ids = fill_kantor(office)
    set_realisasi(office, ids["A1"], Periode(2025, 2), Decimal(80))
    set_keterangan(office, ids["B1"], Periode(2025), pembilang=Decimal(45), penyebut=Decimal(50))
    text = text_of(office, Periode(2025))
    assert "Asal realisasi: dihitung dari isian triwulan" in text
    assert "Asal realisasi: dihitung dari 45 ÷ 50 × 100 = 90" in text


def test_iki_of_another_year_are_no_subject(muncar: Office) -> None:
    give_iki(muncar)
    change_field(muncar, "indikator", indikator_id(muncar, "IKI-1"), "berlaku_dari", 2025)
    assert list_keadaan(muncar, TAHUN)[KUNCI].subjek == ()


def test_an_office_without_iki_has_one_attachment(muncar: Office) -> None:
    state = list_keadaan(muncar, TAHUN)[KUNCI]
    assert (state.keadaan, state.subjek) == ("Draf", ())
