"""Find a pack of evidence that was written before and is still exactly what would be written."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kinerja_desktop.exchange.bags import MANIFEST, format_manifest
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError
from kinerja_desktop.exchange.stick import read_digest

Progress = Callable[[int, int, str], None]
_PAYLOAD = "data"


def find_written(
    folder: Path,
    name: str,
    files: Sequence[BerkasPaket],
    beside: Mapping[str, bytes],
    *,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path | None:
    """Return the finished pack that holds just this, every file of it read back; None for none.

    Args:
        folder: where packs of that name go, as `evidence_pack.write_pack` numbers them.
        name: of the pack's folder.
        files: the payload.
        beside: files at its top.
        progress: called with the step, the number of steps, and what is being read.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        PackStoppedError: the clerk stopped it.
    """
    checksums = {f"{_PAYLOAD}/{item.path}": item.sha256 for item in files}

    def holds_all(place: Path) -> bool:
        if _list_payload(place) != set(checksums):
            return False
        for step, (path, wanted) in enumerate(checksums.items(), 1):
            if cancelled():
                raise PackStoppedError
            progress(step, len(checksums), f"Membaca ulang {path}")
            if read_digest(place / path) != wanted:
                return False
        return True

    top = {**beside, MANIFEST: format_manifest(checksums)}
    for place in _list_places(folder, name):
        try:
            if _is_like(place, top) and holds_all(place):
                return place
        except OSError:
            # What cannot be read is no pack to rely on: the next one is written beside it.
            continue
    return None


def _list_places(folder: Path, name: str) -> Iterator[Path]:
    number, place = 1, folder / name
    while os.path.lexists(place):
        yield place
        number += 1
        place = folder / f"{name}_{number}"


def _is_like(place: Path, top: Mapping[str, bytes]) -> bool:
    return all((place / path).read_bytes() == content for path, content in top.items())


def _list_payload(place: Path) -> set[str]:
    return {
        path.relative_to(place).as_posix()
        for path in (place / _PAYLOAD).rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
