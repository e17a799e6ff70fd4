"""The program's libraries for Windows, from the hashed lock."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.windows.errors import BuildError


def download_wheels(lock: Path, target: Path, python: str) -> None:
    """Fetch the wheels of a lock without markers; those that are there already stay.

    Raises:
        BuildError: pip could not fetch them all, or a hash differs.
    """
    target.mkdir(parents=True, exist_ok=True)
    known = ["--find-links", str(target)]
    _pip(
        ["download", *known, "--dest", str(target), *_for_windows(lock, python)],
        "Pustaka Windows tidak dapat diambil. Sambungkan internet dan ulangi, atau pakai "
        "--wheels FOLDER --offline dengan pustaka yang sudah diambil.",
    )


def install_wheels(lock: Path, wheels: Path, lib: Path, python: str) -> None:
    """Unpack the wheels of a lock into a folder, without a network.

    Raises:
        BuildError: a wheel is missing or its hash differs.
    """
    if not wheels.is_dir():
        raise BuildError(f"Folder pustaka {wheels} tidak ada. Jalankan sekali tanpa --offline.")
    known = ["--no-index", "--no-compile", "--find-links", str(wheels)]
    _pip(
        ["install", *known, "--target", str(lib), *_for_windows(lock, python)],
        f"Pustaka di {wheels} tidak lengkap atau bukan yang terkunci di requirements/app.lock. "
        "Jalankan sekali tanpa --offline.",
    )


def _for_windows(lock: Path, python: str) -> list[str]:
    return [
        "--no-deps", "--require-hashes", "--only-binary=:all:", "--platform", "win_amd64",
        "--implementation", "cp", "--python-version", python, "-r", str(lock),
    ]  # fmt: skip


def _environment() -> dict[str, str]:
    # Where packages come from is this machine's affair (a mirror, a proxy); these settings of a
    # user's are about another installation than this one. See `./dev`.
    foreign = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_DRY_RUN"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {**kept, "PIP_USER": "0", "PIP_CONSTRAINT": os.devnull}


def _pip(words: Sequence[str], advice: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]
    done = subprocess.run(
        [*command, *words], capture_output=True, text=True, errors="replace", env=_environment()
    )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise BuildError("\n  ".join([advice, *(errors or done.stderr.splitlines())[-5:]]))
