import subprocess
import sys
from pathlib import Path

import pytest

from installer import build
from installer.windows.config import INSTALLER, ROOT
from tests.installer.made import runtime_files, write, write_zip


def run(folder: Path, *words: str | Path) -> int:
    """Run the builder in a folder of its own, without a network."""
    own = ["--offline", "--build", folder / "build", "--out", folder / "dist"]
    return build.main([str(word) for word in [*own, *words]])


def test_a_missing_runtime_ends_the_build_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "--runtime", tmp_path / "python.zip") == 1
    said = capsys.readouterr().err
    assert said.startswith("build: ")
    assert "python.zip tidak ada" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "dist").exists()
    assert not (tmp_path / "build" / "payload").exists()


def test_libraries_that_are_not_there_end_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runtime = write_zip(tmp_path / "python.zip", runtime_files())
    words: list[str | Path] = [
        "--runtime",
        runtime,
        "--runtime-unchecked",
        "--wheels",
        tmp_path / "wheels",
    ]
    assert run(tmp_path, *words) == 1
    assert f"Folder pustaka {tmp_path / 'wheels'} tidak ada" in capsys.readouterr().err
    write(tmp_path / "wheels" / "lain-1.0-py3-none-any.whl")
    assert run(tmp_path, *words) == 1
    said = capsys.readouterr().err
    assert "tidak lengkap" in said
    assert "alembic" in said, "pip tells which"
    assert not (tmp_path / "build" / "payload").exists()


def test_a_finished_payload_of_before_does_not_outlive_a_failure(tmp_path: Path) -> None:
    write(tmp_path / "build" / "payload" / "VERSI", "0.0.1")
    assert run(tmp_path, "--runtime", tmp_path / "python.zip") == 1
    assert not (tmp_path / "build" / "payload").exists()


@pytest.mark.parametrize("words", [["-m", "installer.build"], [str(INSTALLER / "build.py")]])
def test_the_builder_starts_both_ways(words: list[str]) -> None:
    command = [sys.executable, *words, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--all-users" in done.stdout
