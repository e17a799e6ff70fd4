"""A stand-in for python.org's embeddable package, for tests on a machine that cannot fetch it.

NEVER SHIP IT. The DLLs are genuine (taken out of a wheel that carries them), but ``python.exe`` is
a stub of ten lines, and the standard library is that of a Python on this machine: the same minor
version, another patch level.

python -m installer.selftest.standin_runtime FOLDER   (mingw; the network, the first time)
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installer.selftest import wine_stubs
from installer.selftest.compiler import compile_c
from installer.windows.config import ROOT, read_config
from installer.windows.pythons import find_python

HERE = Path(__file__).resolve().parent
_EXE = """#include <windows.h>
int wmain(int argc, wchar_t **argv) {
    HMODULE dll = LoadLibraryW(L"python%s.dll");
    int (*start)(int, wchar_t **) = dll ? (void *)GetProcAddress(dll, "Py_Main") : 0;
    return start ? start(argc, argv) : 250;
}
"""
_NOT_PYTHON = ("api-ms-", "tcl86", "tk86", "_tkinter", "_test", "t-win_amd64", "_wmi")


def choose_minor() -> str:
    """Return the minor version to test with: the one that ships, else that of this Python."""
    shipped = read_config().python
    return shipped if find_python(shipped) else ".".join(map(str, sys.version_info[:2]))


def make_runtime(folder: Path, minor: str) -> Path:
    """Make the stand-in runtime in ``folder/runtime``, Wine's stubs in ``folder/wine-stubs``.

    Returns:
        The runtime's folder.

    Raises:
        subprocess.CalledProcessError: pip or the compiler failed.
        LookupError: there is no Python of that minor version here.
    """
    python = find_python(minor)
    if python is None:
        raise LookupError(f"tidak ada Python {minor} di sini")
    runtime = folder / "runtime"
    shutil.rmtree(runtime, ignore_errors=True)
    runtime.mkdir(parents=True)
    tag = minor.replace(".", "")
    _take_genuine_parts(runtime, minor)
    _make_stable_abi(runtime, tag)
    compile_c(_EXE % tag, runtime / "python.exe", "-municode")
    compile_c(_EXE % tag, runtime / "pythonw.exe", "-municode", "-mwindows")
    wine_stubs.make_stubs(folder / "wine-stubs")
    script = HERE / "stdlib_zip.py"
    subprocess.run([*python, str(script), str(runtime / f"python{tag}.zip")], check=True)
    # Travels with whatever is made of it.
    (runtime / "BUKAN-UNTUK-DIBAGIKAN.txt").write_text("Runtime pengganti, hanya untuk tes.\n")
    return runtime


def _take_genuine_parts(runtime: Path, minor: str) -> None:
    """Take python.org's DLLs and extension modules out of a wheel that carries them."""
    cache = ROOT / "build" / "wheels-standin" / minor
    cache.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check",
            "--no-deps", "--require-hashes", "--only-binary=:all:", "--platform", "win_amd64",
            "--implementation", "cp", "--python-version", minor,
            "--find-links", str(cache), "-d", str(cache), "-r", str(HERE / "standin.lock"),
        ],
        check=True,
    )  # fmt: skip
    (wheel,) = cache.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            base = name.rpartition("/")[2].replace("VCRUNTIME", "vcruntime")
            if name.startswith("deploy_libs/") and base and not _is_foreign(base):
                (runtime / base).write_bytes(archive.read(name))


def _is_foreign(name: str) -> bool:
    return any(word in name for word in _NOT_PYTHON)


def _make_stable_abi(runtime: Path, tag: str) -> None:
    """Make ``python3.dll``, which the wheel lacks: every export forwarded to the real DLL."""
    import pefile

    image = pefile.PE(str(runtime / f"python{tag}.dll"), fast_load=True)
    image.parse_data_directories([0])
    symbols: Sequence[str] = sorted(
        symbol.name.decode("ascii")
        for symbol in image.DIRECTORY_ENTRY_EXPORT.symbols
        if symbol.name
    )
    image.close()
    with tempfile.TemporaryDirectory() as folder:
        definition = Path(folder) / "python3.def"
        lines = "".join(f"  {name} = python{tag}.{name}\n" for name in symbols)
        definition.write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}")
        compile_c(
            "int unused(void) { return 0; }\n", runtime / "python3.dll",
            "-shared", "-nostdlib", "-Wl,--entry=0", str(definition),
        )  # fmt: skip


if __name__ == "__main__":
    print(make_runtime(Path(sys.argv[1]).resolve(), choose_minor()))
