"""What a clerk reads when the server fails, and that nothing is half done then."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import silent
from kinerja_desktop.server_address import ServerAddress, read_server_address
from kinerja_desktop.services.kantor.lost_data import DamagedOfficeError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.database_copy import DamagedDatabaseError
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.lock import FolderInUseError
from kinerja_desktop.store.postgres import writing
from kinerja_desktop.store.postgres.engine import connect, make_connect_words
from kinerja_desktop.store.postgres.failures import (
    ServerFailedError,
    ServerFailure,
    UnsureError,
    classify,
)
from kinerja_desktop.store.postgres.line import LimitedLine
from kinerja_desktop.store.postgres.writing import SharedWriting
from kinerja_desktop.store.records import Indikator, Transaksi, Tujuan
from kinerja_desktop.store.schema import HEAD, NewerDatabaseError
from tests.postgres import ASKED, SRI, Cluster

Clock = Callable[[], datetime]


@pytest.fixture(scope="module")
def fragile() -> Iterator[Cluster]:
    """A server that may be stopped."""
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture
def office(fragile: Cluster, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    opened = open_office(fragile.address(fragile.new_office(), tmp_path / "data", SRI), clock)
    yield opened
    opened.close()


def add(office: Office, kode: str = "I-1") -> None:
    with office.journal.action(f"Menambah {kode}") as session:
        session.add(Indikator(kode=kode, uraian="Indeks"))


def labels(office: Office) -> list[str]:
    with office.journal.reading() as session:
        return list(session.exec(select(Transaksi.label)))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.DiskFull(), ServerFailure.FULL),
        (errors.TooManyConnections(), ServerFailure.TOO_MANY),
        (errors.AdminShutdown(), ServerFailure.STOPPED),
        (errors.CrashShutdown(), ServerFailure.STOPPED),
        (errors.CannotConnectNow(), ServerFailure.STOPPED),
        (errors.ReadOnlySqlTransaction(), ServerFailure.READ_ONLY),
        (errors.InsufficientPrivilege(), ServerFailure.READ_ONLY),
        (errors.DeadlockDetected(), ServerFailure.BUSY),
        (errors.SerializationFailure(), ServerFailure.BUSY),
        (errors.LockNotAvailable(), ServerFailure.BUSY),
        (errors.InvalidPassword(), ServerFailure.REFUSED),
        (errors.InvalidAuthorizationSpecification(), ServerFailure.REFUSED),
        (errors.InvalidCatalogName(), ServerFailure.NO_DATABASE),
        (errors.UndefinedTable(), ServerFailure.FOREIGN),
        (errors.ConnectionFailure(), ServerFailure.UNREACHABLE),
        (psycopg.OperationalError("consuming input failed"), ServerFailure.UNREACHABLE),
        (psycopg.OperationalError("FATAL: sorry, too many clients"), ServerFailure.TOO_MANY),
        (psycopg.DatabaseError("server closed the connection"), ServerFailure.UNREACHABLE),
        (errors.DatabaseDropped(), ServerFailure.NO_DATABASE),
        (errors.UniqueViolation(), None),
        (errors.SyntaxError(), None),
        (psycopg.ProgrammingError("ours"), None),
        (ValueError(), None),
    ],
)
def test_failures_are_told_apart_by_their_code(
    error: Exception, expected: ServerFailure | None
) -> None:
    assert classify(error) is expected


def test_every_failure_says_what_to_do() -> None:
    for failure in ServerFailure:
        assert failure.explain().remedy.endswith(".")


def test_a_server_that_is_not_there_is_told_with_its_address(tmp_path: Path) -> None:
    text = f"postgresql://sri@/kinerja?host={tmp_path}"
    address = replace(read_server_address(text), folder=tmp_path / "data")
    with pytest.raises(ServerFailedError, match="tidak terjangkau") as told:
        open_office(address)
    assert str(address) in told.value.message


def test_a_wrong_password_is_told_and_shown_nowhere(
    fragile: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = fragile.address(fragile.new_office(), tmp_path / "data", ASKED)
    monkeypatch.setenv("PGPASSWORD", "keliru-sekali")
    with pytest.raises(ServerFailedError, match="menolak nama pengguna atau kata sandi") as told:
        open_office(address)
    assert "keliru" not in f"{told.value} {told.value.__cause__!r} {address!r}"


@pytest.mark.parametrize("way", ["PGPASSWORD", "PGPASSFILE"])
def test_the_password_comes_from_where_the_system_keeps_it(
    fragile: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    address = fragile.address(fragile.new_office(), tmp_path / "data", ASKED)
    file = tmp_path / "pgpass"
    file.touch(mode=0o600)
    file.write_text("*:*:*:*:rahasia\n")
    monkeypatch.setenv(way, "rahasia" if way == "PGPASSWORD" else str(file))
    office = open_office(address)
    assert office.journal.pelaku == ASKED
    assert "rahasia" not in repr(office.engine) + repr(office.engine.url) + repr(address)
    office.close()


def test_a_wrong_database_is_told(fragile: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ServerFailedError, match="tidak ada di server"):
        open_office(fragile.address("lain", tmp_path / "data"))


def test_a_database_of_another_program_is_left_alone(fragile: Cluster, tmp_path: Path) -> None:
    name = fragile.new_database()
    fragile.execute("CREATE TABLE pasien (id int)", name)
    with pytest.raises(ServerFailedError, match="bukan milik Kinerja Desktop"):
        open_office(fragile.address(name, tmp_path / "data"))
    with fragile.connect(name) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert rows.fetchall() == [("pasien",)]


def test_a_newer_schema_is_refused(office: Office) -> None:
    where = office.place.where
    assert isinstance(where, ServerAddress)
    with office.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabaseError):
        open_office(replace(where, folder=office.folder.with_name("dua")))
    with pytest.raises(NewerDatabaseError):  # somebody has brought it up while it is open here
        office.place.read_fingerprints()
    with office.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})


def test_an_empty_database_that_this_user_may_not_prepare_is_told(
    fragile: Cluster, tmp_path: Path
) -> None:
    name = fragile.new_database()
    fragile.execute("DO $$ BEGIN CREATE ROLE tamu LOGIN; EXCEPTION WHEN others THEN END $$")
    with pytest.raises(KinerjaError, match="belum disiapkan"):
        open_office(fragile.address(name, tmp_path / "data", "tamu"))


def test_a_server_stopped_in_the_middle_of_a_deed_leaves_nothing_of_it(
    fragile: Cluster, office: Office
) -> None:
    add(office)
    with (
        pytest.raises(ServerFailedError, match="belum disimpan"),
        office.journal.action("Menambah I-2") as session,
    ):
        session.add(Indikator(kode="I-2", uraian="Indeks"))
        session.flush()
        fragile.stop("INT")
        session.add(Indikator(kode="I-3", uraian="Indeks"))
        session.flush()
    with pytest.raises(ServerFailedError, match="tidak terjangkau"):
        add(office)
    fragile.start()
    assert labels(office) == ["Menambah I-1"]
    add(office, "I-4")
    assert labels(office) == ["Menambah I-1", "Menambah I-4"]
    assert office.journal.undo_label == "Menambah I-4"
    assert check_office(office) == []


def test_what_looks_like_a_bug_while_the_server_is_away_is_not_called_damage(
    fragile: Cluster, office: Office
) -> None:
    add(office)
    fragile.stop()
    with pytest.raises(ServerFailedError, match="tidak terjangkau"), office.guarded():
        raise LookupError
    fragile.start()
    with pytest.raises(LookupError), office.guarded():
        raise LookupError


@pytest.mark.parametrize("error", [errors.AdminShutdown(), errors.DataCorrupted()])
def test_the_driver_breaking_while_damage_is_looked_for_is_damage_only_without_another_name(
    office: Office, error: psycopg.Error, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*, wholly: bool) -> list[str]:
        raise error

    monkeypatch.setattr(office.place, "find_wrong", fail)
    is_damage = isinstance(error, errors.DataCorrupted)
    kind = DamagedOfficeError if is_damage else ServerFailedError
    with pytest.raises(kind), office.guarded():
        raise LookupError


def break_commit(office: Office, *, before: bool) -> None:
    """Let the line break at the next COMMIT, before it arrives or after it was done."""
    real = office.engine.dialect.do_commit

    def commit(raw: "psycopg.Connection[tuple[object, ...]]") -> None:
        office.engine.dialect.do_commit = real  # type: ignore[method-assign]
        if not before:
            real(raw)  # type: ignore[arg-type]
        os.close(os.dup(raw.fileno()))
        raw.pgconn.finish()
        raise psycopg.OperationalError("consuming input failed: server closed the connection")

    office.engine.dialect.do_commit = commit  # type: ignore[method-assign,assignment]


def test_a_deed_whose_answer_was_lost_is_looked_up_and_stands(office: Office) -> None:
    break_commit(office, before=False)
    add(office)
    assert labels(office) == ["Menambah I-1"]
    assert office.journal.undo_label == "Menambah I-1"
    office.journal.undo()
    assert check_office(office) == []


def test_a_deed_that_never_arrived_is_said_not_to_be_stored(office: Office) -> None:
    break_commit(office, before=True)
    with pytest.raises(ServerFailedError, match="belum disimpan"):
        add(office)
    assert labels(office) == []
    assert office.journal.undo_label is None
    add(office)
    assert check_office(office) == []


def test_where_nobody_can_tell_it_is_said_so(
    fragile: Cluster, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_MOST_SECONDS", 0.3)
    break_commit(office, before=True)

    @event.listens_for(office.engine, "commit")
    def stop(_connection: object) -> None:
        fragile.stop()

    with pytest.raises(UnsureError, match="belum diketahui apakah"):
        add(office)
    event.remove(office.engine, "commit", stop)
    fragile.start()
    assert labels(office) == []


def test_what_the_database_refuses_is_no_failure_of_the_line(office: Office) -> None:
    with pytest.raises(IntegrityError), office.journal.action("Dua kali") as session:
        session.add(Tujuan(periode_renstra_id=uuid4(), kode="T1", uraian="Tujuan"))
    assert labels(office) == []


def test_an_error_of_the_driver_that_comes_past_the_engine_is_told_as_well(
    office: Office, clock: Clock
) -> None:
    full = OperationalError("", None, errors.DiskFull())
    journal = Journal(office.engine, SRI, clock, SharedWriting(office.engine))
    for wrong, kind in (
        (full, ServerFailedError),
        (OperationalError("", None, ValueError()), OperationalError),
    ):
        with pytest.raises(kind), journal.action("x"):
            raise wrong
    assert office.place.explain_raw(errors.DiskFull()) is not None
    assert office.place.explain_raw(errors.SyntaxError()) is None


def test_an_engine_sends_nothing_until_it_is_used(tmp_path: Path) -> None:
    engine = connect(read_server_address("postgresql://tidak.ada.invalid/kinerja"))
    words = make_connect_words(read_server_address("postgresql:///kinerja"))
    assert not {"host", "user", "password"} & words.keys()
    with Session(engine):
        engine.dispose()


def test_somebody_who_may_not_listen_is_told_when_opening(
    fragile: Cluster, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = fragile.address(fragile.new_office(), tmp_path / "data", SRI)
    real = LimitedLine.connect

    def refuse(*words: Any, **more: Any) -> object:
        if more.get("autocommit"):
            raise psycopg.OperationalError("FATAL: sorry, too many clients already")
        return real(*words, **more)

    monkeypatch.setattr(LimitedLine, "connect", refuse)
    with pytest.raises(ServerFailedError, match="Terlalu banyak komputer"):
        open_office(address, clock)
    monkeypatch.undo()
    open_office(address, clock).close()


def test_a_folder_of_this_pc_that_cannot_be_made_is_explained(
    fragile: Cluster, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    address = fragile.address(fragile.new_office(), tmp_path / "berkas" / "data", SRI)
    with pytest.raises(KinerjaError) as caught:
        open_office(address)
    assert caught.value.remedy


def test_a_full_disk_of_this_pc_is_told_when_data_is_proved(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kinerja_desktop.store.postgres.copies.TemporaryDirectory", full)
    with pytest.raises(KinerjaError, match="penuh"):
        office.place.read_fingerprints()


def test_no_more_than_twenty_windows_of_one_pc(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_desktop.store.postgres.backing._MOST_WINDOWS", 1)
    with pytest.raises(FolderInUseError):
        open_office(office.place.where)


def test_a_copy_that_is_not_sound_is_not_used(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "kinerja_desktop.store.postgres.copying.check_database", lambda _path: ["rusak"]
    )
    with pytest.raises(DamagedDatabaseError):
        office.place.source.copy(tmp_path / "salinan.db", silent)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("ALTER TABLE pagu ADD COLUMN lain integer", "kolom-kolom tabel 'pagu'"),
        ("CREATE TABLE lain (id integer)", "tabel 'lain' bukan milik program ini"),
        ("DROP TABLE pagu", "tabel 'pagu' tidak ada"),
    ],
)
def test_a_schema_that_another_program_changed_is_named(
    office: Office, statement: str, words: str
) -> None:
    assert office.place.find_wrong(wholly=True) == []
    with office.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert words in office.place.find_wrong(wholly=False)[0]
