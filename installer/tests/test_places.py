"""Where it may be installed: other folders, other letters in names, for all users of the PC."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer.tests.setups import Office, Setups
from installer.tests.wine import Wine, wait_until


def test_a_folder_with_spaces_and_accents(office: Office) -> None:
    folder = office.pc.drive_c / "Kantor Désa Ünïcode"
    home = folder / "Kinerja Saya"
    # NSIS takes /D= last and without quotes; as separate words no quotes are added here
    office.install("1.9.0", *rf"/D={office.pc.windows_path(home)}".split(" "))
    try:
        assert office.versions(home) == {"program": "1.9.0"}
        assert office.pc.registry("InstallLocation") == office.pc.windows_path(home)
        office.install("1.10.0")  # finds the folder by itself
        assert office.versions(home) == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
        assert not office.pc.home.exists()
        assert office.pc.run("start", office.pc.windows_path(office.entries()[0])) == 0
        wait_until(lambda: len(office.started()) == 1, "the menu entry starts it")
        assert rf'"{office.pc.windows_path(home)}\program\launch.py"' in office.started()[0]
        assert office.pc.run(home / "uninstall.exe", "/S") == 0
        wait_until(lambda: not home.exists(), "the folder is gone")
    finally:
        shutil.rmtree(folder)


def test_a_user_whose_name_has_spaces_and_accents(setups: Setups, tmp_path: Path) -> None:
    pc = Wine(tmp_path / "pc", user="Sekretariat Désa Ñandú")
    try:
        office = Office(pc, setups)
        assert pc.user.name == "Sekretariat Désa Ñandú"
        office.install("1.9.0")
        office.install("1.10.0")
        assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
        assert pc.registry("InstallLocation") == pc.windows_path(pc.home)
        assert pc.run("start", pc.windows_path(office.entries()[0])) == 0
        wait_until(lambda: len(office.started()) == 1, "the menu entry starts it")
        uninstaller = pc.home / "uninstall.exe"
        assert pc.run(uninstaller, "/S", "/KEMBALI", f"_?={pc.windows_path(pc.home)}") == 0
        wait_until(lambda: len(office.started()) == 2, "the program has started")
        assert [line.split("\t")[0] for line in office.started()] == ["1.10.0", "1.9.0"]
        wait_until(lambda: not pc.programs(), "the program has ended")
        assert pc.run(uninstaller, "/S") == 0
        wait_until(lambda: not pc.home.exists(), "the folder is gone")
    finally:
        pc.kill()


def test_for_all_users_everything_lies_in_the_common_places(office: Office) -> None:
    for version in ("1.9.0", "1.10.0"):
        assert office.pc.run(office.setups(version, "-DALLUSERS"), "/S") == 0
    home = office.pc.program_files
    assert office.versions(home) == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
    assert (home / "jenis.txt").read_text() == "semua"
    assert office.pc.registry("DisplayVersion", root="HKLM") == "1.10.0"
    assert not office.pc.has_key()
    assert all(entry.is_file() for entry in office.entries(all_users=True))
    assert not any(entry.exists() for entry in office.entries())
    assert not office.pc.home.exists()
    assert office.pc.run(home / "uninstall.exe", "/S") == 0
    wait_until(lambda: not home.exists(), "the folder is gone")
    wait_until(lambda: not office.pc.has_key(root="HKLM"), "the line in Apps is gone")
    assert not any(entry.exists() for entry in office.entries(all_users=True))


@pytest.mark.parametrize("back", [False, True], ids=["update", "way back"])
def test_for_all_users_explorer_starts_the_program_as_who_is_logged_on(
    office: Office, back: bool
) -> None:
    for version in ("1.9.0", "1.10.0"):
        assert office.pc.run(office.setups(version, "-DALLUSERS"), "/S") == 0
    explorer = office.pc.drive_c / "windows" / "explorer.exe"
    genuine = explorer.read_bytes()
    explorer.write_bytes(office.setups.pythonw.read_bytes())
    native = {"WINEDLLOVERRIDES": office.pc.env["WINEDLLOVERRIDES"] + ";explorer.exe=n"}
    home = office.pc.program_files
    try:
        if back:
            in_place = f"_?={office.pc.windows_path(home)}"
            command = (home / "uninstall.exe", "/S", "/KEMBALI", in_place)
            assert office.pc.run(*command, env=native) == 0
        else:
            setup = office.setups("1.11.0", "-DALLUSERS")
            assert office.pc.run(setup, "/S", "/PERBARUI", env=native) == 0
        wait_until(lambda: len(office.started()) == 1, "explorer was called")
    finally:
        explorer.write_bytes(genuine)
    entry = office.pc.windows_path(office.entries(all_users=True)[0])
    assert office.started() == [rf'	"C:\windows\explorer.exe" "{entry}"']
    want = ("1.9.0", "1.10.0") if back else ("1.11.0", "1.10.0")
    assert office.versions(home) == dict(zip(("program", "program.sebelumnya"), want, strict=True))
