"""Real setup.exe files with a small stand-in payload, and looking at what they did to a PC."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.tests.wine import NSIS_TARGET, UNINSTALL_KEY, Wine, wait_until

INSTALLER = Path(__file__).resolve().parents[1]
STANDIN = Path(__file__).with_name("standin") / "standin.c"


def makensis(
    payload: Path, out: Path, version: str, size_kb: int, *extra: str, target: str = NSIS_TARGET
) -> None:
    """Pack a payload with the very command that build.py uses.

    Raises:
        subprocess.CalledProcessError: makensis does not accept the script.
    """
    command = [
        *("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"),
        *(f"-DVERSION={version}", f"-DVERSION4={version}.0"),
        *(f"-DPAYLOAD={payload}", f"-DOUTFILE={out}"),
        *(f"-DSIZE_KB={size_kb}", f"-DTARGET={target}", *extra, "installer.nsi"),
    ]
    subprocess.run(command, check=True, cwd=INSTALLER)


class Setups:
    """Setup files by version, each made once; `setups("1.9.0")` gives its path.

    Args:
        folder: Where payloads and setup files are made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pythonw = folder / "pythonw.exe"
        self._made: dict[tuple[str, int, int, tuple[str, ...]], Path] = {}
        subprocess.run(
            [
                *("x86_64-w64-mingw32-gcc", "-Os", "-s", "-municode", "-mwindows", "-static"),
                *("-o", str(self.pythonw), str(STANDIN)),
            ],
            check=True,
        )

    def __call__(self, version: str, *extra: str, size_kb: int = 200, noise_mb: int = 0) -> Path:
        """The setup file of a version.

        Args:
            version: Three numbers.
            extra: Further switches for makensis.
            size_kb: What the installer believes that it unpacks.
            noise_mb: That much is added which cannot be compressed, to fill a disk or take a while.
        """
        key = (version, size_kb, noise_mb, extra)
        if key not in self._made:
            out = self.folder / f"setup-{version}-{len(self._made)}.exe"
            makensis(self.payload(version, noise_mb), out, version, size_kb, *extra)
            self._made[key] = out
        return self._made[key]

    def payload(self, version: str, noise_mb: int = 0) -> Path:
        """What is packed: the files that the installer looks at, and one of this version alone."""
        folder = self.folder / f"payload-{version}-{noise_mb}"
        if not folder.exists():
            (folder / "runtime").mkdir(parents=True)
            shutil.copy(self.pythonw, folder / "runtime" / "pythonw.exe")
            shutil.copy(self.pythonw, folder / "runtime" / "python.exe")
            shutil.copy(INSTALLER / "kinerja.ico", folder)
            (folder / "launch.py").write_text(f"# {version}\n")
            (folder / f"only-in-{version}.txt").write_text("x")
            (folder / "VERSI").write_text(version)
            for i in range(noise_mb):
                (folder / f"noise-{i:03}.bin").write_bytes(random.Random(i).randbytes(1 << 20))
        return folder


@dataclass(frozen=True)
class Office:
    """A PC and the setup files: what most tests start from."""

    pc: Wine
    setups: Setups

    def clear(self) -> None:
        """Make the PC as if nothing had ever been installed on it."""
        self.pc.end_started()
        wait_until(lambda: not self.pc.programs(), "the test before has ended")
        for folder in (self.pc.home, self.pc.data, self.pc.program_files):
            shutil.rmtree(folder, ignore_errors=True)
        deletions = (f"reg delete {root}\\{UNINSTALL_KEY} /f /reg:64" for root in ("HKCU", "HKLM"))
        self.pc.run("cmd", "/c", " & ".join(deletions))
        for name in ("tanda.txt", "tidur.txt"):
            (self.pc.drive_c / name).unlink(missing_ok=True)
        for entry in (*self.entries(), *self.entries(all_users=True)):
            entry.unlink(missing_ok=True)

    def install(self, version: str, *switches: str) -> None:
        """Install a version silently, which succeeds."""
        code = self.pc.run(self.setups(version), "/S", *switches)
        assert code == 0, f"exit code {code}"

    def entries(self, *, all_users: bool = False) -> tuple[Path, Path]:
        """The entries in the Start menu and on the desktop."""
        menu = Path("Microsoft/Windows/Start Menu/Programs/Kinerja Desktop.lnk")
        if all_users:
            desktop = self.pc.drive_c / "users" / "Public" / "Desktop"
            return self.pc.drive_c / "ProgramData" / menu, desktop / "Kinerja Desktop.lnk"
        desktop = self.pc.user / "Desktop"
        return self.pc.user / "AppData" / "Roaming" / menu, desktop / "Kinerja Desktop.lnk"

    def versions(self, home: Path | None = None) -> dict[str, str]:
        """Which whole version stands in which of the installer's folders."""
        return {
            folder.name: self.whole_version(folder)
            for folder in sorted((home or self.pc.home).glob("program*"))
        }

    def whole_version(self, folder: Path) -> str:
        """A folder's version, if it holds all of that and nothing else; else what is wrong."""
        versi = folder / "VERSI"
        version = versi.read_text() if versi.exists() else ""
        noise = len(list(folder.glob("noise-*")))
        want = self.setups.payload(version, noise) if version else folder / "no VERSI"
        differing = sorted(name for name, _ in _tree(want) ^ _tree(folder))
        return f"{version} differs in {differing}" if differing else version

    def started(self) -> list[str]:
        """The stand-in program's notes: version, tab, command line."""
        mark = self.pc.drive_c / "tanda.txt"
        return mark.read_text(encoding="utf-8").splitlines() if mark.exists() else []

    def open_program(self, seconds: float, home: Path | None = None) -> subprocess.Popen[bytes]:
        """Start the installed program, which stays open for some seconds."""
        program = (home or self.pc.home) / "program"
        self.stay(seconds)
        before = len(self.started())
        process = self.pc.start(program / "runtime" / "pythonw.exe", program / "launch.py")
        wait_until(lambda: len(self.started()) > before, "the program runs")
        return process

    def stay(self, seconds: float) -> None:
        """How long a program that is started from now on stays open."""
        (self.pc.drive_c / "tidur.txt").write_text(str(int(seconds * 1000)))


def _tree(folder: Path) -> set[tuple[str, bytes]]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {(str(p.relative_to(folder)), p.read_bytes()) for p in files}
