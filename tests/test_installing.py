"""Every place that installs our libraries installs a lock as it is, and nothing resolved anew."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from installer.windows.wheels import download_wheels, install_wheels

ROOT = Path(__file__).resolve().parents[1]
AS_IT_IS = ("--no-deps", "--require-hashes", "--only-binary")
_COMMAND = re.compile(r"(^|\s)pip (install|download)\b.* -r ", re.MULTILINE)


def our_files(*endings: str) -> list[Path]:
    """Every file of ours whose name ends so; not what was fetched or built."""
    folders = (".ci", "bench", "docs", "installer", "kinerja_desktop", "requirements", "tests")
    below = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(
        path for path in (*ROOT.iterdir(), *below) if path.is_file() and path.suffix in endings
    )


def test_people_install_the_lock_as_it_is_and_check_it() -> None:
    found = {}
    for path in (ROOT / "dev", ROOT / ".ci/run", *our_files(".md", ".cmd", ".sh")):
        lines = path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            if _COMMAND.search(line):
                assert all(word in line for word in AS_IT_IS), f"{path}:{number + 1}"
                found[path.relative_to(ROOT).as_posix()] = lines[number + 1].strip()

    assert found == {"dev": "pip check", "README.md": r".venv\Scripts\python -m pip check"}


def test_programs_that_call_pip_are_known() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in our_files(".py")
        if '"pip"' in path.read_text("utf-8")
    }

    assert found == {
        "installer/windows/wheels.py",
        "installer/selftest/standin_runtime.py",
        "requirements/record.py",  # asks only
        "tests/test_installing.py",  # this sentence
        "tests/test_promises.py",  # builds our own wheel with what is installed
    }
    text = (ROOT / "installer/selftest/standin_runtime.py").read_text("utf-8")
    assert all(word in text for word in AS_IT_IS)


def test_the_builder_takes_the_lock_as_it_is_whatever_the_user_has_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[list[str], dict[str, str]]] = []

    def remember(command: list[str], env: dict[str, str], **_options: Any) -> Any:
        calls.append((command, env))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", remember)
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_TARGET", "/tempat/lain")
    monkeypatch.setenv("PIP_CONSTRAINT", "/versi/lain.txt")
    monkeypatch.setenv("PIP_INDEX_URL", "file:///cermin/simple")

    download_wheels(tmp_path / "app.lock", tmp_path, "3.13")
    install_wheels(tmp_path / "app.lock", tmp_path, tmp_path / "lib", "3.13")

    assert [command[6] for command, _ in calls] == ["download", "install"]
    for command, environment in calls:
        assert all(any(word.startswith(flag) for word in command) for flag in AS_IT_IS)
        assert environment["PIP_USER"] == "0"
        assert environment["PIP_CONSTRAINT"] == os.devnull
        assert "PIP_TARGET" not in environment
        assert environment["PIP_INDEX_URL"] == "file:///cermin/simple"


def test_ci_runs_the_command_that_people_run() -> None:
    commands = (ROOT / ".ci/run").read_text("utf-8").splitlines()

    assert commands[-1] == "exec ./dev test"
    assert "\n    ./dev test " in (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with `./dev` and locks of nothing, where apt has nothing to bring."""
    (tmp_path / "dev").write_text((ROOT / "dev").read_text("utf-8"), "utf-8")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/app.lock").touch()
    query = tmp_path / "dpkg-query"
    query.write_text("#!/bin/sh\necho ii\n")
    query.chmod(0o755)
    return tmp_path


def run_dev(clone: Path, python: str = sys.executable) -> str:
    """Return what `./dev run` tells; the program itself is not in such a folder."""
    environment = {**os.environ, "PATH": f"{clone}:{os.environ['PATH']}", "PYTHON": python}
    done = subprocess.run(
        ["sh", "dev", "run"], cwd=clone, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    return done.stderr


def test_a_python_that_was_asked_for_and_does_not_do_is_named(clone: Path) -> None:
    assert "PYTHON=python2.7-yang-tidak-ada bukan itu" in run_dev(clone, "python2.7-yang-tidak-ada")
    assert not (clone / ".venv").exists()


def test_a_venv_half_made_or_without_its_python_is_made_again(clone: Path) -> None:
    half = clone / ".venv/lib/separuh"
    half.mkdir(parents=True)
    python = clone / ".venv/bin/python"

    assert "menyiapkan .venv" in run_dev(clone)
    assert not half.exists()

    python.unlink()
    python.symlink_to(clone / "dibuang")
    assert "menyiapkan .venv" in run_dev(clone)
    assert "menyiapkan .venv" not in run_dev(clone)


def test_readme_installs_what_the_tests_need_and_runs_what_dev_test_runs() -> None:
    """PowerShell's block: the developers' lock, then each step of ``./dev test``."""
    block = (ROOT / "README.md").read_text("utf-8").split("```powershell")[1].split("```")[0]
    assert "-r requirements\\dev.lock" in block
    steps = [
        "ruff format --check .",
        "ruff check .",
        "mypy",
        "lint-imports",
        "python -m pytest --cov",
    ]
    for step in steps:
        assert f".venv\\Scripts\\{step}" in block
    assert "python -m pytest --cov\n" in (ROOT / "dev").read_text("utf-8")
