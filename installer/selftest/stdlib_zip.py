"""Pack the standard library of the Python that runs this, compiled, as the embeddable package does.

Run by a Python of the stand-in's version, without the rest of this project.
"""

import py_compile
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

_LEFT_OUT = {
    "test", "tests", "idlelib", "tkinter", "turtledemo", "ensurepip", "lib2to3", "lib-dynload",
    "site-packages", "dist-packages", "__pycache__", "venv", "pydoc_data",
}  # fmt: skip


def pack_stdlib(target: Path) -> None:
    """Write the zip, and beside it the licence that the embeddable package brings too."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(stdlib.rglob("*.py")):
            name = path.relative_to(stdlib)
            if not _is_left_out(name):
                info = zipfile.ZipInfo(name.with_suffix(".pyc").as_posix())
                archive.writestr(info, _compile(path, name), zipfile.ZIP_DEFLATED)
    licence = stdlib / "LICENSE.txt"
    text = licence.read_text("utf-8") if licence.is_file() else sys.copyright
    (target.parent / "LICENSE.txt").write_text(text, encoding="utf-8")


def _is_left_out(name: Path) -> bool:
    foreign = name.parts[0].startswith(("_sysconfigdata", "config-"))
    return foreign or bool(_LEFT_OUT & set(name.parts))


def _compile(path: Path, name: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "module.pyc"
        mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(path), str(compiled), name.as_posix(), True, 0, mode)
        return compiled.read_bytes()


if __name__ == "__main__":
    pack_stdlib(Path(sys.argv[1]))
