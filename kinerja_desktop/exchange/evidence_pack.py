"""Write a pack of evidence: a BagIt bag that can be stopped, taken up again, and is whole or not.

It grows beside its final name and gets that name when every file was read back. A run that was
stopped leaves what it had; the next one to the same place proves each file there by its SHA-256
and writes only the rest. Every file is known by its hash beforehand, so a copy is hashed once, when
it is read back: two at a time, because the disk and the hash do not wait for each other.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from threading import Event

from kinerja_desktop.disk import sync_folder
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.bags import (
    BAG_INFO,
    BAGIT,
    BAGIT_TEXT,
    MANIFEST,
    TAG_MANIFEST,
    format_info,
    format_manifest,
)
from kinerja_desktop.exchange.package_check import UNFINISHED
from kinerja_desktop.exchange.package_paths import refuse_unsafe_paths
from kinerja_desktop.exchange.package_place import check_room, describe_us, explain_writing
from kinerja_desktop.exchange.stick import (
    CHUNK,
    measure_free_space,
    read_chunks,
    read_digest,
    write_down,
    write_new_file,
)

Progress = Callable[[int, int, str], None]
_PAYLOAD = "data"
_HANDS = 2


class PackStoppedError(KinerjaError):
    """The clerk stopped the writing; what is written can be taken up again."""

    def __init__(self) -> None:
        super().__init__(
            "Penyusunan paket bukti dihentikan.",
            "Yang sudah ditulis tetap ada: ulangi ke tempat yang sama untuk melanjutkan.",
        )


@dataclass(frozen=True)
class BerkasPaket:
    """A file of the pack.

    Attributes:
        path: below ``data/``.
        content: its bytes, or a file to copy.
        sha256: what its bytes must be.
        size: bytes.
    """

    path: str
    content: bytes | Path
    sha256: str
    size: int


def write_pack(
    folder: Path,
    name: str,
    files: Sequence[BerkasPaket],
    info: Mapping[str, str],
    *,
    beside: Mapping[str, bytes],
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
    free_space: Callable[[Path], int] = measure_free_space,
) -> Path:
    """Write a pack, or the rest of one that was stopped; it bears its name only when it is whole.

    Args:
        folder: where it goes.
        name: of its folder; one of that name stays, the new one gets ``_2``.
        files: the payload.
        info: what it says about itself, such as ``Source-Organization``.
        beside: files at its top, such as the listing.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked again and again whether the clerk wants to stop.
        free_space: measures a folder's free bytes.

    Returns:
        The pack's folder.

    Raises:
        KinerjaError: the disk is full, locked, gone or broken, or a source is damaged.
        PackStoppedError: the clerk stopped it.
        ValueError: a path is not fit for FAT32 and Windows: a mistake of the program.
    """
    refuse_unsafe_paths([name])
    refuse_unsafe_paths(item.path for item in files)
    refuse_unsafe_paths([*beside, BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, _PAYLOAD])
    try:
        return _Writing(folder, files, progress, cancelled).write(name, info, beside, free_space)
    except OSError as error:
        raise explain_writing(error, folder) from error


class _Writing:
    """One run of `write_pack`."""

    def __init__(
        self,
        folder: Path,
        files: Sequence[BerkasPaket],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._folder = folder
        self._files = files
        self._progress = progress
        self._cancelled = cancelled
        self._stop = Event()

    def write(
        self,
        name: str,
        info: Mapping[str, str],
        beside: Mapping[str, bytes],
        free_space: Callable[[Path], int],
    ) -> Path:
        told = {**describe_us(info), **info}
        final, partial = self._choose_place(name, told)
        payload, is_new = partial / _PAYLOAD, not partial.exists()
        left = _clear_others(payload, {item.path: item.size for item in self._files})
        missing = {item.path: item.size for item in self._files if item.path not in left}
        check_room(self._folder, missing, free_space)
        try:
            partial.mkdir(exist_ok=True)
            # First of all what tells later that this folder is ours.
            _write_again(partial / BAG_INFO, format_info(told))
            self._bring_all(payload)
            self._close(partial, told, beside)
            partial.rename(final)
        except OSError:
            # A disk that failed is not left full of what nobody can use; what an earlier run had
            # brought stays, and so does all on a stick that was pulled out.
            if is_new:
                rmtree(partial, ignore_errors=True)
            raise
        sync_folder(self._folder)
        return final

    def _choose_place(self, name: str, info: Mapping[str, str]) -> tuple[Path, Path]:
        """Find a name that nothing bears, with nothing or our own unfinished pack beside it."""
        number = 1
        while True:
            final = self._folder / (name if number == 1 else f"{name}_{number}")
            partial = final.with_name(final.name + UNFINISHED)
            if not os.path.lexists(final) and _is_ours(partial, info):
                return final, partial
            number += 1

    def _bring_all(self, payload: Path) -> None:
        for place in sorted({(payload / item.path).parent for item in self._files}):
            place.mkdir(parents=True, exist_ok=True)
        steps = len(self._files)
        with ThreadPoolExecutor(_HANDS, thread_name_prefix="paket") as pool:
            try:
                waiting = [pool.submit(self._bring, payload, item) for item in self._files]
                for step, done in enumerate(as_completed(waiting), 1):
                    self._progress(step, steps, f"Menulis {_result(done)}")
            except BaseException:
                self._stop.set()
                pool.shutdown(cancel_futures=True)
                raise

    def _bring(self, payload: Path, item: BerkasPaket) -> str:
        """Bring one file there, unless it is whole already; return its path."""
        target = payload / item.path
        if target.exists():
            self._refuse_to_go_on()
            if read_digest(target) == item.sha256:
                return item.path
            target.unlink()
        try:
            write_down(target, self._pieces(item))
            found = read_digest(target)
        except BaseException:
            with suppress(OSError):
                target.unlink()
            raise
        if found != item.sha256:
            target.unlink()
            raise self._explain_difference(item)
        return item.path

    def _pieces(self, item: BerkasPaket) -> Iterator[bytes]:
        for piece in _cut(item.content):
            self._refuse_to_go_on()
            yield piece

    def _refuse_to_go_on(self) -> None:
        if self._stop.is_set() or self._cancelled():
            raise PackStoppedError

    def _explain_difference(self, item: BerkasPaket) -> KinerjaError:
        nama = item.path.rpartition("/")[2]
        if isinstance(item.content, Path) and read_digest(item.content) != item.sha256:
            return KinerjaError(
                f"Berkas bukti {nama} rusak di folder data.",
                "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan, lalu ulangi.",
            )
        return KinerjaError(
            f"{nama} terbaca lain daripada yang ditulis.",
            "Penyimpanan ini mungkin rusak: pakai flashdisk lain, lalu ulangi.",
        )

    def _close(self, partial: Path, info: Mapping[str, str], beside: Mapping[str, bytes]) -> None:
        size, count = sum(item.size for item in self._files), len(self._files)
        checksums = {f"{_PAYLOAD}/{item.path}": item.sha256 for item in self._files}
        tags = {
            BAGIT: BAGIT_TEXT,
            BAG_INFO: format_info({**info, "Payload-Oxum": f"{size}.{count}"}),
            MANIFEST: format_manifest(checksums),
            **beside,
        }
        known = {path: _write_again(partial / path, text) for path, text in tags.items()}
        _write_again(partial / TAG_MANIFEST, format_manifest(known))
        for path in (*partial.rglob("*"), partial):
            if path.is_dir():
                sync_folder(path)


def _result(done: "Future[str]") -> str:
    return done.result()


def _cut(content: bytes | Path) -> Iterable[bytes]:
    if isinstance(content, Path):
        return read_chunks(content)
    return (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))


def _is_ours(partial: Path, info: Mapping[str, str]) -> bool:
    """Whether a place is free, or holds the beginning of this very pack."""
    if not os.path.lexists(partial):
        return True
    if partial.is_symlink() or not (partial / BAG_INFO).is_file():
        return False
    wanted = {"Bag-Software-Agent", "Source-Organization", "External-Description"}
    lines = format_info({key: text for key, text in info.items() if key in wanted}).splitlines()
    return set(lines) <= set((partial / BAG_INFO).read_bytes().splitlines())


def _clear_others(payload: Path, sizes: Mapping[str, int]) -> frozenset[str]:
    """Remove what does not belong there any more; return the paths that may be whole."""
    left = set()
    for path in sorted(payload.rglob("*"), reverse=True):
        if path.is_symlink() or path.is_file():
            name = path.relative_to(payload).as_posix()
            if not path.is_symlink() and sizes.get(name) == path.stat().st_size:
                left.add(name)
            else:
                path.unlink()
        else:
            with suppress(OSError):  # it still holds something
                path.rmdir()
    return frozenset(left)


def _write_again(path: Path, content: bytes) -> str:
    with suppress(FileNotFoundError):
        path.unlink()
    return write_new_file(path, [content])[0]
