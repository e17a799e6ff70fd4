"""A PC for each journey: a screen, a desktop that gives new windows the cursor, a home.

Nothing of the machine's is used: X server, window manager, HOME and data folder are this test's.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
#: How long the machine may take for anything, however loaded it is.
PATIENCE_S = 60
_SCREEN = ("-screen", "0", "1366x768x24")
#: Clicking a window gives it the cursor; no key is the desktop's, so that all are the program's.
_DESKTOP = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard></keyboard>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press">
        <action name="Focus"/><action name="Raise"/>
      </mousebind>
    </context>
  </mouse>
</openbox_config>
"""


@dataclass
class Desk:
    """A screen on which the program runs.

    Attributes:
        display: the X display.
        home: the person's own folder, where the program is started.
        program: the running program.
    """

    display: str
    home: Path
    program: "subprocess.Popen[bytes]"
    _eyes: socket.socket
    _heard: bytearray = field(default_factory=bytearray)

    def look(self) -> dict[str, Any]:
        """Ask the program what is to be seen; waits while it does something else."""
        self._eyes.sendall(b"?\n")
        while b"\n" not in self._heard:
            got = self._eyes.recv(1 << 20)
            if not got:
                code = self.program.wait(PATIENCE_S)
                raise ConnectionError(f"the program has ended with {code}")
            self._heard += got
        line, _, rest = bytes(self._heard).partition(b"\n")
        self._heard[:] = rest
        seen: dict[str, Any] = json.loads(line)
        assert "error" not in seen, seen["error"]
        return seen

    def xdotool(self, *words: str) -> None:
        """Do something with keyboard or mouse of this screen."""
        subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display},
            check=True,
            timeout=PATIENCE_S,
            capture_output=True,
        )

    def photograph(self, path: Path) -> Path:
        """Save a picture of the screen as it is."""
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication; a = QGuiApplication([]); "
            "a.primaryScreen().grabWindow(0).save(sys.argv[1])"
        )
        environment = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            env=environment, check=True, timeout=PATIENCE_S, capture_output=True,
        )  # fmt: skip
        return path

    def words(self) -> str:
        """Return what the program has said to a terminal."""
        return (self.home / "keluaran.txt").read_text(errors="replace")


@contextmanager
def open_desk(home: Path, *arguments: str) -> Iterator[Desk]:
    """Start the program on a screen of its own; end it afterwards, whatever has happened.

    Args:
        home: the folder of the person who works there.
        arguments: what the program is started with.
    """
    home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as ends:
        display = ends.enter_context(_open_screen())
        environment = _environment(home, display)
        ends.enter_context(_desktop(home, environment))
        eyes, theirs = socket.socketpair()
        ends.enter_context(eyes)
        eyes.settimeout(PATIENCE_S)
        out = ends.enter_context((home / "keluaran.txt").open("wb"))
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.perjalanan.program", str(theirs.fileno()), *arguments],
            env=environment, cwd=home, stdout=out, stderr=subprocess.STDOUT,
            pass_fds=[theirs.fileno()],
        )  # fmt: skip
        ends.callback(_end, program)
        theirs.close()
        yield Desk(display, home, program, eyes)


def _environment(home: Path, display: str) -> dict[str, str]:
    """Return what a program of this person finds; nothing of the machine's own desktop."""
    kept = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("XDG_", "QT_", "DBUS_", "COV_", "COVERAGE_", "PYTEST_"))
    }
    return {
        **kept,
        "DISPLAY": display,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONPATH": str(_ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "compose",
        "WAYLAND_DISPLAY": "",
    }


@contextmanager
def _open_screen() -> Iterator[str]:
    """Open a screen whose number the server itself finds free.

    Without `-noreset` it would begin anew when the first program leaves it, and end the others.
    """
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", *_SCREEN],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as file:
            number = file.readline().strip()
        assert number, "Xvfb has not begun"
        yield f":{number}"
    finally:
        _end(server)


@contextmanager
def _desktop(home: Path, environment: dict[str, str]) -> Iterator[None]:
    """Start the window manager, and wait until the screen is its own."""
    rules = home / "desktop.xml"
    rules.write_text(_DESKTOP)
    manager = subprocess.Popen(
        ["openbox", "--config-file", str(rules), "--sm-disable"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until = time.monotonic() + PATIENCE_S
        # It answers for the desktop as soon as it manages it.
        while subprocess.run(
            ["xdotool", "get_desktop"], env=environment, capture_output=True, check=False
        ).returncode:
            assert manager.poll() is None, f"the desktop ended with {manager.returncode}"
            assert time.monotonic() < until, "the desktop has not begun"
            time.sleep(0.02)
        yield
    finally:
        _end(manager)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
