"""Compiled modules that travel along, so that the first start is as fast as the next."""

import os
import subprocess
from pathlib import Path

from installer.windows.config import Payload
from installer.windows.errors import BuildError
from installer.windows.pythons import find_python


def compile_modules(payload: Path, config: Payload) -> None:
    """Compile all modules in ``lib`` and ``app``.

    With unchecked hashes they stay valid whatever the times of the files become; a folder that
    the user may not write (all users) would otherwise be compiled anew at every start.

    Raises:
        BuildError: there is no Python of the runtime's version here, or a module does not compile.
    """
    python = find_python(config.python)
    if python is None:
        raise BuildError(
            f"Python {config.python} diperlukan untuk membuat berkas .pyc. Pasang Python "
            f"{config.python} (python{config.python} atau py -{config.python} harus menjawab), "
            "lalu ulangi."
        )
    command = [
        *python, "-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash",
        # Names in tracebacks begin at the program folder, wherever it was built.
        "-s", str(payload), "lib", "app",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, cwd=payload, env=environment, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        raise BuildError(f"Ada modul yang tidak dapat dikompilasi:\n{done.stdout}{done.stderr}")
