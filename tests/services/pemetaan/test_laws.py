"""Laws: the order of rows and of columns changes nothing; nor does the format of the file."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.taking import OwnPlan
from kinerja_desktop.services.riwayat.import_preview import describe_plan
from tests.services.pemetaan.tables import plan_table, write_table

HEAD = ["Kode", "Uraian", "Penanggung Jawab", "Pagu Murni", "Pagu Perubahan", "Tahun Anggaran"]
BODY: list[list[Any]] = [
    ["7.01.01", "Program", None, "Rp 60", None, 2025],
    ["7.01.01.2.01", "Kegiatan", "Sekretaris", 60, 70, 2025],
    ["7.01.01.2.01.0001", "Sub satu", None, "10,50", 20, 2025],
    ["7.01.01.2.01.0002", "Sub dua", "Kasi", "49,50", "50,00 ", 2025],
    [None, "Jumlah", None, 60, 70, None],
    ["7.01.02.2.01", "Tanpa program", None, "abc", None, 2025],
]


def changes(office: Office, found: OwnPlan) -> tuple[Any, ...]:
    """Return what a plan says, without ids and places."""
    messages = sorted(problem.message for problem in found.plan.problems)
    return {*describe_plan(office, found.plan)}, found.skipped, messages


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.permutations(range(len(BODY))), columns=st.permutations(range(len(HEAD))))
def test_order_of_rows_and_columns_changes_nothing(
    office: Office, tmp_path: Path, rows: list[int], columns: list[int]
) -> None:
    def plan(rows: list[int], columns: list[int]) -> tuple[Any, ...]:
        table = [HEAD, *(BODY[row] for row in rows)]
        moved = [[line[column] for column in columns] for line in table]
        found = plan_table(office, write_table(tmp_path / "t.xlsx", moved), "mata_anggaran")
        return changes(office, found)

    assert plan(rows, columns) == plan([*range(len(BODY))], [*range(len(HEAD))])


@pytest.mark.parametrize("kind", ["ods", "xls", "csv", "csv:Text - txt - csv (StarCalc):59,34,1"])
def test_libreoffice_may_save_it_in_another_format(
    office: Office, tmp_path: Path, kind: str
) -> None:
    path = write_table(tmp_path / "t.xlsx", [["DPA"], HEAD, *BODY[:-1]])
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
         "--convert-to", kind, "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    converted = path.with_suffix(f".{kind.partition(':')[0]}")
    found = plan_table(office, converted, "mata_anggaran")
    assert found.plan.is_sound
    assert changes(office, found) == changes(office, plan_table(office, path, "mata_anggaran"))
