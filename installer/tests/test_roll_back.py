"""A failure halfway: the disk is full, or the installer dies. The old version stands as before."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.tests.setups import Office
from installer.tests.wine import need_root, wait_until

NOISE_MB = 14


@pytest.fixture
def small_disk(office: Office, tmp_path: Path) -> Iterator[Path]:
    """Drive E:, 10 MB: room enough for what setup.exe believes, not for what is in it."""
    need_root()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", tmp_path], check=True)
    office.pc.add_drive("e", tmp_path)
    yield tmp_path
    office.pc.end_started()
    office.pc.remove_drive("e")
    subprocess.run(["umount", tmp_path], check=True)


def large(office: Office) -> Path:
    """Version 1.10.0, larger than the disk, which claims to be small."""
    return office.setups("1.10.0", size_kb=200, noise_mb=NOISE_MB)


def test_a_first_installation_on_a_full_disk_leaves_nothing(
    office: Office, small_disk: Path
) -> None:
    assert office.pc.run(large(office), "/S", r"/D=E:\Kinerja") == 5
    assert list(small_disk.iterdir()) == []
    assert not office.pc.has_key()
    assert not any(entry.exists() for entry in office.entries())


def test_an_update_on_a_full_disk_leaves_the_old_version_running(
    office: Office, small_disk: Path
) -> None:
    home = small_disk / "Kinerja"
    office.install("1.8.0", r"/D=E:\Kinerja")
    office.install("1.9.0")
    (home / "catatan.txt").write_text("milik pengguna")
    before = sorted(p.name for p in home.iterdir())
    assert office.pc.run(large(office), "/S") == 5
    assert office.versions(home) == {"program": "1.9.0", "program.sebelumnya": "1.8.0"}
    assert sorted(p.name for p in home.iterdir()) == before
    assert office.pc.registry("DisplayVersion") == "1.9.0"
    assert office.pc.run("start", office.pc.windows_path(office.entries()[0])) == 0
    wait_until(lambda: len(office.started()) == 1, "the old version starts")
    assert office.started()[0].startswith("1.9.0\t")


def test_an_update_begun_by_the_program_gives_it_back_when_the_disk_is_full(
    office: Office, small_disk: Path
) -> None:
    office.install("1.9.0", r"/D=E:\Kinerja")
    assert office.pc.run(large(office), "/S", "/PERBARUI") == 5
    wait_until(lambda: len(office.started()) == 1, "the old version has started")
    assert office.versions(small_disk / "Kinerja") == {"program": "1.9.0"}


def set_temp(office: Office, folder: str) -> None:
    for name in ("TEMP", "TMP"):
        office.pc.run("reg", "add", r"HKCU\Environment", "/v", name, "/d", folder, "/f")


def test_a_full_temporary_folder_is_no_different(office: Office, small_disk: Path) -> None:
    office.install("1.9.0")
    (small_disk / "temp").mkdir()
    # Wine takes these from the registry, not from us
    usual = office.pc.registry("TEMP", "Environment")
    assert usual is not None
    set_temp(office, r"E:\temp")
    try:
        assert office.pc.run(large(office), "/S") == 5
    finally:
        set_temp(office, usual)
    assert office.versions() == {"program": "1.9.0"}


def test_an_honest_size_is_refused_before_anything_is_written(
    office: Office, small_disk: Path
) -> None:
    honest = office.setups("1.10.0", size_kb=NOISE_MB << 10, noise_mb=NOISE_MB)
    assert office.pc.run(honest, "/S", r"/D=E:\Kinerja") == 5
    assert list(small_disk.iterdir()) == []


def test_a_file_that_cannot_be_made_leaves_the_old_version(office: Office) -> None:
    payload = office.setups.payload("1.10.1")
    (payload / "Data").mkdir()
    (payload / "Data" / "x.txt").write_text("x")
    (payload / "data").write_text("where Windows sees a folder already, no file can be made")
    office.install("1.9.0")
    assert office.pc.run(office.setups("1.10.1"), "/S") == 5
    assert office.versions() == {"program": "1.9.0"}
    assert office.pc.registry("DisplayVersion") == "1.9.0"


def test_a_payload_of_another_version_is_not_put_in_place(office: Office) -> None:
    payload = office.setups.payload("1.10.2")
    (payload / "VERSI").write_text("1.10.3")
    office.install("1.9.0")
    assert office.pc.run(office.setups("1.10.2"), "/S") == 5
    assert office.versions() == {"program": "1.9.0"}


def test_an_installer_that_dies_halfway_harms_nothing(office: Office) -> None:
    office.install("1.8.0")
    office.install("1.9.0")
    setup = office.pc.start(large(office), "/S")
    unpacked = office.pc.home / "program.baru"
    wait_until(lambda: len(list(unpacked.glob("noise-*"))) > 2, "half of it is unpacked")
    setup.kill()
    setup.wait()
    half = sorted(p.name for p in unpacked.glob("noise-*"))
    assert len(half) < NOISE_MB, "too late: raise NOISE_MB"
    versions = office.versions()
    assert versions.pop("program.baru") != "1.10.0"
    assert versions == {"program": "1.9.0", "program.sebelumnya": "1.8.0"}
    assert office.pc.run("start", office.pc.windows_path(office.entries()[0])) == 0
    wait_until(lambda: len(office.started()) == 1, "the old version starts")
    wait_until(lambda: not office.pc.programs(), "the old version has ended")
    assert office.pc.run(large(office), "/S") == 0
    assert office.versions() == {"program": "1.10.0", "program.sebelumnya": "1.9.0"}
