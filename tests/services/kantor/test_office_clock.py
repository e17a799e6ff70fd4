"""The practice office has days of its own; every other office has those of the PC."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.services.riwayat.restoring import restore_into, take_restore_back
from kinerja_desktop.services.riwayat.status import read_status
from tests.conftest import Clock

#: 13 October 2025, 08.10 WIB: the last deed in the practice office's file.
ENDS = datetime(2025, 10, 13, 1, 10, tzinfo=UTC)


@pytest.fixture
def practice(latihan: Office, clock: Clock) -> Iterator[Office]:
    """The practice office on a PC whose clock shows another year."""
    folder = latihan.folder
    latihan.close()
    clock.moment = datetime(2031, 5, 1, tzinfo=UTC)
    opened = open_office(folder, clock)
    yield opened
    opened.close()


def test_its_day_goes_on_from_its_last_deed(practice: Office, clock: Clock) -> None:
    assert practice.now() - ENDS < timedelta(seconds=1)
    clock.moment += timedelta(hours=2)
    (desa,) = list_rows(practice, "indikator", kode="IKU-6")
    change_field(practice, "indikator", desa["id"], "catatan", "Dicoba di kantor latihan.")
    status = read_status(practice)
    assert status.latihan == date(2025, 10, 13)
    assert status.tersimpan == practice.now()
    assert practice.now() - ENDS >= timedelta(hours=2)


def test_the_next_time_it_begins_where_it_was_left(practice: Office, clock: Clock) -> None:
    clock.moment += timedelta(hours=3)
    (desa,) = list_rows(practice, "indikator", kode="IKU-6")
    change_field(practice, "indikator", desa["id"], "catatan", "Dicoba di kantor latihan.")
    left, folder = practice.now(), practice.folder
    practice.close()
    clock.moment += timedelta(days=90)
    again = open_office(folder, clock)
    assert again.now() == left
    again.close()


def test_its_days_are_its_own_under_any_name(practice: Office, clock: Clock) -> None:
    """The first thing that a learner tries is to write the own kecamatan's name into it."""
    (instansi,) = list_rows(practice, "instansi")
    change_field(practice, "instansi", instansi["id"], "kecamatan", "Sukodono")
    assert read_status(practice).latihan == date(2025, 10, 13)
    clock.moment += timedelta(hours=1)
    practice.journal.undo()
    assert practice.now() == ENDS + timedelta(hours=1)


def test_what_is_no_sample_any_more_goes_by_the_pc_until_that_is_taken_back(
    practice: Office, clock: Clock
) -> None:
    (instansi,) = list_rows(practice, "instansi")
    change_field(practice, "instansi", instansi["id"], "contoh", False)
    assert practice.now() == clock.moment
    practice.journal.undo()
    assert practice.now() == ENDS
    assert read_status(practice).latihan == date(2025, 10, 13)


def test_its_last_backup_is_of_its_last_day(practice: Office) -> None:
    assert read_status(practice).cadangan == ENDS


def test_other_offices_go_by_the_pc(muncar: Office, clock: Clock) -> None:
    assert muncar.now() == clock.moment
    assert read_status(muncar).latihan is None


@pytest.mark.sqlite_only("a backup of one folder in the place of another")
def test_another_office_in_its_place_goes_by_the_pc(
    practice: Office, muncar: Office, clock: Clock, tmp_path: Path
) -> None:
    backup = back_up_now(muncar)
    restore_into(practice, backup)
    assert practice.now() == clock.moment
    take_restore_back(practice)
    assert practice.clock.is_practice
    assert practice.now() == ENDS


def test_it_stands_still_while_it_is_held(office: Office, clock: Clock) -> None:
    office.clock.hold(ENDS)
    clock.moment += timedelta(days=1)
    assert office.now() == ENDS
    office.clock.go_on(office.journal)
    assert office.now() == clock.moment
