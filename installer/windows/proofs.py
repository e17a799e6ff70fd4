"""Proofs of a finished program folder that need no reading of code: files, paths, sizes."""

from pathlib import Path

from installer.windows.config import Payload

MB = 1_000_000


def check_required(payload: Path, config: Payload) -> list[str]:
    """Return a line for every file that the program relies on and the payload lacks."""
    return [
        f"{glob} tidak ada di payload"
        for glob in config.required
        if not any(path.is_file() for path in payload.glob(glob))
    ]


def check_paths(payload: Path, config: Payload) -> list[str]:
    """Return a line for every path that would be too long for Windows."""
    names = sorted(path.relative_to(payload).as_posix() for path in payload.rglob("*"))
    return [
        f"jalur terlalu panjang untuk Windows ({len(name)} huruf): {name}"
        for name in names
        if len(name) > config.path_length
    ]


def check_installed_size(payload: Path, config: Payload) -> list[str]:
    """Return a line when the program would take too much room."""
    return _too_big("Yang terpasang", measure_size(payload), config.installed_mb)


def check_setup_size(setup: Path, config: Payload) -> list[str]:
    """Return a line when the installer is too large to hand over."""
    return _too_big(setup.name, setup.stat().st_size, config.setup_mb)


def measure_size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _too_big(what: str, size: int, most: int) -> list[str]:
    if size <= most * MB:
        return []
    return [f"{what} {size / MB:.1f} MB, paling banyak {most} MB; buang yang tidak perlu di [trim]"]
