"""Removal: everything goes but the data, and what others put into the folder."""

from __future__ import annotations

from installer.tests.setups import Office
from installer.tests.wine import wait_until


def test_uninstalling_removes_all_but_the_data(office: Office) -> None:
    office.install("1.9.0")
    office.install("1.10.0")
    office.pc.data.mkdir()
    (office.pc.data / "kinerja.db").write_bytes(b"isi penting")
    assert office.pc.run(office.pc.home / "uninstall.exe", "/S") == 0
    wait_until(lambda: not office.pc.home.exists(), "the folder is gone")
    wait_until(lambda: not office.pc.has_key(), "the line in Apps is gone")
    assert not any(entry.exists() for entry in office.entries())
    assert [p.read_bytes() for p in office.pc.data.iterdir()] == [b"isi penting"]


def test_leftovers_of_an_interrupted_update_go_too(office: Office) -> None:
    office.install("1.9.0")
    for name in ("program.lama", "program.baru", "program.sebelumnya"):
        (office.pc.home / name).mkdir()
        (office.pc.home / name / "berkas.txt").write_text("x")
    assert office.pc.run(office.pc.home / "uninstall.exe", "/S") == 0
    wait_until(lambda: not office.pc.home.exists(), "the folder is gone")


def test_uninstalling_refuses_while_the_program_runs(office: Office) -> None:
    office.install("1.9.0")
    office.open_program(60)
    home = office.pc.windows_path(office.pc.home)
    assert office.pc.run(office.pc.home / "uninstall.exe", "/S", f"_?={home}") == 2
    assert office.versions() == {"program": "1.9.0"}
    assert office.pc.registry("DisplayVersion") == "1.9.0"
    assert all(entry.is_file() for entry in office.entries())


def test_a_foreign_file_in_the_folder_survives_everything(office: Office) -> None:
    office.install("1.9.0")
    foreign = office.pc.home / "catatan saya.txt"
    folder = office.pc.home / "arsip"
    foreign.write_text("milik pengguna")
    folder.mkdir()
    (folder / "lama.txt").write_text("juga")
    office.install("1.10.0")
    uninstaller = office.pc.home / "uninstall.exe"
    home = office.pc.windows_path(office.pc.home)
    assert office.pc.run(uninstaller, "/S", "/KEMBALI", f"_?={home}") == 0
    wait_until(lambda: len(office.started()) == 1, "the program has started")
    assert office.pc.run(uninstaller, "/S") == 0
    wait_until(lambda: not uninstaller.exists(), "the uninstaller is gone")
    wait_until(lambda: not office.pc.has_key(), "the line in Apps is gone")
    assert sorted(p.name for p in office.pc.home.iterdir()) == ["arsip", "catatan saya.txt"]
    assert (foreign.read_text(), (folder / "lama.txt").read_text()) == ("milik pengguna", "juga")
