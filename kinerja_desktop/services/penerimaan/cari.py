"""Find the packages below chosen places: folders, sticks, ZIPs, and ZIPs in these."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.package_search import find_packages
from kinerja_desktop.exchange.package_zip import unpack_zip
from kinerja_desktop.services.kantor.office import Office

#: Of the folder in the data folder in which ZIPs are taken apart; a start clears what is left.
_PREFIX = "periksa-"
#: How deep ZIPs in ZIPs are opened: one that somebody packed a second time.
_NESTED = 1


@dataclass(frozen=True)
class PaketDitemukan:
    """A package that was found.

    Attributes:
        folder: where it can be read as long as the search is open.
        nama: where it lies, for people: ``kirim.zip › SAKIP_…``.
        tempat: the folder beside which a receipt is written: that of the package or of its ZIP.
    """

    folder: Path
    nama: str
    tempat: Path


@dataclass
class HasilCari:
    """What was found: packages, and what could not be looked into."""

    paket: list[PaketDitemukan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@contextmanager
def cari_paket(
    office: Office,
    places: Sequence[Path],
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[HasilCari]:
    """Look for packages; what was taken out of ZIPs is there until the search is closed.

    Args:
        office: the open office.
        places: folders, drives or ZIPs, wherever packages lie below them.
        cancelled: asked again and again whether to stop.

    Raises:
        KinerjaError: the data folder cannot be written.
    """
    try:
        room = TemporaryDirectory(dir=office.folder, prefix=_PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        raise explain_os_error(error, office.folder) from error
    with room as folder:
        yield _Pencarian(Path(folder), cancelled).run(places)


class _Pencarian:
    def __init__(self, room: Path, cancelled: Callable[[], bool]) -> None:
        self._room = room
        self._cancelled = cancelled
        self._found = HasilCari()
        self._seen: set[str] = set()
        self._opened = 0

    def run(self, places: Sequence[Path]) -> HasilCari:
        for place in places:
            self._look(place, place, "", 0)
        return self._found

    def _look(self, place: Path, tempat: Path, via: str, depth: int) -> None:
        """Look below a place.

        Args:
            place: where to look.
            tempat: the same, or the ZIP that it was taken out of.
            via: the names of the ZIPs that lead there, for people.
            depth: in how many ZIPs it lies.
        """
        temuan = find_packages(place, cancelled=self._cancelled)
        self._found.problems += temuan.problems
        for folder in temuan.paket:
            if self._is_new(folder):
                beside = tempat.parent if via else folder.parent
                self._found.paket.append(PaketDitemukan(folder, via + folder.name, beside))
        for path in temuan.zips:
            if self._cancelled() or not self._is_new(path):
                continue
            if depth > _NESTED:
                text = "ZIP ini ada di dalam ZIP lain yang juga di dalam ZIP, jadi tidak dibuka."
                remedy = "Keluarkan dahulu, lalu ulangi."
                self._found.problems.append(Problem(f"{text} {remedy}", f"{via}{path.name}"))
                continue
            self._open(path, tempat if via else path, via, depth)

    def _is_new(self, path: Path) -> bool:
        """Note a place; tell whether it was not met before, under whatever name."""
        real = os.path.realpath(path)
        is_new = real not in self._seen
        self._seen.add(real)
        return is_new

    def _open(self, path: Path, tempat: Path, via: str, depth: int) -> None:
        self._opened += 1
        inside = self._room / str(self._opened)
        try:
            inside.mkdir()
            unpack_zip(path, inside, cancelled=self._cancelled)
        except KinerjaError as error:
            self._found.problems.append(Problem(str(error), f"{via}{path.name}"))
        except OSError as error:
            problem = explain_os_error(error, self._room)
            self._found.problems.append(Problem(str(problem), f"{via}{path.name}"))
        else:
            self._look(inside, tempat, f"{via}{path.name} › ", depth + 1)
