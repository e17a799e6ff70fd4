"""The real Windows program on a PC of the tests: made once, installed, and listened to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from installer import build
from installer.selftest.standin_runtime import choose_minor, make_runtime
from installer.tests.wine import NSIS_TARGET, Wine
from installer.windows.config import ROOT, read_config


class OfficePc(Wine):
    """A PC with the program, whose commands are listened to."""

    def ask(self, *words: str) -> tuple[int, str, str]:
        """Run a command of the program; give exit code, output and errors."""
        return self.run_python(self.program / "launch.py", *words)

    def run_python(self, script: Path, *words: str) -> tuple[int, str, str]:
        """Run a script in the program's own Python; give exit code, output and errors."""
        python = self.program / "runtime" / "python.exe"
        # Not through pipes: an installer that the script leaves running would hold them open.
        with TemporaryFile() as said, TemporaryFile() as errors:
            done = subprocess.run(
                [*self._as_user, "wine", python, script, *words],
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=errors,
                timeout=300,
                check=False,
            )
            return done.returncode, _read(said), _read(errors)

    def say(self, *words: str) -> str:
        """Run a command of the program that must succeed; give its output."""
        code, said, errors = self.ask(*words)
        assert code == 0, errors
        return said

    @property
    def program(self) -> Path:
        """The folder of the installed program."""
        return self.home / "program"


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def make_real_setup(folder: Path) -> Path:
    """Make the real setup, around the stand-in runtime; the payload stays in ``build/payload``."""
    minor = choose_minor()
    runtime = make_runtime(folder / "standin", minor)
    name = "wheels-win" if minor == read_config().python else f"wheels-win-{minor}"
    words = ["--runtime", runtime, "--runtime-unchecked", "--python", minor]
    words += ["--wheels", ROOT / "build" / name, "--build", folder / "build"]
    words += ["--out", folder / "dist", "--nsis-target", NSIS_TARGET]
    assert build.main([str(word) for word in words]) == 0
    (made,) = (folder / "dist").glob("*-setup.exe")
    return made


@contextmanager
def office_pc(real_setup: Path, folder: Path) -> Iterator[OfficePc]:
    """Install the program for a user whose name has spaces and letters with accents."""
    pc = OfficePc(folder, user="Bu Ratna Désa")
    try:
        for stub in (real_setup.parents[1] / "standin" / "wine-stubs").glob("*.dll"):
            shutil.copy(stub, pc.drive_c / "windows" / "system32")
        pc.env["WINEDLLOVERRIDES"] += ";mscms=n,b"
        assert pc.run(real_setup, "/S", timeout=300) == 0
        yield pc
    finally:
        pc.end_started()
        pc.kill()
