import json
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.fingerprint import TableChange, TableFingerprint
from kinerja_desktop.domain.update import UpdatePlan, UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store import update_record
from kinerja_desktop.store.update_record import FILE_NAME, read_record, write_record

TABLE = TableFingerprint("sasaran", ("id", "uraian"), 3, "ab" * 32)
PLAN = UpdatePlan("1.0.0", "1.1.0", "2026-11-21T02:00:00+00:00", "cadangan.db", (TABLE,), True)
REPORT = UpdateReport(
    "1.0.0", "1.1.0", "2026-11-21T02:05:00+00:00", "cadangan.db",
    (TableChange("sasaran", 3, 3, "aa", "aa"), TableChange("lkjip", None, 0, "", "bb")),
)  # fmt: skip
RECORD = UpdateRecord("1.1.0", (TABLE,), PLAN, REPORT, False, PLAN)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    assert read_record(tmp_path) == RECORD
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_nothing_written_tells_nothing(tmp_path: Path) -> None:
    assert read_record(tmp_path) == UpdateRecord()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"plan": 3}', '{"plan": {"x": 1}}', "\x00"])
def test_a_damaged_file_tells_nothing_and_stops_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert read_record(tmp_path) == UpdateRecord()


def test_what_a_later_program_added_is_passed_over(tmp_path: Path) -> None:
    write_record(tmp_path, replace(RECORD, plan=None, failed=None))
    path = tmp_path / FILE_NAME
    data = {**json.loads(path.read_text()), "kelak": 1}
    path.write_text(json.dumps(data))
    assert read_record(tmp_path).version == "1.1.0"


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(KinerjaError, match=FILE_NAME):
        read_record(tmp_path)


def test_a_full_disk_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_record(tmp_path, RECORD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(update_record, "replace_file", full)
    with pytest.raises(KinerjaError, match="penuh"):
        write_record(tmp_path, UpdateRecord("2.0.0"))
    assert read_record(tmp_path) == RECORD
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
