"""Notice what Bappeda gave back when its stick is plugged in, or when it lies beside a package.

Only looks: reading and noting is `balasan.read_replies`. It asks nothing of the office, so that it
can wait for a slow stick or a server that is away on a thread of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kinerja_desktop.exchange.drives import Drive, list_drives
from kinerja_desktop.exchange.package_search import find_packages
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.balasan import is_reply
from kinerja_desktop.store.queries.kiriman import list_kiriman

#: Names looked at on a stick nobody asked to be searched.
_MOST = 20_000
_PLACES = 8


class PenemuBalasan:
    """Finds the files that are new since it looked last; a stick is searched once it appears."""

    def __init__(self, drives: Callable[[], Sequence[Drive]] = list_drives) -> None:
        self._list_drives = drives
        self._drives: frozenset[Path] = frozenset()
        self._seen: dict[Path, tuple[int, int]] = {}

    def look(self, folders: Iterable[Path]) -> list[Path]:
        """Return the files that are new or were changed.

        Args:
            folders: where packages were written before; of these only what lies in them is seen.
        """
        drives = frozenset(drive.path for drive in self._list_drives())
        fresh, self._drives = sorted(drives - self._drives), drives
        found = [path for place in fresh for path in _search(place)]
        found += [path for folder in folders for path in _glance(folder)]
        return [path for path in dict.fromkeys(found) if self._is_new(path)]

    def _is_new(self, path: Path) -> bool:
        try:
            stat = path.stat()
        except OSError:  # pulled out this very moment
            return False
        now = (stat.st_mtime_ns, stat.st_size)
        was, self._seen[path] = self._seen.get(path), now
        return was != now


def list_tempat_kiriman(office: Office) -> list[Path]:
    """Return where packages were written to, the latest first: their answer may lie there."""
    with office.journal.reading() as session:
        places = dict.fromkeys(row.tempat for row in list_kiriman(session))
    # A place that has only a name, as in the practice office, is none to look at.
    return [path for place in places if (path := Path(place)).is_absolute()][:_PLACES]


def _search(place: Path) -> list[Path]:
    return find_packages(place, wanted=is_reply, most=_MOST).lain


def _glance(folder: Path) -> Iterator[Path]:
    with suppress(OSError):  # not there now
        yield from sorted(path for path in folder.iterdir() if is_reply(path.name))
