r"""Where the program was installed to, when an installer did it (`installer/README.md`).

``$INSTDIR`` holds ``program\`` (this program), ``program.sebelumnya\`` (the version before),
``uninstall.exe`` and ``jenis.txt``. A checkout and the .deb have no such folder.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_VERSION, _KIND, _PREVIOUS = "VERSI", "jenis.txt", "program.sebelumnya"


class InstallationKind(StrEnum):
    """For whom it was installed; the installer of the same kind updates it."""

    PENGGUNA = "pengguna"
    SEMUA = "semua"

    @property
    def ending(self) -> str:
        """How the name of its installer ends."""
        return "-setup.exe" if self is InstallationKind.PENGGUNA else "-setup-semua-pengguna.exe"


@dataclass(frozen=True)
class Installation:
    """An installed program: its folder, and for whom it is."""

    folder: Path
    kind: InstallationKind

    @property
    def uninstaller(self) -> Path:
        """The program that also leads back to the version before."""
        return self.folder / "uninstall.exe"

    def previous_version(self) -> str:
        """Return the version before, whose program is still there; empty when there is none."""
        try:
            text = (self.folder / _PREVIOUS / _VERSION).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return ""
        return text if re.fullmatch(r"\d+(\.\d+)*", text) else ""


def find_installation(package: Path = _PACKAGE) -> Installation | None:
    r"""Return where this program was installed to; None for a checkout or a .deb.

    Args:
        package: the folder of the package, ``$INSTDIR\program\app\kinerja_desktop``.
    """
    program = package.parent.parent
    try:
        kind = (program.parent / _KIND).read_text(encoding="utf-8").strip()
        if program.joinpath(_VERSION).is_file():
            return Installation(program.parent, InstallationKind(kind))
    except (OSError, ValueError):
        pass
    return None
