"""Backups with evidence in a second place: a PC that is lost or breaks takes its own with it."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.progress import Cancelled, Progress, never, silent
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.store.second_place import read_second_place, write_second_place

__all__ = ["TempatKedua", "back_up_elsewhere", "choose_second_place", "read_tempat_kedua"]

#: The clerk is reminded when the last is older (`docs/architecture.md` §4.5).
MAX_AGE = timedelta(days=7)
_AHEAD = timedelta(days=1)
_KEPT = 5
_NAME = re.compile(r"Kinerja_cadangan_\d{8}-\d{6}\.kinerja")


@dataclass(frozen=True)
class TempatKedua:
    """The second place of an office's backups.

    Attributes:
        folder: where they go; None when none was chosen.
        terakhir: when the last was written and read back (UTC); None for never.
        perlu: there is none, or it is older than seven days.
    """

    folder: Path | None
    terakhir: datetime | None
    perlu: bool


def read_tempat_kedua(office: Office) -> TempatKedua:
    """Tell where backups go beside those in the data folder, and whether one is due.

    Raises:
        KinerjaError: what was chosen cannot be read.
    """
    known = read_second_place(office.folder)
    # A moment far in the future was written by a wrong clock and says nothing; the clock of the
    # practice office begins its day again at every start.
    is_fresh = known.last is not None and -_AHEAD <= office.now() - known.last <= MAX_AGE
    return TempatKedua(known.folder, known.last, perlu=not is_fresh)


def choose_second_place(office: Office, folder: Path) -> None:
    """Remember the folder that backups are to go to as well.

    Raises:
        KinerjaError: it is no folder, lies in the data folder, or cannot be remembered.
    """
    place = folder.absolute()
    require_output(office, place, ())
    if not place.is_dir():
        raise KinerjaError(
            f"{place} bukan folder, atau tidak ada.",
            "Colokkan flashdisk atau pilih folder di penyimpanan lain.",
        )
    known = read_second_place(office.folder)
    write_second_place(office.folder, place, known.last if known.folder == place else None)


def back_up_elsewhere(
    office: Office,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Path, list[Problem]]:
    """Write database and evidence into the second place, and read the file back.

    The five newest stay there; no other file is touched.

    Returns:
        The file, and a warning for each damaged evidence file.

    Raises:
        ExportCancelledError: the clerk stopped it; nothing is left.
        KinerjaError: no place was chosen, it is not plugged in, full, or cannot be written.
    """
    folder = read_second_place(office.folder).folder
    if folder is None:
        raise KinerjaError(
            "Tempat kedua untuk cadangan belum dipilih.",
            "Pilih foldernya, misalnya di flashdisk atau penyimpanan lain.",
        )
    if not folder.is_dir():
        raise KinerjaError(
            f"{folder} tidak terjangkau.",
            "Colokkan flashdisk atau penyimpanannya, lalu ulangi; atau pilih folder lain.",
        )
    moment = office.now()
    path = folder / f"Kinerja_cadangan_{moment.astimezone(UTC):%Y%m%d-%H%M%S}.kinerja"
    # Beranda only asks whether a second place is wanted.
    from kinerja_desktop.services.riwayat.maintenance import export_all

    warnings = export_all(office, path, progress, cancelled)
    write_second_place(office.folder, folder, moment)
    _thin(folder)
    return path, warnings


def _thin(folder: Path) -> None:
    ours = sorted(path for path in folder.glob("*.kinerja") if _NAME.fullmatch(path.name))
    # Of a run that was killed while it wrote.
    unfinished = [p for p in folder.glob("*.kinerja.tulis") if _NAME.fullmatch(p.stem)]
    for path in (*ours[:-_KEPT], *unfinished):
        with suppress(OSError):  # it only takes room
            path.unlink()
