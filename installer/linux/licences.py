"""The licence of everything that the package carries, in the folder `LISENSI`."""

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib.metadata import distribution
from pathlib import Path

from installer.linux.distributions import ROOT, runtime_distributions

FOLDER = "LISENSI"

_HERE = Path(__file__).parent
# Debian keeps the common texts on every machine.
_COMMON = Path("/usr/share/common-licenses")
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_QT = (_HERE / "Qt.txt", _COMMON / "LGPL-3", _COMMON / "GPL-3")
#: Wheels that bring no text.
_GIVEN = {
    "pyside6-addons": _QT,
    "pyside6-essentials": _QT,
    "pyside6-pdf": _QT,
    "shiboken6": _QT,
}


def find_texts() -> dict[str, tuple[Path, ...]]:
    """Return the licence texts of each part of the package; none where a text is missing."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    python = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    resources = ROOT / "resources"
    return {
        "kinerja-desktop": _existing([ROOT / "LICENSE"]),
        "python": _existing(python)[:1],
        # The program that starts the folder is PyInstaller's.
        "pyinstaller": _of_distribution("pyinstaller"),
        "fonts": _existing((resources / "fonts").glob("LICENSE*")),
        "icons": _existing((resources / "icons").glob("LICENSE*")),
        **{name: _of_distribution(name) for name in runtime_distributions()},
    }


def missing_texts(texts: Mapping[str, tuple[Path, ...]]) -> list[str]:
    """Return a sentence for each part without a licence text, or with an empty one."""
    return [
        f"Naskah lisensi {name} tidak ada: sebutkan berkasnya di installer/linux/licences.py."
        for name, paths in texts.items()
        if not paths or any(not path.read_bytes().strip() for path in paths)
    ]


def write_texts(texts: Mapping[str, tuple[Path, ...]], folder: Path) -> None:
    """Copy all texts into a folder; one that several parts share stands there once."""
    folder.mkdir(parents=True)
    lines = []
    for name, paths in sorted(texts.items()):
        for path in paths:
            copy = _name_copy(name, path)
            shutil.copyfile(path, folder / copy)
            lines.append(f"{name}: {copy}\n")
    (folder / "DAFTAR.txt").write_text("".join(lines), encoding="utf-8")


def _of_distribution(name: str) -> tuple[Path, ...]:
    if name in _GIVEN:
        return _existing(_GIVEN[name])
    files = distribution(name).files or []
    return _existing(
        Path(str(file.locate()))
        for file in files
        if ".dist-info" in file.parts[0] and _TEXT.search(file.name)
    )


def _existing(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(path for path in sorted(paths) if path.is_file())


def _name_copy(name: str, path: Path) -> str:
    if path.parent in (_COMMON, _HERE):
        return path.name
    return f"{name}-{path.name}"
