"""What Windows sees of a setup file before it runs: rights, version, the stub that releases use."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.tests.setups import Setups, makensis


@pytest.mark.parametrize(
    ("kind", "level"),
    [([], "asInvoker"), (["-DALLUSERS"], "requireAdministrator")],
    ids=["one user", "all users"],
)
@pytest.mark.parametrize("target", ["x86-unicode", "amd64-unicode"])
def test_only_the_one_for_all_users_asks_for_an_administrator(
    setups: Setups, tmp_path: Path, kind: list[str], level: str, target: str
) -> None:
    setup = tmp_path / "Kinerja-Desktop-1.9.0-setup.exe"
    makensis(setups.payload("1.9.0"), setup, "1.9.0", 200, *kind, target=target)
    content = setup.read_bytes()
    assert f'requestedExecutionLevel level="{level}"'.encode() in content
    assert b"<dpiAware" in content


def test_it_names_itself_and_its_version(setups: Setups) -> None:
    import pefile

    with pefile.PE(setups("1.10.0")) as executable:
        strings = {
            key.decode(): value.decode().rstrip("\0")
            for info in executable.FileInfo[0]
            if hasattr(info, "StringTable")
            for table in info.StringTable
            for key, value in table.entries.items()
        }
        numbers = executable.VS_FIXEDFILEINFO[0]
    assert strings["ProductName"] == "Kinerja Desktop"
    assert strings["FileDescription"] == "Pemasang Kinerja Desktop"
    assert strings["ProductVersion"] == "1.10.0"
    assert (numbers.ProductVersionMS, numbers.ProductVersionLS) == (1 << 16 | 10, 0)
