import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.windows.errors import BuildError
from installer.windows.pyc import compile_modules
from installer.windows.pythons import find_python
from tests.installer.made import config, write

RUNNING = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which no other Python is found; returns the folder on its path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return folder


def script(path: Path, text: str) -> Path:
    """Write a program of one line."""
    write(path, f"#!/bin/sh\n{text}\n").chmod(0o755)
    return path


def test_the_running_python_comes_first() -> None:
    assert find_python(RUNNING) == [sys.executable]


def test_a_shim_that_only_explains_is_passed_over(bare: Path, tmp_path: Path) -> None:
    script(bare / "python3.99", 'echo "pyenv: python3.99: command not found" >&2; exit 127')
    assert find_python("3.99") is None
    real = script(tmp_path / "pyenv" / "versions" / "3.99.1" / "bin" / "python3.99", "echo 3.99")
    assert find_python("3.99") == [str(real)]


def test_a_python_that_answers_with_another_version_is_passed_over(bare: Path) -> None:
    script(bare / "python3.99", "echo 3.98")
    assert find_python("3.99") is None
    script(bare / "py", '[ "$1" = -3.99 ] && echo 3.99')
    assert find_python("3.99") == ["py", "-3.99"]


@pytest.mark.usefixtures("bare")
def test_without_a_fitting_python_the_build_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"Pasang Python 3\.99"):
        compile_modules(tmp_path, config(python="3.99"))


def test_compiled_modules_hold_whatever_the_times_become(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    source = write(tmp_path / "app" / "modul.py", "NILAI = 1\n")
    write(tmp_path / "lib" / "lain.py", "")
    compile_modules(tmp_path, config(python=RUNNING))
    # The module is found compiled even after its text has another time and content.
    source.write_text("NILAI = 2\n")
    command = [sys.executable, "-c", "import modul; print(modul.NILAI, modul.__file__)"]
    done = subprocess.run(command, cwd=source.parent, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1 ")


def test_a_module_that_does_not_compile_stops_the_build(tmp_path: Path) -> None:
    write(tmp_path / "app" / "rusak.py", "def f(:\n")
    (tmp_path / "lib").mkdir()
    with pytest.raises(BuildError, match=r"rusak\.py"):
        compile_modules(tmp_path, config(python=RUNNING))
