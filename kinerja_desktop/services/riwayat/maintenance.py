"""Back up, restore, check: what keeps an office's data from being lost."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_desktop.domain.angka.tanggal import WIB, local_date
from kinerja_desktop.errors import CancelledError, DataProblemsError, Problem
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stop_if, stoppable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.riwayat.integrity import check_contents
from kinerja_desktop.services.riwayat.status import last_backup
from kinerja_desktop.services.riwayat.trail_words import name_table
from kinerja_desktop.store.backup import (
    Alasan,
    Backup,
    create_backup,
    export_backup,
    list_backups,
    thin_backups,
)
from kinerja_desktop.store.backup_reading import BackupPreview, preview_backup, verify_backup
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.queries.riwayat import count_transaksi
from kinerja_desktop.store.queries.rows import count_rows
from kinerja_desktop.store.schema import is_known_revision

__all__ = [
    "Alasan", "Backup", "BackupCancelledError", "BackupPreview", "BedaTabel", "CheckCancelledError",
    "ExportCancelledError", "Perbandingan",
    "back_up_database", "back_up_if_due", "back_up_now", "check_backup", "check_office",
    "compare_backup", "export_all", "last_backup", "preview",
    "read_backups",
]  # fmt: skip

#: What a check goes through: file, values, trail, finals, rows, evidence.
_PARTS = 6


class ExportCancelledError(CancelledError):
    """The clerk stopped the export; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Ekspor cadangan dibatalkan.", "Tidak ada yang tertinggal.")


class BackupCancelledError(CancelledError):
    """The clerk stopped making a backup; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Pembuatan cadangan dibatalkan.", "Tidak ada yang tertinggal.")


class CheckCancelledError(CancelledError):
    """The clerk stopped the check, which changes nothing in any case."""

    def __init__(self) -> None:
        super().__init__("Pemeriksaan dihentikan sebelum selesai.", "Data tidak diubah.")


@dataclass(frozen=True)
class BedaTabel:
    """How many rows of a kind there are now, and in a backup."""

    bagian: str
    kini: int
    cadangan: int


@dataclass(frozen=True)
class Perbandingan:
    """What would change if a backup were restored.

    Attributes:
        tabel: the kinds of rows that either has.
        perubahan_kini: when the present data last changed; None when never.
        perubahan_cadangan: the same of the backup.
        tindakan_hilang: how many deeds of the trail the backup does not know yet.
    """

    tabel: tuple[BedaTabel, ...]
    perubahan_kini: datetime | None
    perubahan_cadangan: datetime | None
    tindakan_hilang: int


def back_up_database(office: Office, alasan: Alasan, progress: Progress = silent) -> Path:
    """Copy the office's database into its backups, and check the copy.

    What `progress` raises ends it and leaves nothing behind.

    Raises:
        KinerjaError: the database is damaged or locked, or the disk is full.
    """
    return create_backup(office.place.source, office.backup_folder, office.now(), alasan, progress)


def back_up_if_due(office: Office) -> Path | None:
    """Make the automatic backup on every day on which there is none, and thin old ones out.

    A day is one of the calendar: who starts a little earlier than the day before has one too.

    Returns:
        The new backup, None when there was no need.
    """
    last = last_backup(office)
    # A backup from the future was named by a wrong clock and says nothing about its age.
    if last is not None and last <= office.now() and _is_today(office, last):
        return None
    path = back_up_database(office, Alasan.OTOMATIS)
    report = office.update.report
    kept = {office.backup_folder / report.backup} if report else set()
    thin_backups(office.backup_folder, office.now().astimezone(WIB), kept)
    return path


def _is_today(office: Office, moment: datetime) -> bool:
    return local_date(moment) == office.today()


def back_up_now(office: Office, progress: Progress = silent, cancelled: Cancelled = never) -> Path:
    """Make a backup because the clerk asked for one; it is never thinned out.

    Args:
        office: the open office.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        BackupCancelledError: the clerk does; nothing is left.
        KinerjaError: the database is damaged or locked, or the disk is full.
    """
    advance = stoppable(progress, cancelled, BackupCancelledError)
    return back_up_database(office, Alasan.MANUAL, advance)


def read_backups(office: Office) -> list[Backup]:
    """Return the backups, newest first."""
    return list_backups(office.backup_folder)


def export_all(
    office: Office,
    target: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> list[Problem]:
    """Write database and evidence into one ``.kinerja`` file to take away.

    Args:
        office: the open office.
        target: the file; it gets the ending ``.kinerja`` when it has none.
        progress: called with the step, the number of steps, and what is being done.
        cancelled: asked at each step whether the clerk wants to stop.

    Returns:
        A warning for each damaged evidence file.

    Raises:
        ExportCancelledError: the clerk stopped it; nothing is left.
        KinerjaError: the stick is full, locked, gone or broken, or the place is the data folder.
    """
    advance = stoppable(progress, cancelled, ExportCancelledError)
    file = target if target.suffix else target.with_name(f"{target.name}.kinerja")
    require_output(office, file, (".kinerja",))
    return export_backup(office.place.source, file, office.now(), advance)


def preview(path: Path, progress: Progress = silent) -> BackupPreview:
    """Tell what a backup holds, after checking it; what `progress` raises ends it.

    Raises:
        DataProblemsError: it is damaged, or made by a newer program.
        KinerjaError: it cannot be read.
    """
    if problems := verify_backup(path, is_known_revision, progress=progress):
        raise DataProblemsError(problems)
    return preview_backup(path, progress)


def check_backup(
    path: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> list[Problem]:
    """Read a backup from end to end; empty when it can be restored.

    Args:
        path: the backup.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        CheckCancelledError: the clerk does.
    """
    advance = stoppable(progress, cancelled, CheckCancelledError)
    return verify_backup(path, is_known_revision, progress=advance)


def compare_backup(
    office: Office, path: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> Perbandingan:
    """Tell what restoring a backup would bring and take away.

    Args:
        office: the open office.
        path: the backup.
        progress: told how far it is.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        CheckCancelledError: the clerk does.
        DataProblemsError: it is damaged, or made by a newer program.
        KinerjaError: it cannot be read.
    """
    backup = preview(path, stoppable(progress, cancelled, CheckCancelledError))
    with office.journal.reading() as session:
        present = count_rows(session)
        deeds, last = count_transaksi(session)
    beda = (
        BedaTabel(name_table(tabel), count, backup.rows.get(tabel, 0))
        for tabel, count in present.items()
    )
    return Perbandingan(
        tabel=tuple(row for row in beda if row.kini or row.cadangan),
        perubahan_kini=last,
        perubahan_cadangan=backup.last_change,
        tindakan_hilang=max(0, deeds - backup.rows.get("transaksi", 0)),
    )


def check_office(
    office: Office,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> list[Problem]:
    """Check database, trail, final documents and kept files from end to end.

    Args:
        office: the open office.
        progress: is told of each part.
        cancelled: asked before each part.

    Raises:
        DamagedOfficeError: the database cannot be read to its end.
        CheckCancelledError: the clerk stopped it.
    """
    step = 0

    def go_on(part: str) -> None:
        nonlocal step
        stop_if(cancelled, CheckCancelledError)
        progress(step, _PARTS, f"Memeriksa {part}…")
        step += 1

    with office.guarded():
        go_on("berkas data")
        problems = [
            Problem(f"data rusak ({text}): pulihkan dari cadangan terakhir", FILE_NAME)
            for text in office.place.find_damage()
        ]
        go_on("nilai yang tersimpan")
        problems = problems or [
            Problem(f"isi data tidak sah ({wrong}): pulihkan dari cadangan terakhir", FILE_NAME)
            for wrong in office.place.find_wrong(wholly=True)
        ]
        return problems + check_contents(office, is_readable=not problems, go_on=go_on)
