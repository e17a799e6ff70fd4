"""Update the program from a stick: the installer checked, the data kept, then handed over."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.domain.update import UpdatePlan, is_newer, parse_version
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.exchange.drives import Drive, list_drives
from kinerja_desktop.exchange.setup_files import SetupFile, copy_checked, find_setups, read_setup
from kinerja_desktop.installation import Installation
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stop_if, stoppable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pembaruan.launcher import start_program
from kinerja_desktop.services.riwayat.maintenance import Alasan, back_up_database
from kinerja_desktop.store.update_record import read_record, write_record

__all__ = [
    "SetupFile", "UpdateCancelledError", "find_update", "hand_over", "list_drives",
    "pick_update", "prepare_update", "remove_copies",
]  # fmt: skip

#: Where the checked copy of the installer lies in the data folder.
COPIES = "pembaruan"
_SWITCH = "/PERBARUI"

Launch = Callable[[Path, str], None]


class UpdateCancelledError(CancelledError):
    """The clerk stopped an update; program and data are as they were."""

    def __init__(self) -> None:
        super().__init__("Pembaruan dibatalkan.", "Program dan data tidak berubah.")


def find_update(
    installation: Installation, drives: Sequence[Drive], version: str = __version__
) -> SetupFile:
    """Find the newest installer on the sticks that is newer than this program.

    Args:
        installation: says for whom the program was installed: the installer must be for the same.
        drives: the sticks.
        version: this program's.

    Raises:
        KinerjaError: there is none; it says what to do.
    """
    if not drives:
        raise KinerjaError(
            "Tidak ada flashdisk yang terpasang.",
            f"Colokkan flashdisk yang berisi Kinerja-Desktop-(versi){installation.kind.ending}, "
            "lalu ulangi.",
        )
    found: list[SetupFile] = []
    unreadable: list[KinerjaError] = []
    for drive in drives:
        try:
            found += find_setups(drive.path, installation.kind.ending)
        except KinerjaError as error:
            unreadable.append(error)
    if not found and unreadable:
        raise unreadable[0]
    if not found:
        places = ", ".join(str(drive.path) for drive in drives)
        raise KinerjaError(
            f"Tidak ada pemasang Kinerja Desktop di flashdisk ({places}).",
            f"Salin Kinerja-Desktop-(versi){installation.kind.ending} dan berkas .sha256-nya ke "
            "flashdisk, lalu ulangi.",
        )
    newest = max(found, key=lambda setup: parse_version(setup.version))
    _require_newer(newest, version)
    return newest


def pick_update(installation: Installation, path: Path, version: str = __version__) -> SetupFile:
    """Take an installer that the clerk has picked.

    Raises:
        KinerjaError: it is none for this computer, or not newer than this program.
    """
    setup = read_setup(path, installation.kind.ending)
    _require_newer(setup, version)
    return setup


def prepare_update(
    office: Office,
    setup: SetupFile,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Path:
    """Copy the installer from the stick, check it, and keep the data as it is now.

    Args:
        office: the open office; nobody may change it any more before the program closes.
        setup: the installer on the stick.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before the next start is told.

    Returns:
        The checked copy of the installer, to be handed over to.

    Raises:
        UpdateCancelledError: the clerk stopped it; program and data are as they were.
        KinerjaError: the installer is damaged, the stick was pulled out, the disk is full or the
            data is damaged; program and data are as they were.
    """
    advance = stoppable(progress, cancelled, UpdateCancelledError)
    copy = copy_checked(setup, office.folder / COPIES, advance)
    backup: Path | None = None
    try:
        advance(0, 0, "Mencadangkan data…")
        backup = back_up_database(office, Alasan.SEBELUM_MIGRASI, advance)
        advance(0, 0, "Mencatat keadaan data…")
        tables = office.place.describe_state(backup)
        stop_if(last_call, UpdateCancelledError)
    except CancelledError:
        with suppress(OSError):  # they only take room
            copy.unlink()
            if backup is not None:
                backup.unlink()
        raise
    plan = UpdatePlan(
        from_version=__version__,
        to_version=setup.version,
        moment=office.now().isoformat(),
        backup=backup.name,
        tables=tables,
    )
    write_record(office.folder, replace(read_record(office.folder), plan=plan))
    return copy


def hand_over(folder: Path, setup: Path, launch: Launch = start_program) -> None:
    """Start the installer, which waits until this program has closed; the office is closed.

    Raises:
        KinerjaError: it cannot be started; nothing has changed.
    """
    try:
        launch(setup, _SWITCH)
    except KinerjaError:
        write_record(folder, replace(read_record(folder), plan=None))
        raise


def remove_copies(office: Office) -> None:
    """Clear away, at the start, what the last update left; a locked copy goes next time."""
    shutil.rmtree(office.folder / COPIES, ignore_errors=True)


def _require_newer(setup: SetupFile, version: str) -> None:
    if not is_newer(setup.version, version):
        raise KinerjaError(
            f"{setup.path.name} tidak lebih baru daripada versi yang terpasang ({version}).",
            "Tidak ada yang perlu diperbarui.",
        )
