import errno
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.riwayat import maintenance, restoring
from kinerja_desktop.services.riwayat.maintenance import Alasan
from kinerja_desktop.services.riwayat.restoring import (
    find_way_back,
    restore_folder,
    restore_into,
    take_restore_back,
)
from kinerja_desktop.services.riwayat.trail import list_deeds
from kinerja_desktop.store import bringing_up, database_copy
from kinerja_desktop.store.lock import FolderInUseError
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.restore import restore
from tests.conftest import Clock
from tests.services.dokumen.papers import IKM, TAHUN, indikator_id
from tests.tampering import lose_file

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_copy, "_TIMEOUT", 0.05)


@pytest.fixture
def backup(muncar: Office, clock: Clock) -> Path:
    """A backup, after which the first indicator was renamed."""
    path = maintenance.back_up_now(muncar)
    clock.moment += timedelta(hours=1)
    change_field(muncar, "indikator", indikator_id(muncar), "uraian", "Indeks baru")
    clock.moment += timedelta(hours=1)
    return path


def uraian(office: Office) -> str:
    return str(list_rows(office, "indikator", kode="IKU-1")[0]["uraian"])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_backup_comes_back_into_the_open_office(muncar: Office, backup: Path) -> None:
    heard: list[set[str]] = []
    muncar.journal.listeners.append(heard.append)

    done = restore_into(muncar, backup)

    assert uraian(muncar) == IKM
    assert heard == [set(RECORDS)]
    assert (muncar.journal.undo_label, muncar.journal.redo_label) == (None, None)
    assert done.safety_copy is not None
    assert "sebelum-pemulihan" in done.safety_copy.name
    assert list_deeds(muncar)[0].label == "Memulihkan cadangan 15 Januari 2025 09.00"
    assert list_deeds(muncar)[0].waktu == muncar.now()


def test_the_office_goes_on_and_keeps_its_lock(
    muncar: Office, backup: Path, clock: Callable[[], datetime]
) -> None:
    restore_into(muncar, backup)
    if muncar.place.file is not None:
        with pytest.raises(FolderInUseError):
            open_office(muncar.place.where, clock)
    change_field(muncar, "indikator", indikator_id(muncar), "uraian", "Sesudahnya")
    assert muncar.journal.undo() == "Mengubah Indikator: Indikator kinerja"
    assert uraian(muncar) == IKM
    assert maintenance.check_office(muncar) == []
    muncar.close()
    again = open_office(muncar.place.where, clock)
    assert uraian(again) == IKM
    again.close()


def test_a_restore_can_be_taken_back_and_only_once(muncar: Office, backup: Path) -> None:
    assert find_way_back(muncar) is None
    restore_into(muncar, backup)
    way_back = find_way_back(muncar)
    assert way_back is not None
    assert way_back.alasan is Alasan.SEBELUM_PEMULIHAN

    take_restore_back(muncar)

    assert uraian(muncar) == "Indeks baru"
    assert list_deeds(muncar)[0].label == "Membatalkan pemulihan ke 15 Januari 2025 11.00"
    assert find_way_back(muncar) is None
    with pytest.raises(KinerjaError, match="Tidak ada pemulihan"):
        take_restore_back(muncar)


def test_without_its_safety_copy_there_is_no_way_back(muncar: Office, backup: Path) -> None:
    done = restore_into(muncar, backup)
    assert done.safety_copy is not None
    done.safety_copy.unlink()
    assert find_way_back(muncar) is None


def test_a_file_from_a_stick_brings_its_evidence_along(muncar: Office, tmp_path: Path) -> None:
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    target = tmp_path / "Kinerja.kinerja"
    maintenance.export_all(muncar, target)
    (digest,) = (d for d in muncar.evidence.stored())
    lose_file(muncar, digest)

    done = restore_into(muncar, target)

    assert done.evidence == 1
    assert muncar.evidence.has(digest)
    assert list_deeds(muncar)[0].label == "Memulihkan cadangan Kinerja.kinerja"


def test_a_damaged_backup_changes_nothing(muncar: Office, backup: Path) -> None:
    backup.write_bytes(b"rusak")
    before = names(muncar.backup_folder)
    with pytest.raises(DataProblemsError):
        restore_into(muncar, backup)
    assert uraian(muncar) == "Indeks baru"
    assert muncar.journal.undo_label is not None
    assert names(muncar.backup_folder) == before


def test_an_older_schema_is_migrated_before_the_data_is_touched(
    muncar: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def migrate(engine: object) -> None:
        seen.append(uraian(muncar))

    monkeypatch.setattr(bringing_up, "HEAD", "9999")
    monkeypatch.setattr("kinerja_desktop.store.migrations.migrate", migrate)
    restore_into(muncar, backup)
    assert seen == ["Indeks baru"]
    assert uraian(muncar) == IKM


def test_a_migration_that_fails_leaves_the_present_data(
    muncar: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def migrate(engine: object) -> None:
        raise RuntimeError("langkah gagal")

    monkeypatch.setattr(bringing_up, "HEAD", "9999")
    monkeypatch.setattr("kinerja_desktop.store.migrations.migrate", migrate)
    before = sorted(muncar.folder.iterdir())
    with pytest.raises(DataProblemsError):
        restore_into(muncar, backup)
    assert uraian(muncar) == "Indeks baru"
    assert sorted(muncar.folder.iterdir()) == before
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")


def test_a_disk_that_fails_is_told_and_leaves_the_present_data(
    muncar: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(KinerjaError, match="penuh"):
        restore_into(muncar, backup)
    assert uraian(muncar) == "Indeks baru"


@pytest.mark.sqlite_only("a file that is exchanged; on a server others go on reading")
def test_while_data_is_restored_nobody_else_gets_at_it(
    muncar: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def meanwhile(*arguments: object) -> object:
        with pytest.raises(KinerjaError) as caught:
            uraian(muncar)
        told.append(str(caught.value))
        return restore(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("kinerja_desktop.store.restore.restore", meanwhile)
    restore_into(muncar, backup)
    assert told == ["Data sedang dipulihkan. Tunggu sebentar, lalu ulangi."]
    assert uraian(muncar) == IKM


@pytest.mark.sqlite_only("one file, one program")
def test_a_database_in_use_elsewhere_stays_as_it_is(muncar: Office, backup: Path) -> None:
    with closing(sqlite3.connect((muncar.folder / "kinerja.db"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KinerjaError, match="sedang dipakai"):
            restore_into(muncar, backup)
    assert uraian(muncar) == "Indeks baru"
    assert muncar.journal.undo_label is not None


@pytest.mark.sqlite_only("one file, one program")
def test_a_closed_folder_is_restored_without_a_window(
    muncar: Office, backup: Path, clock: Callable[[], datetime]
) -> None:
    with pytest.raises(FolderInUseError):
        restore_folder(muncar.place.where, backup, clock)
    muncar.close()
    done = restore_folder(muncar.place.where, backup, clock)
    assert done.safety_copy is not None
    again = open_office(muncar.place.where, clock)
    assert uraian(again) == IKM
    again.close()


def test_a_backup_is_restored_on_a_new_pc(
    muncar: Office, backup: Path, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    done = restore_folder(tmp_path / "pc" / "data", backup, clock)
    assert done.safety_copy is None


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE pagu", "tidak sah|tidak dapat dibawa"),
        ("ALTER TABLE pagu RENAME TO lain", "tidak sah|tidak dapat dibawa"),
        ("CREATE TABLE lkjip (x)", "tidak dapat dibawa"),
        ("UPDATE realisasi SET nilai = '8..'", "tidak sah"),
        ("CREATE VIEW v AS SELECT 1", "diubah oleh program lain"),
    ],
)
@pytest.mark.sqlite_only("looks at the file of the office")
def test_an_older_backup_with_wrong_content_replaces_nothing(
    muncar: Office, tmp_path: Path, statement: str, words: str
) -> None:
    with ZipFile(ROOT / "tests/arsip/0001/kantor.kinerja") as archive:
        archive.extract("kinerja.db", tmp_path)
    old = tmp_path / "kinerja.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.execute(statement)
        connection.execute("PRAGMA journal_mode = DELETE")
    before = sorted(list_rows(muncar, "realisasi"), key=str)
    with pytest.raises(DataProblemsError) as caught:
        restore_into(muncar, old)
    assert re.search(words, str(caught.value.problems[0]))
    assert sorted(list_rows(muncar, "realisasi"), key=str) == before
    muncar.close()
    content = (muncar.folder / "kinerja.db").read_bytes()
    with pytest.raises(DataProblemsError):
        restore_folder(muncar.place.where, old)
    assert (muncar.folder / "kinerja.db").read_bytes() == content


def test_a_place_that_is_a_file_or_full_is_told(
    muncar: Office, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_bytes(b"x")
    with pytest.raises(KinerjaError, match=r"sudah ada|tidak ada"):
        restore_folder(tmp_path / "berkas", backup)

    def full(**_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(restoring, "HEAD", "9999")
    monkeypatch.setattr(restoring, "TemporaryDirectory", full)
    with pytest.raises(KinerjaError, match="penuh"):
        restore_folder(tmp_path / "lain", backup)


def test_a_backup_from_before_the_office_was_set_up_is_refused(
    muncar: Office, tmp_path: Path, clock: Clock
) -> None:
    """Restored it would end in the wizard, as if everything were gone."""
    empty = open_office(tmp_path / "kosong", clock)
    source = maintenance.back_up_now(empty)
    empty.close()
    with pytest.raises(KinerjaError, match="dibuat sebelum kantor disiapkan"):
        restore_into(muncar, source)
    assert muncar.require_instansi().kecamatan == "Muncar"
