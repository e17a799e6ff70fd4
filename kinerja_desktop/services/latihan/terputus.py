"""A practice office whose filling was cut short, such as by a power failure: half of one is none.

A small file beside the data says that the filling is going on. Where it is found at the next start,
the half is laid aside, and the wizard says why it begins again.
"""

from pathlib import Path

from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan.keluar import is_contoh, leave_contoh

FILE_NAME = "menyiapkan-latihan"


def note_begun(office: Office) -> None:
    """Note that the practice office is being filled.

    Raises:
        KinerjaError: the data folder is full or cannot be written.
    """
    path = _path_of(office)
    try:
        path.touch()
    except OSError as error:
        raise explain_os_error(error, path) from error


def note_ended(office: Office) -> bool:
    """Forget that it was being filled; tell whether that was still noted.

    Raises:
        KinerjaError: the file cannot be taken away.
    """
    path = _path_of(office)
    is_there = path.exists()
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise explain_os_error(error, path) from error
    return is_there


def is_half(office: Office) -> bool:
    """Whether there is a half-filled practice office that can be laid aside; not on a server."""
    is_in_folder = isinstance(office.place.where, Path)
    return is_in_folder and _path_of(office).exists() and is_contoh(office)


def leave_half(place: Place) -> None:
    """Lay a half-filled practice office aside; the note stays, for the wizard to tell.

    Raises:
        KinerjaError: it cannot be moved; it is opened as it is from now on.
    """
    try:
        leave_contoh(place)
    except KinerjaError:
        assert isinstance(place, Path), "only there it is a half"
        (place / FILE_NAME).unlink(missing_ok=True)
        raise


def _path_of(office: Office) -> Path:
    return office.folder / FILE_NAME
