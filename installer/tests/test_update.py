"""From one version to another: update, repair, downgrade, and an update that the program begins."""

from __future__ import annotations

import pytest

from installer.tests.setups import Office
from installer.tests.wine import wait_until


def test_an_update_leaves_nothing_of_the_old_version_and_keeps_it_whole_beside(
    office: Office,
) -> None:
    office.install("1.9.0")
    office.pc.data.mkdir()
    (office.pc.data / "kinerja.db").write_bytes(b"isi penting")
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
    assert office.pc.registry("DisplayVersion") == "1.10.0"
    assert [p.read_bytes() for p in office.pc.data.iterdir()] == [b"isi penting"]
    assert office.started() == []


def test_only_the_last_version_but_one_is_kept(office: Office) -> None:
    for version in ("1.8.0", "1.9.0", "1.10.0"):
        office.install(version)
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}


def test_the_same_version_again_repairs_and_keeps_the_way_back(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    program = office.pc.home / "program"
    (program / "launch.py").unlink()
    (program / "runtime" / "pythonw.exe").write_bytes(b"")
    (office.pc.home / "uninstall.exe").unlink()
    for entry in office.entries():
        entry.unlink()
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
    assert (office.pc.home / "uninstall.exe").is_file()
    assert all(entry.is_file() for entry in office.entries())


def test_a_folder_that_lost_its_marks_is_still_known_from_apps(office: Office) -> None:
    office.install("1.9.0")
    (office.pc.home / "jenis.txt").unlink()
    (office.pc.home / "program" / "VERSI").unlink()
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0"}


def test_a_program_that_lost_its_version_file_is_repaired_and_not_kept(office: Office) -> None:
    office.install("1.9.0")
    (office.pc.home / "program" / "VERSI").unlink()
    office.install("1.10.0")
    assert office.versions() == {"program": "1.10.0"}


def test_an_older_version_is_refused_unless_asked_for(office: Office) -> None:
    office.install("1.10.0")
    assert office.pc.run(office.setups("1.9.0"), "/S") == 3
    assert office.versions() == {"program": "1.10.0"}
    assert office.pc.run(office.setups("1.9.0"), "/S", "/DOWNGRADE") == 0
    assert office.versions() == {"program": "1.9.0", "program.sebelumnya": "1.10.0"}
    assert office.pc.registry("DisplayVersion") == "1.9.0"


def test_an_update_refuses_while_the_program_runs(office: Office) -> None:
    office.install("1.9.0")
    program = office.open_program(60)
    assert office.pc.run(office.setups("1.10.0"), "/S") == 2
    assert program.poll() is None
    assert office.versions() == {"program": "1.9.0"}
    assert office.pc.registry("DisplayVersion") == "1.9.0"


def test_an_update_refuses_while_the_command_line_runs(office: Office) -> None:
    office.install("1.9.0")
    office.stay(60)
    office.pc.start(office.pc.home / "program" / "runtime" / "python.exe", "launch.py")
    wait_until(lambda: len(office.started()) == 1, "the command line runs")
    assert office.pc.run(office.setups("1.10.0"), "/S") == 2
    assert office.versions() == {"program": "1.9.0"}


@pytest.mark.parametrize("silent", [["/S"], []])
def test_the_program_updates_itself_waiting_until_it_has_closed(
    office: Office, silent: list[str]
) -> None:
    office.install("1.9.0")
    program = office.open_program(4)
    update = office.pc.start(office.setups("1.10.0"), *silent, "/PERBARUI")
    office.stay(0)
    assert update.wait(60) == 0
    assert program.poll() == 0
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
    wait_until(lambda: len(office.started()) == 2, "the new program has started")
    assert [line.split("\t")[0] for line in office.started()] == ["1.9.0", "1.10.0"]


def test_the_program_that_does_not_close_is_not_updated(office: Office) -> None:
    office.install("1.9.0")
    program = office.open_program(100)
    assert office.pc.run(office.setups("1.10.0"), "/S", "/PERBARUI") == 2
    assert program.poll() is None
    assert office.versions() == {"program": "1.9.0"}
    assert len(office.started()) == 1


def test_an_update_to_an_older_version_gives_the_program_back(office: Office) -> None:
    office.install("1.10.0")
    assert office.pc.run(office.setups("1.9.0"), "/S", "/PERBARUI") == 3
    wait_until(lambda: len(office.started()) == 1, "the program has started again")
    assert office.started()[0].startswith("1.10.0\t")
    assert office.versions() == {"program": "1.10.0"}
