"""The real Windows program on a PC of the tests: made once, installed, and listened to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
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
        process = subprocess.Popen(
            [*self._as_user, "wine", python, script, *words],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        said, errors = Listener(process.stdout), Listener(process.stderr)
        code = process.wait(300)
        return code, said.heard(), errors.heard()

    def say(self, *words: str) -> str:
        """Run a command of the program that must succeed; give its output."""
        code, said, errors = self.ask(*words)
        assert code == 0, errors
        return said

    @property
    def program(self) -> Path:
        """The folder of the installed program."""
        return self.home / "program"


class Listener(Thread):
    """Hears what a program says, also when one that it has started goes on holding the pipe open.

    Wine's programs cannot write into plain files.
    """

    def __init__(self, pipe: IO[bytes] | None) -> None:
        super().__init__(daemon=True)
        assert pipe is not None
        self._pipe = pipe
        self._lines: list[bytes] = []
        self.start()

    def run(self) -> None:
        """Hear line after line until the pipe's last end is closed."""
        with self._pipe:
            for line in self._pipe:
                self._lines.append(line)

    def heard(self) -> str:
        """Give what was said so far; the program has ended."""
        self.join(3)
        return b"".join(self._lines).decode("utf-8", "replace")


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
