"""A data folder whose office lives somewhere else now says so, to people and to the program."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.server_address import (
    Place,
    ServerAddress,
    is_server_address,
    read_server_address,
    write_server_address,
)

_MARK = "pindah.json"
NOTE = "KANTOR INI SUDAH PINDAH.txt"


@dataclass(frozen=True)
class MovedAway:
    """Where the office of a folder lives now.

    Attributes:
        place: where.
        moment: since when, aware.
    """

    place: Place
    moment: datetime

    def __str__(self) -> str:
        return (
            f"Data kantor ini sudah dipindahkan ke {self.place} ({format_waktu(self.moment)}). "
            "Yang diisi di sini tidak terlihat oleh yang lain."
        )


def note_moved(folder: Path, place: Place, moment: datetime) -> None:
    """Leave a note in a folder; its data stays as it is.

    Raises:
        KinerjaError: it cannot be written.
    """
    moved = MovedAway(place, moment)
    text = write_server_address(place) if isinstance(place, ServerAddress) else str(place)
    told = f"{moved}\r\n\r\nIsi folder ini tidak diubah; simpan sebagai salinan lama.\r\n"
    try:
        (folder / NOTE).write_text(told, "utf-8")
        (folder / _MARK).write_text(
            json.dumps({"ke": text, "waktu": moment.isoformat()}, ensure_ascii=False), "utf-8"
        )
    except OSError as error:
        raise explain_os_error(error, folder) from error


def find_moved(place: Place) -> MovedAway | None:
    """Return where the office of a folder lives now; None where it still lives there."""
    if not isinstance(place, Path):
        return None
    with suppress(OSError, ValueError, KeyError, TypeError, KinerjaError):
        found = json.loads((place / _MARK).read_text("utf-8"))
        text = str(found["ke"])
        target: Place = read_server_address(text) if is_server_address(text) else Path(text)
        return MovedAway(target, datetime.fromisoformat(found["waktu"]))
    return None
