import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from sqlalchemy import Engine, update
from sqlalchemy.exc import IntegrityError, NoResultFound, OperationalError
from sqlmodel import select

from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.database import connect
from kinerja_desktop.store.journal import Journal, MovedError
from kinerja_desktop.store.recorder import row_to_plain
from kinerja_desktop.store.records import (
    Indikator,
    PeriodeRenstra,
    Perubahan,
    Transaksi,
    Tujuan,
)
from kinerja_desktop.store.reverting import StaleUndoError
from kinerja_desktop.store.schema import create_schema
from tests.store.failing import sqlite_error


def contents(journal: Journal) -> dict[str, Any]:
    with journal.reading() as session:
        return {
            str(row.id): row_to_plain(row)
            for record in (PeriodeRenstra, Tujuan, Indikator)
            for row in session.exec(select(record))
        }


def add_indikator(journal: Journal) -> UUID:
    row = Indikator(
        kode="IKU-1", uraian="Nilai SAKIP", baseline_nilai=Rentang(Decimal(7), Decimal(8))
    )
    with journal.action("Menambah Indikator") as session:
        session.add(row)
    return row.id


def test_undo_and_redo_bring_every_state_back(journal: Journal) -> None:
    key = add_indikator(journal)
    added = contents(journal)
    with journal.action("Mengubah Indikator") as session:
        row = session.get_one(Indikator, key)
        row.baseline_nilai, row.bobot = "BB", Decimal("1.50")
    changed = contents(journal)
    with journal.action("Menghapus Indikator") as session:
        session.delete(session.get_one(Indikator, key))
    assert contents(journal) == {}
    assert journal.undo() == "Menghapus Indikator"
    assert contents(journal) == changed
    assert journal.undo() == "Mengubah Indikator"
    assert contents(journal) == added
    assert journal.undo() == "Menambah Indikator"
    assert contents(journal) == {}
    assert journal.undo() is None
    for state in (added, changed, {}):
        journal.redo()
        assert contents(journal) == state
    assert journal.redo() is None


def test_the_trail_only_grows(journal: Journal) -> None:
    add_indikator(journal)
    journal.undo()
    journal.redo()
    with journal.reading() as session:
        labels = [row.label for row in session.exec(select(Transaksi))]
    assert labels == [
        "Menambah Indikator", "Batalkan: Menambah Indikator", "Ulangi: Menambah Indikator",
    ]  # fmt: skip


def test_the_trail_tells_old_and_new(journal: Journal) -> None:
    key = add_indikator(journal)
    with journal.action("Mengubah Indikator") as session:
        session.get_one(Indikator, key).baseline_nilai = Decimal("90.50")
    with journal.reading() as session:
        last = session.exec(select(Perubahan).where(Perubahan.transaksi_id == 2)).one()
    assert (last.tabel, last.baris) == ("indikator", key)
    assert last.lama == {"baseline_nilai": "7..8"}
    assert last.baru == {"baseline_nilai": "90.50"}


def test_a_deed_that_changes_nothing_leaves_no_trace(journal: Journal) -> None:
    key = add_indikator(journal)
    journal.undo()
    journal.redo()
    with journal.action("Mengubah Indikator") as session:
        session.get_one(Indikator, key).uraian = "Nilai SAKIP"
    assert journal.undo_label == "Menambah Indikator"
    with journal.reading() as session:
        assert len(session.exec(select(Transaksi)).all()) == 3


def test_a_failed_deed_leaves_nothing(journal: Journal) -> None:
    with pytest.raises(ZeroDivisionError), journal.action("Menambah") as session:
        session.add(Indikator(kode="x", uraian="x"))
        session.flush()
        raise ZeroDivisionError
    assert contents(journal) == {}
    assert journal.undo_label is None


def test_a_new_deed_ends_redoing(journal: Journal) -> None:
    add_indikator(journal)
    journal.undo()
    assert journal.redo_label == "Menambah Indikator"
    add_indikator(journal)
    assert journal.redo_label is None


def test_what_has_left_the_office_cannot_be_undone(journal: Journal) -> None:
    key = add_indikator(journal)
    with journal.action("Menjadikan final", undoable=False) as session:
        session.get_one(Indikator, key).catatan = "final"
    assert journal.undo_label == "Menambah Indikator"
    with pytest.raises(StaleUndoError, match="sudah berubah atau dipakai sesudah itu"):
        journal.undo()
    assert contents(journal)[str(key)]["catatan"] == "final"
    assert journal.undo() is None


def test_undo_passes_by_what_cannot_be_undone(journal: Journal) -> None:
    key = add_indikator(journal)
    other = PeriodeRenstra(nama="Lama", tahun_awal=2020, tahun_akhir=2024)
    with journal.action("Menambah periode") as session:
        session.add(other)
    with journal.action("Menjadikan final", undoable=False) as session:
        session.get_one(Indikator, key).catatan = "final"
    assert journal.last is not None
    assert journal.last.label == "Menjadikan final"
    assert journal.undo() == "Menambah periode"
    assert set(contents(journal)) == {str(key)}


def test_a_refused_undo_does_not_bar_those_before_it(journal: Journal) -> None:
    first = add_indikator(journal)
    second = add_indikator(journal)
    with journal.action("Menjadikan final", undoable=False) as session:
        session.get_one(Indikator, second).catatan = "final"
    with pytest.raises(StaleUndoError):
        journal.undo()
    assert journal.undo() == "Menambah Indikator"
    assert set(contents(journal)) == {str(second)}
    assert journal.redo() == "Menambah Indikator"
    assert set(contents(journal)) == {str(first), str(second)}


def test_what_others_now_belong_to_is_not_taken_away(journal: Journal) -> None:
    periode = PeriodeRenstra(nama="2025–2029", tahun_awal=2025, tahun_akhir=2029)
    with journal.action("Menambah periode") as session:
        session.add(periode)
    with journal.action("Melampirkan", undoable=False) as session:
        session.add(Tujuan(periode_renstra_id=periode.id, kode="T1", uraian="Tujuan"))
    before = contents(journal)
    with pytest.raises(StaleUndoError):
        journal.undo()
    assert contents(journal) == before


def test_the_latest_deed_can_be_taken_back_even_when_ctrl_z_passes_it_by(journal: Journal) -> None:
    heard: list[set[str]] = []
    key = add_indikator(journal)
    before = contents(journal)
    with journal.action("Menyelesaikan langkah", undoable=False) as session:
        session.get_one(Indikator, key).catatan = "selesai"
    assert journal.last is not None
    journal.listeners.append(heard.append)
    journal.take_back(journal.last)
    assert contents(journal) == before
    assert heard == [{"indikator"}]
    assert journal.undo() == "Menambah Indikator"


def test_a_deed_taken_back_leaves_the_list_of_ctrl_z(journal: Journal) -> None:
    add_indikator(journal)
    assert journal.last is not None
    journal.take_back(journal.last)
    assert (contents(journal), journal.undo_label, journal.redo_label) == ({}, None, None)


def test_a_state_lasts_until_a_row_changes(journal: Journal) -> None:
    empty = journal.state()
    add_indikator(journal)
    state = journal.state()
    assert state != empty
    with journal.action("Membekukan") as session:
        session.add(Indikator(kode="y", uraian="y"))
        journal.require_state(session, state)
    with pytest.raises(MovedError, match="masih diubah"), journal.action("Terlambat") as session:
        session.add(Indikator(kode="z", uraian="z"))
        journal.require_state(session, state)
    assert len(contents(journal)) == 2


def test_a_row_that_has_changed_since_is_not_overwritten(journal: Journal, engine: Engine) -> None:
    key = add_indikator(journal)
    other = Journal(engine, "Lain")
    with other.action("Mengubah") as session:
        session.get_one(Indikator, key).uraian = "Lain"
    with pytest.raises(StaleUndoError, match="'Menambah Indikator' tidak dapat dibatalkan lagi"):
        journal.undo()
    assert contents(journal)[str(key)]["uraian"] == "Lain"
    assert journal.undo_label is None


def test_a_deleted_row_that_is_back_is_not_overwritten(journal: Journal, engine: Engine) -> None:
    key = add_indikator(journal)
    with journal.action("Menghapus Indikator") as session:
        session.delete(session.get_one(Indikator, key))
    with Journal(engine, "Lain").action("Menambah") as session:
        session.add(Indikator(id=key, kode="x", uraian="x"))
    with pytest.raises(StaleUndoError):
        journal.undo()


def test_forgetting_ends_undo_and_redo(journal: Journal) -> None:
    add_indikator(journal)
    add_indikator(journal)
    journal.undo()
    journal.forget()
    assert (journal.undo_label, journal.redo_label) == (None, None)


def test_pages_hear_which_tables_changed(journal: Journal) -> None:
    heard: list[set[str]] = []
    journal.listeners.append(heard.append)
    add_indikator(journal)
    with journal.action("Tidak mengubah apa-apa"):
        pass
    assert heard == [{"indikator"}]


def test_who_listens_sees_what_can_be_undone_now(journal: Journal) -> None:
    seen: list[tuple[str | None, str | None]] = []
    journal.listeners.append(lambda tables: seen.append((journal.undo_label, journal.redo_label)))
    add_indikator(journal)
    journal.undo()
    journal.redo()
    label = "Menambah Indikator"
    assert seen == [(label, None), (None, label), (label, None)]


def test_it_is_known_how_much_would_be_taken_back(journal: Journal) -> None:
    assert (journal.undo_rows, journal.redo_rows) == (0, 0)
    with journal.action("Menambah") as session:
        session.add_all([Indikator(kode=str(n), uraian="x") for n in range(3)])
    assert (journal.undo_rows, journal.redo_rows) == (3, 0)
    journal.undo()
    assert (journal.undo_rows, journal.redo_rows) == (0, 3)


def test_bulk_changes_are_refused_because_they_escape_the_record(journal: Journal) -> None:
    with pytest.raises(AssertionError, match="bulk"), journal.action("x") as session:
        session.exec(update(Indikator).values(uraian="z"))


def test_parent_and_child_may_come_in_any_order(journal: Journal) -> None:
    periode = PeriodeRenstra(nama="2025–2029", tahun_awal=2025, tahun_akhir=2029)
    with journal.action("Menambah") as session:
        session.add(Tujuan(periode_renstra_id=periode.id, kode="T1", uraian="Tujuan"))
        session.add(periode)
    assert len(contents(journal)) == 2


def test_a_row_changed_and_deleted_in_one_deed_comes_back_as_it_was(journal: Journal) -> None:
    key = add_indikator(journal)
    before = contents(journal)
    with journal.action("Menghapus Indikator") as session:
        row = session.get_one(Indikator, key)
        row.uraian = "Lain"
        session.delete(row)
    journal.undo()
    assert contents(journal) == before


def test_a_child_without_parent_is_refused(journal: Journal) -> None:
    with pytest.raises(IntegrityError), journal.action("x") as session:
        session.add(Tujuan(periode_renstra_id=uuid4(), kode="T1", uraian="Tujuan"))
    assert contents(journal) == {}


@pytest.mark.sqlite_only("its own result codes")
def test_a_full_disk_is_explained_and_nothing_is_saved(journal: Journal) -> None:
    full = OperationalError("", None, sqlite_error(sqlite3.SQLITE_FULL))
    message = "penuh, jadi perubahan ini belum disimpan"
    with pytest.raises(KinerjaError, match=message), journal.action("x") as session:
        session.add(Indikator(kode="x", uraian="x"))
        raise full
    assert contents(journal) == {}


class Deeds(RuleBasedStateMachine):
    """A clerk who adds, changes, deletes, undoes and redoes; a plain list of states remembers."""

    rows = Bundle("rows")

    def __init__(self) -> None:
        super().__init__()
        self.engine = connect("sqlite://")
        create_schema(self.engine)
        self.journal = Journal(self.engine, "Operator")
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []
        self.now = contents(self.journal)

    def teardown(self) -> None:
        self.engine.dispose()

    def did(self) -> None:
        new = contents(self.journal)
        if new != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = new

    @rule(target=rows, text=st.text(min_size=1, max_size=3), day=st.dates())
    def add(self, text: str, day: date) -> UUID:
        row = PeriodeRenstra(nama=text, tahun_awal=2001, tahun_akhir=2002, tanggal=day)
        with self.journal.action("Menambah") as session:
            session.add(row)
        self.did()
        return row.id

    @rule(key=rows, text=st.text(max_size=3), day=st.none() | st.dates())
    def change(self, key: UUID, text: str, day: date | None) -> None:
        with self.journal.action("Mengubah") as session:
            if row := session.get(PeriodeRenstra, key):
                row.nama, row.tanggal = text, day
        self.did()

    @rule(key=rows)
    def delete(self, key: UUID) -> None:
        with self.journal.action("Menghapus") as session:
            if row := session.get(PeriodeRenstra, key):
                session.delete(row)
        self.did()

    @rule()
    def undo(self) -> None:
        self.journal.undo()
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        self.journal.redo()
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @invariant()
    def the_database_is_as_remembered(self) -> None:
        assert contents(self.journal) == self.now


TestUndoIsExact = Deeds.TestCase
TestUndoIsExact.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


def test_a_row_that_is_not_there_was_deleted_by_nobody_else(journal: Journal) -> None:
    """In a folder there is nobody else: to ask for it is our own mistake."""
    with pytest.raises(NoResultFound), journal.action("Mengubah") as session:
        session.get_one(Indikator, uuid4())
