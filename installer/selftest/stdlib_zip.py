"""Pack the standard library of the Python that runs this, compiled, as the embeddable package does.

Run by a Python of the stand-in's version, without the rest of this project.
"""

import importlib._bootstrap_external as bootstrap  # type: ignore[import-not-found]
import sys
import sysconfig
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
            if _LEFT_OUT & set(name.parts) or name.parts[0].startswith(("_sysconfigdata", "config-")):
                continue
            code = compile(path.read_bytes(), name.as_posix(), "exec", dont_inherit=True)
            data = bootstrap._code_to_hash_pyc(code, b"\0" * 8, False)
            archive.writestr(zipfile.ZipInfo(name.with_suffix(".pyc").as_posix()), data)
    licence = stdlib / "LICENSE.txt"
    text = licence.read_text("utf-8") if licence.is_file() else sys.copyright
    (target.parent / "LICENSE.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    pack_stdlib(Path(sys.argv[1]))
