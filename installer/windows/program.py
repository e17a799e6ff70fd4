"""Our own part of the payload: the program, its resources and what starts it."""

import shutil
from pathlib import Path

from installer.windows.config import INSTALLER, ROOT

_STARTERS = ("launch.py", "kinerja-desktop.cmd", "kinerja.ico")


def copy_program(payload: Path, version: str) -> None:
    """Copy the program, with the resources inside the package as in the wheel.

    Args:
        payload: the program folder that is being made.
        version: stands in `VERSI`, for the installer, and in the program, which is told apart by
            it; another than the checkout's for tests.
    """
    package = payload / "app" / "kinerja_desktop"
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "kinerja_desktop", package, ignore=ignored)
    shutil.copytree(ROOT / "resources", package / "resources", ignore=ignored)
    if version != read_version():
        source = package / "__init__.py"
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace(read_version(), version), encoding="utf-8")
    for name in _STARTERS:
        shutil.copyfile(INSTALLER / name, payload / name)
    (payload / "VERSI").write_bytes(version.encode("ascii"))


def read_version() -> str:
    """Return the version of the program in this checkout."""
    from kinerja_desktop import __version__

    return __version__
