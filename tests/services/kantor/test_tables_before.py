from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.domain.update import UpdatePlan, UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor import tables_before
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.tables_before import conclude_start, mark_seen, remember_tables
from kinerja_desktop.services.riwayat.maintenance import back_up_if_due
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.store import backup
from kinerja_desktop.store.backup import Alasan, create_backup
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.records import Instansi
from kinerja_desktop.store.schema import REVISIONS
from kinerja_desktop.store.update_record import read_record, write_record
from tests.store.old_office import make_old_office
from tests.tampering import tamper

Clock = Callable[[], datetime]


def pretend(folder: Path, **changes: object) -> UpdateRecord:
    """Let the data folder remember something else than it does."""
    record = replace(read_record(folder), **changes)  # type: ignore[arg-type]
    write_record(folder, record)
    return record


def reopen(place: Place, clock: Clock) -> UpdateRecord:
    again = open_office(place, clock)
    again.close()
    return again.update


def tables_of(office: Office) -> tuple[TableFingerprint, ...]:
    """Read the tables of an office, open or closed."""
    tables = office.place.read_fingerprints()
    office.engine.dispose()
    return tables


def test_the_same_version_has_nothing_to_tell(muncar: Office, clock: Clock) -> None:
    muncar.close()
    update = reopen(muncar.place.where, clock)
    assert (update.version, update.report, update.is_seen) == (__version__, None, True)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_data_of_every_earlier_schema_is_told_unchanged(
    tmp_path: Path, clock: Clock, revision: str
) -> None:
    tables = make_old_office(tmp_path, revision)
    update = reopen(tmp_path, clock)
    assert update.report is not None
    assert not update.is_seen
    assert update.report.is_unchanged
    told = {t.table: (t.rows_before, t.rows_after) for t in update.report.tables if not t.is_new}
    assert told == dict.fromkeys(tables, (1, 1))
    assert (tmp_path / "cadangan" / update.report.backup).exists()
    again = reopen(tmp_path, clock)
    assert (again.report, again.is_seen) == (update.report, False), "told until it is seen"


def test_a_version_installed_by_hand_is_compared_with_how_the_last_one_left_the_data(
    muncar: Office, clock: Clock
) -> None:
    muncar.close()
    pretend(muncar.folder, version="0.0.9")
    report = reopen(muncar.place.where, clock).report
    assert report is not None
    assert report.is_unchanged
    assert (report.from_version, report.to_version) == ("0.0.9", __version__)
    rows = {table.table: table.rows_before for table in report.tables}
    with muncar.engine.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM indikator").scalar_one()
    muncar.engine.dispose()
    assert rows["indikator"] == count > 0
    kept = muncar.backup_folder / report.backup
    assert read_fingerprints(kept) == tables_of(muncar)


def test_what_something_else_changed_in_between_is_told(muncar: Office, clock: Clock) -> None:
    muncar.close()
    pretend(muncar.folder, version="0.0.9")
    tamper(muncar, Instansi, alamat="lain")
    muncar.engine.dispose()
    report = reopen(muncar.place.where, clock).report
    assert report is not None
    assert not report.is_unchanged
    assert [table.table for table in report.tables if not table.is_same] == ["instansi"]


@pytest.mark.sqlite_only("on a server the trail proves what others did meanwhile")
def test_data_left_by_a_power_failure_is_not_compared_with_an_older_state(
    muncar: Office, clock: Clock
) -> None:
    muncar.close()
    before = read_record(muncar.folder)
    again = open_office(muncar.place.where, clock)
    change_field(again, "instansi", list_rows(again, "instansi")[0]["id"], "alamat", "Jl. Raya 1")
    again.close()
    write_record(muncar.folder, replace(before, version="0.0.9"))
    report = reopen(muncar.place.where, clock).report
    assert report is not None
    assert report.tables == ()
    assert not report.is_unchanged


@pytest.mark.sqlite_only("on a server the head of the trail is remembered")
def test_each_session_that_changed_something_leaves_its_state(muncar: Office, clock: Clock) -> None:
    muncar.close()
    first = read_record(muncar.folder).tables
    assert first == tables_of(muncar)
    again = open_office(muncar.place.where, clock)
    change_field(again, "instansi", list_rows(again, "instansi")[0]["id"], "alamat", "Jl. Raya 1")
    again.close()
    assert read_record(muncar.folder).tables == tables_of(muncar) != first


def planned(office: Office, to_version: str, **changes: object) -> UpdatePlan:
    backup = office.backup_folder / "kinerja-20250115-020000-sebelum-migrasi.db"
    plan = UpdatePlan(
        "0.0.9", to_version, "2025-01-15T02:00:00+00:00", backup.name,
        tables_of(office),
    )  # fmt: skip
    return replace(plan, **changes)  # type: ignore[arg-type]


def test_an_update_from_a_stick_is_compared_with_what_its_beginning_saw(
    muncar: Office, clock: Clock
) -> None:
    muncar.close()
    pretend(muncar.folder, version="0.0.9", plan=planned(muncar, __version__), tables=())
    update = reopen(muncar.place.where, clock)
    assert update.plan is None
    assert update.failed is None
    assert update.report is not None
    assert update.report.is_unchanged
    assert update.report.backup.endswith("sebelum-migrasi.db")


def test_the_way_back_is_told_as_such(muncar: Office, clock: Clock) -> None:
    muncar.close()
    plan = planned(muncar, __version__, is_return=True)
    pretend(muncar.folder, version="9.0.0", plan=plan)
    report = reopen(muncar.place.where, clock).report
    assert report is not None
    assert report.is_return


def test_an_update_that_did_not_happen_is_told(muncar: Office, clock: Clock) -> None:
    muncar.close()
    plan = planned(muncar, "9.0.0", from_version=__version__)
    pretend(muncar.folder, plan=plan)
    update = reopen(muncar.place.where, clock)
    assert (update.plan, update.failed, update.report) == (None, plan, None)
    assert mark_seen(muncar.folder).failed is None
    assert reopen(muncar.place.where, clock).failed is None


def test_the_backup_that_leads_back_is_never_thinned_out(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (
        create_backup(muncar.place.source, muncar.backup_folder, muncar.now(), alasan)
        for alasan in (Alasan.SEBELUM_MIGRASI, Alasan.SEBELUM_IMPOR)
    )
    muncar.update = UpdateRecord(report=UpdateReport("0.0.9", "0.1.0", "", first.name, ()))
    monkeypatch.setattr(backup, "choose_deletions", lambda moments, now: set(moments))
    muncar.now = lambda: datetime(2025, 1, 17, tzinfo=UTC)
    assert back_up_if_due(muncar) is not None
    assert first.exists()
    assert not second.exists()


def test_what_cannot_be_written_at_the_end_stops_nobody(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object) -> None:
        raise KinerjaError("Penyimpanan penuh.", "Kosongkan ruang.")

    before = read_record(office.folder)
    monkeypatch.setattr(tables_before, "write_record", full)
    remember_tables(office.folder, tuple)
    assert read_record(office.folder) == before
    assert "not written down" in caplog.text


def as_remembered(
    remembered: tuple[TableFingerprint, ...], *, is_planned: bool
) -> tuple[TableFingerprint, ...]:
    assert not is_planned
    return remembered


def no_backup() -> Path:
    raise KinerjaError("Penyimpanan penuh.", "Kosongkan ruang.")


def test_an_older_backup_that_was_restored_is_no_update(tmp_path: Path, clock: Clock) -> None:
    make_old_office(tmp_path / "lama", REVISIONS[0], ("periode_renstra",))
    open_office(tmp_path / "data", clock).close()
    restore_folder(tmp_path / "data", tmp_path / "lama" / "kinerja.db", clock)
    update = reopen(tmp_path / "data", clock)
    assert (update.report, update.is_seen, update.failed) == (None, True, None)


def test_a_way_back_that_brought_the_data_but_not_the_program_keeps_the_report(
    muncar: Office, clock: Clock
) -> None:
    muncar.close()
    report = UpdateReport("0.0.9", __version__, "2025-01-15T02:00:00+00:00", "lama.db", ())
    plan = planned(muncar, "0.0.9", from_version=__version__, is_return=True)
    pretend(muncar.folder, plan=plan, report=report)
    update = reopen(muncar.place.where, clock)
    assert (update.failed, update.is_rolled_back, update.report) == (plan, True, report)


def test_a_way_back_that_did_not_even_begin_says_so(muncar: Office, clock: Clock) -> None:
    muncar.close()
    tables = (TableFingerprint("instansi", ("id",), 7, "aa"),)
    plan = planned(muncar, "0.0.9", from_version=__version__, is_return=True, tables=tables)
    pretend(muncar.folder, plan=plan)
    update = reopen(muncar.place.where, clock)
    assert (update.failed, update.is_rolled_back) == (plan, False)


def test_a_plan_that_led_elsewhere_says_nothing_of_a_third_version(
    muncar: Office, clock: Clock
) -> None:
    muncar.close()
    pretend(muncar.folder, version="0.0.9", plan=planned(muncar, "0.0.95"))
    update = reopen(muncar.place.where, clock)
    assert update.failed is None
    assert update.report is not None
    assert update.report.from_version == "0.0.9"
    pretend(muncar.folder, plan=planned(muncar, "0.0.95"))
    assert reopen(muncar.place.where, clock).failed is None


def test_a_record_that_cannot_be_read_or_written_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def locked(*_: object) -> None:
        raise KinerjaError("pembaruan.json sedang dibuka oleh program lain.", "Tutup.")

    moment = datetime.fromisoformat("2026-11-21T02:00:00+00:00")
    with monkeypatch.context() as patch:
        patch.setattr(tables_before, "read_record", locked)
        known = conclude_start(
            tmp_path, moment, None, lambda columns: (), as_remembered, no_backup, "1.0.0"
        )
        assert known == UpdateRecord("1.0.0")
    monkeypatch.setattr(tables_before, "write_record", locked)
    known = conclude_start(
        tmp_path, moment, None, lambda columns: (), as_remembered, no_backup, "1.0.0"
    )
    assert known == UpdateRecord("1.0.0")
    assert "what the last version left is not known" in caplog.text
    assert "what this version found was not written down" in caplog.text


def test_a_full_disk_costs_the_way_back_and_not_the_start(tmp_path: Path) -> None:
    moment = datetime.fromisoformat("2026-11-21T02:00:00+00:00")
    write_record(tmp_path, UpdateRecord("0.9.0"))
    known = conclude_start(
        tmp_path, moment, None, lambda columns: (), as_remembered, no_backup, "1.0.0"
    )
    assert known.report is not None
    assert (known.report.backup, known.report.tables) == ("", ())


def test_a_record_from_before_this_was_known_is_only_brought_up_to_date(tmp_path: Path) -> None:
    table = TableFingerprint("transaksi", ("id",), 3, "aa")
    moment = datetime.fromisoformat("2026-11-21T02:00:00+00:00")
    known = conclude_start(
        tmp_path, moment, None, lambda columns: (table,), as_remembered, no_backup, "1.0.0"
    )
    assert known == UpdateRecord("1.0.0")
    assert read_record(tmp_path) == known


def test_a_restored_folder_without_a_trail_is_compared_as_well(tmp_path: Path) -> None:
    moment = datetime.fromisoformat("2026-11-21T02:00:00+00:00")
    write_record(tmp_path, UpdateRecord("0.9.0", (TableFingerprint("sasaran", ("id",), 1, "aa"),)))
    same = (TableFingerprint("sasaran", ("id",), 1, "aa"),)
    known = conclude_start(
        tmp_path, moment, None, lambda columns: same, as_remembered, no_backup, "1.0.0"
    )
    assert known.report is not None
    assert known.report.is_unchanged
