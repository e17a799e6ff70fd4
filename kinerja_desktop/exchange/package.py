"""Write a package for Bappeda to a USB stick: a BagIt bag that appears only when it is whole.

It is written beside its final name, down to the disk, read back, checked, renamed, and read once
more under its name. What else lies on the stick is left alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from shutil import rmtree

from kinerja_desktop.disk import sync_folder
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.exchange.bags import (
    BAG_INFO,
    BAGIT,
    BAGIT_TEXT,
    MANIFEST,
    TAG_MANIFEST,
    format_info,
    format_manifest,
)
from kinerja_desktop.exchange.package_check import (
    UNFINISHED,
    PackageInfo,
    check_folder,
    check_package,
)
from kinerja_desktop.exchange.package_data import DATA_FILE, PACKAGE_SCHEMA, parse_data
from kinerja_desktop.exchange.package_listing import PackageFile
from kinerja_desktop.exchange.package_paths import package_name, refuse_unsafe_paths, safe_name
from kinerja_desktop.exchange.package_place import (
    check_room,
    choose_final,
    describe_us,
    explain_writing,
    remove_leftovers,
)
from kinerja_desktop.exchange.stick import (
    CHUNK,
    count_chunks,
    measure_free_space,
    read_chunks,
    write_new_file,
)

__all__ = [
    "DATA_FILE",
    "PACKAGE_SCHEMA",
    "PackageFile",
    "PackageInfo",
    "WriteCancelledError",
    "check_package",
    "package_name",
    "safe_name",
    "write_package",
]

Content = bytes | Path
Progress = Callable[[int, int, str], None]


class WriteCancelledError(CancelledError):
    """The clerk stopped the writing; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Penulisan paket dibatalkan.", "Tidak ada yang tertinggal di flashdisk.")


def write_package(
    folder: Path,
    name: str,
    files: Mapping[str, Content],
    info: Mapping[str, str],
    *,
    beside: Mapping[str, bytes] | None = None,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
    free_space: Callable[[Path], int] = measure_free_space,
) -> Path:
    """Write a package and read it back; it bears its name only when it is whole.

    Args:
        folder: where the package goes: the stick or a folder on it.
        name: as `package_name` gives it; a package of that name stays, the new one gets ``_2``.
        files: the payload by its path below ``data/``: bytes, or a file to copy. `DATA_FILE` must
            be among them.
        info: what the package says about itself, such as ``Source-Organization``.
        beside: files that lie beside ``data/``, such as ``BACA_SAYA.txt``.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked after each step whether the clerk wants to stop.
        free_space: measures a folder's free bytes.

    Returns:
        The package's folder.

    Raises:
        KinerjaError: the stick is full, locked, gone or broken, or a file cannot be copied.
        WriteCancelledError: the clerk stopped it.
        ValueError: a path or the data is not fit for a package: a mistake of the program.
    """
    top = dict(beside or {})
    _refuse_unfit(name, files, top)
    try:
        return _Writing(folder, files, progress, cancelled).write(name, info, top, free_space)
    except OSError as error:
        raise explain_writing(error, folder) from error


def _refuse_unfit(name: str, files: Mapping[str, Content], beside: Mapping[str, bytes]) -> None:
    if "/" in name:
        raise ValueError(f"A package's name is no path: {name!r}")
    refuse_unsafe_paths([name])
    refuse_unsafe_paths(files)
    refuse_unsafe_paths([*beside, BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, "data"])
    data = files.get(DATA_FILE)
    problems = parse_data(data)[1] if isinstance(data, bytes) else [f"no bytes for {DATA_FILE}"]
    if problems:
        raise ValueError(f"Unfit data for a package: {problems}")


class _Writing:
    """One run of `write_package`, with the count of its steps."""

    def __init__(
        self,
        folder: Path,
        files: Mapping[str, Content],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._folder = folder
        self._files = files
        self._progress = progress
        self._cancelled = cancelled
        self._sizes = {
            path: len(content) if isinstance(content, bytes) else content.stat().st_size
            for path, content in files.items()
        }
        self._step = 0
        self._written: dict[str, str] = {}
        self._steps = 3 * sum(count_chunks(size) for size in self._sizes.values())

    def write(
        self,
        name: str,
        info: Mapping[str, str],
        beside: Mapping[str, bytes],
        free_space: Callable[[Path], int],
    ) -> Path:
        marks = describe_us(info)
        remove_leftovers(self._folder, marks)
        check_room(self._folder, self._sizes, free_space)
        final = choose_final(self._folder, name)
        partial = final.with_name(final.name + UNFINISHED)
        with ExitStack() as undo:
            partial.mkdir()
            undo.callback(rmtree, partial, ignore_errors=True)
            self._write_bag(partial, {**marks, **info}, beside)
            self._read_back(partial)
            partial.rename(final)
            undo.pop_all()
        sync_folder(self._folder)
        self._look_again(final)
        return final

    def _write_bag(
        self, partial: Path, info: Mapping[str, str], beside: Mapping[str, bytes]
    ) -> None:
        oxum = f"{sum(self._sizes.values())}.{len(self._sizes)}"
        # First of all what tells later that this folder is ours.
        tags = {
            BAG_INFO: format_info({**info, "Payload-Oxum": oxum}),
            BAGIT: BAGIT_TEXT,
            **beside,
        }
        tag_checksums = {path: _write(partial / path, [text]) for path, text in tags.items()}
        checksums = {
            f"data/{path}": _write(partial / "data" / path, self._copy(path))
            for path in sorted(self._files)
        }
        self._written = checksums
        tag_checksums[MANIFEST] = _write(partial / MANIFEST, [format_manifest(checksums)])
        _write(partial / TAG_MANIFEST, [format_manifest(tag_checksums)])
        for path in [*partial.rglob("*"), partial]:
            if path.is_dir():
                sync_folder(path)

    def _copy(self, path: str) -> Iterator[bytes]:
        content = self._files[path]
        size = 0
        for chunk in _pieces(content):
            size += len(chunk)
            if size > self._sizes[path]:
                break
            yield chunk
            self._advance(f"Menulis {path}")
        if size != self._sizes[path]:
            raise KinerjaError(f"{content!s} berubah selagi disalin.", "Ulangi.")

    def _read_back(self, partial: Path) -> None:
        def advance(path: str) -> None:
            if path.startswith("data/"):
                self._advance(f"Memeriksa {path.removeprefix('data/')}")

        problems = check_folder(partial, advance)[1]
        if problems:
            raise KinerjaError(
                f"Paket terbaca lain daripada yang ditulis ({problems[0].file}).",
                "Flashdisk ini mungkin rusak: pakai flashdisk lain, lalu ulangi.",
            )

    def _look_again(self, final: Path) -> None:
        """Read the package once more under its name, from a stick that may have been pulled out."""

        def count(path: str) -> None:
            if path.startswith("data/"):  # it is whole: too late to cancel
                self._step += 1
                self._progress(self._step, self._steps, f"Melihat lagi {final.name}")

        package, problems = check_folder(final, count)
        found = {f"data/{file.path}": file.sha256 for file in package.files} if package else {}
        if found != self._written:
            what = f" ({problems[0]})" if problems else ""
            raise KinerjaError(
                f"Paket {final.name} tidak terbaca lagi sesudah selesai ditulis{what}.",
                "Jangan dipakai: pasang lagi flashdisk atau pakai yang lain, lalu kirim ulang.",
            )

    def _advance(self, text: str) -> None:
        if self._cancelled():
            raise WriteCancelledError
        self._step += 1
        self._progress(self._step, self._steps, text)


def _pieces(content: Content) -> Iterator[bytes]:
    """Cut what may be large into pieces, after each of which one can stop."""
    if isinstance(content, bytes):
        for start in range(0, max(1, len(content)), CHUNK):
            yield content[start : start + CHUNK]
    else:
        yield from read_chunks(content)


def _write(path: Path, chunks: Iterable[bytes]) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_new_file(path, chunks)[0]
