"""What Windows programs and libraries import from one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.windows.errors import BuildError
from installer.windows.runtime import AMD64, read_machine

_ENDINGS = (".exe", ".dll", ".pyd")
_IMPORT, _DELAY_IMPORT = 1, 13


@dataclass(frozen=True)
class Binary:
    """A Windows program or library and the DLLs it names, in small letters."""

    path: Path
    imports: frozenset[str]


def read_binaries(folder: Path) -> Iterator[Binary]:
    """Read the import tables, delay-loaded too, of all programs and libraries below a folder.

    Raises:
        BuildError: one is not a 64-bit Windows file.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file():
            yield Binary(path, read_imports(path))


def read_imports(path: Path) -> frozenset[str]:
    """Return the DLLs that a file imports, in small letters.

    Raises:
        BuildError: it is not a 64-bit Windows file.
    """
    import pefile

    data = path.read_bytes()
    if read_machine(data) != AMD64:
        raise BuildError(
            f"{path} bukan berkas Windows 64-bit. Periksa pustaka dan runtime yang dipakai."
        )
    image = pefile.PE(data=data, fast_load=True)
    image.parse_data_directories([_IMPORT, _DELAY_IMPORT], import_dllnames_only=True)
    tables = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
    return frozenset(
        entry.dll.decode("ascii").lower() for table in tables for entry in getattr(image, table, [])
    )
