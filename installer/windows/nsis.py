"""Packing the payload into one installer, with NSIS."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.windows.config import INSTALLER
from installer.windows.errors import BuildError
from installer.windows.files import MOMENT

_ON_WINDOWS = Path(r"C:\Program Files (x86)\NSIS\makensis.exe")


@dataclass(frozen=True)
class Setup:
    """How an installer is to be made.

    Attributes:
        version: of the program.
        target: NSIS's stub; ``x86-unicode`` for offices.
        all_users: for Program Files instead of the user's own folder.
        sign: a command that signs a file, ``%1`` standing for it; nothing is signed without.
    """

    version: str
    target: str = "x86-unicode"
    all_users: bool = False
    sign: str | None = None

    @property
    def file_name(self) -> str:
        """The installer's name."""
        ending = "setup-semua-pengguna" if self.all_users else "setup"
        return f"Kinerja-Desktop-{self.version}-{ending}.exe"


def make_setup(setup: Setup, payload: Path, size: int, target: Path) -> None:
    """Run makensis.

    Args:
        setup: what kind of installer.
        payload: the program folder.
        size: its bytes, shown in Windows' list of programs.
        target: the file to write.

    Raises:
        BuildError: there is no makensis, or it failed.
    """
    words = [
        find_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8",
        f"-DVERSION={setup.version}", f"-DVERSION4={four_parts(setup.version)}",
        f"-DPAYLOAD={payload}", f"-DOUTFILE={target}", f"-DSIZE_KB={size // 1024}",
        f"-DTARGET={setup.target}",
    ]  # fmt: skip
    words += ["-DALLUSERS"] if setup.all_users else []
    words += [f"-DSIGN={setup.sign}"] if setup.sign else []
    environment = {"SOURCE_DATE_EPOCH": str(MOMENT), **os.environ}
    done = subprocess.run(
        [*words, "installer.nsi"], cwd=INSTALLER, env=environment,
        capture_output=True, text=True, errors="replace",
    )  # fmt: skip
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise BuildError(
            f"makensis gagal. Perbaiki yang disebut di bawah ini, lalu ulangi.\n{said}"
        )


def four_parts(version: str) -> str:
    """Return a version as Windows wants it in a file: four numbers."""
    return ".".join((re.findall(r"\d+", version) + ["0"] * 4)[:4])


def find_makensis() -> str:
    """Return the path of makensis.

    Raises:
        BuildError: NSIS is not installed.
    """
    if found := shutil.which("makensis"):
        return found
    if _ON_WINDOWS.is_file():
        return str(_ON_WINDOWS)
    raise BuildError(
        "makensis tidak ditemukan. Pasang NSIS 3 (Debian/Ubuntu: apt install nsis), lalu ulangi."
    )
