import os
import shutil
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop import __released__
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import pc_check
from kinerja_desktop.services.kantor.pc_check import check_clock, check_room, check_writing
from kinerja_desktop.store import places

Usage = namedtuple("Usage", "total used free")


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    assert check_writing(tmp_path / "data") == f"dapat ditulis: {tmp_path / 'data'}"
    assert list((tmp_path / "data").iterdir()) == []


def test_a_folder_that_is_read_only_or_on_a_share_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("berkas, bukan folder")
    with pytest.raises(KinerjaError, match="data"):
        check_writing(tmp_path / "data")

    def locked(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(pc_check, "replace_file", locked)
    with pytest.raises(KinerjaError, match="dikunci dari penulisan"):
        check_writing(tmp_path)
    monkeypatch.setattr(places, "_is_remote", lambda folder: True)
    with pytest.raises(KinerjaError, match="ada di jaringan"):
        check_writing(tmp_path)


@pytest.mark.parametrize(("free", "is_enough"), [(500_000_000, True), (499_999_999, False)])
def test_room_must_suffice_for_an_update_and_its_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, is_enough: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 0, free))
    if is_enough:
        assert check_room(tmp_path) == "500 MB kosong"
    else:
        with pytest.raises(KinerjaError, match="Tinggal 499 MB kosong"):
            check_room(tmp_path)


def test_room_of_a_place_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        check_room(tmp_path / "E")


def test_the_clock_may_not_be_before_this_version(tmp_path: Path) -> None:
    year, month, day = map(int, __released__.split("-"))
    right = datetime(year, month, day, 2, 30, tzinfo=UTC)
    assert check_clock(tmp_path, right).endswith("09.30")
    with pytest.raises(KinerjaError, match="versi program ini dibuat") as told:
        check_clock(tmp_path, right.replace(year=2020))
    assert "Setel tanggal dan jam komputer" in told.value.remedy


def test_the_clock_may_not_be_before_the_last_edit(tmp_path: Path) -> None:
    database = tmp_path / "kinerja.db"
    database.touch()
    edited = datetime(2031, 5, 10, 2, 0, tzinfo=UTC).timestamp()
    os.utime(database, (edited, edited))
    assert check_clock(tmp_path, datetime(2031, 5, 9, 3, 0, tzinfo=UTC)), "a zone's worth is let go"
    with pytest.raises(KinerjaError, match="data terakhir disimpan 10 Mei 2031"):
        check_clock(tmp_path, datetime(2031, 5, 8, 2, 0, tzinfo=UTC))
