"""The packaged Linux program against the same program run by Python: how long until it is seen.

Both sides are the real program in its own process, asked by Qt's own log when the window was
painted. The checkout has its compiled modules too, as a wheel would have after installation.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bench.offices import make_office
from bench.start import environment_compiled
from bench.timing import Line
from installer.linux.build_deb import NAME, WORK, freeze
from installer.linux.distributions import ROOT
from kinerja_desktop.ui.shell.crash import LOG_NAME

_PAIRS = 11
_PATIENCE_S = 60
#: Qt then says when a window's pixels go to the screen; the program logs what Qt says.
_TELL = {"QT_LOGGING_RULES": "*=false;qt.widgets.painting=true"}
_PAINTED = "Qt: Flushing"


def measure_packaged(folder: Path) -> Iterator[Line]:
    """Compare starts in pairs, in one run; the program is frozen first when it is out of date."""
    program = find_frozen()
    data = folder / "paket"
    make_office(data, 40, 5).close()
    environment = {**environment_compiled(folder / "pyc"), "PYTHONPATH": str(ROOT)}
    ours, floor = [], []
    for run in range(_PAIRS + 1):
        packaged = time_painted([str(program)], data, environment)
        checkout = time_painted([sys.executable, "-m", "kinerja_desktop"], data, environment)
        # The first run compiles the modules and warms the disk.
        if run:
            ours.append(packaged)
            floor.append(checkout)
    yield Line(
        "program Linux terpaket: mulai sampai jendela tampil",
        statistics.median(ours) * 1000, statistics.median(floor) * 1000, 1.1, "ms",
        "python -m kinerja_desktop dengan modul terkompilasi",
    )  # fmt: skip
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file())
    yield Line("program Linux terpaket: terpasang", size / 1e6, None, 160, "MB", "")


def find_frozen() -> Path:
    """Return the frozen program, made anew when anything it is made of is younger."""
    program = WORK / NAME / NAME
    parts = [ROOT / "requirements" / "app.lock"]
    for name in ("kinerja_desktop", "resources", "installer/linux"):
        parts += (ROOT / name).rglob("*.*")
    youngest = max(path.stat().st_mtime for path in parts if "__pycache__" not in path.parts)
    if not program.exists() or program.stat().st_mtime < youngest:
        freeze()
    return program


def time_painted(command: list[str], data: Path, environment: dict[str, str]) -> float:
    """Start the program on an office and return the seconds until its window was painted."""
    log = data / LOG_NAME
    log.unlink(missing_ok=True)
    started = time.time()
    process = subprocess.Popen(
        [*command, "--data", str(data)],
        env={**environment, **_TELL},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        painted = _wait_painted(log, process, started + _PATIENCE_S)
        # What the program does once it is seen shall not weigh on the next start.
        time.sleep(0.3)
    finally:
        process.terminate()
        process.wait()
    return painted - started


def find_painted(log: Path) -> float | None:
    """Return when the window was painted, None when that has not yet been logged."""
    if not log.exists():
        return None
    for line in log.read_text(encoding="utf-8").splitlines():
        if _PAINTED in line:
            moment = datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f").astimezone()
            return moment.timestamp()
    return None


def _wait_painted(log: Path, process: subprocess.Popen[bytes], until: float) -> float:
    while (painted := find_painted(log)) is None:
        if process.poll() is not None or time.time() > until:
            raise RuntimeError(f"no window was painted: {process.args!r}")
        time.sleep(0.02)
    return painted
