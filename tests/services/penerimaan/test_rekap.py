"""The recap: real numbers of the package that counts, and who is missing."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.pandangan import write_rekap
from kinerja_desktop.services.penerimaan.rekap import read_rekap
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah
from tests.domain.penerimaan.samples import MUNCAR
from tests.services.penerimaan.senders import IKM, rows, take


def test_each_unit_has_a_line_for_each_indicator_of_the_version_that_counts(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    take(bappeda, sticks / "v1", sticks / "v2", sticks / "klakah")
    path = tmp_path / "rekap.xlsx"
    write_rekap(bappeda, path, 2024)
    book = load_workbook(path)
    heads, *found = book["Data"].iter_rows(values_only=True)
    lines = [dict(zip(heads, row, strict=True)) for row in found]
    assert len(lines) == 2 * 9
    printed = {item["indikator"]: item for item in MUNCAR["indikator"]}
    for line in lines:
        assert (line["Tahun"], line["Triwulan"], line["Keadaan"]) == (2024, None, "Nilai")
        if (line["Unit"], line["Indikator"]) == ("Kecamatan Candipuro", IKM):
            # 90 of 91,33 in version 2.
            assert (line["Versi"], line["Realisasi"], line["Capaian (%)"]) == (2, 90, 98.54)
            continue
        expected = printed[line["Indikator"]]["capaian_tercetak"]["2024"].replace(",", ".")
        assert line["Capaian (%)"] == float(expected)
        assert isinstance(line["Target"], int | float)
        assert isinstance(line["Realisasi"], int | float)
    assert book["Data"].freeze_panes == "A2"
    assert book.properties.creator == "Bappeda Kabupaten Lumajang"


def test_an_older_version_that_comes_later_does_not_count(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2")
    take(bappeda, sticks / "v1", alasan="untuk arsip")
    rekap = read_rekap(bappeda, 2024)
    assert {line.paket.versi for line in rekap.baris} == {2}
    candipuro = rekap.penyampaian[0]
    assert (candipuro.versi, candipuro.banyaknya, candipuro.alasan) == (2, 2, "")


def test_who_has_delivered_what_and_when(bappeda: Office, sticks: Path, tmp_path: Path) -> None:
    set_tenggat(bappeda, Periode(2024), date(2025, 2, 7))
    take(bappeda, sticks / "v1")
    take(bappeda, sticks / "v2")
    path = tmp_path / "rekap.xlsx"
    rekap = write_rekap(bappeda, path, 2024)
    assert len(rekap.penyampaian) == 21
    heads, first, second, *_ = load_workbook(path)["Penyampaian"].iter_rows(values_only=True)
    came = dict(zip(heads, first, strict=True))
    row = next(row for row in rows(bappeda) if row.versi == 2)
    assert came == {
        "Unit": "Kecamatan Candipuro", "Tahun": 2024, "Triwulan": None,
        "Keadaan": "Sudah, terlambat", "Tenggat": datetime.fromisoformat("2025-02-07"),
        "Pertama diterima": datetime.fromisoformat("2025-02-10"), "Terlambat (hari kalender)": 3,
        "Versi berlaku": 2, "Ditulis": datetime.fromisoformat("2025-02-03"),
        "Diterima": datetime.fromisoformat("2025-02-10"),
        "Banyaknya paket": 2, "Dokumen": "Pengukuran Kinerja Tahun 2024",
        "Kode verifikasi": row.kode, "Penerima": "Operator", "Tanda terima": None, "Alasan": None,
    }  # fmt: skip
    missing = dict(zip(heads, second, strict=True))
    assert (missing["Unit"], missing["Keadaan"]) == ("Kecamatan Gucialit", "Belum, lewat tenggat")
    assert (missing["Versi berlaku"], missing["Banyaknya paket"]) == (None, 0)


def test_without_deadlines_the_year_is_asked_for(bappeda: Office) -> None:
    lines = read_rekap(bappeda, 2024).penyampaian
    assert {(line.periode, line.keadaan, line.hari) for line in lines} == {
        (Periode(2024), "Belum", None)
    }


def test_a_triwulan_is_told_alone_and_a_year_with_its_triwulan(
    bappeda: Office, sticks: Path
) -> None:
    take(bappeda, sticks / "v1")
    with bappeda.journal.action("Triwulan") as session:
        row = session.exec(select(PaketMasuk)).one()
        session.add(PaketMasuk(**row.model_dump(exclude={"id"}) | {"triwulan": 2}))
    set_tenggat(bappeda, Periode(2024, 3), date(2024, 10, 10))
    set_tenggat(bappeda, Periode(2023, 2), date(2023, 7, 10))
    quarter = read_rekap(bappeda, 2024, 2)
    assert {line.periode for line in quarter.penyampaian} == {Periode(2024, 2)}
    assert len(quarter.penyampaian) == 21
    assert len(quarter.baris) == 9
    year = read_rekap(bappeda, 2024)
    assert len(year.baris) == 18
    candipuro = [line for line in year.penyampaian if line.unit == "Kecamatan Candipuro"]
    assert [(line.periode, line.keadaan) for line in candipuro] == [
        (Periode(2024, 2), "Sudah"),
        (Periode(2024, 3), "Belum, lewat tenggat"),
        (Periode(2024), "Sudah"),
    ]
    # The others are asked for the third only.
    assert len(year.penyampaian) == 20 + 3


def test_a_unit_that_is_asked_no_more_is_not_missing(bappeda: Office) -> None:
    with bappeda.journal.action("Tidak aktif") as session:
        session.exec(select(PerangkatDaerah)).all()[0].aktif = False
    assert len(read_rekap(bappeda, 2024).penyampaian) == 20


def test_where_it_must_not_be_written(bappeda: Office, muncar: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="folder data"):
        write_rekap(bappeda, bappeda.folder / "rekap.xlsx", 2024)
    with pytest.raises(KinerjaError, match=r"\.xlsx"):
        write_rekap(bappeda, tmp_path / "rekap.pdf", 2024)
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        write_rekap(muncar, tmp_path / "rekap.xlsx", 2024)
