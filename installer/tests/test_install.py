"""A first installation, and what Windows shows of it."""

from __future__ import annotations

from installer.tests.setups import Office
from installer.tests.wine import wait_until


def test_installs_silently_into_the_users_own_folder(office: Office) -> None:
    assert office.pc.run(office.setups("1.9.0"), "/S") == 0
    home = office.pc.home
    assert office.versions() == {"program": "1.9.0"}
    assert sorted(p.name for p in home.iterdir()) == ["jenis.txt", "program", "uninstall.exe"]
    assert (home / "jenis.txt").read_text() == "pengguna"
    assert not office.pc.data.exists()
    assert office.started() == []


def test_menu_and_desktop_start_the_program_in_the_users_folder(office: Office) -> None:
    office.install("1.9.0")
    program = office.pc.windows_path(office.pc.home / "program")
    for entry in office.entries():
        written = entry.read_bytes()
        assert rf"{program}\runtime\pythonw.exe".encode("cp1252") in written
        arguments, folder = f'"{program}\\launch.py"', office.pc.windows_path(office.pc.user)
        for part in (arguments, folder, rf"{program}\kinerja.ico"):
            assert f"{part}\0".encode("utf-16-le") in written, part


def test_both_entries_really_start_it(office: Office) -> None:
    office.install("1.9.0")
    program = office.pc.windows_path(office.pc.home / "program")
    for entry in office.entries():
        assert office.pc.run("start", office.pc.windows_path(entry)) == 0
    wait_until(lambda: len(office.started()) == 2, "the program has been started twice")
    line = rf'1.9.0	"{program}\runtime\pythonw.exe" "{program}\launch.py"'
    assert office.started() == [line, line]


def test_is_registered_in_apps(office: Office) -> None:
    office.install("1.9.0")
    home = office.pc.windows_path(office.pc.home)
    values = {
        "DisplayName": "Kinerja Desktop",
        "DisplayVersion": "1.9.0",
        "Publisher": "Kinerja Desktop",
        "DisplayIcon": rf"{home}\program\kinerja.ico",
        "InstallLocation": home,
        "UninstallString": rf'"{home}\uninstall.exe"',
        "QuietUninstallString": rf'"{home}\uninstall.exe" /S',
        "EstimatedSize": hex(200),
        "NoModify": "0x1",
        "NoRepair": "0x1",
    }
    assert {name: office.pc.registry(name) for name in values} == values
    assert not office.pc.has_key(root="HKLM")
