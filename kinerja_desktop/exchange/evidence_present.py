"""Find a pack of evidence that was written before and is still exactly what would be written."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from kinerja_desktop.exchange.bags import BAG_INFO, MANIFEST, format_manifest, parse_info
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError
from kinerja_desktop.exchange.package_check import check_bag
from kinerja_desktop.exchange.package_data import DATA_FILE
from kinerja_desktop.exchange.stick import read_digest

Progress = Callable[[int, int, str], None]
_PAYLOAD = "data"
#: How a pack of evidence is told from a delivery: by what it says of itself, or by its name.
TITLE, _NAME = "Bukti LKE", "LKE_"
_MAX_INFO = 1 << 20


def is_evidence_pack(folder: Path) -> bool:
    """Tell whether a folder is a pack of evidence, whole or not, and no delivery to Bappeda."""
    if (folder / _PAYLOAD / DATA_FILE).exists() or not (folder / MANIFEST).is_file():
        return False
    try:
        with (folder / BAG_INFO).open("rb") as file:
            info = parse_info(file.read(_MAX_INFO))[0]
    except OSError:
        info = {}
    return folder.name.startswith(_NAME) or info.get("External-Description", "").startswith(TITLE)


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


def find_broken(folder: Path, name: str, files: Sequence[BerkasPaket]) -> tuple[Path, int] | None:
    """Return the last pack of a name that is not as it was written, and how many files are wrong.

    One that holds these very files by its listing goes before; None when what is there is sound.

    Args:
        folder: where packs of that name go.
        name: of the pack's folder.
        files: the payload that is about to be written.
    """
    wanted = format_manifest({f"{_PAYLOAD}/{item.path}": item.sha256 for item in files})
    places = list(_list_places(folder, name))
    same = [place for place in places if _reads(place / MANIFEST, wanted)]
    for place in (*same, *places[-1:]):
        bag, problems = check_bag(place)
        if bag is None:
            return place, len({problem.file for problem in problems})
    return None


def _reads(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


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
