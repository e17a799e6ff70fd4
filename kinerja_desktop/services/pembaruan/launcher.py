"""Start another program and let it run on by itself."""

import os
import sys
from pathlib import Path

from kinerja_desktop.errors import KinerjaError, explain_os_error

_REFUSED = 1223  # ERROR_CANCELLED: Windows asked for consent and was refused
# A virus scanner (225), a policy (1260) or Smart App Control (4551) forbids it.
_FORBIDDEN = (225, 1260, 4551)


def start_program(path: Path, arguments: str) -> None:
    """Start a program that outlives this one.

    Args:
        path: the program.
        arguments: its arguments, as one line.

    Raises:
        KinerjaError: it cannot be started, or Windows was not allowed to.
    """
    try:
        _start(path, arguments)
    except OSError as error:
        code = getattr(error, "winerror", None)
        if code == _REFUSED:
            raise KinerjaError(
                f"Windows tidak diizinkan menjalankan {path.name}.",
                "Buka lagi Kinerja Desktop dan ulangi, lalu pilih Ya bila Windows bertanya.",
            ) from error
        if code in _FORBIDDEN:
            raise KinerjaError(
                f"Antivirus atau aturan komputer ini melarang {path.name} dijalankan.",
                "Minta pengelola komputer mengizinkannya, atau menjalankan pemasang dari "
                "flashdisk.",
            ) from error
        raise explain_os_error(error, path) from error


def start_on_windows(path: Path, arguments: str) -> None:
    """Start as the desktop does, so that Windows can ask for an administrator's consent.

    Not in the current folder: Windows would not let the installer exchange it.
    """
    startfile = vars(os)["startfile"]
    startfile(str(path), "open", arguments, str(path.parent))


def start_on_posix(path: Path, arguments: str) -> None:
    """Start in a session of its own."""
    spawn = vars(os)["posix_spawn"]
    spawn(path, [str(path), *arguments.split()], os.environ, setsid=True)


_start = start_on_windows if sys.platform == "win32" else start_on_posix
