"""Where an office's second backups go, as this PC remembers it: a small file beside the data."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_desktop.disk import replace_file
from kinerja_desktop.errors import explain_os_error

FILE_NAME = "tempat-kedua.json"
_UNFINISHED = ".tulis"


@dataclass(frozen=True)
class SecondPlace:
    """A folder on another disk or a stick, and when (UTC) a backup went there; None for never."""

    folder: Path | None = None
    last: datetime | None = None


def read_second_place(data_folder: Path) -> SecondPlace:
    """Read what was chosen; a file that is not there or not whole tells nothing.

    Raises:
        KinerjaError: it cannot be read.
    """
    path = data_folder / FILE_NAME
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        last = datetime.fromisoformat(known["terakhir"]) if known["terakhir"] else None
        if last is not None and last.tzinfo is None:
            return SecondPlace()
        return SecondPlace(Path(known["folder"]), last)
    except FileNotFoundError:
        return SecondPlace()
    except OSError as error:
        raise explain_os_error(error, path) from error
    except (ValueError, TypeError, KeyError, RecursionError):
        return SecondPlace()


def write_second_place(data_folder: Path, folder: Path, last: datetime | None) -> None:
    """Remember a folder and when a backup last went there, whole or not at all.

    Raises:
        KinerjaError: the data folder is full or cannot be written.
    """
    path = data_folder / FILE_NAME
    partial = path.with_name(path.name + _UNFINISHED)
    known = {"folder": str(folder), "terakhir": last.isoformat() if last else None}
    try:
        partial.write_text(json.dumps(known, indent=1), encoding="utf-8")
        replace_file(partial, path)
    except OSError as error:
        raise explain_os_error(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink()
