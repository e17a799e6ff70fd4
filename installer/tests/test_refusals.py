"""When setup.exe refuses before it changes anything: PC, folder, another run, a damaged file."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.tests.setups import Office
from installer.tests.wine import need_root


@pytest.fixture
def old_windows(office: Office) -> Iterator[Office]:
    office.pc.windows("win81")
    yield office
    office.pc.windows("win10")


@pytest.fixture
def read_only_disk(office: Office, tmp_path: Path) -> Iterator[Office]:
    need_root()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=16m", "tmpfs", tmp_path], check=True)
    office.pc.add_drive("e", tmp_path)
    yield office
    office.pc.remove_drive("e")
    subprocess.run(["umount", tmp_path], check=True)


def test_windows_8_is_refused(old_windows: Office) -> None:
    assert old_windows.pc.run(old_windows.setups("1.9.0"), "/S") == 4
    assert not old_windows.pc.home.exists()


def test_windows_10_before_1809_is_refused(office: Office) -> None:
    key = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
    build = office.pc.registry("CurrentBuildNumber", key.removeprefix("HKLM\\"), "HKLM")
    assert build is not None
    change = ("reg", "add", key, "/v", "CurrentBuildNumber", "/f", "/reg:64", "/d")
    office.pc.run(*change, "17134")  # 1803
    try:
        assert office.pc.run(office.setups("1.9.0"), "/S") == 4
        assert not office.pc.home.exists()
        office.pc.run(*change, "17763")  # 1809
        office.install("1.9.0")
    finally:
        office.pc.run(*change, build)


def test_a_damaged_setup_file_is_refused(office: Office, tmp_path: Path) -> None:
    good = office.setups("1.9.0").read_bytes()
    damaged = tmp_path / "setup.exe"
    for place in (len(good) - 2000, len(good) // 2):
        damaged.write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        assert office.pc.run(damaged, "/S") != 0
    damaged.write_bytes(good[: len(good) * 9 // 10])  # the stick was pulled while copying
    assert office.pc.run(damaged, "/S") != 0
    assert not office.pc.home.exists()


def test_a_second_installation_at_the_same_time_is_refused(office: Office) -> None:
    office.install("1.9.0")
    program = office.open_program(60)
    waiting = office.pc.start(office.setups("1.10.0"), "/S", "/PERBARUI")
    time.sleep(2)  # until it waits for the program
    assert office.pc.run(office.setups("1.11.0"), "/S") == 6
    home = office.pc.home
    in_place = f"_?={office.pc.windows_path(home)}"
    assert office.pc.run(home / "uninstall.exe", "/S", in_place) == 6
    assert office.pc.run(home / "uninstall.exe", "/S", "/KEMBALI", in_place) == 6
    assert office.versions() == {"program": "1.9.0"}
    office.stay(0)
    program.kill()
    assert waiting.wait(60) == 0
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}


def test_an_installation_during_the_way_back_is_refused(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    program = office.open_program(60)
    in_place = f"_?={office.pc.windows_path(office.pc.home)}"
    waiting = office.pc.start(office.pc.home / "uninstall.exe", "/S", "/KEMBALI", in_place)
    time.sleep(2)  # until it waits for the program
    assert office.pc.run(office.setups("1.11.0"), "/S") == 6
    office.stay(0)
    program.kill()
    assert waiting.wait(60) == 0
    assert office.versions() == {"program": "1.9.0", "program.sebelumnya": "1.10.0"}


@pytest.mark.parametrize(
    "folder",
    [
        "C:",
        "C:\\",
        "Kinerja",
        r"Q:\Kinerja",
        r"\\server\kantor\Kinerja",
        r"%LOCALAPPDATA%\KinerjaDesktop",
        r"%LOCALAPPDATA%\KinerjaDesktop\program baru",
    ],
)
def test_a_folder_that_is_no_place_for_a_program_is_refused(office: Office, folder: str) -> None:
    folder = folder.replace("%LOCALAPPDATA%", office.pc.windows_path(office.pc.local))
    before = sorted(office.pc.drive_c.iterdir())
    assert office.pc.run(office.setups("1.9.0"), "/S", *f"/D={folder}".split(" ")) == 5
    assert sorted(office.pc.drive_c.iterdir()) == before
    assert not office.pc.data.exists()
    assert not office.pc.has_key()


def test_a_network_drive_is_refused(office: Office, tmp_path: Path) -> None:
    office.pc.add_drive("n", tmp_path)
    drives = r"HKLM\Software\Wine\Drives"
    office.pc.run("reg", "add", drives, "/v", "n:", "/d", "network", "/f")
    office.pc.kill()  # Wine reads that when it starts
    try:
        assert office.pc.run(office.setups("1.9.0"), "/S", r"/D=N:\Kinerja") == 5
        assert list(tmp_path.iterdir()) == []
    finally:
        office.pc.run("reg", "delete", drives, "/v", "n:", "/f")
        office.pc.remove_drive("n")
        office.pc.kill()


def test_a_disk_that_cannot_be_written_to_is_refused(read_only_disk: Office) -> None:
    office = read_only_disk
    assert office.pc.run(office.setups("1.9.0"), "/S", r"/D=E:\Kinerja") == 5
    assert not office.pc.has_key()


def test_somebody_elses_folder_named_program_is_left_alone(office: Office) -> None:
    theirs = office.pc.drive_c / "Kantor" / "program"
    theirs.mkdir(parents=True)
    (theirs / "surat.docx").write_text("milik orang lain")
    assert office.pc.run(office.setups("1.9.0"), "/S", r"/D=C:\Kantor") == 5
    assert [p.name for p in theirs.parent.iterdir()] == ["program"]
    assert [p.read_text() for p in theirs.iterdir()] == ["milik orang lain"]


def test_too_little_room_is_noticed_before_anything_is_written(office: Office) -> None:
    # it would fit in truth: only the check, which believes what build.py measured, can refuse it
    claims_100_gb = office.setups("1.10.0", size_kb=100_000_000)
    assert office.pc.run(claims_100_gb, "/S") == 5
    assert not office.pc.home.exists()
    office.install("1.9.0")
    assert office.pc.run(claims_100_gb, "/S") == 5
    assert office.versions() == {"program": "1.9.0"}
