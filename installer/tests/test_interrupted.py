"""What a power cut leaves at each step (the table in nsis/swap.nsh), and what the next run does."""

from __future__ import annotations

import shutil

import pytest

from installer.tests.setups import Office
from installer.tests.wine import wait_until

# Folder and version; a "half" of a version is one that was being written or deleted.
UPDATE = {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
LEFT_BEHIND = {
    "while unpacking": {
        "program": "1.9.0", "program.baru": "half 1.10.0", "program.sebelumnya": "1.8.0"
    },
    "unpacked": {
        "program": "1.9.0", "program.baru": "1.10.0", "program.sebelumnya": "1.8.0"
    },
    "old one moved aside": {
        "program.lama": "1.9.0", "program.baru": "1.10.0", "program.sebelumnya": "1.8.0"
    },
    "new one in place": {
        "program": "1.10.0", "program.lama": "1.9.0", "program.sebelumnya": "1.8.0"
    },
    "earlier one half deleted": {
        "program": "1.10.0", "program.lama": "1.9.0", "program.baru": "half 1.8.0"
    },
    "old one kept": {
        "program": "1.10.0", "program.baru": "half 1.8.0", "program.sebelumnya": "1.9.0"
    },
    "repair in place": {
        "program": "1.10.0", "program.lama": "1.10.0", "program.sebelumnya": "1.9.0"
    },
    "repair, broken one half deleted": {
        "program": "1.10.0", "program.baru": "half 1.10.0", "program.sebelumnya": "1.9.0"
    },
    "way back, new one moved aside": {
        "program.lama": "1.10.0", "program.sebelumnya": "1.9.0"
    },
    "way back, old one in place": {
        "program": "1.9.0", "program.lama": "1.10.0"
    },
}  # fmt: skip


def leave(office: Office, state: dict[str, str]) -> None:
    """Make the installed folders as a power cut would leave them."""
    for folder in office.pc.home.glob("program*"):
        shutil.rmtree(folder)
    for name, version in state.items():
        folder = office.pc.home / name
        shutil.copytree(office.setups.payload(version.removeprefix("half ")), folder)
        if version.startswith("half "):
            (folder / "launch.py").unlink()
            (folder / "runtime" / "pythonw.exe").unlink()


@pytest.mark.parametrize("state", LEFT_BEHIND.values(), ids=LEFT_BEHIND.keys())
def test_the_next_run_of_setup_makes_the_update_whole(
    office: Office, state: dict[str, str]
) -> None:
    office.install("1.9.0")
    leave(office, state)
    office.install("1.10.0")
    assert office.versions() == UPDATE
    assert office.pc.registry("DisplayVersion") == "1.10.0"


@pytest.mark.parametrize("state", LEFT_BEHIND.values(), ids=LEFT_BEHIND.keys())
def test_a_run_that_refuses_still_leaves_a_program_that_starts(
    office: Office, state: dict[str, str]
) -> None:
    office.install("1.9.0")
    leave(office, state)
    assert office.pc.run(office.setups("1.7.0"), "/S") == 3
    versions = office.versions()
    # what was whole is whole under one of its two names, and no half is left under any
    whole = {v for v in state.values() if not v.startswith("half ")}
    assert versions.keys() <= {"program", "program.sebelumnya"}
    assert set(versions.values()) <= whole
    assert versions["program"] == state.get("program", state.get("program.lama"))
    entry = office.pc.windows_path(office.entries()[0])
    assert office.pc.run("start", entry) == 0
    wait_until(lambda: len(office.started()) == 1, "the menu entry starts it")


def test_the_uninstaller_mends_it_too(office: Office) -> None:
    office.install("1.9.0")
    leave(office, LEFT_BEHIND["old one moved aside"] | {"program.sebelumnya": "half 1.8.0"})
    (office.pc.home / "program.sebelumnya" / "VERSI").unlink()
    home = office.pc.windows_path(office.pc.home)
    assert office.pc.run(office.pc.home / "uninstall.exe", "/S", "/KEMBALI", f"_?={home}") == 7
    assert office.whole_version(office.pc.home / "program") == "1.9.0"
    wait_until(lambda: len(office.started()) == 1, "the program has started")


def test_a_first_installation_that_was_cut_short_succeeds_the_second_time(office: Office) -> None:
    office.pc.home.mkdir(parents=True)
    (office.pc.home / "jenis.txt").write_text("")
    leave(office, {"program.baru": "half 1.10.0"})
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0"}
    assert (office.pc.home / "jenis.txt").read_text() == "pengguna"


def test_a_leftover_that_is_in_use_is_not_mixed_into_the_new_version(office: Office) -> None:
    office.install("1.9.0")
    leftover = office.pc.home / "program.baru"
    leftover.mkdir()
    shutil.copy(office.setups.pythonw, leftover / "of-another-version.exe")
    office.stay(60)
    holder = office.pc.start(leftover / "of-another-version.exe")
    wait_until(lambda: len(office.started()) == 1, "it is in use")
    assert office.pc.run(office.setups("1.10.0"), "/S") == 5
    assert office.whole_version(office.pc.home / "program") == "1.9.0"
    holder.kill()
    holder.wait()
    office.install("1.10.0")
    assert office.versions() == UPDATE


def test_an_earlier_version_in_use_does_not_stop_the_update(office: Office) -> None:
    office.install("1.8.0")
    office.install("1.9.0")
    office.stay(60)
    earlier = office.pc.home / "program.sebelumnya"
    holder = office.pc.start(earlier / "runtime" / "pythonw.exe")
    wait_until(lambda: len(office.started()) == 1, "it is in use")
    office.install("1.10.0")
    assert office.whole_version(office.pc.home / "program") == "1.10.0"
    holder.kill()
    holder.wait()
    office.install("1.10.0")
    assert office.versions() == UPDATE


def test_an_uninstaller_in_use_does_not_stop_the_update(office: Office) -> None:
    office.install("1.9.0")
    uninstaller = office.pc.home / "uninstall.exe"
    shutil.copy(office.setups.pythonw, uninstaller)
    office.stay(60)
    holder = office.pc.start(uninstaller)
    wait_until(lambda: len(office.started()) == 1, "it is in use")
    office.install("1.10.0")
    assert office.versions() == UPDATE
    assert uninstaller.read_bytes() == office.setups.pythonw.read_bytes()
    holder.kill()
    holder.wait()
    office.install("1.10.0")
    assert uninstaller.read_bytes() != office.setups.pythonw.read_bytes()


def test_without_an_uninstaller_the_run_says_so_and_the_next_one_places_it(office: Office) -> None:
    """A folder stands where it belongs, so that moving it fails for certain."""
    blocked = office.pc.home / "uninstall.exe" / "isi"
    blocked.mkdir(parents=True)
    (office.pc.home / "jenis.txt").write_text("pengguna")
    assert office.pc.run(office.setups("1.10.0"), "/S") == 5
    assert office.whole_version(office.pc.home / "program") == "1.10.0"
    shutil.rmtree(blocked.parent)
    office.install("1.10.0")
    assert (office.pc.home / "uninstall.exe").is_file()


def test_apps_names_the_right_version_again_after_the_next_run(office: Office) -> None:
    office.install("1.10.0")
    key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\KinerjaDesktop"
    office.pc.run("reg", "add", key, "/v", "DisplayVersion", "/d", "1.11.0", "/f")
    # the folder is the truth: this is a repair, not a downgrade
    office.install("1.10.0")
    assert office.pc.registry("DisplayVersion") == "1.10.0"
