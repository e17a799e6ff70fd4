"""What stands in the cells of an office's table: dashes for nothing, brackets for below nought."""

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office
from tests.services.pemetaan.tables import list_messages, list_values, plan_table, write_table

KODE = "7.01.01.2.01.0001"


@pytest.mark.parametrize("dash", ["-", " - ", "\u2013", "--", "-.-", "."])
def test_a_row_of_dashes_is_blank(muncar: Office, tmp_path: Path, dash: str) -> None:
    rows = [
        ["Kode", "Realisasi", "Faktor Penghambat", "Tindak Lanjut"],
        ["IKU-1", dash, dash, dash],
        ["IKU-2", 5, dash, "Survei - ulang"],
    ]
    path = write_table(tmp_path / "t.xlsx", rows)
    found = plan_table(muncar, path, "realisasi", Periode(2025, 2))
    assert list_values(found, "realisasi", "nilai", "penghambat", "tindak_lanjut") == [
        ("IKU-2 \u00b7 2025 \u00b7 2", Decimal(5), "", "Survei - ulang")
    ]


@pytest.mark.parametrize("text", ["(5.000.000)", "( Rp 5.000.000,00 )", "Rp (5.000.000)"])
def test_rupiah_in_brackets_are_below_nought(office: Office, tmp_path: Path, text: str) -> None:
    add_row(office, "mata_anggaran", {"kode": KODE, "nama": "Sub", "jenis": "sub_kegiatan"})
    rows = [["Kode", "Realisasi"], [KODE, text]]
    path = write_table(tmp_path / "t.xlsx", rows)
    found = plan_table(office, path, "realisasi_anggaran", Periode(2025, 1))
    assert list_values(found, "realisasi_anggaran", "tw1") == [
        (f"{KODE} \u00b7 2025", Decimal(-5_000_000))
    ]


def test_a_pagu_in_brackets_is_refused_and_named(office: Office, tmp_path: Path) -> None:
    rows = [["Kode", "Nama", "Pagu"], [KODE, "Sub (5)", "(5.000)"]]
    found = plan_table(office, write_table(tmp_path / "t.xlsx", rows), "mata_anggaran")
    assert "C2: Pagu murni (Rp): -5000 di bawah 0: periksa lagi" in list_messages(found)
