"""The small file beside the data in which one version of the program tells the next."""

import json
from contextlib import suppress
from pathlib import Path

from kinerja_desktop.disk import replace_file
from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.domain.update import UpdateRecord
from kinerja_desktop.errors import explain_os_error

FILE_NAME = "pembaruan.json"
_UNFINISHED = ".tulis"


def read_record(folder: Path) -> UpdateRecord:
    """Read what a data folder remembers; a file that is not there or not whole tells nothing.

    It holds nothing that the office has typed, so a damaged one is no reason to stop.

    Raises:
        KinerjaError: the folder cannot be read.
    """
    path = folder / FILE_NAME
    try:
        return thaw(UpdateRecord, json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return UpdateRecord()
    except OSError as error:
        raise explain_os_error(error, path) from error
    except (ValueError, TypeError, AttributeError):
        return UpdateRecord()


def write_record(folder: Path, record: UpdateRecord) -> None:
    """Write what the next start is to know, whole or not at all.

    Raises:
        KinerjaError: the folder is full, gone or cannot be written.
    """
    path = folder / FILE_NAME
    partial = path.with_name(path.name + _UNFINISHED)
    try:
        partial.write_text(json.dumps(freeze(record), indent=1), encoding="utf-8")
        replace_file(partial, path)
    except OSError as error:
        raise explain_os_error(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink()
