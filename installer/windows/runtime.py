"""The Windows Python that travels with the program: checked, then unpacked."""

import hashlib
import re
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

from installer.windows.config import Payload
from installer.windows.errors import BuildError

#: The processor of 64-bit Windows, in the header of its programs.
AMD64 = 0x8664


def unpack_runtime(source: Path, target: Path, config: Payload, *, checked: bool = True) -> None:
    """Put the runtime into a folder, isolated from any other Python on the PC.

    Args:
        source: the embeddable package as a zip, or unpacked as a folder.
        target: a folder that does not exist yet.
        config: which Python it must be.
        checked: compare with the SHA-256 in `config`, which needs the zip; only tests do without.

    Raises:
        BuildError: it is missing, damaged, incomplete, another file, another Python or not 64-bit.
    """
    if source.is_dir():
        _check_names(source.name, {path.name for path in source.iterdir()}, config)
        _check_machine(source.name, (source / f"python{config.tag}.dll").read_bytes(), config)
        if checked:
            raise BuildError(f"{source} adalah folder, yang tidak punya SHA-256. {_fetch(config)}")
        shutil.copytree(source, target)
    elif source.is_file():
        _unpack_zip(source, target, config, checked=checked)
    else:
        raise BuildError(f"{source} tidak ada. {_fetch(config)}")
    for name in config.runtime_drop:
        (target / name).unlink(missing_ok=True)
    # Isolated: no registry, no PYTHONPATH, no packages of the user; only these folders.
    folders = (f"python{config.tag}.zip", ".", "..\\lib", "..\\app")
    path_file = target / f"python{config.tag}._pth"
    path_file.write_bytes("".join(f"{name}\r\n" for name in folders).encode("ascii"))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, as it stands on release pages."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack_zip(source: Path, target: Path, config: Payload, *, checked: bool) -> None:
    # What kind of file it is comes first: that says more than a hash that differs.
    if not zipfile.is_zipfile(source):
        raise BuildError(
            f"{source.name} bukan berkas zip atau tidak terunduh sampai selesai. {_fetch(config)}"
        )
    try:
        with zipfile.ZipFile(source) as archive:
            _check_names(source.name, set(archive.namelist()), config)
            _check_machine(source.name, archive.read(f"python{config.tag}.dll"), config)
            if checked:
                _check_hash(source, config)
            archive.extractall(target)
    except (zipfile.BadZipFile, zlib.error) as error:
        raise BuildError(f"{source.name} rusak ({error}). {_fetch(config)}") from None


def _check_hash(source: Path, config: Payload) -> None:
    found = sha256_of(source)
    if found != config.runtime_sha256:
        raise BuildError(
            f"SHA-256 {source.name} adalah {found}, seharusnya {config.runtime_sha256}. "
            f"Hapus berkas itu. {_fetch(config)}"
        )


def _check_names(source: str, names: set[str], config: Payload) -> None:
    needed = {f"python{config.tag}.dll", f"python{config.tag}.zip", *config.runtime_needed}
    others = {match[1] for name in names if (match := re.fullmatch(r"python(3\d+)\.dll", name))}
    if others and config.tag not in others:
        minor = ", ".join(f"3.{tag[1:]}" for tag in sorted(others))
        raise BuildError(
            f"{source} berisi Python {minor}, padahal programnya memakai {config.python}. "
            f"{_fetch(config)}"
        )
    if missing := sorted(needed - names):
        raise BuildError(
            f"{source} tidak lengkap, tidak ada {', '.join(missing)}. {_fetch(config)}"
        )


def _check_machine(source: str, dll: bytes, config: Payload) -> None:
    if read_machine(dll) != AMD64:
        raise BuildError(f"{source} bukan Python Windows 64-bit. {_fetch(config)}")


def read_machine(data: bytes) -> int | None:
    """Return the processor that a Windows program is for; None when it is no such program."""
    if len(data) < 0x40 or data[:2] != b"MZ":
        return None
    (header,) = struct.unpack_from("<I", data, 0x3C)
    if data[header : header + 4] != b"PE\0\0" or len(data) < header + 6:
        return None
    (machine,) = struct.unpack_from("<H", data, header + 4)
    return int(machine)


def _fetch(config: Payload) -> str:
    return (
        f'Unduh {config.runtime_file} ("Windows embeddable package (64-bit)") dari python.org '
        "ke installer/vendor/, lalu ulangi."
    )
