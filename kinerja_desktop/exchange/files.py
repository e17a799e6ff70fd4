"""Write a file so that it is whole or not there: a half-written one never bears its final name."""

from contextlib import suppress
from pathlib import Path

from kinerja_desktop.disk import replace_file
from kinerja_desktop.errors import explain_os_error


def write_file(path: Path, content: bytes) -> None:
    """Write beside the final name, flush to the disk, then rename.

    Raises:
        KinerjaError: the place is full, gone, or may not be written; an older file of that
            name is still there as it was.
    """
    partial = path.with_name(path.name + ".tulis")
    try:
        partial.write_bytes(content)
        replace_file(partial, path)
    except OSError as error:
        with suppress(OSError):  # where the name is too long, or the stick gone
            partial.unlink()
        raise explain_os_error(error, path) from error
