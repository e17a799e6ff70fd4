"""A window that is open while another PC changes the schema, the whole data, or a row of it."""

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import silent
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import back_up_now, check_office
from kinerja_desktop.services.riwayat.restoring import restore_into, take_restore_back
from kinerja_desktop.store import migrations
from kinerja_desktop.store.backup_reading import verify_backup
from kinerja_desktop.store.meanwhile import GoneMeanwhileError
from kinerja_desktop.store.postgres import backing, copies
from kinerja_desktop.store.postgres.backing import ServerBacking
from kinerja_desktop.store.postgres.copies import ServerCopies
from kinerja_desktop.store.postgres.failures import ServerFailedError
from kinerja_desktop.store.postgres.listening import Listener
from kinerja_desktop.store.postgres.present import (
    OtherSchemaError,
    RestoredMeanwhileError,
    find_other_schema,
)
from kinerja_desktop.store.postgres.writing import SharedWriting
from kinerja_desktop.store.records import RECORDS, Indikator, TargetTahunan, Transaksi
from kinerja_desktop.store.schema import HEAD, is_known_revision
from tests.arsip.reading import ARSIP
from tests.postgres import BUDI, SRI, Cluster
from tests.store.postgres.test_several import add, change, in_step, read, wait_for

NEXT = "0999"


def labels(office: Office) -> list[str]:
    with office.journal.reading() as session:
        return list(session.exec(select(Transaksi.label)))


def word_notice(real: Callable[..., str], *words: object, **more: object) -> str:
    return json.dumps({**json.loads(real(*words, **more)), "skema": NEXT})


def raise_schema(office: Office, statement: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a program of the next version bring the schema up on another PC."""
    where = office.place.where
    assert isinstance(where, ServerAddress)

    def migrate(connection: Connection, revision: str = "head") -> None:
        del revision
        connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{NEXT}'")

    before = office.place.read_fingerprints()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "migrate_within", migrate)
        patch.setattr(backing, "HEAD", NEXT)
        patch.setattr(copies, "is_known_revision", lambda revision: True)
        patch.setattr(ServerCopies, "read_within", lambda self, _connection, _columns: before)
        newer = ServerBacking(replace(where, folder=where.folder.with_name("baru")))
        # Of this program alone: others in this process still know their own schema.
        patch.setattr(newer._shared, "_word", partial(word_notice, newer._shared._word))
        newer.hold()
        newer.upgrade(office.now())
        newer.release()


@pytest.fixture
def key(sri: Office, budi: Office) -> UUID:
    key = add(sri)
    in_step(sri, budi)
    return key


def test_whoever_has_it_open_is_told_that_the_schema_was_raised(
    sri: Office, budi: Office, key: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(budi, "I-1")
    in_step(sri, budi)
    heard: list[set[str]] = []
    budi.journal.listeners.append(heard.append)
    raise_schema(sri, "ALTER TABLE indikator ADD COLUMN lain text", monkeypatch)
    wait_for(lambda: bool(heard))
    assert heard == [set(RECORDS)]
    for deed in (
        lambda: read(budi, key),
        lambda: change(budi, key, satuan="Orang"),
        lambda: back_up_now(budi),
        lambda: budi.journal.undo(),
        lambda: restore_into(budi, ARSIP / "0005/kantor.kinerja"),
    ):
        with pytest.raises(OtherSchemaError, match="versi program yang lebih baru") as told:
            deed()
        assert "perbarui ke versi terbaru" in told.value.remedy


def test_before_it_is_told_nothing_is_written_with_the_old_schema(
    sri: Office, budi: Office, key: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_unheard(budi)
    raise_schema(sri, "ALTER TABLE indikator ADD COLUMN lain text", monkeypatch)
    with pytest.raises(OtherSchemaError, match="belum disimpan"):
        change(budi, key, satuan="Orang")
    with pytest.raises(OtherSchemaError):
        budi.journal.take_back(sri.journal.last)  # type: ignore[arg-type]
    with pytest.raises(KinerjaError, match="lebih baru"):
        back_up_now(budi)
    with pytest.raises(KinerjaError, match="lebih baru"):
        restore_into(budi, ARSIP / "0005/kantor.kinerja")
    row = read(budi, key)  # what it still knows it may read
    assert row is not None
    assert row.satuan == "Indeks"


def keep_unheard(office: Office) -> None:
    """Let an office not hear what others do."""
    place = office.place
    assert isinstance(place, ServerBacking)
    assert place._listener is not None
    place._listener.stop()
    place._listener = None


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE indikator RENAME COLUMN satuan TO ukuran",
        "ALTER TABLE indikator RENAME TO penunjuk",
    ],
)
def test_a_reading_that_meets_the_new_schema_is_no_error_of_the_program(
    sri: Office, budi: Office, key: UUID, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    keep_unheard(budi)
    raise_schema(sri, statement, monkeypatch)
    with pytest.raises(OtherSchemaError):
        read(budi, key)


def test_a_line_taken_up_again_tells_that_the_schema_was_raised(
    cluster: Cluster, sri: Office, budi: Office, key: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[set[str]] = []
    monkeypatch.setattr("kinerja_desktop.store.postgres.listening._FIRST_PAUSE", 0.01)
    keep_unheard(budi)
    raise_schema(sri, "ALTER TABLE indikator ADD COLUMN lain text", monkeypatch)
    budi.place.listen(lambda tables, _replaced: heard.append(tables))
    assert heard == [set(RECORDS)]
    with pytest.raises(OtherSchemaError):
        read(budi, key)


def test_whoever_cannot_catch_up_keeps_no_line(
    cluster: Cluster, sri: Office, tmp_path: Path
) -> None:
    shared = sri.journal._writing
    assert isinstance(shared, SharedWriting)
    name = cluster.new_database()
    with pytest.raises(psycopg.errors.UndefinedTable):
        Listener(cluster.address(name, tmp_path, BUDI), shared, lambda *_words: None)
    with cluster.connect("postgres") as line:
        count = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{name}'"
        wait_for(lambda: line.execute(count.encode()).fetchone() == (0,))
    cluster.drop(name)


def test_a_copy_of_a_database_without_all_tables_is_not_made(sri: Office, tmp_path: Path) -> None:
    with sri.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE pagu")
    with pytest.raises(ServerFailedError, match="diubah program lain"):
        sri.place.source.copy(tmp_path / "salinan.db", silent)


def test_data_of_another_known_schema_asks_to_open_it_again(sri: Office) -> None:
    with sri.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0005'")
    with pytest.raises(OtherSchemaError, match="berganti") as told:
        add(sri)
    assert told.value.remedy == "Tutup program ini, lalu buka kembali."
    with sri.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{HEAD}'")


def test_a_failure_that_is_none_of_the_schema_stays_what_it_is(
    cluster: Cluster, sri: Office, tmp_path: Path
) -> None:
    where = sri.place.where
    assert isinstance(where, ServerAddress)
    missing = psycopg.errors.UndefinedTable()
    assert find_other_schema(where, missing) is None
    assert find_other_schema(where, psycopg.errors.SyntaxError()) is None
    name = cluster.new_database()
    assert find_other_schema(cluster.address(name, tmp_path, SRI), missing) is None
    cluster.execute("CREATE TABLE alembic_version (version_num text)", name)
    told = find_other_schema(cluster.address(name, tmp_path, SRI), missing)
    assert isinstance(told, OtherSchemaError)
    changed_plan = psycopg.errors.FeatureNotSupported("cached plan must not change result type")
    assert find_other_schema(cluster.address(name, tmp_path, SRI), changed_plan) is not None
    cluster.drop(name)
    assert find_other_schema(cluster.address(name, tmp_path, SRI), missing) is None


def test_what_was_typed_before_a_restore_is_not_written_over_what_it_brought(
    sri: Office, budi: Office, key: UUID
) -> None:
    """The restored trail is longer than the one that was seen, and has no line of that row."""
    copy = back_up_now(sri)
    change(sri, key, satuan="Persen")
    in_step(sri, budi)
    keep_unheard(budi)
    restore_into(sri, copy)
    for number in range(3):
        add(sri, f"I-{number}")
    with pytest.raises(RestoredMeanwhileError, match="belum disimpan"):
        change(budi, key, satuan="Orang")
    assert labels(budi)[-1] == "Menambah I-2"
    budi.place.listen(budi.journal.hear)
    change(budi, key, satuan="Orang")
    assert check_office(budi) == []


def test_who_restores_goes_on_at_once(sri: Office, key: UUID) -> None:
    restore_into(sri, back_up_now(sri))
    change(sri, key, satuan="Orang")
    take_restore_back(sri)
    change(sri, key, satuan="Rupiah")
    assert check_office(sri) == []


def test_a_line_taken_up_again_after_a_restore_ends_undoing(sri: Office, budi: Office) -> None:
    add(budi)
    in_step(sri, budi)
    keep_unheard(budi)
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    heard: list[tuple[set[str], bool]] = []
    budi.place.listen(lambda tables, is_replaced: heard.append((tables, is_replaced)))
    assert heard == [(set(RECORDS), True)]


def test_a_row_that_somebody_else_has_taken_away_is_told(
    sri: Office, budi: Office, key: UUID
) -> None:
    with sri.journal.action("Menghapus") as session:
        session.delete(session.get_one(Indikator, key))
    with pytest.raises(GoneMeanwhileError, match=r"dihapus atau diganti|baru saja menghapus"):
        change(budi, key, satuan="Orang")
    with pytest.raises(GoneMeanwhileError), budi.journal.reading() as session:
        session.get_one(Indikator, key)
    with pytest.raises(GoneMeanwhileError), budi.journal.action("Menambah target") as session:
        session.add(TargetTahunan(indikator_id=key, tahun=2024, nilai=Decimal(1)))
    assert labels(budi)[-1] == "Menghapus"


def test_what_the_database_refuses_to_one_alone_is_our_mistake(sri: Office, key: UUID) -> None:
    with sri.journal.action("Menghapus") as session:
        session.delete(session.get_one(Indikator, key))
    shared = sri.journal._writing
    assert isinstance(shared, SharedWriting)
    assert not shared._has_company
    with pytest.raises(IntegrityError), sri.journal.action("Menambah target") as session:
        session.add(TargetTahunan(indikator_id=key, tahun=2024, nilai=Decimal(1)))
    add(sri, "I-2")  # a deed that failed leaves no trace in what is known of the trail


def test_nor_is_a_blank_that_must_not_be_one_the_deed_of_others(sri: Office, budi: Office) -> None:
    """Somebody else is at work, and yet nobody took anything away."""
    add(budi)
    in_step(sri, budi)
    with pytest.raises(IntegrityError), sri.journal.action("Salah") as session:
        session.add(TargetTahunan(tahun=2024, nilai=Decimal(1)))


def test_a_backup_of_an_office_on_a_server_is_one_of_the_present_schema(sri: Office) -> None:
    assert verify_backup(back_up_now(sri), is_known_revision) == []


def test_a_backup_that_finds_no_room_beside_the_server_says_where(
    sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_words: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    copy = back_up_now(sri)
    monkeypatch.setattr("kinerja_desktop.store.postgres.backing.TemporaryDirectory", full)
    with pytest.raises(KinerjaError, match="penuh"):
        sri.place.restore(copy, sri.now())
