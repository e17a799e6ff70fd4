"""A Windows PC for the tests: a Wine prefix, with the folders and the registry of its one user."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

# Wine without its 32-bit half cannot run NSIS's usual stub; Debian's NSIS has a 64-bit one too.
WINE32 = Path("/usr/lib/i386-linux-gnu/wine").exists()
NSIS_TARGET = "x86-unicode" if WINE32 else "amd64-unicode"

APP_ID = "KinerjaDesktop"
UNINSTALL_KEY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{APP_ID}"

# Runs a command as if /etc/passwd, where Wine finds the user's name, were the file in $0.
_AS_USER = 'mount --bind "$0" /etc/passwd && exec "$@"'


class Wine:
    """One Windows 10 PC with one user, in a folder of its own.

    Args:
        folder: An empty folder; the Wine prefix and the user's Unix home are made in it.
        user: The Windows user's name. Another one than ours needs root (a mount namespace).
    """

    def __init__(self, folder: Path, user: str = "") -> None:
        self.prefix = folder / "wine"
        unix_home = folder / "home"
        unix_home.mkdir(parents=True)
        self.env = {
            **os.environ,
            "HOME": str(unix_home),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            # winemenubuilder would copy our entries into the Linux menu, holding their icons
            "WINEDLLOVERRIDES": "mshtml,mscoree,winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
        }
        self._started: list[subprocess.Popen[bytes]] = []
        self._as_user = _as_user(folder / "passwd", user) if user else []
        self.run("wineboot", "-i")
        self.windows("win10")
        self.settle()
        users = self.drive_c / "users"
        self.user = next(p for p in users.iterdir() if p.name != "Public")
        for link in [p for p in self.user.iterdir() if p.is_symlink()]:
            link.unlink()  # Desktop and its like would lead out of this PC, into the Unix home
            link.mkdir()

    @property
    def drive_c(self) -> Path:
        """Drive C: as a folder."""
        return self.prefix / "drive_c"

    @property
    def local(self) -> Path:
        """The user's %LOCALAPPDATA%."""
        return self.user / "AppData" / "Local"

    @property
    def home(self) -> Path:
        """Where the per-user installer puts the program, unless told otherwise."""
        return self.local / "Programs" / APP_ID

    @property
    def program_files(self) -> Path:
        """Where the installer for all users puts the program."""
        return self.drive_c / "Program Files" / APP_ID

    @property
    def data(self) -> Path:
        """Where the program keeps its data, which no installer touches."""
        return self.local / APP_ID

    def run(
        self, *command: str | Path, timeout: float = 120, env: Mapping[str, str] | None = None
    ) -> int:
        """Run a Windows command to its end and give its exit code.

        Its output goes nowhere: a program that it leaves running would hold a pipe open.

        Raises:
            subprocess.TimeoutExpired: It ran longer than `timeout` seconds.
        """
        process = self.start(*command, env=env)
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise

    def start(
        self, *command: str | Path, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a Windows command; gives the Windows process itself, to be killed at will."""
        process = subprocess.Popen(
            [*self._as_user, "wine", *map(str, command)],
            env={**self.env, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(process)
        return process

    def end_started(self) -> None:
        """End what `start` has started and is still there."""
        for process in self._started:
            process.kill()
            process.wait()
        self._started.clear()

    def output(self, *command: str | Path) -> str | None:
        """What a Windows command prints (in DOS letters), or None when its exit code is not 0."""
        done = subprocess.run(
            [*self._as_user, "wine", *map(str, command)],
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return done.stdout.decode("cp437") if done.returncode == 0 else None

    def programs(self) -> list[str]:
        """The command lines of what runs on this PC, besides Windows itself."""
        own = f"WINEPREFIX={self.prefix}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                environment = (process / "environ").read_bytes().split(b"\0")
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                continue  # it has just ended, or is another user's
            windows = command.lower().startswith("c:\\windows\\system32") or "wineserver" in command
            if own in environment and command and not windows:
                found.append(command)
        return found

    def settle(self) -> None:
        """Wait until every program on this PC has ended and the registry is on disk."""
        subprocess.run(["wineserver", "-w"], env=self.env, timeout=120, check=True)

    def kill(self) -> None:
        """Switch the PC off: every program ends, the registry is written."""
        # 2: there was nothing to end
        subprocess.run(["wineserver", "-k"], env=self.env, check=False, capture_output=True)

    def windows(self, version: str) -> None:
        """Pretend another Windows, by winecfg's name (win10, win81)."""
        assert self.run("winecfg", "-v", version) == 0

    def registry(self, value: str, key: str = UNINSTALL_KEY, root: str = "HKCU") -> str | None:
        """A value of the 64-bit registry (numbers as 0x…), None when key or value is missing."""
        printed = self.output("reg", "query", rf"{root}\{key}", "/v", value, "/reg:64")
        if printed is None:
            return None
        line = next(line for line in printed.splitlines() if line.strip().startswith(value))
        return line.split("REG_", 1)[1].partition("    ")[2].strip()

    def has_key(self, key: str = UNINSTALL_KEY, root: str = "HKCU") -> bool:
        """Whether a key of the 64-bit registry is there."""
        return self.output("reg", "query", rf"{root}\{key}", "/reg:64") is not None

    def windows_path(self, path: Path) -> str:
        r"""The name that Windows programs have for a file below drive C: (C:\…)."""
        return "C:\\" + str(path.relative_to(self.drive_c)).replace("/", "\\")

    def add_drive(self, letter: str, folder: Path) -> None:
        """Plug in a disk: a folder that Windows programs see as a drive of its own."""
        (self.prefix / "dosdevices" / f"{letter}:").symlink_to(folder)

    def remove_drive(self, letter: str) -> None:
        """Pull the disk out again."""
        (self.prefix / "dosdevices" / f"{letter}:").unlink(missing_ok=True)


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Wait until something has happened.

    Raises:
        AssertionError: It has not, in time; `what` says what was waited for.
    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not in {seconds} s: {what}"
        time.sleep(0.02)


def need_root() -> None:
    """Fail, rather than skip, where a test mounts something and may not."""
    if os.geteuid() != 0:
        pytest.fail("mounts a disk of its own, so it needs root: unshare -rm ./dev test-installer")


def _as_user(passwd: Path, user: str) -> list[str]:
    need_root()
    lines = Path("/etc/passwd").read_text(encoding="utf-8").splitlines()
    named = [
        user + line[line.index(":") :] if line.split(":")[2] == "0" else line for line in lines
    ]
    passwd.write_text("\n".join(named) + "\n", encoding="utf-8")
    return ["unshare", "-m", "sh", "-c", _AS_USER, str(passwd)]
