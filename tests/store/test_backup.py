import errno
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kinerja_desktop.errors import CancelledError, DataProblemsError, KinerjaError, Problem
from kinerja_desktop.progress import Progress
from kinerja_desktop.store import database_copy
from kinerja_desktop.store.backup import (
    Alasan,
    Backup,
    create_backup,
    export_backup,
    list_backups,
    thin_backups,
)
from kinerja_desktop.store.backup_reading import (
    BackupPreview,
    preview_backup,
    verify_backup,
)
from kinerja_desktop.store.database_copy import DamagedDatabaseError
from kinerja_desktop.store.evidence import EvidenceStore
from tests.store.sample_database import execute, is_known, labels, make_database

WIB = timezone(timedelta(hours=7))
MOMENT = datetime(2024, 6, 28, 8, 5, 9, tzinfo=WIB)
NAME = "kinerja-20240628-010509-otomatis.db"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return make_database(tmp_path / "data" / "kinerja.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cadangan"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_copy, "_TIMEOUT", 0.05)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_named_after_its_moment_in_utc_and_its_reason(
    database: Path, folder: Path
) -> None:
    path = create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert path == folder / NAME
    assert names(folder) == [NAME]
    assert labels(path) == labels(database)
    assert verify_backup(path, is_known) == []


def test_two_backups_of_one_second_stand_beside_each_other(database: Path, folder: Path) -> None:
    create_backup(database, folder, MOMENT, Alasan.OTOMATIS)
    create_backup(database, folder, MOMENT, Alasan.OTOMATIS)
    third = create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert third.name == "kinerja-20240628-010509-otomatis_3.db"
    assert len(list_backups(folder)) == 3


def test_backups_are_listed_newest_first_and_other_files_passed_over(
    database: Path, folder: Path
) -> None:
    create_backup(database, folder, MOMENT, Alasan.OTOMATIS)
    create_backup(database, folder, MOMENT + timedelta(days=1), Alasan.SEBELUM_IMPOR)
    for name in ("kinerja-20241399-000000-manual.db", "kinerja-lain.db", "catatan.txt"):
        (folder / name).write_bytes(b"?")

    size = (folder / NAME).stat().st_size
    assert list_backups(folder) == [
        Backup(
            folder / "kinerja-20240629-010509-sebelum-impor.db",
            datetime(2024, 6, 29, 1, 5, 9, tzinfo=UTC),
            Alasan.SEBELUM_IMPOR,
            size,
        ),
        Backup(folder / NAME, datetime(2024, 6, 28, 1, 5, 9, tzinfo=UTC), Alasan.OTOMATIS, size),
    ]


def test_there_may_be_no_backups_yet(folder: Path) -> None:
    assert list_backups(folder) == []
    assert thin_backups(folder, MOMENT) == []


def test_a_damaged_database_makes_no_backup(database: Path, folder: Path) -> None:
    execute(database, "DELETE FROM sasaran")

    with pytest.raises(DamagedDatabaseError):
        create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert names(folder) == []


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "penuh"), (errno.EACCES, "tidak boleh")]
)
def test_a_failing_disk_gets_a_sentence_and_leaves_nothing(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(KinerjaError, match=words):
        create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert names(folder) == []


def test_what_a_crashed_backup_left_is_cleared_away(database: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / f"{NAME}.tulis").write_bytes(b"setengah")
    (folder / "kinerja-punya-orang.tulis").write_bytes(b"jangan disentuh")

    create_backup(database, folder, MOMENT, Alasan.MANUAL)

    assert names(folder) == [
        "kinerja-20240628-010509-manual.db",
        "kinerja-punya-orang.tulis",
    ]


def test_old_automatic_backups_are_thinned_and_manual_ones_kept(
    database: Path, folder: Path
) -> None:
    for day in range(40):
        create_backup(database, folder, MOMENT - timedelta(days=day), Alasan.OTOMATIS)
    create_backup(database, folder, MOMENT - timedelta(days=30), Alasan.MANUAL)

    deleted = thin_backups(folder, MOMENT)

    # Kept: 14 days, and before them the Sundays down to the oldest of the 40 days, 20 May.
    kept = {backup.moment.date().isoformat() for backup in list_backups(folder)}
    assert kept == {f"2024-06-{day:02}" for day in range(15, 29)} | {
        "2024-06-09",
        "2024-06-02",
        "2024-05-26",
        "2024-05-29",  # the manual one
    }
    assert len(deleted) == 40 - 14 - 3
    assert not any(path.exists() for path in deleted)


def test_a_backup_that_cannot_be_deleted_is_named(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minute in range(12):
        create_backup(database, folder, MOMENT - timedelta(minutes=minute), Alasan.OTOMATIS)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(KinerjaError, match=r"otomatis\.db tidak boleh"):
        thin_backups(folder, MOMENT)


def test_a_preview_tells_what_a_backup_holds(database: Path, folder: Path) -> None:
    execute(database, 'CREATE TABLE "aneh ""nama""" (x INTEGER PRIMARY KEY AUTOINCREMENT)')
    path = create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert preview_backup(path) == BackupPreview(
        revision="0001",
        rows={'aneh "nama"': 0, "indikator": 1, "sasaran": 1, "transaksi": 2},
        last_change=datetime(2024, 6, 28, 2, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("sql", ["DELETE FROM transaksi", "UPDATE transaksi SET waktu = 'kapan'"])
def test_a_preview_without_a_last_change_says_so(database: Path, folder: Path, sql: str) -> None:
    execute(database, sql)
    path = create_backup(database, folder, MOMENT, Alasan.OTOMATIS)

    assert preview_backup(path).last_change is None


def test_a_preview_of_garbage_gets_a_sentence(tmp_path: Path) -> None:
    garbage = tmp_path / "foto.db"
    garbage.write_bytes(b"JFIF" * 1000)

    with pytest.raises(DamagedDatabaseError, match=r"foto\.db rusak atau bukan basis data"):
        preview_backup(garbage)
    with pytest.raises(KinerjaError, match=r"tidak ada\.db tidak ada"):
        preview_backup(tmp_path / "tidak ada.db")


def test_a_backup_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    newer = make_database(tmp_path / "baru.db", revision="0099")

    assert verify_backup(newer, is_known) == [
        Problem(
            "Cadangan ini dibuat oleh Kinerja Desktop yang lebih baru. "
            "Perbarui program, lalu ulangi.",
            "baru.db",
        )
    ]


def test_a_backup_that_is_gone_or_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    (gone,) = verify_backup(tmp_path / "tidak ada.db", is_known)
    (folder,) = verify_backup(tmp_path, is_known)

    assert "tidak ada. Periksa nama" in gone.message
    assert "adalah folder, bukan berkas" in folder.message


@pytest.fixture
def evidence(database: Path, tmp_path: Path) -> list[str]:
    store = EvidenceStore(database.parent)
    digests = []
    for content in (b"foto", b"notulen"):
        source = tmp_path / "sumber"
        source.write_bytes(content)
        digests.append(store.put(source)[0])
    return digests


def test_an_exported_backup_holds_database_and_evidence(
    database: Path, evidence: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "stik" / "muncar.kinerja"
    target.parent.mkdir()
    target.write_bytes(b"cadangan lama")
    told: list[tuple[int, int, str]] = []

    warnings = export_backup(
        database, target, MOMENT, lambda step, steps, text: told.append((step, steps, text))
    )

    assert warnings == []
    assert len(evidence) == 2
    copied = [text for *_, text in told].index("Memeriksa salinannya…")
    assert {text for *_, text in told[:copied]} == {"Menyalin data…"}
    # Database and evidence are larger than no piece: each is told once.
    assert told[copied + 1 :] == [
        (1, 5, "Memeriksa berkas bukti"),
        (2, 5, "Memeriksa berkas bukti"),
        (3, 5, "Menulis cadangan"),
        (4, 5, "Menulis cadangan"),
        (5, 5, "Menulis cadangan"),
        (0, 3, "Membaca isi cadangan"),
        (1, 3, "Membaca isi cadangan"),
        (2, 3, "Membaca isi cadangan"),
        (0, 0, "Menyimpan cadangan…"),
    ]
    assert names(target.parent) == ["muncar.kinerja"]
    assert names(database.parent) == ["berkas", "kinerja.db"]
    assert verify_backup(target, is_known) == []
    assert preview_backup(target).rows == {"indikator": 1, "sasaran": 1, "transaksi": 2}


def test_damaged_evidence_is_named_and_left_out(
    database: Path, evidence: list[str], tmp_path: Path
) -> None:
    EvidenceStore(database.parent).path_of(evidence[0]).write_bytes(b"rusak")

    warnings = export_backup(database, tmp_path / "a.kinerja", MOMENT)

    text = "Berkas bukti ini rusak dan tidak ikut dicadangkan. Lampirkan lagi aslinya."
    assert warnings == [Problem(text, evidence[0], is_warning=True)]
    assert verify_backup(tmp_path / "a.kinerja", is_known) == []


def test_stopping_an_export_leaves_the_old_file(
    database: Path, evidence: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "stik" / "a.kinerja"
    target.parent.mkdir()
    target.write_bytes(b"cadangan lama")

    def stop(step: int, _steps: int, _text: str) -> None:
        if step > len(evidence):
            raise KinerjaError("Dibatalkan.")

    with pytest.raises(KinerjaError, match="Dibatalkan"):
        export_backup(database, target, MOMENT, stop)

    assert names(target.parent) == ["a.kinerja"]
    assert target.read_bytes() == b"cadangan lama"


def test_an_export_that_reads_back_differently_is_refused(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(path: Path, _progress: Progress) -> list[Problem]:
        return [Problem("Berkas cadangan ini rusak.", path.name)]

    monkeypatch.setattr("kinerja_desktop.store.backup.check_archive", spoiled)

    with pytest.raises(DataProblemsError):
        export_backup(database, tmp_path / "a.kinerja", MOMENT)

    assert names(tmp_path) == ["data"]


def test_an_export_to_a_stick_that_is_gone_gets_a_sentence(database: Path, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"a\.kinerja tidak ada\. .*colokkan kembali"):
        export_backup(database, tmp_path / "stik" / "a.kinerja", MOMENT)


def test_an_export_of_a_database_in_exclusive_use_gets_a_sentence(
    database: Path, tmp_path: Path
) -> None:
    execute(database, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(KinerjaError, match="sedang dipakai oleh program lain"):
            export_backup(database, tmp_path / "a.kinerja", MOMENT)


def test_a_backup_without_room_to_look_into_is_named(database: Path, tmp_path: Path) -> None:
    export_backup(database, tmp_path / "a.kinerja", MOMENT)

    (problem,) = verify_backup(tmp_path / "a.kinerja", is_known, lambda _folder: 0)

    assert "tidak cukup. Kosongkan 5 MB lalu ulangi." in problem.message


def test_a_damaged_export_is_named(database: Path, tmp_path: Path) -> None:
    export_backup(database, tmp_path / "a.kinerja", MOMENT)
    os.truncate(tmp_path / "a.kinerja", 100)

    assert verify_backup(tmp_path / "a.kinerja", is_known) == [
        Problem("Berkas cadangan ini rusak. Pilih cadangan lain.", "a.kinerja")
    ]


def test_a_copy_made_in_pieces_is_of_one_moment(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is stored between two pieces is not in it: no half of a deed either."""
    monkeypatch.setattr(database_copy, "_PAGES_AT_ONCE", 1)
    before = labels(database)
    told: list[tuple[int, int]] = []

    def write(step: int, steps: int, text: str) -> None:
        if text == "Menyalin data…":
            told.append((step, steps))
            execute(database, f"UPDATE sasaran SET uraian = 'baru {step}'")

    path = create_backup(database, folder, MOMENT, Alasan.MANUAL, write)
    assert len(told) > 3
    assert told == [(step, told[0][1]) for step in range(1, len(told) + 1)]
    assert labels(path) == before
    assert verify_backup(path, is_known) == []
    with closing(sqlite3.connect(path)) as copy:
        (uraian,) = copy.execute("SELECT uraian FROM sasaran").fetchone()
    assert not uraian.startswith("baru")


def test_a_stopped_backup_leaves_nothing(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "_PAGES_AT_ONCE", 1)

    def stop(step: int, _steps: int, _text: str) -> None:
        if step == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        create_backup(database, folder, MOMENT, Alasan.MANUAL, stop)
    assert names(folder) == []
