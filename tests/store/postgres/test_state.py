"""An update of the program on one PC of several: told by the trail that the data is the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import event

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pembaruan.update_words import describe_report
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store.records import Instansi
from kinerja_desktop.store.update_record import read_record, write_record
from tests.arsip.reading import ARSIP
from tests.tampering import tamper

Clock = Callable[[], datetime]


def change(office: Office, alamat: str) -> None:
    change_field(office, "instansi", list_rows(office, "instansi")[0]["id"], "alamat", alamat)


def update_program(office: Office, clock: Clock, **remembered: object) -> Office:
    """Let an earlier version have closed an office last; open it with this one."""
    record = replace(read_record(office.folder), version="0.0.9")
    write_record(office.folder, replace(record, **remembered))  # type: ignore[arg-type]
    return open_office(office.place.where, clock)


def test_what_others_did_meanwhile_is_no_change_by_the_update(
    sri: Office, budi: Office, clock: Clock
) -> None:
    change(sri, "Jl. Raya 1")
    sri.close()
    change(budi, "Jl. Raya 2")
    again = update_program(sri, clock)
    report = again.update.report
    assert report is not None
    assert report.is_unchanged
    assert describe_report(report).startswith("Data tidak berubah")
    assert {table.table for table in report.tables} >= {"instansi", "indikator", "transaksi"}
    again.close()


def test_what_was_changed_past_the_trail_is_told(sri: Office, clock: Clock) -> None:
    change(sri, "Jl. Raya 1")
    sri.close()
    tamper(sri, Instansi, alamat="lain")
    again = update_program(sri, clock)
    report = again.update.report
    assert report is not None
    assert [table.table for table in report.tables if not table.is_same] == ["instansi"]
    again.close()


def test_a_deed_that_was_changed_past_the_program_is_told(sri: Office, clock: Clock) -> None:
    change(sri, "Jl. Raya 1")
    sri.close()
    with sri.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE transaksi SET pelaku = 'orang lain' WHERE id = 1")
    again = update_program(sri, clock)
    report = again.update.report
    assert report is not None
    assert [table.table for table in report.tables if not table.is_same] == ["transaksi"]
    again.close()


def test_after_a_restore_nobody_knows(sri: Office, budi: Office, clock: Clock) -> None:
    sri.close()
    restore_into(budi, ARSIP / "0005/kantor.kinerja")
    again = update_program(sri, clock)
    report = again.update.report
    assert report is not None
    assert report.tables == ()
    assert "orang lain" in describe_report(report)
    again.close()


def test_a_way_back_is_compared_with_the_tables_of_its_backup(sri: Office, clock: Clock) -> None:
    tables = (TableFingerprint("instansi", ("alamat",), 1, "aa"),)
    sri.close()
    again = update_program(sri, clock, tables=tables)
    report = again.update.report
    assert report is not None
    changed = [table.table for table in report.tables if not table.is_same]
    assert changed == ["instansi"]
    again.close()


def test_closing_does_not_read_the_data_again(sri: Office) -> None:
    """Whatever the office holds, one question is asked of the trail and nothing is copied."""
    change(sri, "Jl. Raya 1")
    asked: list[str] = []

    @event.listens_for(sri.engine, "before_cursor_execute")
    def note(_c: object, _r: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    sri.close()
    assert len(asked) == 1
    assert "transaksi" in asked[0]


def test_an_update_that_is_planned_remembers_the_head_of_the_trail(sri: Office) -> None:
    assert sri.place.describe_state(back_up_now(sri)) == sri.place.describe_state()
    assert [item.table for item in sri.place.describe_state()] == ["transaksi"]


@pytest.mark.parametrize("is_planned", [True, False])
def test_an_empty_trail_is_recalled_as_well(sri: Office, is_planned: bool) -> None:
    with sri.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM perubahan; DELETE FROM transaksi")
    head = sri.place.describe_state()
    recalled = sri.place.recall(head, is_planned=is_planned)
    assert {item.table for item in recalled if not item.sha256} >= {"instansi"}
