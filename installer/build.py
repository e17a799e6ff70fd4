"""Make the offline installer for Windows; the same on Linux and on Windows.

python -m installer.build                        everything, runtime from installer/vendor/
python -m installer.build --runtime FILE         another copy of the runtime
python -m installer.build --wheels DIR --offline libraries fetched earlier, no network
python -m installer.build --payload-only         the program folder alone, without NSIS
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

if not __package__:
    # Started as a file: what lies beside this one must not stand for modules of the same name.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from installer.windows import nsis, proofs, wheels
from installer.windows.config import INSTALLER, ROOT, Payload, read_config
from installer.windows.distributions import check_distributions
from installer.windows.dll_closure import check_dlls
from installer.windows.errors import BuildError
from installer.windows.files import draft_file, publish, settle_times
from installer.windows.licences import gather_licences
from installer.windows.lock_filter import filter_lock, write_lock
from installer.windows.module_closure import check_modules, read_qt_modules
from installer.windows.program import copy_program, read_version
from installer.windows.pyc import compile_modules
from installer.windows.runtime import unpack_runtime
from installer.windows.trim import trim
from requirements.locks import Locked

_T = TypeVar("_T")


def main(words: Sequence[str] | None = None) -> int:
    """Build; return the exit code: 0 done, 1 something is to be mended first, 2 wrong usage."""
    options = _parse(words)
    try:
        _Build(options).run()
    except BuildError as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    return 0


class _Build:
    """The steps in their order, and how long each took."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._config: Payload = read_config(python=options.python)
        self._payload = options.build.resolve() / "payload"
        # Nothing unfinished bears a final name: neither the folder nor the installer.
        self._draft = self._payload.with_name("payload.baru")
        self._seconds: dict[str, float] = {}

    def run(self) -> None:
        """Make the payload, prove it complete, pack it."""
        for folder in (self._payload, self._draft):
            shutil.rmtree(folder, ignore_errors=True)
        self._draft.mkdir(parents=True)
        options, config = self._options, self._config
        lib = self._draft / "lib"
        self._step("runtime", lambda: unpack_runtime(
            options.runtime or INSTALLER / "vendor" / config.runtime_file,
            self._draft / "runtime", config, checked=not options.runtime_unchecked))  # fmt: skip
        locked = self._step("pustaka", lambda: self._install_libraries(lib))
        copy_program(self._draft, options.version)
        modules = read_qt_modules(self._draft / "app", config)
        self._step("rampingkan", lambda: trim(lib, modules, config))
        self._step("bukti", lambda: self._prove(locked))
        self._step("pyc", lambda: compile_modules(self._draft, config))
        _refuse(proofs.check_paths(self._draft, config))
        _refuse(proofs.check_installed_size(self._draft, config))
        settle_times(self._draft)
        self._draft.rename(self._payload)
        self._step("periksa", lambda: _try_program(self._payload))
        size = proofs.measure_size(self._payload)
        count = sum(path.is_file() for path in self._payload.rglob("*"))
        _say(f"payload {size / proofs.MB:.1f} MB, {count} berkas: {self._payload}")
        if not options.payload_only:
            self._pack(size)
        if options.runtime_unchecked:
            _say("runtime tidak dicocokkan dengan SHA-256-nya: hanya untuk tes, jangan dibagikan")
        steps = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in self._seconds.items())
        _say(f"waktu: {steps}")

    def _step(self, name: str, work: Callable[[], _T]) -> _T:
        start = time.monotonic()
        result = work()
        self._seconds[name] = time.monotonic() - start
        return result

    def _install_libraries(self, lib: Path) -> list[Locked]:
        options, python = self._options, self._config.python
        locked = filter_lock(ROOT / "requirements" / "app.lock", python)
        lock = self._draft.with_name("app-windows.lock")
        write_lock(locked, lock)
        if not options.offline:
            wheels.download_wheels(lock, options.wheels, python)
        wheels.install_wheels(lock, options.wheels, lib, python)
        return locked

    def _prove(self, locked: list[Locked]) -> None:
        """Gather the licences, then prove that nothing is missing; tell all problems at once."""
        config = self._config
        problems = gather_licences(self._draft, [item.name for item in locked], config)
        problems += check_distributions(self._draft, config)
        problems += check_dlls(self._draft, config)
        problems += check_modules(self._draft, config)
        problems += proofs.check_required(self._draft, config)
        _refuse(problems)

    def _pack(self, size: int) -> None:
        options = self._options
        for all_users in (False, True)[: 1 + options.all_users]:
            setup = nsis.Setup(options.version, options.nsis_target, all_users, options.sign)
            self._pack_one(setup, size)

    def _pack_one(self, setup: nsis.Setup, size: int) -> None:
        final = self._options.out.resolve() / setup.file_name
        with draft_file(final) as draft:
            name = "makensis (semua pengguna)" if setup.all_users else "makensis"
            self._step(name, lambda: nsis.make_setup(setup, self._payload, size, draft))
            _refuse(proofs.check_setup_size(draft, self._config))
            found = publish(draft, final)
        _say(f"{final}  {final.stat().st_size / proofs.MB:.1f} MB  sha256 {found}")


def _try_program(payload: Path) -> None:
    if sys.platform != "win32":
        _say("periksa: berjalan di ./dev test-installer, di bawah Wine")
        return
    python, launch = payload / "runtime" / "python.exe", payload / "launch.py"
    # The builder's own office data is nothing to try a payload on.
    with tempfile.TemporaryDirectory() as data:
        done = subprocess.run([python, launch, "--data", data, "--buat", "periksa"])
    if done.returncode:
        raise BuildError("Program di payload tidak lulus periksa; lihat pesannya di atas.")


def _refuse(problems: list[str]) -> None:
    if problems:
        raise BuildError("Payload belum benar:\n  " + "\n  ".join(problems))


def _say(text: str) -> None:
    print(f"build: {text}", flush=True)


def _parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build", description="Membuat pemasang Windows.")
    add = parser.add_argument
    add("--runtime", type=Path, help="runtime Python: zip, atau (hanya tes) folder")
    add("--runtime-unchecked", action="store_true", help="tanpa mencocokkan SHA-256 (hanya tes)")
    add("--python", help="versi minor runtime (hanya tes)")
    add("--wheels", type=Path, default=ROOT / "build" / "wheels-win", help="folder pustaka")
    add("--offline", action="store_true", help="jangan ambil apa pun dari internet")
    add("--payload-only", action="store_true", help="folder program saja, tanpa NSIS")
    add("--all-users", action="store_true", help="buat juga pemasang untuk semua pengguna")
    add("--sign", metavar="PERINTAH", help="perintah tanda tangan; %%1 adalah berkasnya")
    add("--version", default=read_version(), help="versi lain (hanya tes)")
    add("--nsis-target", default="x86-unicode", help="stub NSIS (amd64-unicode untuk Wine)")
    add("--build", type=Path, default=ROOT / "build" / "windows", help="folder kerja")
    add("--out", type=Path, default=ROOT / "dist", help="folder hasil")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
