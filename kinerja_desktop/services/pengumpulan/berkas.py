"""Find the files among what was dropped: single files, many, or a whole stick."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.domain.pengumpulan.terbaca import BerkasTerbaca
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.formulir_read import BukuKerjaError, read_formulir

#: What a form can be saved as.
AKHIRAN = (".xlsx", ".xlsm", ".ods", ".xls", ".xlsb")
#: A stick is looked through so many folders deep, and for so many files.
_DEPTH, _MOST = 6, 2_000
#: Beside an open workbook its program keeps a file of that name.
_LOCKS = ("~$", ".~lock", ".")


@dataclass(frozen=True)
class Temuan:
    """What was found in files.

    Attributes:
        berkas: the files that hold forms.
        gagal: those that were asked for and hold none, or cannot be read.
        dilewati: how many other workbooks lay in folders.
    """

    berkas: tuple[BerkasTerbaca, ...]
    gagal: tuple[Problem, ...]
    dilewati: int
    buku: tuple[Path, ...] = ()


def read_files(
    paths: Iterable[Path],
    progress: Callable[[int, int, str], None],
    stop_if_cancelled: Callable[[], None],
) -> Temuan:
    """Read every form in files and folders.

    A file that was named must be a form; what else lies in a folder is passed over and counted.

    Raises:
        KinerjaError: a folder cannot be read, or holds too much.
    """
    named, found = _gather(paths)
    berkas: list[BerkasTerbaca] = []
    gagal: list[Problem] = []
    buku: list[Path] = []
    dilewati = 0
    every = [*named, *found]
    for number, path in enumerate(every):
        stop_if_cancelled()
        progress(number, len(every), f"Membaca berkas {number + 1} dari {len(every)}…")
        try:
            berkas.append(read_formulir(path))
        except BukuKerjaError as error:
            if number >= len(named):
                dilewati += 1
                continue
            buku.append(path)
            gagal.append(Problem(str(error), path.name))
        except KinerjaError as error:
            if number >= len(named) and "bukan formulir" in error.message:
                dilewati += 1
            else:
                gagal.append(Problem(str(error), path.name))
    return Temuan(tuple(berkas), tuple(gagal), dilewati, tuple(buku))


def _gather(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files that were named, and those in the folders that were named."""
    named: dict[Path, None] = {}
    found: dict[Path, None] = {}
    for path in paths:
        try:
            if path.is_dir():
                found |= dict.fromkeys(_walk(path, 0))
            else:
                named[path] = None
        except OSError as error:
            raise explain_os_error(error, path) from error
    return list(named), [path for path in found if path not in named]


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    entries = sorted(folder.iterdir())
    if len(entries) > _MOST:
        raise KinerjaError(
            f"Folder {folder} berisi lebih dari {_MOST:,} berkas.".replace(",", "."),
            "Pilih folder yang hanya berisi formulir yang kembali.",
        )
    for entry in entries:
        if entry.name.startswith(_LOCKS) or entry.is_symlink():
            continue
        if entry.is_dir():
            if depth < _DEPTH:
                yield from _walk(entry, depth + 1)
        elif entry.suffix.casefold() in AKHIRAN:
            yield entry
