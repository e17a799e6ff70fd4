from pathlib import Path

import pytest

from kinerja_desktop.installation import Installation, InstallationKind, find_installation


def install(folder: Path, kind: str = "pengguna", version: str | None = "1.1.0") -> Path:
    """Make the folders as the installer leaves them; return the package's."""
    package = folder / "program" / "app" / "kinerja_desktop"
    package.mkdir(parents=True)
    (folder / "jenis.txt").write_text(f"{kind}\r\n")
    if version:
        (folder / "program" / "VERSI").write_text(version)
    return package


@pytest.mark.parametrize("kind", InstallationKind)
def test_an_installed_program_knows_where_and_for_whom(
    tmp_path: Path, kind: InstallationKind
) -> None:
    assert find_installation(install(tmp_path, kind)) == Installation(tmp_path, kind)


def test_each_kind_has_its_own_installer() -> None:
    assert InstallationKind.PENGGUNA.ending == "-setup.exe"
    assert InstallationKind.SEMUA.ending == "-setup-semua-pengguna.exe"


def test_a_checkout_is_not_installed() -> None:
    assert find_installation() is None


@pytest.mark.parametrize(("kind", "version"), [("lain", "1.1.0"), ("pengguna", None)])
def test_half_an_installation_is_none(tmp_path: Path, kind: str, version: str | None) -> None:
    assert find_installation(install(tmp_path, kind, version)) is None


def test_the_version_before_is_known_while_it_is_there(tmp_path: Path) -> None:
    installation = Installation(tmp_path, InstallationKind.PENGGUNA)
    assert installation.previous_version() == ""
    (tmp_path / "program.sebelumnya").mkdir()
    (tmp_path / "program.sebelumnya" / "VERSI").write_text("1.0.0\n")
    assert installation.previous_version() == "1.0.0"
    for damaged in (b"\0\0\0", b"\xff\xfe1", b"satu"):
        (tmp_path / "program.sebelumnya" / "VERSI").write_bytes(damaged)
        assert installation.previous_version() == ""
    assert installation.uninstaller == tmp_path / "uninstall.exe"
