"""Backups and restores that the clerk stops: no file under a final name, the data as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop.progress import Cancelled, Progress, never, silent
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.riwayat import maintenance
from kinerja_desktop.services.riwayat.maintenance import (
    BackupCancelledError,
    CheckCancelledError,
    ExportCancelledError,
)
from kinerja_desktop.services.riwayat.restoring import (
    RestoreCancelledError,
    find_way_back,
    restore_into,
    take_restore_back,
)
from tests.services.dokumen.papers import TAHUN, indikator_id
from tests.stopping import Counter, stop_at


@pytest.fixture
def kantor(muncar: Office, tmp_path: Path) -> Office:
    """An office with a file of evidence."""
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    return muncar


@pytest.fixture
def ekspor(kantor: Office, tmp_path: Path) -> Path:
    """A backup with evidence; afterwards the data moved on."""
    path = tmp_path / "a.kinerja"
    maintenance.export_all(kantor, path)
    change_field(kantor, "indikator", indikator_id(kantor), "satuan", "Indeks")
    return path


def stop_everywhere(
    work: Callable[[Progress, Cancelled], object],
    error: type[Exception],
    unchanged: Callable[[], object],
) -> list[str]:
    """Stop a work at each place where it asks; return what it tells when nobody stops it."""
    told: list[str] = []
    asked = Counter()
    work(lambda *step: told.append(step[2]), asked)
    before = unchanged()
    for when in range(1, asked.asked + 1):
        with pytest.raises(error):
            work(silent, stop_at(when))
        assert unchanged() == before
    return told


def test_making_a_backup(kantor: Office) -> None:
    def files() -> list[str]:
        if not kantor.backup_folder.is_dir():
            return []
        return sorted(path.name for path in kantor.backup_folder.iterdir())

    before = files()
    for when in (1, 2, 3):
        with pytest.raises(BackupCancelledError, match="Tidak ada yang tertinggal"):
            maintenance.back_up_now(kantor, cancelled=stop_at(when))
        assert files() == before
    told: list[str] = []
    path = maintenance.back_up_now(kantor, lambda *step: told.append(step[2]))
    assert "Menyalin data…" in told
    assert told[-1] == "Menyimpan cadangan…"
    assert maintenance.check_backup(path) == []


def test_exporting_also_while_it_is_read_back(kantor: Office, tmp_path: Path) -> None:
    target = tmp_path / "keluar" / "a.kinerja"
    target.parent.mkdir()
    asked = Counter()
    maintenance.export_all(kantor, target, cancelled=asked)
    whole = target.read_bytes()
    for when in range(1, asked.asked + 1):
        with pytest.raises(ExportCancelledError):
            maintenance.export_all(kantor, target, cancelled=stop_at(when))
        assert [path.name for path in target.parent.iterdir()] == ["a.kinerja"]
        assert target.read_bytes() == whole


def test_checking_and_comparing_a_backup(kantor: Office, ekspor: Path) -> None:
    told = stop_everywhere(
        lambda progress, cancelled: maintenance.check_backup(ekspor, progress, cancelled),
        CheckCancelledError,
        kantor.journal.state,
    )
    assert told[0] == "Membaca isi cadangan"
    assert "Memeriksa data di cadangan…" in told
    assert told[-1] == "Memeriksa nilai di cadangan…"
    stop_everywhere(
        lambda progress, cancelled: maintenance.compare_backup(kantor, ekspor, progress, cancelled),
        CheckCancelledError,
        kantor.journal.state,
    )


def spoil(office: Office) -> None:
    """Damage the evidence, so that it is taken out of the archive as well."""
    for path in office.evidence.stored():
        office.evidence.path_of(path).write_bytes(b"rusak")


def test_restoring_stops_before_anything_is_replaced(kantor: Office, ekspor: Path) -> None:
    state = kantor.journal.state()
    backups = maintenance.read_backups(kantor)
    spoil(kantor)
    asked = Counter()
    # A server is asked less often than a folder, where pages are copied.
    with pytest.raises(RestoreCancelledError):
        restore_into(kantor, ekspor, silent, asked, lambda: True)
    assert asked.asked > 3
    stops: list[tuple[Cancelled, Cancelled]] = [
        (stop_at(n), never) for n in range(1, min(asked.asked, 8) + 1)
    ]
    stops.append((asked, lambda: True))
    for cancelled, last_call in stops:
        spoil(kantor)
        with pytest.raises(RestoreCancelledError, match="Data tidak berubah"):
            restore_into(kantor, ekspor, silent, cancelled, last_call)
        assert kantor.journal.state() == state
        assert maintenance.read_backups(kantor) == backups
        assert [path.name for path in kantor.folder.glob("pulih-*")] == []
        assert kantor.journal.undo_label is not None
    told: list[str] = []
    done = restore_into(kantor, ekspor, lambda *step: told.append(step[2]), asked, asked)
    assert done.safety_copy is not None
    assert "Membuka cadangan" in told
    restored = kantor.journal.state()
    assert restored != state
    for cancelled, last_call in ((stop_at(1), asked), (asked, lambda: True)):
        with pytest.raises(RestoreCancelledError):
            take_restore_back(kantor, silent, cancelled, last_call)
        assert kantor.journal.state() == restored
        assert find_way_back(kantor) is not None
    take_restore_back(kantor)
    assert find_way_back(kantor) is None
