"""Several people at once: what one does the others hear, and nobody writes over another."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store import backup
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.meanwhile import (
    ChangedMeanwhileError,
    GoneMeanwhileError,
    Knowledge,
)
from kinerja_desktop.store.postgres import listening, writing
from kinerja_desktop.store.postgres.backing import ServerBacking
from kinerja_desktop.store.postgres.engine import LOCK_SECONDS
from kinerja_desktop.store.postgres.failures import ServerFailedError
from kinerja_desktop.store.postgres.listening import Listener
from kinerja_desktop.store.postgres.writing import SharedWriting
from kinerja_desktop.store.records import RECORDS, Indikator, Transaksi
from kinerja_desktop.store.reverting import StaleUndoError
from tests.arsip.reading import ARSIP
from tests.postgres import BUDI, SRI, Cluster


def wait_for(is_so: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)


def shared(office: Office) -> SharedWriting:
    assert isinstance(office.journal._writing, SharedWriting)
    return office.journal._writing


def keep_untold(office: Office) -> None:
    """Let what others do from now on not have been shown yet."""

    shared(office).trail.note_told = lambda *_words: None  # type: ignore[method-assign]


def add(office: Office, kode: str = "I-90") -> UUID:
    row = Indikator(kode=kode, uraian="Indeks", satuan="Indeks")
    with office.journal.action(f"Menambah {kode}") as session:
        session.add(row)
    return row.id


def change(office: Office, key: UUID, **values: str) -> None:
    with office.journal.action("Mengubah") as session:
        row = session.get_one(Indikator, key)
        for name, value in values.items():
            setattr(row, name, value)


def read(office: Office, key: UUID) -> Indikator | None:
    with office.journal.reading() as session:
        return session.get(Indikator, key)


def in_step(*offices: Office) -> None:
    """Wait until everyone has been told of everything."""
    with offices[0].journal.reading() as session:
        last = max(session.exec(select(Transaksi.id)), key=lambda key: key or 0)
    for office in offices:
        wait_for(lambda office=office: shared(office).trail.latest == last)  # type: ignore[misc]


def test_each_deed_bears_the_name_of_who_did_it(sri: Office, budi: Office) -> None:
    add(sri, "I-1")
    add(budi, "I-2")
    with sri.journal.reading() as session:
        rows = list(session.exec(select(Transaksi)))
    assert {row.label: row.pelaku for row in rows}["Menambah I-1"] == SRI
    assert {row.label: row.pelaku for row in rows}["Menambah I-2"] == BUDI
    assert check_office(budi) == []


def test_others_hear_of_a_deed_and_who_did_it_hears_once(sri: Office, budi: Office) -> None:
    heard: dict[str, list[set[str]]] = {SRI: [], BUDI: []}
    sri.journal.listeners.append(heard[SRI].append)
    budi.journal.listeners.append(heard[BUDI].append)
    add(sri)
    in_step(sri, budi)
    assert heard == {SRI: [{"indikator"}], BUDI: [{"indikator"}]}


def test_the_second_on_one_cell_is_told_who_changed_what_and_nothing_is_stored(
    sri: Office, budi: Office
) -> None:
    key = add(sri)
    in_step(sri, budi)
    keep_untold(budi)
    change(sri, key, satuan="Persen")
    with pytest.raises(ChangedMeanwhileError, match=f"^{SRI} baru saja mengubah") as told:
        change(budi, key, satuan="Orang", uraian="lain")
    error = told.value
    assert (error.kolom, error.sebelum, error.kini) == ("satuan", "Indeks", "Persen")
    assert (error.change.pelaku, error.change.waktu) == (SRI, sri.now())
    row = read(budi, key)
    assert row is not None
    assert (row.satuan, row.uraian) == ("Persen", "Indeks")
    change(budi, key, uraian="lain")
    assert budi.journal.undo_label == "Mengubah"


def test_a_deed_of_ones_own_does_not_hide_what_came_before_it(sri: Office, budi: Office) -> None:
    key = add(sri)
    in_step(sri, budi)
    keep_untold(budi)
    add(budi, "I-91")
    change(sri, key, satuan="Persen")
    add(budi, "I-92")
    with pytest.raises(ChangedMeanwhileError):
        change(budi, key, satuan="Orang")


def test_what_was_shown_may_be_changed(sri: Office, budi: Office) -> None:
    key = add(sri)
    change(sri, key, satuan="Persen")
    in_step(sri, budi)
    change(budi, key, satuan="Orang")
    change(budi, key, satuan="Rupiah")
    row = read(sri, key)
    assert row is not None
    assert row.satuan == "Rupiah"


def test_a_row_that_another_changed_unseen_is_not_deleted(sri: Office, budi: Office) -> None:
    key = add(sri)
    in_step(sri, budi)
    keep_untold(budi)
    change(sri, key, satuan="Persen")
    with pytest.raises(ChangedMeanwhileError), budi.journal.action("Menghapus") as session:
        session.delete(session.get_one(Indikator, key))
    assert read(sri, key) is not None


def test_a_row_that_another_added_unseen_keeps_what_was_filled_in(
    sri: Office, budi: Office
) -> None:
    in_step(sri, budi)
    keep_untold(budi)
    key = add(sri)
    with pytest.raises(ChangedMeanwhileError):
        change(budi, key, satuan="Orang")
    change(budi, key, formula="a / b")


def test_one_takes_back_only_ones_own_and_nothing_that_others_built_on(
    sri: Office, budi: Office
) -> None:
    key = add(sri)
    in_step(sri, budi)
    change(budi, key, satuan="Persen")
    with pytest.raises(StaleUndoError):
        sri.journal.undo()
    assert budi.journal.undo() == "Mengubah"
    row = read(sri, key)
    assert row is not None
    assert row.satuan == "Indeks"


def test_deeds_of_two_follow_one_another(sri: Office, budi: Office) -> None:
    """The second begins when the first has ended, and sees what it left."""
    key = add(sri)
    order: list[str] = []

    def write() -> None:
        with budi.journal.action("Budi") as session:
            order.append("budi")
            row = session.get_one(Indikator, key)
            row.formula = f"{row.satuan}!"

    other = threading.Thread(target=write)
    with sri.journal.action("Sri") as session:
        session.get_one(Indikator, key).satuan = "Orang"
        session.flush()
        other.start()
        time.sleep(0.2)
        order.append("sri")
    other.join()
    assert order == ["sri", "budi"]
    row = read(sri, key)
    assert row is not None
    assert row.formula == "Orang!"
    assert check_office(sri) == []


def test_who_waits_too_long_is_told(
    sri: Office, budi: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    budi.engine.dispose()
    with budi.engine.connect() as connection:
        connection.exec_driver_sql("SET lock_timeout = '50ms'")
        connection.commit()
    with (
        sri.journal.action("Sri"),
        pytest.raises(ServerFailedError, match="sedang ditulis oleh orang lain"),
    ):
        add(budi)


def test_who_hurries_waits_only_so_long_and_only_for_the_turn(sri: Office, budi: Office) -> None:
    with (
        sri.journal.action("Sri"),
        budi.journal.hurrying(0.05),
        pytest.raises(ServerFailedError, match="sedang ditulis oleh orang lain"),
    ):
        add(budi)
    with budi.journal.hurrying(0.05), budi.journal.action("Budi") as session:
        limit = session.connection().exec_driver_sql("SHOW lock_timeout").scalar()
    assert limit == f"{LOCK_SECONDS}s"


def test_a_line_cut_off_while_waiting_for_the_turn_is_told(
    cluster: Cluster, sri: Office, budi: Office
) -> None:
    waiting = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE usename = 'budi' AND wait_event = 'advisory'"
    )
    told: list[KinerjaError] = []

    def write() -> None:
        try:
            add(budi, "I-1")
        except KinerjaError as error:
            told.append(error)

    other = threading.Thread(target=write)
    with sri.journal.action("Sri"), cluster.connect("postgres") as line:
        other.start()
        wait_for(lambda: line.execute(waiting).fetchone() is not None)
        other.join()
    (error,) = told
    assert "belum disimpan" in error.message
    add(budi, "I-2")
    assert check_office(budi) == []


def test_what_the_server_refuses_at_the_beginning_is_our_mistake(
    sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_TAKE_TURN", ("SELECT 1", "SELECT 1 / 0", "SELECT 1"))
    with pytest.raises(psycopg.errors.DivisionByZero):
        Journal(sri.engine, SRI, sri.now, shared(sri)).action("x").__enter__()
    monkeypatch.undo()
    add(sri)


def test_a_restore_reaches_the_others_and_ends_their_undoing(sri: Office, budi: Office) -> None:
    add(budi)
    in_step(sri, budi)
    heard: list[set[str]] = []
    budi.journal.listeners.append(heard.append)
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    wait_for(lambda: bool(heard))
    assert heard == [set(RECORDS)]
    assert budi.journal.undo_label is None


def test_what_another_stores_is_never_lost_between_the_safety_copy_and_the_restore(
    sri: Office, budi: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = backup.create_backup
    budi.engine.dispose()
    with budi.engine.connect() as connection:
        connection.exec_driver_sql("SET lock_timeout = '50ms'")
        connection.commit()

    def make_slowly(*words: Any) -> Path:
        made = make(*words)
        with pytest.raises(ServerFailedError, match="sedang ditulis oleh orang lain"):
            add(budi, "I-95")
        return made

    monkeypatch.setattr(backup, "create_backup", make_slowly)
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    in_step(sri, budi)
    add(budi, "I-95")
    assert check_office(budi) == []


def test_a_broken_line_is_taken_up_again_and_what_was_missed_is_told(
    cluster: Cluster, sri: Office, budi: Office
) -> None:
    in_step(sri, budi)
    heard: list[set[str]] = []
    budi.journal.listeners.append(heard.append)
    cluster.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'budi'")
    add(sri)
    wait_for(lambda: bool(heard))
    assert heard == [{"indikator"}]
    add(budi)  # on a new line, without starting the program again


def test_a_notice_of_another_program_is_passed_by(
    cluster: Cluster, sri: Office, budi: Office, caplog: pytest.LogCaptureFixture
) -> None:
    in_step(sri, budi)
    where = sri.place.where
    assert isinstance(where, ServerAddress)
    for payload in ("", "{}", "[1]", '{"id": "x", "rantai": "", "tabel": 1, "skema": ""}'):
        cluster.execute(f"NOTIFY kinerja, '{payload}'", where.database)
    add(sri)
    in_step(sri, budi)
    assert "no program of ours" in caplog.text


def test_two_windows_of_one_pc_have_a_folder_each(sri: Office) -> None:
    second = ServerBacking(sri.place.where)  # type: ignore[arg-type]
    second.hold()
    assert second.folder == sri.folder.with_name("sri-2")
    second.release()


def test_one_deed_asks_once_what_others_have_changed(sri: Office, budi: Office) -> None:
    first, second = add(sri, "I-1"), add(sri, "I-2")
    in_step(sri, budi)
    keep_untold(budi)
    add(sri, "I-3")
    with budi.journal.action("Dua baris") as session:
        for key in (first, second):
            session.get_one(Indikator, key).satuan = "Orang"
            session.flush()
    assert check_office(budi) == []


def test_a_row_that_was_not_the_others_may_be_deleted(sri: Office, budi: Office) -> None:
    key = add(sri)
    in_step(sri, budi)
    keep_untold(budi)
    add(sri, "I-3")
    with budi.journal.action("Menghapus") as session:
        session.delete(session.get_one(Indikator, key))
    assert read(sri, key) is None


def test_a_line_taken_up_again_tells_nothing_of_ones_own_deeds(sri: Office) -> None:
    place, writing = sri.place, shared(sri)
    assert isinstance(place, ServerBacking)
    add(sri)
    last = sri.journal.last
    assert last is not None
    wait_for(lambda: writing.trail.latest == last.transaksi_id)
    told: list[set[str]] = []
    place.release()
    writing.trail.latest = last.transaksi_id - 1
    listener = Listener(place._address, writing, lambda tables, _replaced: told.append(tables))
    listener.start()
    listener.stop()
    assert told == []
    assert writing.trail.latest == last.transaksi_id


def test_listening_ends_at_once_though_the_server_does_not_answer(
    sri: Office, budi: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, trying, answer = budi.place, threading.Event(), threading.Event()
    assert isinstance(place, ServerBacking)
    real = Listener._connect

    def connect(listener: Listener) -> object:
        trying.set()
        answer.wait(30)
        return real(listener)

    heard: list[set[str]] = []
    budi.journal.listeners.append(heard.append)
    listener = place._listener
    assert listener is not None
    monkeypatch.setattr(listening, "_MOST_STOP_SECONDS", 0.05)
    monkeypatch.setattr(Listener, "_connect", connect)
    with sri.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'budi'"
        )
    assert trying.wait(10)
    add(sri)
    place.release()
    assert listener._thread.is_alive()
    answer.set()
    listener._thread.join()
    assert heard == []


def test_all_places_where_two_met_are_told_at_once_and_may_be_written_over(
    sri: Office, budi: Office
) -> None:
    first, second = add(sri, "I-1"), add(sri, "I-2")
    in_step(sri, budi)
    sight = budi.journal.sight()
    for key in (first, second):
        change(sri, key, satuan="Persen")
    in_step(sri, budi)

    def both(knowledge: Knowledge) -> None:
        with budi.journal.knowing(knowledge), budi.journal.action("Dua baris") as session:
            # Both in one flush, as a deed reads its rows before it changes them.
            for row in [session.get_one(Indikator, key) for key in (first, second)]:
                row.satuan = "Orang"
            # What is written as it stands takes nothing from anybody.
            session.get_one(Indikator, first).uraian = "Indeks"

    known = Knowledge(sight)
    with pytest.raises(ChangedMeanwhileError) as told:
        both(known)
    meetings = told.value.meetings
    assert {meeting.change.baris for meeting in meetings} == {first, second}
    found = {(meeting.sebelum, meeting.kini, meeting.anda) for meeting in meetings}
    assert found == {("Indeks", "Persen", "Orang")}
    known = known.accept(meetings)
    change(sri, second, satuan="Rupiah")
    with pytest.raises(ChangedMeanwhileError) as again:  # this one was not shown
        both(known)
    assert [meeting.kini for meeting in again.value.meetings] == ["Rupiah"]
    both(known.accept(again.value.meetings))
    with sri.journal.reading() as session:
        label = max(session.exec(select(Transaksi)), key=lambda row: row.id or 0).label
    assert label == f"Dua baris (menggantikan isian {SRI})"
    assert check_office(sri) == []


def test_a_deed_of_ones_own_after_the_sight_is_nobody_elses(sri: Office, budi: Office) -> None:
    key = add(sri)
    in_step(sri, budi)
    sight = budi.journal.sight()
    change(budi, key, satuan="Persen")
    add(sri, "I-91")
    in_step(sri, budi)
    with budi.journal.knowing(Knowledge(sight)):
        change(budi, key, satuan="Orang")


def test_a_row_that_another_has_deleted_is_told(sri: Office, budi: Office) -> None:
    key, other = add(sri), add(sri, "I-91")
    in_step(sri, budi)
    sight = budi.journal.sight()
    with sri.journal.action("Menghapus") as session:
        session.delete(session.get_one(Indikator, key))
    in_step(sri, budi)
    with (
        budi.journal.knowing(Knowledge(sight)),
        pytest.raises(GoneMeanwhileError, match=f"^{SRI} baru saja menghapus"),
    ):
        change(budi, key, satuan="Orang")
    # Where nobody is known to have deleted anything, nobody is named.
    change(sri, other, satuan="Persen")
    in_step(sri, budi)
    later = budi.journal.sight()
    for _ in range(2):
        with (
            budi.journal.knowing(Knowledge(later)),
            pytest.raises(GoneMeanwhileError, match="oleh orang lain"),
        ):
            change(budi, uuid4(), satuan="Orang")
        change(sri, other, satuan="Orang")


def test_what_was_seen_before_a_restore_counts_no_more(sri: Office, budi: Office) -> None:
    add(budi)
    in_step(sri, budi)
    restore_into(sri, ARSIP / "0005/kantor.kinerja")
    in_step(sri, budi)
    assert shared(budi).trail.mine == set()


def test_a_server_that_is_away_is_not_reachable(cluster: Cluster, sri: Office) -> None:
    assert sri.place.is_reachable()
    cluster.stop()
    assert not sri.place.is_reachable()
    cluster.start()
