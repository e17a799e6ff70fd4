"""A data folder whose database is damaged, empty or gone, though an office has worked there."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.disk import require_file
from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place
from kinerja_desktop.store import evidence, update_record
from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.backing_choice import has_schema
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.database_copy import SIDE_FILES
from kinerja_desktop.store.schema import is_known_revision
from kinerja_desktop.store.sqlite_backing import BACKUP_FOLDER as BACKUP_FOLDER

if TYPE_CHECKING:
    from kinerja_desktop.store.backup import Backup


class DamagedOfficeError(KinerjaError):
    """The office's database cannot be read, or is no longer there; a backup can take its place.

    Attributes:
        backup: the last good one; None when the data folder has none.
    """

    def __init__(self, message: str, backup: "Backup | None") -> None:
        if backup is None:
            remedy = (
                "Tidak ada cadangan yang baik di folder data. Cari berkas .kinerja di flashdisk, "
                "lalu pulihkan; jangan hapus apa pun di folder ini."
            )
        else:
            message = f"{message} Cadangan terakhir yang baik: {format_waktu(backup.moment)}."
            remedy = (
                "Buka jendela program lalu pilih 'Pulihkan cadangan ini', atau jalankan: "
                f"pulihkan {backup.path}"
            )
        super().__init__(message, remedy)
        self.backup = backup


def describe_damage(place: Backing, wrong: Sequence[str] = ()) -> DamagedOfficeError:
    """Say that an office's data cannot be read, and which backup can take its place.

    Args:
        place: where the data is.
        wrong: what another program has put there or taken away, in a database that is sound.
    """
    what = f"diubah oleh program lain: {wrong[0]}" if wrong else "rusak dan tidak dapat dibaca"
    return DamagedOfficeError(f"Data di {place.name} {what}.", find_last_good_backup(place.folder))


def find_last_good_backup(folder: Path) -> "Backup | None":
    """Return the newest backup of a data folder that can be restored."""
    # Only when something is wrong: the window's start does without them.
    from kinerja_desktop.store.backup import list_backups
    from kinerja_desktop.store.backup_reading import verify_backup

    backups = list_backups(folder / BACKUP_FOLDER)
    return next((b for b in backups if not verify_backup(b.path, is_known_revision)), None)


def require_database(folder: Path) -> None:
    """Refuse a folder in which an office has worked, but whose database is empty or gone.

    A new one is made only where nothing tells of an office: never over what a power failure or a
    stray deletion has left (`docs/architecture.md` §2.7). Nothing in the folder is touched.

    Raises:
        DamagedOfficeError: the database is missing or has 0 bytes beside what an office leaves.
    """
    database = folder / FILE_NAME
    is_there = os.path.lexists(database)
    if is_there:
        require_file(database)
    if (is_there and database.stat().st_size) or not (traces := find_traces(folder)):
        return
    what = "kosong (0 byte)" if is_there else "tidak ada"
    raise DamagedOfficeError(
        f"{database} {what}, padahal kantor ini sudah pernah dipakai: ada {traces[0]}.",
        find_last_good_backup(folder),
    )


def has_office(where: Place) -> bool:
    """Tell whether a place is that of an office: its database, or what one has left in a folder.

    Raises:
        OSError: the folder cannot be looked into.
        KinerjaError: the server cannot be reached.
    """
    if not isinstance(where, Path):
        return has_schema(where)
    folder = where
    return os.path.lexists(folder / FILE_NAME) or bool(find_traces(folder))


def find_traces(folder: Path) -> list[str]:
    """Return what an office has left in a data folder beside its database, in words."""
    places = {
        "cadangan": (folder / BACKUP_FOLDER).glob("*"),
        "berkas bukti": (folder / evidence.FOLDER).glob("*/*"),
        "catatan pembaruan": folder.glob(update_record.FILE_NAME),
        "sisa basis data": (
            path for end in SIDE_FILES for path in folder.glob(f"{FILE_NAME}{end}")
            if path.stat().st_size
        ),
    }  # fmt: skip
    return [what for what, found in places.items() if any(True for _ in found)]
