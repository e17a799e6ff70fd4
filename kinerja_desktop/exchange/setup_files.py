"""Installers on a stick: found, and copied from it only when they are whole."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.disk import require_file
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.exchange.stick import count_chunks, read_chunks, write_new_file

CHECKSUM_ENDING = ".sha256"
_UNFINISHED = ".tulis"
_CHECKSUM = re.compile(r"([0-9a-fA-F]{64})(?:\s|$)")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class SetupFile:
    """An installer: where it is, its version, its size in bytes."""

    path: Path
    version: str
    size: int

    @property
    def checksum_path(self) -> Path:
        """The file beside it that says its SHA-256."""
        return self.path.with_name(self.path.name + CHECKSUM_ENDING)


def find_setups(folder: Path, ending: str) -> list[SetupFile]:
    """Find the installers in a folder and the folders right in it, as clerks lay them on sticks.

    Args:
        folder: the stick, or any folder.
        ending: how the names end, such as ``-setup.exe``.

    Raises:
        KinerjaError: the folder cannot be read.
    """
    try:
        paths = sorted(folder.iterdir())
        inside = (path for place in paths if place.is_dir() for path in _list_folder(place))
        return [*_find_in(paths, ending), *_find_in(inside, ending)]
    except OSError as error:
        raise explain_os_error(error, folder) from error


def read_setup(path: Path, ending: str) -> SetupFile:
    """Take a file that the clerk has picked.

    Raises:
        KinerjaError: it is no installer of this program, or cannot be read.
    """
    version = _version_of(path.name, ending)
    if version is None:
        raise KinerjaError(
            f"{path.name} bukan pemasang Kinerja Desktop untuk komputer ini.",
            f"Pilih berkas yang bernama Kinerja-Desktop-(versi){ending}.",
        )
    try:
        require_file(path)
        return SetupFile(path, version, path.stat().st_size)
    except OSError as error:
        raise explain_os_error(error, path) from error


def copy_checked(
    setup: SetupFile, folder: Path, progress: Progress = lambda _step, _steps, _text: None
) -> Path:
    """Copy an installer, and judge by its SHA-256 what has arrived.

    From then on the stick is no longer needed.

    Args:
        setup: the installer; the file with its SHA-256 lies beside it.
        folder: where the copy goes; made when missing.
        progress: called with the step, the number of steps and what is being done; what it
            raises ends the copying and leaves nothing behind.

    Returns:
        The copy, under the installer's own name.

    Raises:
        KinerjaError: the SHA-256 is missing or another one, the stick was pulled out, or the disk
            is full; no copy is left.
    """
    wanted = _read_checksum(setup)
    target = folder / setup.path.name
    partial = target.with_name(target.name + _UNFINISHED)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            found, size = write_new_file(partial, _read_pieces(setup, progress))
            if found != wanted or size != setup.size:
                raise _damaged(setup)
            # What lies on the disk is what will run: it is judged once more.
            if _hash_file(partial) != wanted:
                raise KinerjaError(
                    f"{target.name} tidak terbaca sama setelah disalin ke komputer ini.",
                    "Penyimpanan komputer ini mungkin rusak: cadangkan data ke flashdisk dulu.",
                )
            partial.replace(target)
        finally:
            with suppress(OSError):
                partial.unlink()
    except OSError as error:
        raise explain_os_error(error, target) from error
    return target


def _find_in(paths: Iterable[Path], ending: str) -> Iterator[SetupFile]:
    for path in paths:
        version = _version_of(path.name, ending)
        if version and path.is_file():
            yield SetupFile(path, version, path.stat().st_size)


def _list_folder(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # Windows keeps a closed folder on every stick, and a worn stick damaged ones
        return []


def _version_of(name: str, ending: str) -> str | None:
    match = re.fullmatch(rf"Kinerja-Desktop-(\d+(?:\.\d+)*){re.escape(ending)}", name)
    return match[1] if match else None


def _read_checksum(setup: SetupFile) -> str:
    path = setup.checksum_path
    try:
        if path.exists():
            require_file(path)
        match = _CHECKSUM.match(path.read_text(encoding="ascii", errors="replace"))
    except FileNotFoundError:
        raise KinerjaError(
            f"{path.name} tidak ada di samping pemasang, jadi keutuhannya tidak dapat diperiksa.",
            "Salin kedua berkas (pemasang dan .sha256) ke flashdisk, lalu ulangi.",
        ) from None
    except OSError as error:
        raise explain_os_error(error, path) from error
    if match is None:
        raise KinerjaError(
            f"{path.name} tidak berisi SHA-256.", "Salin ulang kedua berkas, lalu ulangi."
        )
    return match[1].lower()


def _read_pieces(setup: SetupFile, progress: Progress) -> Iterator[bytes]:
    steps = count_chunks(setup.size)
    try:
        for step, chunk in enumerate(read_chunks(setup.path)):
            progress(step, steps, f"Menyalin dan memeriksa {setup.path.name}…")
            yield chunk
    except OSError as error:  # of the stick alone: what fails in writing does not come here
        raise explain_os_error(error, setup.path) from error


def _hash_file(path: Path) -> str:
    digest = hashlib.sha256()
    for chunk in read_chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def _damaged(setup: SetupFile) -> KinerjaError:
    return KinerjaError(
        f"{setup.path.name} di flashdisk rusak atau tidak lengkap: isinya tidak sama dengan "
        f"SHA-256 di {setup.checksum_path.name}. Tidak ada yang diubah.",
        "Salin ulang kedua berkas ke flashdisk, lalu ulangi.",
    )
