"""Write a file so that it is whole or not there: a half-written one never bears its final name."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kinerja_desktop.disk import replace_file
from kinerja_desktop.errors import explain_os_error


def write_file(
    path: Path, content: bytes, before_naming: Callable[[], None] = lambda: None
) -> None:
    """Write beside the final name, flush to the disk, then rename.

    Args:
        path: the file.
        content: what stands in it.
        before_naming: called when all is written; what it raises leaves nothing behind.

    Raises:
        KinerjaError: the place is full, gone, or may not be written; an older file of that
            name is still there as it was.
    """
    partial = path.with_name(path.name + ".tulis")
    try:
        try:
            partial.write_bytes(content)
            before_naming()
            replace_file(partial, path)
        except BaseException:
            with suppress(OSError):  # where the name is too long, or the stick gone
                partial.unlink()
            raise
    except OSError as error:
        raise explain_os_error(error, path) from error
