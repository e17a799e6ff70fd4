import hashlib
import os
import re
import subprocess
from pathlib import Path

import pytest

from installer.windows import nsis
from installer.windows.errors import BuildError
from installer.windows.files import MOMENT, draft_file, publish, settle_times
from tests.installer.made import write


@pytest.fixture
def makensis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A makensis that keeps its words, writes half a file, and ends as the test says."""
    script = write(
        tmp_path / "bin" / "makensis",
        '#!/bin/sh\nprintf "%s\\n" "$@" > "$WORDS"\n'
        'for word in "$@"; do case $word in -DOUTFILE=*) echo half > "${word#*=}";; esac; done\n'
        'echo "Error: disk full"\nexit "$CODE"\n',
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WORDS", str(tmp_path / "words"))
    monkeypatch.setenv("CODE", "0")
    return tmp_path / "words"


def test_makensis_is_told_everything(tmp_path: Path, makensis: Path) -> None:
    target = tmp_path / "out.exe"
    nsis.make_setup(nsis.Setup("1.2.3"), tmp_path / "payload", 150_000_000, target)
    words = makensis.read_text().splitlines()
    assert words[:4] == ["-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    assert {
        "-DVERSION=1.2.3", "-DVERSION4=1.2.3.0", f"-DPAYLOAD={tmp_path / 'payload'}",
        f"-DOUTFILE={target}", "-DSIZE_KB=146484", "-DTARGET=x86-unicode",
    } <= set(words)  # fmt: skip
    assert words[-1] == "installer.nsi"
    assert not [word for word in words if word.startswith(("-DALLUSERS", "-DSIGN"))]


def test_signing_and_all_users_are_passed_on(tmp_path: Path, makensis: Path) -> None:
    sign = 'osslsigncode sign -in "%1"'
    setup = nsis.Setup("1.2.3", "amd64-unicode", all_users=True, sign=sign)
    nsis.make_setup(setup, tmp_path, 1, tmp_path / "out.exe")
    assert {"-DALLUSERS", f"-DSIGN={sign}", "-DTARGET=amd64-unicode"} <= set(
        makensis.read_text().splitlines()
    )
    assert setup.file_name == "Kinerja-Desktop-1.2.3-setup-semua-pengguna.exe"


@pytest.mark.parametrize(
    ("version", "expected"), [("1.2.3", "1.2.3.0"), ("2.0", "2.0.0.0"), ("1.2.3rc4", "1.2.3.4")]
)
def test_windows_wants_four_numbers(version: str, expected: str) -> None:
    assert nsis.four_parts(version) == expected


@pytest.mark.usefixtures("makensis")
def test_nothing_half_made_bears_the_final_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CODE", "1")
    final = tmp_path / "dist" / "Kinerja-Desktop-1.0.0-setup.exe"
    write(final, "the one before")
    setup = nsis.Setup("1.0.0")
    with pytest.raises(BuildError, match="disk full"), draft_file(final) as draft:
        nsis.make_setup(setup, tmp_path, 1, draft)
    assert [path.name for path in final.parent.iterdir()] == [final.name]
    assert final.read_text() == "the one before"


def test_a_finished_file_has_its_sum_beside_it(tmp_path: Path) -> None:
    final = tmp_path / "dist" / "Kinerja-Desktop-1.0.0-setup.exe"
    with draft_file(final) as draft:
        assert draft.suffix == ".exe", "signing tools look at the ending"
        draft.write_bytes(b"isi")
        found = publish(draft, final)
    sums = final.with_name(f"{final.name}.sha256")
    assert sorted(final.parent.iterdir()) == [final, sums]
    expected = hashlib.sha256(b"isi").hexdigest()
    assert found == expected
    assert sums.read_bytes() == f"{expected}  {final.name}\n".encode()
    assert re.fullmatch(rb"[0-9a-f]{64}  \S+\n", sums.read_bytes())
    # And so sha256sum reads it.
    command = ["sha256sum", "--check", "--status", sums.name]
    assert subprocess.run(command, cwd=final.parent).returncode == 0


def test_everything_gets_the_same_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "b")
    settle_times(tmp_path)
    assert {path.stat().st_mtime, path.parent.stat().st_mtime} == {MOMENT}


def test_a_missing_makensis_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BuildError, match="apt install nsis"):
        nsis.find_makensis()
