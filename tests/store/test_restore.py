import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.store import database_copy
from kinerja_desktop.store.backup import Alasan, create_backup, export_backup, list_backups
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.restore import Restored, restore
from tests.store.sample_database import execute, is_known, labels, make_database

MOMENT = datetime(2024, 6, 28, 8, 5, 9, tzinfo=UTC)
LATER = MOMENT + timedelta(hours=1)
OLD = ["Mengisi realisasi", "Mengisi target"]
NEW = [*OLD, "Baru"]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_copy, "_TIMEOUT", 0.05)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return make_database(tmp_path / "data" / "kinerja.db")


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cadangan"


@pytest.fixture
def old(database: Path, backups: Path) -> Path:
    """Make a backup, then change the database."""
    path = create_backup(database, backups, MOMENT, Alasan.OTOMATIS)
    change(database)
    return path


def change(database: Path) -> None:
    execute(database, "INSERT INTO transaksi VALUES ('t3', '2024-06-28 03:00:00', 'Baru')")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put(data_folder: Path, content: bytes) -> str:
    source = data_folder.parent / "sumber"
    source.write_bytes(content)
    return EvidenceStore(data_folder).put(source)[0]


def test_a_restore_brings_the_old_data_back_and_keeps_the_new(
    database: Path, backups: Path, old: Path
) -> None:
    done = restore(old, database, backups, LATER, is_known)

    safety_copy = backups / "kinerja-20240628-090509-sebelum-pemulihan.db"
    assert done == Restored(safety_copy, None, 0)
    assert labels(database) == OLD
    assert labels(safety_copy) == NEW
    assert names(database.parent) == ["cadangan", "kinerja.db"]


def test_restoring_the_safety_copy_is_the_way_back(
    database: Path, backups: Path, old: Path
) -> None:
    done = restore(old, database, backups, LATER, is_known)
    assert done.safety_copy is not None

    restore(done.safety_copy, database, backups, LATER, is_known)

    assert labels(database) == NEW
    assert len(list_backups(backups)) == 3


def test_the_wal_of_the_present_data_never_meets_the_restored(
    database: Path, backups: Path, old: Path
) -> None:
    # What a crash leaves: a WAL that no connection has brought into the database.
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("INSERT INTO transaksi VALUES ('t4', '2024-06-28 04:00:00', 'Dalam WAL')")
        wal = database.with_name("kinerja.db-wal").read_bytes()
        whole = database.read_bytes()
    database.write_bytes(whole)
    database.with_name("kinerja.db-wal").write_bytes(wal)

    done = restore(old, database, backups, LATER, is_known)

    assert done.safety_copy is not None
    assert labels(done.safety_copy) == [*NEW, "Dalam WAL"]
    assert labels(database) == OLD


def test_a_damaged_database_is_laid_aside_with_its_wal(
    database: Path, backups: Path, old: Path
) -> None:
    database.write_bytes(b"rusak" * 1000)
    database.with_name("kinerja.db-wal").write_bytes(b"sisa")

    done = restore(old, database, backups, LATER, is_known)

    assert done == Restored(None, backups / "rusak-20240628-090509", 0)
    assert done.damaged_copy is not None
    assert (done.damaged_copy / "kinerja.db").read_bytes() == b"rusak" * 1000
    assert (done.damaged_copy / "kinerja.db-wal").read_bytes() == b"sisa"
    assert labels(database) == OLD
    assert names(database.parent) == ["cadangan", "kinerja.db"]


def test_a_second_damaged_database_is_laid_aside_apart(
    database: Path, backups: Path, old: Path
) -> None:
    for number in range(3):
        database.write_bytes(b"rusak %d" % number)
        restore(old, database, backups, LATER, is_known)

    assert [name for name in names(backups) if name.startswith("rusak")] == [
        "rusak-20240628-090509",
        "rusak-20240628-090509_2",
        "rusak-20240628-090509_3",
    ]


def test_a_wal_without_its_database_is_laid_aside(database: Path, backups: Path, old: Path) -> None:
    database.unlink()
    database.with_name("kinerja.db-wal").write_bytes(b"sisa")

    done = restore(old, database, backups, LATER, is_known)

    assert done.damaged_copy is not None
    assert names(done.damaged_copy) == ["kinerja.db-wal"]
    assert labels(database) == OLD


def test_a_backup_is_restored_on_an_empty_pc(old: Path, tmp_path: Path) -> None:
    database = tmp_path / "pc baru" / "kinerja.db"

    assert restore(old, database, tmp_path / "c", LATER, is_known) == Restored(None, None, 0)
    assert labels(database) == OLD


def test_an_exported_backup_brings_the_evidence_along(
    database: Path, backups: Path, tmp_path: Path
) -> None:
    digests = [put(database.parent, content) for content in (b"foto", b"notulen", b"sk")]
    archive = tmp_path / "muncar.kinerja"
    export_backup(database, archive, MOMENT)
    change(database)
    store = EvidenceStore(database.parent)
    store.path_of(digests[0]).unlink()
    store.path_of(digests[1]).write_bytes(b"rusak")

    done = restore(archive, database, backups, LATER, is_known)

    assert done.evidence == 2
    assert labels(database) == OLD
    assert store.verify(dict.fromkeys(digests, "bukti")) == []


@pytest.mark.parametrize("kind", ["db", "kinerja"])
def test_a_newer_backup_changes_nothing(
    database: Path, backups: Path, tmp_path: Path, kind: str
) -> None:
    newer = make_database(tmp_path / "lain" / "baru.db", revision="0099")
    if kind == "kinerja":
        export_backup(newer, tmp_path / "baru.kinerja", MOMENT)
        newer = tmp_path / "baru.kinerja"
    before = database.read_bytes()

    with pytest.raises(DataProblemsError) as caught:
        restore(newer, database, backups, LATER, is_known)

    text = "Cadangan ini dibuat oleh Kinerja Desktop yang lebih baru."
    assert caught.value.problems == [
        Problem(f"{text} Perbarui program, lalu ulangi.", f"baru.{kind}")
    ]
    assert database.read_bytes() == before
    assert names(database.parent) == ["kinerja.db"]


def test_data_that_is_open_elsewhere_is_not_replaced(
    database: Path, backups: Path, old: Path
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("SELECT * FROM transaksi").fetchall()

        with pytest.raises(KinerjaError, match=r"kinerja\.db sedang dipakai oleh program lain"):
            restore(old, database, backups, LATER, is_known)

    assert labels(database) == NEW
    assert not database.with_name("kinerja.db.tulis").exists()
    assert not any(name.startswith("rusak") for name in names(backups))


def test_a_full_disk_leaves_the_present_data(
    database: Path, backups: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(KinerjaError, match="penuh"):
        restore(old, database, backups, LATER, is_known)

    assert labels(database) == NEW


def test_a_database_that_windows_holds_open_is_not_replaced(
    database: Path, backups: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_new: Path, _final: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr("kinerja_desktop.store.restore.replace_file", refuse)

    with pytest.raises(KinerjaError, match=r"kinerja\.db tidak boleh dibuka atau ditulis"):
        restore(old, database, backups, LATER, is_known)

    assert labels(database) == NEW
    assert names(database.parent) == ["cadangan", "kinerja.db"]


def test_a_copy_that_reads_differently_is_not_put_in_place(
    database: Path, backups: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:4096])

    monkeypatch.setattr("shutil.copyfile", spoil)

    with pytest.raises(DataProblemsError):
        restore(old, database, backups, LATER, is_known)

    assert labels(database) == NEW


def lay_garbage(database: Path) -> None:
    database.write_bytes(b"rusak")


@pytest.mark.parametrize("before", [change, lay_garbage, Path.unlink])
def test_a_restore_that_does_not_last_gives_the_present_data_back(
    database: Path,
    backups: Path,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: Callable[[Path], None],
) -> None:
    if before is not change:
        before(database)
    present = labels(database) if before is change else before.__name__
    real = database_copy.check_database

    def distrust(path: Path) -> list[Problem]:
        return [Problem("rusak")] if path == database else real(path)

    monkeypatch.setattr("kinerja_desktop.store.restore.check_database", distrust)

    with pytest.raises(KinerjaError) as caught:
        restore(old, database, backups, LATER, is_known)

    assert caught.value.message == (
        "Cadangan tidak terbaca lagi setelah dipasang; data semula telah dikembalikan."
    )
    match before.__name__:
        case "change":
            assert labels(database) == present == NEW
        case "lay_garbage":
            assert database.read_bytes() == b"rusak"
        case _:
            assert not database.exists()


def test_a_way_back_that_fails_too_is_told(
    database: Path, backups: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.unlink()
    monkeypatch.setattr(
        "kinerja_desktop.store.restore.check_database",
        lambda path: [Problem("rusak")] if path == database else [],
    )

    def fail(_path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "unlink", fail)

    with pytest.raises(KinerjaError, match="terlepas atau rusak"):
        restore(old, database, backups, LATER, is_known)


@settings(deadline=None, max_examples=25)
@given(texts=st.lists(st.text(), max_size=5), contents=st.sets(st.binary(min_size=1), max_size=4))
def test_any_office_survives_export_and_restore(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], contents: set[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("pc")
    database = make_database(folder / "data" / "kinerja.db")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for number, text in enumerate(texts):
            clean = text.encode("utf-8", "ignore").decode()
            connection.execute(
                "INSERT INTO transaksi VALUES (?, '2024-06-28', ?)", (f"x{number}", clean)
            )
    digests = {put(folder / "data", content): "bukti" for content in contents}
    export_backup(database, folder / "a.kinerja", MOMENT)
    other = folder / "lain" / "kinerja.db"

    done = restore(folder / "a.kinerja", other, folder / "cadangan", LATER, is_known)

    assert done == Restored(None, None, len(contents))
    assert labels(other) == labels(database)
    assert EvidenceStore(other.parent).verify(digests) == []
