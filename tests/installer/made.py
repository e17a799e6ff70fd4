"""Small Windows files and folders, made by hand."""

import dataclasses
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installer.windows.config import Payload, read_config

AMD64, I386 = 0x8664, 0x14C
_SECTION = 0x1000


def config(**changes: object) -> Payload:
    """The real configuration with some values of a test's own."""
    return dataclasses.replace(read_config(), **changes)  # type: ignore[arg-type]


def pe_image(
    imports: Sequence[str] = (), delayed: Sequence[str] = (), machine: int = AMD64
) -> bytes:
    """A Windows DLL of one section that imports others."""
    names = b"".join(name.encode() + b"\0" for name in (*imports, *delayed))
    tables = 20 * (len(imports) + 1) + 32 * (len(delayed) + 1)
    place, descriptors, delays = _SECTION + tables, b"", b""
    for name in imports:
        descriptors += struct.pack("<5I", place, 0, 0, place, place)
        place += len(name) + 1
    for name in delayed:
        delays += struct.pack("<8I", 1, place, place, place, place, 0, 0, 0)
        place += len(name) + 1
    body = descriptors + bytes(20) + delays + bytes(32) + names
    body += bytes(-len(body) % 0x200)
    directories = [(0, 0)] * 16
    if imports:
        directories[1] = (_SECTION, 20 * (len(imports) + 1))
    if delayed:
        directories[13] = (_SECTION + len(descriptors) + 20, 32 * (len(delayed) + 1))
    header = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + b"PE\0\0"
    header += struct.pack("<HHIIIHH", machine, 1, 0, 0, 0, 240, 0x2022)
    header += struct.pack("<HBBIIIII", 0x20B, 0, 0, 0, len(body), 0, 0, _SECTION)
    header += struct.pack("<QII", 0x180000000, 0x1000, 0x200)
    header += struct.pack("<6HIIII", 6, 0, 0, 0, 6, 0, 0, 0x1000 + len(body), 0x200, 0)
    header += struct.pack("<HHQQQQII", 2, 0, 1 << 20, 1 << 12, 1 << 20, 1 << 12, 0, 16)
    header += b"".join(struct.pack("<II", *directory) for directory in directories)
    header += b".idata\0\0" + struct.pack(
        "<IIIIIIHHI", len(body), _SECTION, len(body), 0x200, 0, 0, 0, 0, 0x40000040
    )
    return header + bytes(0x200 - len(header)) + body


def write(path: Path, data: str | bytes = b"x") -> Path:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def runtime_files(tag: str = "313", machine: int = AMD64) -> dict[str, bytes]:
    """The names of an embeddable package; only its DLL is a Windows file."""
    files = dict.fromkeys(read_config().runtime_needed, b"x")
    return {**files, f"python{tag}.dll": pe_image(machine=machine), f"python{tag}.zip": b"x"}


def write_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip of some files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def write_payload(folder: Path, app: dict[str, str], lib: dict[str, str | bytes]) -> Path:
    """Write a program folder: modules of the program, libraries, a standard library of two."""
    (folder / "runtime").mkdir(parents=True)
    write_zip(folder / "runtime" / "python313.zip", {"json/__init__.pyc": b"", "re.pyc": b""})
    write(folder / "launch.py", "import sys\n")
    for name, text in app.items():
        write(folder / "app" / name, text)
    for name, data in lib.items():
        write(folder / "lib" / name, data)
    return folder
