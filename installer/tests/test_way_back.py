"""uninstall.exe /KEMBALI: the version before takes the place of the one in use."""

from __future__ import annotations

from installer.tests.setups import Office
from installer.tests.wine import wait_until


def in_place(office: Office) -> str:
    """The switch that makes uninstall.exe work where it lies, so that its exit code is seen."""
    return f"_?={office.pc.windows_path(office.pc.home)}"


def test_the_versions_change_places_and_the_program_starts(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    home = office.pc.home
    assert office.pc.run(home / "uninstall.exe", "/S", "/KEMBALI", in_place(office)) == 0
    assert office.versions() == {"program": "1.9.0", "program.sebelumnya": "1.10.0"}
    assert office.pc.registry("DisplayVersion") == "1.9.0"
    wait_until(lambda: len(office.started()) == 1, "the program has started")
    assert office.started()[0].startswith("1.9.0\t")


def test_as_the_program_calls_it_it_waits_until_the_program_has_closed(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    office.open_program(4)
    office.stay(0)
    office.pc.start(office.pc.home / "uninstall.exe", "/KEMBALI")
    wait_until(lambda: len(office.started()) == 2, "the program has started again")
    assert office.started()[1].startswith("1.9.0\t")
    assert office.versions() == {"program": "1.9.0", "program.sebelumnya": "1.10.0"}


def test_a_second_time_leads_forward_again(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    for _ in range(2):
        uninstaller = office.pc.home / "uninstall.exe"
        assert office.pc.run(uninstaller, "/S", "/KEMBALI", in_place(office)) == 0
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
    assert office.pc.registry("DisplayVersion") == "1.10.0"


def test_without_an_earlier_version_it_refuses_and_gives_the_program_back(office: Office) -> None:
    office.install("1.9.0")
    assert office.pc.run(office.pc.home / "uninstall.exe", "/S", "/KEMBALI", in_place(office)) == 7
    assert office.versions() == {"program": "1.9.0"}
    wait_until(lambda: len(office.started()) == 1, "the program has started again")


def test_after_the_way_back_the_newer_version_installs_again(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    office.pc.run(office.pc.home / "uninstall.exe", "/S", "/KEMBALI", in_place(office))
    wait_until(lambda: len(office.started()) == 1, "the program has started")
    office.pc.end_started()
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
