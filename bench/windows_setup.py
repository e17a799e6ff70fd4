"""The Windows installer: how large, and how long it takes to make.

Around python.org's runtime when it lies in ``installer/vendor/``, else around the tests' stand-in,
which is of the same kind and size; the row says so.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.timing import Line
from installer import build
from installer.selftest.standin_runtime import choose_minor, make_runtime
from installer.windows.config import INSTALLER, ROOT, read_config
from installer.windows.lock_filter import filter_lock, write_lock
from installer.windows.proofs import MB, measure_size
from installer.windows.wheels import download_wheels

_MAX_SETUP_MB, _MAX_INSTALLED_MB, _MAX_SECONDS = 45, 160, 180


def measure_setup(folder: Path) -> Iterator[Line]:
    """Make the installer for one user, with the wheels at hand."""
    minor, runtime, note = _choose_runtime(folder)
    wheels = ROOT / "build" / ("wheels-win" if minor == read_config().python else f"wheels-{minor}")
    lock = folder / "app-windows.lock"
    write_lock(filter_lock(ROOT / "requirements" / "app.lock", minor), lock)
    download_wheels(lock, wheels, minor)
    words = [*runtime, "--python", minor, "--wheels", wheels, "--offline"]
    places = ["--build", folder / "bangun", "--out", folder / "dist"]
    start = time.monotonic()
    code = build.main([str(word) for word in (*words, *places)])
    seconds = time.monotonic() - start
    if code:
        raise RuntimeError("the installer could not be built; the reason stands above")
    (setup,) = (folder / "dist").glob("*-setup.exe")
    installed = measure_size(folder / "bangun" / "payload")
    yield Line(f"setup.exe{note}", setup.stat().st_size / MB, None, _MAX_SETUP_MB, "MB", "")
    yield Line("terpasang di Windows", installed / MB, None, _MAX_INSTALLED_MB, "MB", "")
    yield Line("membuat setup.exe", seconds, None, _MAX_SECONDS, "s", "")


def _choose_runtime(folder: Path) -> tuple[str, list[str | Path], str]:
    """Return the runtime's minor version, how to name it to the builder, and what to say of it."""
    config = read_config()
    official = INSTALLER / "vendor" / config.runtime_file
    if official.exists():
        return config.python, ["--runtime", official], ""
    minor = choose_minor()
    runtime = make_runtime(folder / "pengganti", minor)
    return minor, ["--runtime", runtime, "--runtime-unchecked"], " (runtime pengganti)"
