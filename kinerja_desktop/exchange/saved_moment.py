"""When a workbook was saved last, as its program has written it down."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

from kinerja_desktop.exchange.workbook_parts import SPOILED

_SAVED = re.compile(rb"<(?:dcterms:modified|dc:date)[^>]*>([0-9T:.+-]{10,35}Z?)<")
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_LARGEST_PROPERTIES = 1 << 20


def read_saved(path: Path) -> datetime | None:
    """Return when the program that wrote the file says it was saved; None for unknown."""
    try:
        with ZipFile(path) as archive:
            return _find_saved(archive)
    except (OSError, *SPOILED):
        return None  # it only tells which of two answers is the newer


def _find_saved(archive: ZipFile) -> datetime | None:
    name = next((name for name in _PROPERTIES if name in archive.namelist()), None)
    if name is None or archive.getinfo(name).file_size > _LARGEST_PROPERTIES:
        return None
    match = _SAVED.search(archive.read(name))
    if match is None:
        return None
    # LibreOffice writes nine digits of a second.
    text = re.sub(r"(\.[0-9]{6})[0-9]*", r"\1", match[1].decode("ascii").replace("Z", "+00:00"))
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
