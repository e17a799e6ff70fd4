"""Bring a backup back into a data folder, with a way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import (
    CancelledError,
    DataProblemsError,
    KinerjaError,
    explain_os_error,
)
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stop_if, stoppable
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.office import Office, utc_now
from kinerja_desktop.services.kantor.office_clock import find_own_moment
from kinerja_desktop.store.backing_choice import find_backing
from kinerja_desktop.store.backup import Alasan, Backup, list_backups
from kinerja_desktop.store.backup_reading import preview_backup, verify_backup
from kinerja_desktop.store.bringing_up import bring_evidence, bring_up
from kinerja_desktop.store.database import connect, sqlite_url
from kinerja_desktop.store.database_copy import end_use
from kinerja_desktop.store.queries.riwayat import find_last_label
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.restore import Restored, note_restore
from kinerja_desktop.store.schema import HEAD, is_known_revision

__all__ = ["Restored", "find_way_back", "restore_folder", "restore_into", "take_restore_back"]


class RestoreCancelledError(CancelledError):
    """The clerk stopped a restore before anything was replaced."""

    def __init__(self) -> None:
        super().__init__("Pemulihan dibatalkan.", "Data tidak berubah.")


_RESTORED, _TAKEN_BACK = "Memulihkan cadangan", "Membatalkan pemulihan"


def restore_folder(folder: Place, source: Path, now: Callable[[], datetime] = utc_now) -> Restored:
    """Put a backup in the place of a data folder's database; nobody may have it open.

    Raises:
        DataProblemsError: the backup cannot be restored; nothing was changed.
        FolderInUseError: a window has the data open.
        KinerjaError: a step failed; the present data is as it was.
    """
    place = find_backing(folder)
    place.hold()
    try:
        if not verify_backup(source, is_known_revision):
            _try_upgrade(place.folder, source)
        return place.restore(source, now())
    finally:
        place.release()


def _try_upgrade(folder: Path, source: Path) -> None:
    """Refuse an older backup that could not be opened afterwards, before it replaces anything."""
    try:
        if preview_backup(source).revision != HEAD:
            with TemporaryDirectory(dir=folder, prefix="pulih-") as place:
                bring_up(source, Path(place))
    except OSError as error:
        raise explain_os_error(error, folder) from error


def restore_into(
    office: Office,
    source: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Restored:
    """Put a backup in the place of the open office's data; the office goes on with it.

    The office keeps its lock. An older schema is migrated, and the trail told, in a copy of the
    backup, so that whatever fails, the present data is as it was. Undoing ends, and whoever
    listens to the journal hears that every table has changed.

    Args:
        office: the open office; while this runs nobody else may use it.
        source: the backup, ``.db`` or ``.kinerja``.
        progress: told how far it is.
        cancelled: asked again and again, before anything is replaced, whether to stop.
        last_call: asked the last time, before it is.

    Raises:
        RestoreCancelledError: the clerk stopped it; the data is as it was.
        DataProblemsError: the backup cannot be restored.
        KinerjaError: a step failed.
    """
    backups = (b for b in list_backups(office.backup_folder) if b.path == source)
    name = next((format_waktu(backup.moment) for backup in backups), source.name)
    advance = stoppable(progress, cancelled, RestoreCancelledError)
    return _restore(office, source, f"{_RESTORED} {name}", advance, last_call)


def find_way_back(office: Office) -> Backup | None:
    """Return the safety copy that takes the last restore back; None when there is none."""
    with office.journal.reading() as session:
        last = find_last_label(session, (_RESTORED, _TAKEN_BACK))
    if last is None or last.startswith(_TAKEN_BACK):
        return None
    copies = (b for b in list_backups(office.backup_folder) if b.alasan is Alasan.SEBELUM_PEMULIHAN)
    return next(copies, None)


def take_restore_back(
    office: Office,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Restored:
    """Bring back the data as it was before the last restore.

    Args:
        office: the open office; while this runs nobody else may use it.
        progress: told how far it is.
        cancelled: asked again and again, before anything is replaced, whether to stop.
        last_call: asked the last time, before it is.

    Raises:
        RestoreCancelledError: the clerk stopped it; the data is as it was.
        KinerjaError: there is no safety copy, or a step failed.
    """
    backup = find_way_back(office)
    if backup is None:
        raise KinerjaError(
            "Tidak ada pemulihan yang dapat dibatalkan.", "Pilih cadangan dari daftar."
        )
    advance = stoppable(progress, cancelled, RestoreCancelledError)
    label = f"{_TAKEN_BACK} ke {format_waktu(backup.moment)}"
    return _restore(office, backup.path, label, advance, last_call)


def _restore(
    office: Office, source: Path, label: str, advance: Progress, last_call: Cancelled
) -> Restored:
    if problems := verify_backup(source, is_known_revision, progress=advance):
        raise DataProblemsError(problems)
    if office.instansi() is not None and not preview_backup(source).rows.get("instansi"):
        raise KinerjaError(
            f"{source.name} dibuat sebelum kantor disiapkan, jadi belum berisi kantor.",
            "Pilih cadangan yang lebih baru.",
        )
    try:
        with TemporaryDirectory(dir=office.folder, prefix="pulih-") as folder:
            ready = _make_ready(office, source, Path(folder), label, advance)
            evidence = bring_evidence(source, office.evidence, advance)
            stop_if(last_call, RestoreCancelledError)
            done = office.place.replace(ready, office.clock.real())
    except OSError as error:
        raise explain_os_error(error, office.folder) from error
    office.journal.forget()
    for listener in office.journal.listeners:
        listener(set(RECORDS))
    return replace(done, evidence=evidence)


def _make_ready(office: Office, source: Path, folder: Path, label: str, advance: Progress) -> Path:
    """Copy a backup's database, bring it to the present schema, and note the restore in it."""
    ready = bring_up(source, folder, advance)
    engine = connect(sqlite_url(folder))
    try:
        with Session(engine) as session:
            # In the practice office it happens in its own days, which go on from its last deed.
            moment = find_own_moment(session) or office.clock.real()
        note_restore(engine, moment, office.journal.pelaku, label)
    finally:
        engine.dispose()
    end_use(ready)
    return ready
