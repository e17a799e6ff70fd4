"""From the start of the process to a painted window, and the memory it then holds."""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

_BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import sqlmodel
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: (print(time.time() - float(os.environ["MULAI"])), application.quit()))
application.exec()
"""

_OURS = """
import os, sys, time
from pathlib import Path
from kinerja_desktop import garbage
from kinerja_desktop.__main__ import import_before_qt
garbage.hold_back()
import_before_qt()
from PySide6.QtCore import QTimer
from kinerja_desktop.ui.shell.application import make_application, open_or_explain
application = make_application()
office = open_or_explain(Path(sys.argv[1]))
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.main_window import MainWindow
context = Context(office)
window = MainWindow(context)
window.show()
garbage.settle()
def painted():
    print(time.time() - float(os.environ["MULAI"]))
    wait()
def wait():
    # The first page comes only after the frame was painted.
    if context.tasks.pending or not window.stack.count():
        QTimer.singleShot(5, wait)
        return
    print(time.time() - float(os.environ["MULAI"]))
    QTimer.singleShot(300, end)
def end():
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc").exists() else 0
    print(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
    application.quit()
QTimer.singleShot(0, painted)
application.exec()
context.close()
office.close()
"""


def time_start(data: Path, runs: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return seconds to paint ours and a bare window, seconds to filled, and MB resident."""
    ours, bare, filled, memory = [], [], [], []
    with TemporaryDirectory() as compiled:
        environment = environment_compiled(Path(compiled))
        for run in range(runs + 1):
            first = _run(_BARE, environment)
            painted, full, size = _run(_OURS, environment, str(data))
            # The first run compiles the modules and warms the disk.
            if run:
                bare += first
                ours.append(painted)
                filled.append(full)
                memory.append(size)
    return ours, bare, filled, memory


def environment_compiled(folder: Path) -> dict[str, str]:
    """Return an environment whose modules are compiled once, as those of an installation are.

    A container may forbid it (`PYTHONDONTWRITEBYTECODE`); each start would then compile the whole
    program anew, and only ours: pip has compiled the libraries.
    """
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder), "QT_LOGGING_RULES": "*=false"}


def _run(code: str, environment: dict[str, str], *words: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env={**environment, "MULAI": str(time.time())},
        check=True,
    )
    return [float(line) for line in done.stdout.split()]
