"""Only the good rows of a table: what is wrong is left out and told, nothing else changes."""

from decimal import Decimal
from pathlib import Path

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.taking import OwnPlan
from kinerja_desktop.services.riwayat.workbook import apply_import
from tests.services.pemetaan.tables import plan_table, write_table

KODE = "7.01.01.2.01"


def list_good(found: OwnPlan, section: str) -> list[str]:
    assert found.good is not None
    assert found.good.is_sound
    return [row.label for row in found.good.rows if row.section == section]


def test_an_unknown_indikator_is_left_out_and_told(muncar: Office, tmp_path: Path) -> None:
    rows = [["Kode", "Target 2030"], ["IKU-1", 5], ["Z-9", 6], ["IKU-2", "7 atau 8"]]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "target_tahunan")
    assert not found.plan.is_sound
    assert list_good(found, "target_tahunan") == ["IKU-1 \u00b7 2030"]
    assert found.good is not None
    told = [(one.cell, one.message[:13]) for one in found.good.problems]
    assert told == [("A3", "tidak diambil"), ("B4", "tidak diambil")]
    apply_import(muncar, found.good)
    again = plan_table(muncar, tmp_path / "t.xlsx", "target_tahunan")
    assert again.plan.unchanged == 1
    assert again.good is None


def test_a_sound_table_and_wrong_headings_have_no_good_rows(muncar: Office, tmp_path: Path) -> None:
    sound = write_table(tmp_path / "t.xlsx", [["Kode", "Target 2030"], ["IKU-1", 5]])
    assert plan_table(muncar, sound, "target_tahunan").good is None
    headings = [["Kode", "Target 2030", "Target 2030"], ["IKU-1", 5, 6]]
    twice = write_table(tmp_path / "u.xlsx", headings)
    assert plan_table(muncar, twice, "target_tahunan").good is None
    empty = write_table(tmp_path / "v.xlsx", [["Kode", "Target 2030"]])
    assert plan_table(muncar, empty, "target_tahunan").good is None


def test_what_belongs_to_a_row_that_is_left_out_goes_with_it(
    office: Office, tmp_path: Path
) -> None:
    rows = [
        ["Kode", "Nama", "Pagu"],
        ["7.01.01", "Program", 10],
        [KODE, "x" * 16_000, None],
        [f"{KODE}.0001", "Anak", 5],
        ["7.01.02", "Program lain", None],
    ]
    found = plan_table(office, write_table(tmp_path / "t.xlsx", rows), "mata_anggaran")
    assert list_good(found, "mata_anggaran") == ["7.01.01", "7.01.02"]
    assert list_good(found, "pagu") == []


def test_an_amount_above_is_no_leaf_because_its_parts_are_left_out(
    office: Office, tmp_path: Path
) -> None:
    rows = [
        ["Kode", "Nama", "Pagu"],
        [KODE, "Kegiatan", 90],
        [7.1, "Anak yang kodenya rusak", 90],
        ["7.01.01.2.02.0001", "Sub", 5],
        ["7.01.01.2.03.0001", "Sub", 5],
        ["7.01.01.2.03", "Kegiatan dengan jumlah yang salah", 6],
    ]
    found = plan_table(office, write_table(tmp_path / "t.xlsx", rows), "mata_anggaran")
    assert found.good is not None
    amounts = [row.values["murni"] for row in found.good.rows if row.section == "pagu"]
    assert amounts == [Decimal(5), Decimal(5)]
    cells = [one.cell for one in found.good.problems if "di atas sub kegiatan" in one.message]
    assert cells == ["A2"]
