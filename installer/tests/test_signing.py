"""The place for a signing command: it is run for what Windows will ask about."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from installer.tests.setups import Setups


@pytest.mark.parametrize("kind", [[], ["-DALLUSERS"]], ids=["one user", "all users"])
def test_setup_and_uninstaller_are_handed_to_the_signing_command(
    setups: Setups, tmp_path: Path, kind: list[str]
) -> None:
    mark = tmp_path / "signed.txt"
    # the first two letters show that a whole program is there by then (MZ), not an empty file
    sign = f'-DSIGN=sh -c \'head -c 2 "$0" >> {mark}; echo " $0" >> {mark}\' "%1"'
    setup = setups("1.9.0", sign, *kind)
    lines = mark.read_text().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("MZ ") for line in lines)
    assert lines[1] == f"MZ {setup}"


def test_a_signature_that_fails_fails_the_build(setups: Setups) -> None:
    with pytest.raises(subprocess.CalledProcessError, match="makensis"):
        setups("1.9.0", "-DSIGN=false %1")
