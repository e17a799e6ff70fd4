"""Open the office's place: ask for what it wants, or say why it cannot be opened."""

from dataclasses import replace
from enum import StrEnum

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place, ServerAddress, folder_of
from kinerja_desktop.services.kantor.lost_data import DamagedOfficeError
from kinerja_desktop.services.kantor.moved import find_moved
from kinerja_desktop.services.kantor.office import (
    FolderInUseError,
    Office,
    UpgradeFailedError,
    open_office,
)
from kinerja_desktop.services.kantor.passwords import (
    asks_password,
    keep_password,
    with_kept_password,
)
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell.second_start import call_open_window


class _Answer(StrEnum):
    AGAIN = "Coba lagi"
    OTHER = "Pilih tempat data lain…"


class _Moved(StrEnum):
    THERE = "Buka data di tempat baru"
    HERE = "Lihat data lama di sini"


class WindowCalledError(Exception):
    """Another start of the program shows this office; there is nothing left to do."""


class OtherPlaceError(Exception):
    """Another place is wanted.

    Attributes:
        place: which.
    """

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def open_or_explain(place: Place, *, can_choose: bool = False) -> Office | None:
    """Open an office, or say why it cannot be opened; a damaged one can be restored.

    Args:
        place: where its data is.
        can_choose: another place may be chosen where a server cannot be reached.

    Returns:
        The office, None when it cannot be opened.

    Raises:
        WindowCalledError: it is open already, and its window was brought to the front.
        OtherPlaceError: another place was chosen.
    """
    moved = find_moved(place)
    if moved is not None:
        match dialogs.choose(None, str(moved), list(_Moved)):
            case _Moved.THERE:
                raise OtherPlaceError(moved.place)
            case None:
                return None
    place = with_kept_password(place)
    try:
        return open_office(place)
    except FolderInUseError as error:
        if call_open_window(folder_of(place)):
            raise WindowCalledError from error
        dialogs.explain(None, error)
        return None
    except DamagedOfficeError as error:
        return _offer_backup(place, error)
    except UpgradeFailedError as error:
        _offer_return(error)
        return None
    except KinerjaError as error:
        known = error
    if isinstance(place, ServerAddress):
        return _go_on_with_server(place, known, can_choose=can_choose)
    dialogs.explain(None, known)
    return None


def _go_on_with_server(
    address: ServerAddress, error: KinerjaError, *, can_choose: bool
) -> Office | None:
    from kinerja_desktop.ui.base.password_dialog import ask_password
    from kinerja_desktop.ui.shell.place_dialog import ask_place

    if asks_password(error):
        answer = ask_password(None, address, is_wrong=bool(address.password))
        if answer is not None:
            again = replace(address, password=answer.password)
            office = open_or_explain(again, can_choose=can_choose)
            opened = office.place.where if office is not None else None
            # The one that opened it, which may have been asked for once more.
            is_its = isinstance(opened, ServerAddress) and opened.password == answer.password
            if answer.is_kept and is_its:
                keep_password(again)
            return office
    if not can_choose:
        dialogs.explain(None, error)
        return None
    match dialogs.choose(None, str(error), list(_Answer)):
        case _Answer.AGAIN:
            return open_or_explain(address, can_choose=True)
        case _Answer.OTHER:
            place = ask_place(None, address)
            if place is not None:
                raise OtherPlaceError(place)
    return None


def _offer_backup(place: Place, error: DamagedOfficeError) -> Office | None:
    """Offer the last good backup with its time (`docs/architecture.md` §4.5)."""
    from kinerja_desktop.services.riwayat.restoring import restore_folder

    if error.backup is None:
        dialogs.explain(None, error)
        return None
    detail = "Data yang rusak disimpan dulu di folder cadangan."
    if not dialogs.confirm(None, error.message, "Pulihkan cadangan ini", detail):
        return None
    try:
        restore_folder(place, error.backup.path)
        return open_office(place)
    except KinerjaError as failure:
        dialogs.explain(None, failure)
        return None


def _offer_return(error: UpgradeFailedError) -> None:
    """Offer the version before, which knows the data as it still is."""
    from kinerja_desktop.installation import find_installation
    from kinerja_desktop.services.pembaruan.update_return import return_program

    installation = find_installation()
    version = installation.previous_version() if installation else ""
    if installation is None or not version:
        dialogs.explain(None, error)
    elif dialogs.confirm(None, str(error), f"Kembali ke versi {version}"):
        try:
            return_program(installation)
        except KinerjaError as failure:
            dialogs.explain(None, failure)
