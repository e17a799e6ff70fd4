"""Windows programs of a few lines, made with mingw."""

import subprocess
import tempfile
from pathlib import Path


def compile_c(source: str, target: Path, *flags: str) -> None:
    """Compile C to a Windows program or DLL.

    Raises:
        subprocess.CalledProcessError: it does not compile.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.c"
        path.write_text(source, encoding="utf-8")
        command = ["x86_64-w64-mingw32-gcc", "-O1", "-s", "-o", str(target), str(path)]
        subprocess.run([*command, *flags, "-ladvapi32"], check=True)
