"""What was typed into the wizard and is not an office yet: a small file beside the data.

It is written while one types, read when the wizard is opened again, and goes when the office is
set up. Nothing else reads it: an office is never half made.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from kinerja_desktop.disk import replace_file
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.office import Office

FILE_NAME = "panduan-awal.json"
_UNFINISHED = ".tulis"
#: Far more than all pages full of text.
_MOST_BYTES = 1_000_000

#: What a page holds: texts, ticked names, or rows of texts, each by the name of its field.
IsiHalaman = Mapping[str, str | list[str] | list[dict[str, str]]]
#: The pages of the wizard by their names.
DrafPanduan = Mapping[str, IsiHalaman]


class DrafRusakError(KinerjaError):
    """The draft cannot be understood any more, and is passed by."""

    def __init__(self) -> None:
        super().__init__(
            "Isian panduan yang belum selesai tidak terbaca lagi, jadi diabaikan.",
            "Isi dari awal; tidak ada data kantor yang hilang.",
        )


def read_draf(office: Office) -> DrafPanduan:
    """Return what was typed the last time; empty for nothing.

    Raises:
        DrafRusakError: the file is damaged.
        KinerjaError: it cannot be read.
    """
    path = office.folder / FILE_NAME
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DrafRusakError
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise explain_os_error(error, path) from error
    except (ValueError, RecursionError) as error:
        raise DrafRusakError from error
    if not _is_draf(found):
        raise DrafRusakError
    return dict(found)


def write_draf(office: Office, draf: DrafPanduan) -> None:
    """Keep what is typed, whole or not at all.

    Raises:
        KinerjaError: the data folder is full or cannot be written.
    """
    path = office.folder / FILE_NAME
    partial = path.with_name(path.name + _UNFINISHED)
    try:
        partial.write_text(json.dumps(draf, ensure_ascii=False, indent=1), encoding="utf-8")
        replace_file(partial, path)
    except OSError as error:
        raise explain_os_error(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def remove_draf(office: Office) -> None:
    """Forget what was typed: the office is there, or it is to be begun anew.

    Raises:
        KinerjaError: the file cannot be taken away.
    """
    path = office.folder / FILE_NAME
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise explain_os_error(error, path) from error


def _is_draf(found: Any) -> bool:
    return isinstance(found, dict) and all(
        isinstance(page, dict) and all(_is_value(value) for value in page.values())
        for page in found.values()
    )


def _is_value(value: Any) -> bool:
    if isinstance(value, str):
        return True
    if not isinstance(value, list):
        return False
    return all(isinstance(item, str) for item in value) or all(
        isinstance(item, dict) and all(isinstance(text, str) for text in item.values())
        for item in value
    )
