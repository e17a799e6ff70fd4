"""What of the libraries does not travel: named in `payload.toml`, or reached by no import."""

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from installer.windows.config import Payload
from installer.windows.pe import read_binaries

_QT_FOLDERS = ("PySide6", "shiboken6")


def trim(lib: Path, qt_modules: Collection[str], config: Payload) -> None:
    """Remove from a `lib` folder what the program does not need.

    Args:
        lib: the installed libraries.
        qt_modules: the Qt modules that the program imports, such as ``QtPdf``.
        config: what goes and what stays.
    """
    for path in _files(lib):
        name = path.relative_to(lib).as_posix()
        if _matches(name, config.drop) and not _matches(name, config.keep):
            path.unlink()
    for name in config.emptied:
        (lib / name).write_bytes(b"")
    _keep_modules(lib / "PySide6", qt_modules)
    _keep_plugins(lib / "PySide6" / "plugins", config.plugins)
    _drop_unreached(lib)
    for folder in sorted((path for path in lib.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _matches(name: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs)


def _keep_modules(qt: Path, wanted: Collection[str]) -> None:
    """Keep the Qt modules that are imported, with those that they import themselves."""
    kept: set[str] = set()
    waiting = set(wanted)
    while waiting:
        name = waiting.pop()
        kept.add(name)
        if (path := qt / f"{name}.pyd").is_file():
            waiting |= qt_imports(path) - kept
    for path in qt.glob("Qt*.pyd"):
        if path.stem not in kept:
            path.unlink()


def qt_imports(module: Path) -> set[str]:
    """Return the Qt modules that a Qt module names for import when it is itself imported."""
    # shiboken keeps each as a C string of its own; longer strings are names of types.
    words = (word.rpartition(b"\0")[2] for word in module.read_bytes().split(b"\0"))
    names = (word.removeprefix(b"PySide6.") for word in words if word.startswith(b"PySide6.Qt"))
    return {name.decode("ascii") for name in names if name.isalnum()} - {module.stem}


def _keep_plugins(plugins: Path, globs: Iterable[str]) -> None:
    for path in _files(plugins):
        if not _matches(path.relative_to(plugins).as_posix(), globs):
            path.unlink()


def _drop_unreached(lib: Path) -> None:
    """Remove Qt's DLLs that nothing left in the payload imports, directly or by way of others."""
    imports = {binary.path: binary.imports for binary in read_binaries(lib)}
    candidates = {path for folder in _QT_FOLDERS for path in imports if path.parent == lib / folder}
    candidates = {path for path in candidates if path.suffix == ".dll"}
    reached: set[str] = set()
    waiting = [path for path in imports if path not in candidates]
    while waiting:
        names = imports[waiting.pop()] - reached
        reached |= names
        waiting += [path for path in candidates if path.name.lower() in names]
    for path in candidates:
        if path.name.lower() not in reached:
            path.unlink()
