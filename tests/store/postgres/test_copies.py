"""The same data on a server and in a file: equal table by table, in both directions."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kinerja_desktop.errors import DataProblemsError
from kinerja_desktop.progress import silent
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.maintenance import (
    back_up_now,
    check_backup,
    check_office,
    export_all,
)
from kinerja_desktop.services.riwayat.restoring import (
    restore_folder,
    restore_into,
    take_restore_back,
)
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.records import Indikator
from tests.arsip.reading import ARSIP
from tests.postgres import SRI, Cluster
from tests.store.postgres.test_several import in_step

Clock = Callable[[], datetime]


def make_file_office(folder: Path, clock: Clock) -> Office:
    office = open_office(folder, clock)
    fill_sample(office)
    return office


def test_data_of_a_file_is_equal_on_a_server_and_back_in_a_file(
    sri: Office, tmp_path: Path, clock: Clock
) -> None:
    office = make_file_office(tmp_path / "data", clock)
    with office.journal.action("Isi yang jarang") as session:
        # Nought, quotes, a line, a tab and a backslash; no value beside JSON's own null.
        session.add(Indikator(kode="I-1", uraian='a\\N\t"b"\n\\.\nç – "„", 100 %', satuan=""))
    before = office.place.read_fingerprints()
    copy = back_up_now(office)
    sri.place.replace(copy, sri.now())
    assert sri.place.read_fingerprints() == before
    again = tmp_path / "kembali.db"
    sri.place.source.copy(again, silent)
    assert read_fingerprints(again) == before
    office.close()


def test_null_and_the_null_of_json_stay_apart(sri: Office, tmp_path: Path) -> None:
    copy = back_up_now(sri)
    with closing(sqlite3.connect(copy)) as file:
        file.execute("UPDATE perubahan SET lama = 'null', baru = NULL WHERE id % 2")
        file.commit()
    before = read_fingerprints(copy)
    sri.place.replace(copy, sri.now())
    assert sri.place.read_fingerprints() == before


def test_rows_come_in_the_order_in_which_they_were_added(sri: Office, tmp_path: Path) -> None:
    """A changed row keeps its place, as with SQLite: papers print rows as they come."""
    with sri.journal.reading() as session:
        first = [row.kode for row in session.exec(select(Indikator))]
        key = session.exec(select(Indikator)).first()
    assert key is not None
    with sri.journal.action("Mengubah") as session:
        session.get_one(Indikator, key.id).satuan = "lain"
    with sri.journal.reading() as session:
        assert [row.kode for row in session.exec(select(Indikator))] == first
    copy = back_up_now(sri)
    with closing(sqlite3.connect(copy)) as file:
        assert [kode for (kode,) in file.execute("SELECT kode FROM indikator")] == first


def test_an_archive_goes_from_a_file_to_a_server_and_back_with_its_evidence(
    sri: Office, tmp_path: Path, clock: Clock
) -> None:
    archive = ARSIP / "0005/kantor.kinerja"
    done = restore_into(sri, archive)
    assert done.evidence > 0
    assert check_office(sri) == []
    assert export_all(sri, tmp_path / "server.kinerja") == []
    assert check_backup(tmp_path / "server.kinerja") == []
    office = open_office(tmp_path / "data", clock)
    assert restore_into(office, tmp_path / "server.kinerja").evidence == done.evidence
    assert check_office(office) == []
    tables = {item.table: item for item in sri.place.read_fingerprints()}
    # Each noted its own restoring.
    beyond = [t for t in office.place.read_fingerprints() if tables[t.table] != t]
    assert [item.table for item in beyond] == ["transaksi"]
    office.close()


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
def test_archives_of_every_earlier_schema_come_onto_a_server(sri: Office, revision: str) -> None:
    restore_into(sri, ARSIP / f"{revision}/kantor.kinerja")
    assert check_office(sri) == []


def test_a_restore_is_taken_back(sri: Office) -> None:
    before = {item.table: item for item in sri.place.read_fingerprints()}
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    take_restore_back(sri)
    after = sri.place.read_fingerprints()
    assert [item.table for item in after if before[item.table] != item] == ["transaksi"]


def test_what_is_done_after_a_restore_goes_on_in_the_trail(sri: Office, budi: Office) -> None:
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    in_step(sri, budi)
    with budi.journal.action("Menambah") as session:
        session.add(Indikator(kode="I-99", uraian="baru"))
    assert check_office(sri) == []


def test_a_restore_that_fails_leaves_the_data(sri: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sri.place.read_fingerprints()
    copy = back_up_now(sri)
    with closing(sqlite3.connect(copy)) as file:
        file.execute("INSERT INTO realisasi SELECT * FROM realisasi LIMIT 0")
        file.execute("UPDATE indikator SET id = 'x' WHERE rowid = 1")
        file.commit()
    with pytest.raises(Exception, match="uuid"):
        sri.place.replace(copy, sri.now())
    assert sri.place.read_fingerprints() == before


def test_a_backup_is_restored_into_a_database_that_is_still_empty(
    cluster: Cluster, sri: Office, tmp_path: Path, clock: Clock
) -> None:
    copy = back_up_now(sri)
    name = cluster.new_database()
    address = cluster.address(name, tmp_path / "baru", SRI)
    restore_folder(address, copy, clock)
    office = open_office(address, clock)
    tables = {item.table: item for item in sri.place.read_fingerprints()}
    assert {item.table: item for item in office.place.read_fingerprints()} == tables
    office.close()
    cluster.drop(name)


@pytest.mark.parametrize("revision", ["0001", "0005"])
def test_an_archive_is_restored_into_a_database_that_nobody_has_open(
    cluster: Cluster, tmp_path: Path, clock: Clock, revision: str
) -> None:
    address = cluster.address(cluster.new_database(), tmp_path / "data", SRI)
    done = restore_folder(address, ARSIP / f"{revision}/kantor.kinerja", clock)
    office = open_office(address, clock)
    assert len(office.evidence.stored()) == done.evidence > 0
    assert check_office(office) == []
    office.close()
    cluster.drop(address.database)


def test_a_backup_with_wrong_values_replaces_nothing(sri: Office, clock: Clock) -> None:
    before = sri.place.read_fingerprints()
    copy = back_up_now(sri)
    with closing(sqlite3.connect(copy)) as file:
        file.execute("UPDATE realisasi SET nilai = '8..'")
        file.commit()
    with pytest.raises(DataProblemsError):
        restore_folder(sri.place.where, copy, clock)
    with pytest.raises(DataProblemsError):
        sri.place.restore(copy, sri.now())
    assert sri.place.read_fingerprints() == before


def test_the_trail_is_written_letter_for_letter_as_in_a_file(
    sri: Office, tmp_path: Path, clock: Clock
) -> None:
    """Its lines go to a server in one array: their text, order and emptiness stay the same."""
    file = make_file_office(tmp_path / "data", clock)
    key = UUID(int=7)
    kept = []
    for office in (file, sri):
        with office.journal.action("Menambah") as session:
            session.add(Indikator(id=key, kode="I-1", uraian='ç – "„" \\ {"a":  1}', satuan=""))
            session.flush()
            session.get_one(Indikator, key).satuan = "Orang"
        with office.journal.action("Menghapus") as session:
            session.delete(session.get_one(Indikator, key))
        copy = back_up_now(office)
        with closing(sqlite3.connect(copy)) as connection:
            kept.append(
                connection.execute(
                    "SELECT tabel, lama, baru FROM perubahan WHERE baris = ? ORDER BY id",
                    (key.hex,),
                ).fetchall()
            )
    assert kept[0] == kept[1]
    assert len(kept[0]) == 3
    file.close()
