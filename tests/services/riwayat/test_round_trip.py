"""What the program writes it takes back: the same office, no rows to change, no refusal."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.workbook import export_workbook, plan_import
from tests.services.riwayat.offices import fill, offices

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def open_filled(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Office:
    office = open_office(folder / "data")
    fill(office, rows)
    return office


@given(rows=offices())
@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=_SLOW)
def test_an_exported_workbook_changes_nothing(rows: dict[str, list[dict[str, Any]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        office = open_filled(folder, rows)
        try:
            path = folder / "kantor.xlsx"
            export_workbook(office, path)
            plan = plan_import(office, path)
        finally:
            office.close()
    assert plan.is_sound, [str(problem) for problem in plan.problems]
    assert plan.rows == []
    assert plan.unchanged == sum(map(len, rows.values()))
