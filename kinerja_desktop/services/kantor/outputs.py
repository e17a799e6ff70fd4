"""Where a file may be written that the clerk asked for: never over the office's own data."""

import errno
from collections.abc import Sequence
from pathlib import Path

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office


def require_output(office: Office, target: Path, endings: Sequence[str]) -> None:
    """Refuse a target inside the data folder, or one that bears the name of another kind of file.

    Every file and package that leaves the office asks here first (`docs/architecture.md` §2.7).

    Args:
        office: the open office.
        target: the file to write, wherever links lead to it; or the folder for a package.
        endings: what its name may end with, such as ``.xlsx``; empty for a folder.

    Raises:
        KinerjaError: it must not be written; nothing was touched.
    """
    try:
        place = _resolve(target)
    except (OSError, RuntimeError) as error:  # links that lead round in a circle
        raise KinerjaError(
            f"{target} tidak dapat ditulis: tautan di jalurnya tidak berujung.",
            "Pilih folder lain, misalnya Dokumen atau flashdisk.",
        ) from error
    if place.is_relative_to(office.folder.resolve()):
        raise KinerjaError(
            f"{target} terletak di folder data Kinerja Desktop, jadi tidak ditulis.",
            "Pilih folder lain, misalnya Dokumen atau flashdisk.",
        )
    if endings and target.suffix.lower() not in endings:
        raise KinerjaError(
            f"Nama berkas '{target.name}' bukan nama untuk berkas ini.",
            f"Akhiri nama berkas dengan {' atau '.join(endings)}.",
        )


def _resolve(target: Path) -> Path:
    """Follow links as far as they lead; what they lead to need not be there.

    Raises:
        OSError: they lead round in a circle, from Python 3.13 on.
        RuntimeError: the same, before.
    """
    try:
        return target.resolve(strict=True)
    except OSError as error:
        # Only strictly are circles told by every version of Python.
        if error.errno == errno.ELOOP:
            raise
        return target.resolve()
