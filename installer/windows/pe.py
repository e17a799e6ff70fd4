"""What Windows programs and libraries import from one another."""

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from installer.windows.errors import BuildError
from installer.windows.runtime import AMD64, read_machine

_ENDINGS = (".exe", ".dll", ".pyd")


class _Table(NamedTuple):
    """A table of imports: its number in the header, bytes of an entry, where the name stands."""

    number: int
    size: int
    name_at: int


_TABLES = (_Table(1, 20, 12), _Table(13, 32, 4))  # at the start, and when first used


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
    with contextlib.closing(pefile.PE(data=data, fast_load=True)) as image:
        return frozenset(name.lower() for table in _TABLES for name in _read_table(image, table))


def _read_table(image: Any, table: _Table) -> Iterator[str]:
    # Not pefile's own parser: it leaves out what it finds odd, and a proof must not.
    place = image.OPTIONAL_HEADER.DATA_DIRECTORY[table.number].VirtualAddress
    while place:
        entry = image.get_data(place, table.size)
        (name,) = struct.unpack_from("<I", entry, table.name_at)
        if not name:
            return
        yield image.get_string_at_rva(name).decode("ascii")
        place += table.size
