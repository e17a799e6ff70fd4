"""Move an office onto a server, or back into a folder: whole, compared, and never by halves."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.domain.fingerprint import TableChange, columns_of, compare_tables
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.progress import Cancelled, Progress, never, silent, stop_if, stoppable
from kinerja_desktop.server_address import Place, ServerAddress
from kinerja_desktop.services.kantor.lost_data import has_office
from kinerja_desktop.services.kantor.moved import note_moved
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.server_check import ServerState, check_server
from kinerja_desktop.services.riwayat.maintenance import ExportCancelledError, back_up_now
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.store.backing_choice import find_backing
from kinerja_desktop.store.backup import export_backup

#: Told the step, the number of steps, and what is being done.
_NOT_EMPTY = "Pakai tempat yang masih kosong: data di sana tidak pernah ditimpa."


@dataclass(frozen=True)
class Moved:
    """What a move has done.

    Attributes:
        tables: every table, before and after; all the same.
        evidence: how many evidence files are there.
        backup: the backup made before.
        warnings: evidence that was damaged before, and so did not come along.
    """

    tables: tuple[TableChange, ...]
    evidence: int
    backup: Path
    warnings: tuple[Problem, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(table.rows_after or 0 for table in self.tables)


def require_target(office: Office, target: Place) -> None:
    """Refuse a place to which an office cannot move; nothing is changed there.

    Raises:
        KinerjaError: it is the same, not empty, of another program, or not this user's to fill.
    """
    if target == office.place.where:
        raise KinerjaError("Data kantor sudah ada di tempat itu.", "Pilih tempat yang lain.")
    if not isinstance(target, ServerAddress):
        if has_office(target):
            raise KinerjaError(f"Folder {target} sudah berisi data kantor.", _NOT_EMPTY)
        return
    found = check_server(target)
    match found.state:
        case ServerState.EMPTY if not found.may_create:
            raise KinerjaError(
                "Memindahkan kantor ke server ini perlu peran pengelola.",
                "Minta pengelola server memindahkannya, atau masuk dengan nama pengelola.",
            )
        case ServerState.EMPTY:
            return
        case ServerState.OFFICE | ServerState.OLDER:
            raise KinerjaError(f"Basis data {target} sudah berisi data kantor.", _NOT_EMPTY)
        case _:
            raise KinerjaError(found.state.value)


def move_office(
    office: Office,
    target: Place,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> Moved:
    """Bring a whole office to another place; where it was it stays as it is, with a note.

    A backup is made first. The rows arrive in one transaction (of a folder: as one file), so that
    whatever fails leaves an empty place behind; then every table is compared.

    Args:
        office: the open office; while this runs nothing is written here.
        target: an empty database of a server, or a folder without an office.
        progress: told the step, the number of steps, and what is being done.
        cancelled: asked at each step before the rows go over.
        last_call: asked the last time, before they do.

    Raises:
        ExportCancelledError: it was cancelled; nothing is there.
        KinerjaError: a place or a step failed; the data is as it was.
    """
    require_target(office, target)
    advance = stoppable(progress, cancelled, ExportCancelledError)
    advance(0, 0, "Membuat cadangan…")
    backup = back_up_now(office)
    with office.journal.turn.take():
        before = office.place.read_fingerprints()
        evidence = office.evidence.stored()
        try:
            with TemporaryDirectory(dir=office.folder, prefix="pulih-") as folder:
                archive = Path(folder) / "pindah.kinerja"
                warnings = export_backup(office.place.source, archive, office.now(), advance)
                stop_if(last_call, ExportCancelledError)
                progress(0, 0, "Mengisi tempat baru…")
                restore_folder(target, archive, office.now)
        except OSError as error:
            raise explain_os_error(error, office.folder) from error
        progress(0, 0, "Mencocokkan setiap tabel…")
        place = find_backing(target)
        place.hold()
        try:
            tables = compare_tables(before, place.read_fingerprints(columns_of(before)))
            arrived = sum(place.evidence.has(digest) for digest in evidence)
        finally:
            place.release()
        changed = [table.table for table in tables if not table.is_same]
        if changed or arrived + len(warnings) < len(evidence):
            raise KinerjaError(
                "Data di tempat baru tidak sama dengan data di sini"
                + (f" ({', '.join(changed)})." if changed else " (berkas bukti)."),
                "Tempat baru jangan dipakai. Pastikan tidak ada yang mengisi selama pemindahan, "
                "lalu ulangi ke tempat kosong yang lain.",
            )
        if isinstance(office.place.where, Path):
            note_moved(office.place.where, target, office.now())
    return Moved(tables, arrived, backup, tuple(warnings))
