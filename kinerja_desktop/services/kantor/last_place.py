"""Where the office's data was chosen to be: a start without ``--data`` opens it again."""

import json
from contextlib import suppress
from pathlib import Path

from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.paths import default_data_folder
from kinerja_desktop.server_address import (
    Place,
    ServerAddress,
    is_server_address,
    read_server_address,
    write_server_address,
)

_FILE = "tempat-data.json"


def find_last_place() -> Place:
    """Return the place that was chosen on this PC; the usual folder when none was."""
    default = default_data_folder()
    with suppress(OSError, ValueError, KinerjaError, KeyError, TypeError):
        text = str(json.loads((default / _FILE).read_text("utf-8"))["data"])
        return read_server_address(text) if is_server_address(text) else Path(text)
    return default


def remember_place(place: Place) -> None:
    """Open this place from now on; a password is not part of it.

    Raises:
        KinerjaError: this PC's folder cannot be written.
    """
    path = default_data_folder() / _FILE
    text = write_server_address(place) if isinstance(place, ServerAddress) else str(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"data": text}, ensure_ascii=False), "utf-8")
    except OSError as error:
        raise explain_os_error(error, path) from error
