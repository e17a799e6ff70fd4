"""One click back to the version before, with the data of before."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.domain.update import UpdatePlan, UpdateRecord
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.installation import Installation
from kinerja_desktop.services.kantor.lost_data import BACKUP_FOLDER
from kinerja_desktop.services.kantor.office import Office, utc_now
from kinerja_desktop.services.pembaruan.launcher import start_program
from kinerja_desktop.services.pembaruan.update import Launch
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.store.backup import Backup, list_backups
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.update_record import read_record, write_record

_SWITCH = "/KEMBALI"


@dataclass(frozen=True)
class VersionBefore:
    """The version that can be returned to, and the data it had."""

    version: str
    backup: Backup


def find_version_before(
    folder: Path, record: UpdateRecord, installation: Installation | None
) -> VersionBefore | None:
    """Return what one click leads back to; None when the program or the data of before is gone.

    Args:
        folder: the data folder.
        record: what it remembers.
        installation: where this program was installed to.
    """
    report = record.report
    if installation is None or report is None or report.is_return:
        return None
    version = installation.previous_version()
    # The program that is still there must be the one that had the data of before.
    known = report.from_version or version
    if not version or (report.to_version, known) != (__version__, version):
        return None
    backups = list_backups(folder / BACKUP_FOLDER)
    backup = next((b for b in backups if b.path.name == report.backup), None)
    return VersionBefore(version, backup) if backup else None


def count_later_deeds(office: Office, before: VersionBefore) -> int:
    """Count the deeds of the trail that the data of before does not know."""
    from kinerja_desktop.services.riwayat.maintenance import compare_backup

    return compare_backup(office, before.backup.path).tindakan_hilang


def return_to(
    folder: Path,
    before: VersionBefore,
    installation: Installation,
    launch: Launch = start_program,
    moment: datetime | None = None,
) -> None:
    """Bring the data of before back, then hand over to the uninstaller, which exchanges programs.

    The data of now is kept as a backup. Nobody may have the office open.

    Raises:
        DataProblemsError: the backup is damaged; nothing was changed.
        KinerjaError: a step failed. When the program could not be exchanged the data of before
            stands; this version brings it to its own schema at the next start, and says so.
    """
    now = moment or utc_now()
    plan = UpdatePlan(
        from_version=__version__,
        to_version=before.version,
        moment=now.isoformat(),
        backup="",
        tables=read_fingerprints(before.backup.path),
        is_return=True,
    )
    # Before the deed: whatever ends it halfway, the next start knows what was meant.
    write_record(folder, replace(read_record(folder), plan=plan))
    try:
        restored = restore_folder(folder, before.backup.path, lambda: now)
    except KinerjaError:
        write_record(folder, replace(read_record(folder), plan=None))
        raise
    kept = restored.safety_copy.name if restored.safety_copy else ""
    write_record(folder, replace(read_record(folder), plan=replace(plan, backup=kept)))
    launch(installation.uninstaller, _SWITCH)


def return_program(installation: Installation, launch: Launch = start_program) -> None:
    """Exchange the programs alone, when this one could not open the data and left it as it was.

    Raises:
        KinerjaError: the uninstaller cannot be started.
    """
    launch(installation.uninstaller, _SWITCH)
