"""The recap on paper; its figures by hand."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cetak import compose_rekap, write_rekap_paper
from kinerja_desktop.services.penerimaan.pandangan import read_pandangan
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.store.records import PaketMasuk
from tests.services.penerimaan.senders import IKM, rows, take


def test_the_paper_tells_who_delivered_figures_budget_and_questions(
    bappeda: Office, sticks: Path
) -> None:
    set_tenggat(bappeda, Periode(2024), date(2025, 2, 7))
    take(bappeda, sticks / "v1")
    take(bappeda, sticks / "v2", sticks / "klakah")
    paper = compose_rekap(bappeda, read_pandangan(bappeda, 2024))
    assert (paper.periode, paper.kop.nama) == ("TAHUN 2024", "BAPPEDA")
    assert dict(paper.ringkasan)["Paket yang diterima"] == "2 dari 21"
    came = dict(paper.penyampaian)
    assert came["Kecamatan Candipuro"] == (
        "Sudah, terlambat, 10 Februari 2025 (3 hari kalender), versi 2"
    )
    assert came["Kecamatan Tempeh"] == "Belum, lewat tenggat (3 hari kalender)"
    ikm = next(table for table in paper.indikator if table.nama == IKM)
    assert [(row.unit, row.realisasi, row.tercetak) for row in ikm.baris] == [
        ("Kecamatan Candipuro", "90", "98,54%"), ("Kecamatan Klakah", "97,66", "106,93%"),
    ]  # fmt: skip
    # (98,5437… + 106,9309…) / 2 = 102,737…
    assert ikm.rata_rata == "Rata-rata capaian 102,74% (2 dari 2 yang dapat dihitung)."
    one, two, total = paper.anggaran
    assert (one[0], two[0], total[0]) == ("Kecamatan Candipuro", "Kecamatan Klakah", "Jumlah")
    # tests/data/muncar.json: Rp3.361.311.356 of Rp3.831.102.351, 87,74 %.
    assert one[1:] == ("3.831.102.351", "3.361.311.356", "87,74%")
    assert total[1:] == ("7.662.204.702", "6.722.622.712", "87,74%")
    assert ("Kecamatan Klakah", "8 indikator", "Realisasi tanpa berkas bukti") in paper.kejanggalan
    assert paper.pengesahan.kanan.jabatan[-1].casefold() == "kepala bappeda,"


def test_a_triwulan_has_no_part_in_the_mean_of_the_year(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    with bappeda.journal.action("Triwulan") as session:
        (row,) = rows(bappeda)
        # The IKM of the triwulan is half of its target.
        first, *others = row.ringkas["indikator"]
        low = {**first, "capaian": "50", "tepat": "50"}
        ringkas = {**row.ringkas, "indikator": [low, *others]}
        values = row.model_dump(exclude={"id"}) | {"triwulan": 2, "ringkas": ringkas}
        session.add(PaketMasuk(**values))
    found = read_pandangan(bappeda, 2024)
    assert found.dibandingkan == Periode(2024)
    paper = compose_rekap(bappeda, found)
    assert "Kecamatan Candipuro, Triwulan II Tahun 2024" in dict(paper.penyampaian)
    ikm = next(table for table in paper.indikator if table.nama == IKM)
    # 97,66 of 91,33 alone, not (50 + 106,93) / 2.
    assert ikm.rata_rata == "Rata-rata capaian 106,93% (1 dari 1 yang dapat dihitung)."
    assert dict(paper.ringkasan)["Indikator"] == "9 (Tahun 2024)"
    # The budget once: of the year, not of the triwulan as well.
    assert [line[0] for line in paper.anggaran] == ["Kecamatan Candipuro", "Jumlah"]
    quarter = read_pandangan(bappeda, 2024, 2)
    assert quarter.dibandingkan == Periode(2024, 2)
    group = next(item for item in quarter.kelompok if item.nama == IKM)
    assert str(group.rata_rata) == "50.00"


def test_what_is_the_same_as_last_year_is_asked_by_indicator(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    with bappeda.journal.action("Tahun lalu") as session:
        (row,) = rows(bappeda)
        session.add(PaketMasuk(**row.model_dump(exclude={"id"}) | {"tahun": 2023}))
    paper = compose_rekap(bappeda, read_pandangan(bappeda, 2024))
    asked = ("Kecamatan Candipuro", IKM, "Realisasi 97,66 sama dengan Tahun 2023")
    assert paper.kejanggalan[0] == asked


def test_nothing_came_and_there_is_a_paper_all_the_same(bappeda: Office, tmp_path: Path) -> None:
    write_rekap_paper(bappeda, tmp_path / "rekap.pdf", 2024)
    text = PdfReader(tmp_path / "rekap.pdf").pages[0].extract_text()
    assert "REKAPITULASI PENGUKURAN KINERJA" in text
    assert "0 dari 21" in text


def test_word_holds_the_same_tables(bappeda: Office, sticks: Path, tmp_path: Path) -> None:
    take(bappeda, sticks / "v2")
    write_rekap_paper(bappeda, tmp_path / "rekap.docx", 2024)
    document = Document(str(tmp_path / "rekap.docx"))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"98,54%", "Kecamatan Candipuro", "3.361.311.356"} <= cells


@pytest.mark.parametrize("name", ["rekap.xlsx", "rekap"])
def test_another_ending_is_refused(bappeda: Office, tmp_path: Path, name: str) -> None:
    with pytest.raises(KinerjaError, match="pdf"):
        write_rekap_paper(bappeda, tmp_path / name, 2024)
    assert not (tmp_path / name).exists()


def test_figures_that_cannot_be_computed_have_no_mean_and_no_kategori(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    take(bappeda, sticks / "v1")
    with bappeda.journal.action("Tanpa angka") as session:
        (row,) = session.exec(select(PaketMasuk)).all()
        item = dict(row.ringkas["indikator"][0])
        item |= {"capaian": None, "tepat": None, "kategori": "", "keadaan": "belum_diisi"}
        row.ringkas = {**row.ringkas, "indikator": [item], "anggaran": []}
    found = read_pandangan(bappeda, 2024)
    paper = compose_rekap(bappeda, found)
    assert "Kategori capaian" not in dict(paper.ringkasan)
    (table,) = paper.indikator
    assert (table.rata_rata, table.baris[0].tercetak) == ("", "belum diisi")
    assert (found.anggaran, paper.anggaran) == ([], [])
    write_rekap_paper(bappeda, tmp_path / "rekap.pdf", 2024)
    assert "C. Anggaran" not in "".join(
        page.extract_text() for page in PdfReader(tmp_path / "rekap.pdf").pages
    )
