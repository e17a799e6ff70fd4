import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor import office as office_module
from kinerja_desktop.services.kantor.lost_data import DamagedOfficeError
from kinerja_desktop.services.kantor.office import Office, open_office, utc_now
from kinerja_desktop.store import places
from kinerja_desktop.store.database import DatabaseFailedError
from kinerja_desktop.store.lock import FolderInUseError
from kinerja_desktop.store.schema import NewerDatabaseError
from kinerja_desktop.store.sqlite_failures import classify
from tests.store.failing import sqlite_error

Clock = Callable[[], datetime]


def reopened(office: Office, clock: Clock) -> Office:
    office.close()
    return open_office(office.place.where, clock)


@pytest.mark.sqlite_only("one file, one program")
def test_a_new_folder_is_made_and_ready(office: Office) -> None:
    assert (office.folder / "kinerja.db").exists()
    assert office.instansi() is None
    assert office.today() == date(2025, 1, 15)
    assert not office.ended_uncleanly


def test_an_office_must_be_set_up_before_it_can_print(office: Office) -> None:
    with pytest.raises(KinerjaError, match="Kantor belum disiapkan"):
        office.require_instansi()


def test_data_is_still_there_after_closing(muncar: Office, clock: Clock) -> None:
    again = reopened(muncar, clock)
    assert again.require_instansi().kecamatan == "Muncar"
    again.close()


@pytest.mark.sqlite_only("one file, one program")
def test_a_folder_is_open_once(office: Office, clock: Clock) -> None:
    with pytest.raises(FolderInUseError):
        open_office(office.place.where, clock)


def test_after_an_unclean_end_the_database_is_checked(muncar: Office, clock: Clock) -> None:
    mark = muncar.folder / "sedang-dibuka"
    muncar.close()
    mark.touch()
    again = open_office(muncar.place.where, clock)
    assert again.ended_uncleanly
    again.close()


@pytest.mark.sqlite_only("one file, one program")
def test_damage_after_an_unclean_end_is_told(office: Office, clock: Clock) -> None:
    office.close()
    raw = sqlite3.connect(office.folder / "kinerja.db")
    raw.execute(
        "INSERT INTO tujuan (id, periode_renstra_id, kode, uraian) VALUES ('a', 'b', 'T1', 'x')"
    )
    raw.commit()
    raw.close()
    (office.folder / "sedang-dibuka").touch()
    with pytest.raises(DamagedOfficeError, match="rusak dan tidak dapat dibaca"):
        open_office(office.place.where, clock)


@pytest.mark.sqlite_only("one file, one program")
def test_a_file_that_is_no_database_is_told_and_the_folder_freed(
    office: Office, clock: Clock
) -> None:
    office.close()
    for name in ("kinerja.db-wal", "kinerja.db-shm"):
        (office.folder / name).unlink(missing_ok=True)
    (office.folder / "kinerja.db").write_bytes(b"ini bukan basis data" * 100)
    for _ in range(2):
        with pytest.raises(DamagedOfficeError):
            open_office(office.place.where, clock)


@pytest.mark.sqlite_only("one file, one program")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "sedang dipakai oleh program lain"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "tidak boleh dibuka atau ditulis"),
        (sqlite3.SQLITE_CANTOPEN, "tidak boleh dibuka atau ditulis"),
        (sqlite3.SQLITE_FULL, "penyimpanannya penuh"),
    ],
)
def test_a_sound_database_that_cannot_be_opened_is_not_called_damaged(
    office: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    office.close()

    def fail(engine: object) -> None:
        failure = classify(sqlite_error(code))
        assert failure is not None
        raise DatabaseFailedError(failure)

    monkeypatch.setattr(office_module, "read_revision", fail)
    with pytest.raises(KinerjaError, match=words) as caught:
        open_office(office.place.where, clock)
    assert not isinstance(caught.value, DamagedOfficeError)
    assert caught.value.remedy


@pytest.mark.sqlite_only("one file, one program")
def test_a_database_held_by_another_program_is_told(office: Office, clock: Clock) -> None:
    office.close()
    raw = sqlite3.connect((office.folder / "kinerja.db"), isolation_level=None)
    raw.execute("PRAGMA locking_mode = EXCLUSIVE")
    raw.execute("BEGIN EXCLUSIVE")
    with pytest.raises(KinerjaError, match="sedang dipakai oleh program lain"):
        open_office(office.place.where, clock)
    raw.close()


@pytest.mark.sqlite_only("one file, one program")
def test_a_database_of_a_newer_program_is_refused(office: Office, clock: Clock) -> None:
    office.close()
    raw = sqlite3.connect(office.folder / "kinerja.db")
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    for _ in range(2):
        with pytest.raises(NewerDatabaseError, match="lebih baru"):
            open_office(office.place.where, clock)


def test_an_older_database_is_backed_up_and_migrated(
    muncar: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    muncar.close()
    monkeypatch.setattr(office_module, "HEAD", "9999")
    again = open_office(muncar.place.where, clock)
    assert again.require_instansi().kecamatan == "Muncar"
    again.close()
    names = [path.name for path in muncar.backup_folder.iterdir()]
    assert any("sebelum-migrasi" in name for name in names)


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(KinerjaError) as caught:
        open_office(tmp_path / "berkas" / "data", clock)
    assert caught.value.remedy


def test_the_clock_of_the_program_is_aware() -> None:
    assert utc_now().tzinfo is not None


def test_a_folder_on_a_share_is_refused_before_anything_is_made_there(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_is_remote", lambda folder: True)
    with pytest.raises(KinerjaError, match="ada di jaringan"):
        open_office(tmp_path / "data", clock)
    assert not (tmp_path / "data").exists()


def test_a_folder_with_files_of_somebody_else_is_told_and_freed(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.touch

    def refuse(self: Path) -> None:
        if self.name == "sedang-dibuka":
            raise PermissionError(13, "Permission denied", str(self))
        real(self)

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(KinerjaError, match="tidak boleh dibuka atau ditulis"):
        open_office(tmp_path, clock)
    monkeypatch.undo()
    open_office(tmp_path, clock).close()
