"""Can this PC carry the program: place for its data, room, a clock that is right?"""

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop import __released__
from kinerja_desktop.disk import replace_file
from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu, local_date
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.places import require_local

#: Bytes that an update with its backup, and a year's work, need at least.
MIN_FREE = 500_000_000
_DAY = timedelta(days=1)


def check_writing(folder: Path) -> str:
    """Write a file into the data folder, give it another name, and take it away again.

    Raises:
        KinerjaError: the folder is on a network share, read-only, full or gone.
    """
    require_local(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix="periksa-") as name:
            new, final = Path(name) / "baru", Path(name) / "jadi"
            new.write_bytes(os.urandom(1000))
            replace_file(new, final)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    return f"dapat ditulis: {folder}"


def check_room(folder: Path) -> str:
    """Measure what is free where the data lies.

    Raises:
        KinerjaError: it is less than an update and a backup need.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise explain_os_error(error, folder) from error
    if free < MIN_FREE:
        raise KinerjaError(
            f"Tinggal {free // 1_000_000} MB kosong di tempat data ({folder}).",
            f"Kosongkan sampai sedikitnya {MIN_FREE // 1_000_000} MB, lalu periksa lagi.",
        )
    return f"{free // 1_000_000} MB kosong"


def check_clock(folder: Path, now: datetime) -> str:
    """Compare the PC's clock with what cannot lie in its future: this program, the last edit.

    A wrong clock puts wrong dates on papers, and hands in deadlines that are none.

    Raises:
        KinerjaError: the clock is behind.
    """
    today = local_date(now)
    if today < date.fromisoformat(__released__):
        released = format_tanggal(date.fromisoformat(__released__))
        raise _behind(now, f"versi program ini dibuat {released}")
    database = folder / FILE_NAME
    if database.exists():
        changed = datetime.fromtimestamp(database.stat().st_mtime, UTC)
        if now < changed - _DAY:
            raise _behind(now, f"data terakhir disimpan {format_waktu(changed)}")
    return format_waktu(now)


def _behind(now: datetime, fact: str) -> KinerjaError:
    return KinerjaError(
        f"Jam komputer menunjuk {format_waktu(now)}, padahal {fact}.",
        "Setel tanggal dan jam komputer, lalu periksa lagi.",
    )
