"""Lembar Evaluasi mandiri and the matrix of follow-up: printed, and as live workbooks."""

import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.lembar_json import write_lembar_json
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_naskah, build_pdf, build_xlsx
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.services.lke.isi import (
    attach_bukti,
    attach_bukti_rekomendasi,
    set_catatan,
    set_jawaban,
)
from kinerja_desktop.services.lke.lembar import choose_skala, import_lembar
from tests.domain.lke.sheets import read_kecil
from tests.services.dokumen.papers import read_text
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi, make_file

LKE = Permintaan("lembar-lke", Periode(TAHUN))
MATRIKS = Permintaan("matriks-lhe", Periode(TAHUN))


@pytest.fixture
def kecil(muncar: Office, tmp_path: Path) -> Office:
    path = tmp_path / "kecil.json"
    path.write_bytes(write_lembar_json(read_kecil()))
    import_lembar(muncar, path, TAHUN)
    return muncar


def compute(xlsx: bytes, folder: Path) -> list[list[str]]:
    """Let another program reckon a workbook; return its first sheet."""
    (folder / "lke.xlsx").write_bytes(xlsx)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
         "--outdir", str(folder), str(folder / "lke.xlsx")],
        check=True, capture_output=True, timeout=120,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    import csv

    with (folder / "lke.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_nothing_answered_has_no_paper(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="Belum ada kriteria LKE 2024 yang dijawab"):
        build_pdf(muncar, LKE)
    with pytest.raises(KinerjaError, match="Belum ada rekomendasi LHE atas kinerja 2023"):
        build_pdf(muncar, MATRIKS)
    for wanted in (LKE, MATRIKS):
        assert DOKUMEN[wanted.kunci].describe(muncar, wanted.periode).kosong


def test_the_sheet_says_what_is_known(kecil: Office, tmp_path: Path) -> None:
    set_jawaban(kecil, TAHUN, "1.1.1", "A")
    set_jawaban(kecil, TAHUN, "1.1.2", "CC")
    set_catatan(kecil, TAHUN, "1.1.1", "Renstra ditetapkan")
    attach_bukti(kecil, TAHUN, "1.1.1", make_file(tmp_path, "Renstra.pdf"))
    text = " ".join(read_text(build_pdf(kecil, LKE)).split())
    # 20 × (0,9 + 0,6)/2 = 15 of what was answered; 20 × 1,5/3 = 10 with the third as 0.
    assert "sekurang-kurangnya 10,00, predikat D – Sangat Kurang" in text
    assert "2 dari 5" in text
    assert "belum dijawab" in text
    assert "Renstra ditetapkan" in text
    assert "Renstra.pdf" in text
    assert "Nilai terendah" in text
    state = DOKUMEN["lembar-lke"].describe(kecil, LKE.periode)
    assert (state.keadaan, state.catatan) == ("Draf", "3 kriteria belum dijawab.")


def answer_all(office: Office) -> None:
    for kode, answer in {
        "1.1.1": "AA", "1.1.2": "BB", "1.1.3": "C", "1.2.1": "B", "2.1.1": "CC",
    }.items():  # fmt: skip
        set_jawaban(office, TAHUN, kode, answer)


def test_a_whole_sheet_has_one_score(kecil: Office) -> None:
    answer_all(kecil)
    text = " ".join(read_text(build_pdf(kecil, LKE)).split())
    assert "67,33, predikat B – Baik" in text  # by hand, see tests/domain/lke/test_nilai.py
    assert "Nilai terendah" not in text
    assert DOKUMEN["lembar-lke"].describe(kecil, LKE.periode).catatan == ""


@pytest.mark.parametrize("whole", [True, False])
def test_another_program_reckons_the_same_scores(
    kecil: Office, tmp_path: Path, whole: bool
) -> None:
    if whole:
        answer_all(kecil)
    else:
        set_jawaban(kecil, TAHUN, "1.1.1", "A")
        set_jawaban(kecil, TAHUN, "1.1.2", "CC")
    rows = {row[0]: row for row in compute(build_xlsx(kecil, LKE), tmp_path)}
    if whole:
        assert rows["Nilai"][5].startswith("67.33")
        assert rows["1.1"][5].startswith("15.33")
        assert rows["Predikat"][5] == "B"
    else:
        assert list(map(float, rows["Nilai"][5:7])) == [15, 10]
        assert list(map(float, rows["1"][5:7])) == [15, 10]
        assert (rows["2"][5], float(rows["2"][6])) == ("", 0)
        assert rows["Predikat"][5] == "D"


def test_a_formula_never_reaches_excels_limit(muncar: Office) -> None:
    """Excel refuses a formula of more than 8,192 letters."""
    set_jawaban(muncar, TAHUN, "1.1.3", "BB")
    sheet = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, LKE))).worksheets[0]
    formulas = [
        cell.value for row in sheet.iter_rows() for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]  # fmt: skip
    assert len(formulas) > 100
    assert max(map(len, formulas)) < 1000
    assert not re.search(r"\{(row|first|above)", "".join(formulas))


def test_the_scale_is_printed(kecil: Office) -> None:
    choose_skala(kecil, TAHUN, "a-d")
    set_jawaban(kecil, TAHUN, "1.1.1", "B")
    text = " ".join(read_text(build_pdf(kecil, LKE)).split())
    assert "A = 1 (terpenuhi seluruhnya); B = 0,66" in text
    assert read_lke(kecil, TAHUN).nilai.nilai.terjawab == 1


def test_the_matrix_tells_what_became_of_each(muncar: Office, tmp_path: Path) -> None:
    lhe = give_lhe(muncar)
    done = give_rekomendasi(
        muncar, lhe, 1, status="selesai", selesai=date(2024, 11, 20), rencana="Susun Manual IKU",
        penanggung_jawab="Kasubbag", batas_waktu=date(2024, 12, 1), keterangan="disahkan",
    )  # fmt: skip
    give_rekomendasi(muncar, lhe, 2)
    attach_bukti_rekomendasi(muncar, done, make_file(tmp_path, "manual.pdf"))
    text = " ".join(read_text(build_pdf(muncar, MATRIKS)).split())
    assert "ATAS KINERJA TAHUN 2023" in text
    assert "Nomor 700/2023, tanggal 3 Juni 2024, nilai 68,40" in text
    assert "1 dari 2 rekomendasi" in text
    for words in ("Susun Manual IKU", "Kasubbag", "1 Desember", "20 November", "disahkan",
                  "manual.pdf", "Belum ditindaklanjuti"):  # fmt: skip
        assert words in text
    flat = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, MATRIKS)))["Data"]
    rows = list(flat.iter_rows(min_row=2, values_only=True))
    assert [row[6] for row in rows] == ["Selesai", "Belum ditindaklanjuti"]
    assert rows[0][5] == "1 Desember 2024"
    assert DOKUMEN["matriks-lhe"].describe(muncar, MATRIKS.periode).keadaan == "Draf"


def test_an_lhe_without_score_or_day_is_named_by_its_number(muncar: Office) -> None:
    from kinerja_desktop.services.kantor.data_entry import add_row

    lhe = add_row(muncar, "lhe", {"tahun": TAHUN - 1, "nomor": "700/9"})
    give_rekomendasi(muncar, lhe, 1)
    naskah = build_naskah(muncar, MATRIKS)
    assert "Nomor 700/9" in str(naskah.blocks)
