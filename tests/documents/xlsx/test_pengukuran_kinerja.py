from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from kinerja_desktop.documents.xlsx.pengukuran_kinerja import render_pengukuran_kinerja_xlsx
from kinerja_desktop.domain.laporan.pengukuran_kinerja import PengukuranKinerja
from tests.documents.papers.samples import TAHUNAN, TRIWULANAN


def data_rows(data: PengukuranKinerja) -> list[dict[str, Any]]:
    book = load_workbook(BytesIO(render_pengukuran_kinerja_xlsx(data)))
    heads, *rows = book["Data"].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_each_indicator_is_one_row_of_data_with_numbers() -> None:
    rows = data_rows(TAHUNAN)
    assert len(rows) == 6
    first = rows[0]
    assert (first["Tahun"], first["Triwulan"]) == (2024, None)
    assert (first["Target"], first["Realisasi"], first["Capaian (%)"]) == (91.33, 97.66, 106.93)
    assert first["Sasaran"] == "Meningkatnya kualitas pelayanan publik"
    assert first["Target s.d."] is None


def test_the_four_states_are_words_in_the_data() -> None:
    capaian = [row["Capaian (%)"] for row in data_rows(TAHUNAN)][2:]
    assert capaian == [99.75, "Tidak dapat dihitung", "Belum diisi", "Tidak berlaku"]
    assert data_rows(TAHUNAN)[3]["Realisasi"] == 3
    assert data_rows(TAHUNAN)[3]["Target"] == 0
    assert data_rows(TAHUNAN)[3]["Alasan"] == "target 0, capaian tidak dapat dihitung"


def test_a_triwulan_has_its_figures_s_d_and_what_people_know() -> None:
    first = data_rows(TRIWULANAN)[0]
    assert (first["Triwulan"], first["Capaian s.d. (%)"]) == ("II", 106.93)
    assert first["Faktor penghambat"] == "Jaringan terputus pada jam sibuk"


def test_the_first_sheet_is_the_form() -> None:
    book = load_workbook(BytesIO(render_pengukuran_kinerja_xlsx(TAHUNAN)))
    sheet = book["Pengukuran Kinerja"]
    assert sheet["A1"].value == "PENGUKURAN KINERJA"
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert 2964713651 in values
    assert 106.93 in values


def test_equal_data_gives_equal_bytes() -> None:
    assert render_pengukuran_kinerja_xlsx(TAHUNAN) == render_pengukuran_kinerja_xlsx(TAHUNAN)


def test_the_data_tell_who_does_the_tindak_lanjut_and_until_when() -> None:
    group = TRIWULANAN.kelompok[0]
    item = replace(group.indikator[0], pelaksana="Kasi Trantib", batas_waktu=date(2025, 3, 3))
    data = replace(TRIWULANAN, kelompok=(replace(group, indikator=(item,)),))
    (row,) = data_rows(data)
    assert row["Penanggung jawab tindak lanjut"] == "Kasi Trantib"
    assert row["Batas waktu tindak lanjut"] == "3 Maret 2025"
