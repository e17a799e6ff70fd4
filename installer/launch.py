r"""Start-up file of the installed program; the shortcuts run ``pythonw.exe`` with it.

pythonw has no console, so what goes wrong before the window opens would be seen by nobody: it is
written to ``%LOCALAPPDATA%\KinerjaDesktop\log\mulai.log`` and shown in a message box.
"""

import os
import sys
import traceback
from pathlib import Path
from typing import IO

_TITLE = "Kinerja Desktop"


def start() -> int:
    """Start the program; return its exit code."""
    words = sys.argv[1:]
    has_console = sys.stderr is not None
    _give_streams()
    try:
        if sys.platform == "win32":
            _answer_platform_questions()
            _name_taskbar_group()
        from kinerja_desktop.__main__ import main

        return main(words)
    except Exception:  # noqa: BLE001 (told to whoever started it, and a failure)
        text = traceback.format_exc()
        log = _write_log(text)
        is_command = bool(words) and not words[0].startswith("-")
        if has_console or is_command:
            print(text, file=sys.stderr)
        else:
            _show_box(log)
        return 1


def _give_streams() -> None:
    """Without a console there are no streams, and the first `print` would fail."""
    if sys.stdout is None or sys.stderr is None:
        stream = _open_log() or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        sys.stdout = sys.stdout or stream
        sys.stderr = sys.stderr or stream


def _log_path() -> Path:
    base = os.environ.get("LOCALAPPDATA") or Path.home()
    return Path(base) / "KinerjaDesktop" / "log" / "mulai.log"


def _open_log() -> IO[str] | None:
    """Open the log of this start; None where nothing can be written, which stops no start."""
    path = _log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8", buffering=1)
    except OSError:
        return None


def _write_log(text: str) -> Path | None:
    path = _log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return path


def _show_box(log: Path | None) -> None:
    sent = f"kirim berkas {log}" if log else "laporkan pesan ini"
    message = (
        f"Kinerja Desktop tidak dapat dibuka. Data kantor tetap ada di foldernya.\n\n"
        f"Pasang ulang program dengan berkas setup yang sama. Bila tetap gagal, {sent} "
        f"kepada pembuat program."
    )
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, _TITLE, 0x10)
    else:
        print(message, file=sys.stderr)


def _answer_platform_questions() -> None:
    """Answer beforehand what sqlalchemy asks of `platform` while it is imported.

    Python asks WMI, which takes seconds or hangs on some PCs (cpython issues 112278 and 125315),
    and without WMI it starts cmd.exe.
    """
    if sys.platform != "win32":
        return
    import platform

    windows = sys.getwindowsversion()
    platform._uname_cache = platform.uname_result(
        "Windows",
        os.environ.get("COMPUTERNAME", ""),
        "11" if windows.build >= 22000 else "10",
        f"{windows.major}.{windows.minor}.{windows.build}",
        os.environ.get("PROCESSOR_ARCHITECTURE", "AMD64"),
    )


def _name_taskbar_group() -> None:
    """Let the taskbar show our icon and name instead of Python's."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("KinerjaDesktop")


if __name__ == "__main__":
    sys.exit(start())
