"""From the start of the process to a painted window, and the memory it then holds."""

import os
import subprocess
import sys
import time
from pathlib import Path

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
    if context.tasks.pending:
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
    for run in range(runs + 1):
        first = _run(_BARE)
        painted, full, size = _run(_OURS, str(data))
        # The first run only warms the disk.
        if run:
            bare += first
            ours.append(painted)
            filled.append(full)
            memory.append(size)
    return ours, bare, filled, memory


def _run(code: str, *words: str) -> list[float]:
    environment = {**os.environ, "MULAI": str(time.time()), "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return [float(line) for line in done.stdout.split()]
