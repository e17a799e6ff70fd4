"""Windows of the installed program, on a screen and without one, watched from outside."""

import os
import shlex
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.packaged import find_painted
from installer.tests.bare import HOME, Bare, clean_environment
from kinerja_desktop.ui.shell.crash import LOG_NAME

_PATIENCE_S = 30


@contextmanager
def open_screen() -> Iterator[str]:
    """Open a screen of its own, whose socket every chroot sees; give its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-ac",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            "1366x768x24",
        ],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as file:
            number = file.readline().strip()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def open_window(bare: Bare, data: str, settings: str) -> Iterator["Window"]:
    """Start the window on a data folder, with Qt saying when it is painted; end it afterwards."""
    log = bare.root / data[1:] / LOG_NAME
    log.unlink(missing_ok=True)
    # exec: the process that is ended is the program itself.
    script = f"export {settings}; exec kinerja-desktop --data {shlex.quote(data)}"
    environment = {**clean_environment(HOME), "QT_LOGGING_RULES": "qt.widgets.painting=true"}
    process = subprocess.Popen(
        bare.command(script), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield Window(process, log)
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE_S)


@dataclass(frozen=True)
class Window:
    """A started window.

    Attributes:
        process: the program.
        log: what it writes beside the data.
    """

    process: "subprocess.Popen[bytes]"
    log: Path

    def wait_until_painted(self) -> None:
        """Wait until Qt says that the window's pixels are on the screen."""
        self.wait_until(lambda: find_painted(self.log) is not None)

    def wait_until(self, seen: Callable[[], bool]) -> None:
        """Wait until something is seen; fail when the program ends before."""
        until = time.monotonic() + _PATIENCE_S
        while not seen():
            assert self.process.poll() is None, f"ended with {self.process.returncode}"
            assert time.monotonic() < until, f"not seen within {_PATIENCE_S} seconds"
            time.sleep(0.1)


def describe_window(display: str, title: str) -> str:
    """Return what a screen knows of a window, empty while there is none of that title."""
    done = subprocess.run(
        ["xwininfo", "-display", display, "-name", title],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout
