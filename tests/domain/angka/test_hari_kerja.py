"""Expected days are counted by hand on the calendar of 2024 (1 January 2024 was a Monday)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.hari_kerja import (
    JUMAT,
    MENIT_SEHARI,
    SENIN_KAMIS,
    add_hari_kerja,
    count_hari_kerja,
    count_menit_kerja,
    find_tenggat,
    format_lama,
    is_hari_kerja,
)
from kinerja_desktop.domain.angka.tanggal import WIB

# Hari Raya Nyepi, its cuti bersama, and Idul Fitri 1445 H with its cuti bersama (SKB 3 Menteri).
NYEPI = frozenset({date(2024, 3, 11), date(2024, 3, 12)})
LEBARAN = frozenset(date(2024, 4, day) for day in (8, 9, 10, 11, 12, 15))

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
moments = st.integers(0, 366 * 24 * 60).map(
    lambda menit: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=menit)
)
libur_sets = st.frozensets(st.dates(date(2024, 1, 1), date(2024, 3, 31)), max_size=20)
near_days = st.dates(date(2023, 12, 1), date(2024, 4, 30))


def wib(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2024 on the office's clock, in UTC as it is stored."""
    return datetime(2024, 3, day, hour, minute, tzinfo=WIB).astimezone(UTC)


def test_the_office_works_from_monday_to_friday() -> None:
    week = [date(2024, 1, day) for day in range(1, 8)]
    assert [is_hari_kerja(day) for day in week] == [True] * 5 + [False] * 2


def test_a_holiday_is_no_working_day() -> None:
    assert is_hari_kerja(date(2024, 3, 11))
    assert not is_hari_kerja(date(2024, 3, 11), NYEPI)


def test_four_working_days_after_a_monday_is_friday() -> None:
    assert add_hari_kerja(date(2024, 1, 8), 4) == date(2024, 1, 12)


def test_working_days_skip_weekend_and_lebaran() -> None:
    # Friday 5 April; the office opens again on Tuesday 16 April.
    assert add_hari_kerja(date(2024, 4, 5), 1, LEBARAN) == date(2024, 4, 16)


def test_zero_working_days_after_a_sunday_is_monday() -> None:
    assert add_hari_kerja(date(2024, 1, 7), 0) == date(2024, 1, 8)
    assert add_hari_kerja(date(2024, 1, 8), 0) == date(2024, 1, 8)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="negatif"):
        add_hari_kerja(date(2024, 1, 8), -1)


def test_counting_leaves_out_the_first_day_and_takes_in_the_last() -> None:
    assert count_hari_kerja(date(2024, 1, 8), date(2024, 1, 8)) == 0
    assert count_hari_kerja(date(2024, 1, 8), date(2024, 1, 15)) == 5
    assert count_hari_kerja(date(2024, 1, 15), date(2024, 1, 8)) == -5
    assert count_hari_kerja(date(2024, 4, 5), date(2024, 4, 17), LEBARAN) == 2


@pytest.mark.parametrize(
    ("menit", "due"),
    [
        (5, date(2024, 3, 7)),  # the very day
        (449, date(2024, 3, 7)),
        (450, date(2024, 3, 8)),  # 1 hari, Thursday to Friday
        (1800, date(2024, 3, 15)),  # 4 hari: 8, 13, 14, 15, because 11 and 12 are Nyepi
    ],
)
def test_work_is_due_after_its_full_working_days(menit: int, due: date) -> None:
    assert find_tenggat(date(2024, 3, 7), menit, NYEPI) == due


def test_work_that_arrives_on_saturday_starts_on_monday() -> None:
    assert find_tenggat(date(2024, 1, 6), 5) == date(2024, 1, 8)
    assert find_tenggat(date(2024, 1, 6), 1800) == date(2024, 1, 12)


def test_the_minutes_of_a_day_can_be_set() -> None:
    assert find_tenggat(date(2024, 1, 8), 960, menit_sehari=480) == date(2024, 1, 10)


def test_each_working_day_has_450_minutes_and_the_week_37_and_a_half_hours() -> None:
    whole = (time(0, 0), time(23, 59))
    assert SENIN_KAMIS.count_menit(*whole) == JUMAT.count_menit(*whole) == MENIT_SEHARI
    assert 4 * SENIN_KAMIS.count_menit(*whole) + JUMAT.count_menit(*whole) == 37 * 60 + 30


@pytest.mark.parametrize(
    ("start", "end", "menit"),
    [
        (wib(4, 8), wib(4, 8, 15), 15),
        (wib(4, 11, 30), wib(4, 13, 30), 60),  # the rest from 12 to 13 is left out
        (wib(4, 17), wib(4, 18), 0),  # evening
        (wib(9, 9), wib(9, 10), 0),  # Saturday
        (wib(4, 15), wib(5, 8, 30), 60 + 60),
        (wib(8, 15, 30), wib(13, 8), 60 + 30),  # Friday until 16.30, weekend and Nyepi between
        (wib(4, 7, 30), wib(8, 16, 30), 5 * MENIT_SEHARI),
        (wib(5, 8), wib(4, 8), 0),
    ],
)
def test_only_minutes_in_office_hours_count(start: datetime, end: datetime, menit: int) -> None:
    assert count_menit_kerja(start, end, NYEPI) == menit


def test_the_office_day_is_that_of_west_indonesia() -> None:
    # 00.30 UTC on Monday is 07.30 in Lumajang, the start of work.
    start = datetime(2024, 3, 4, 0, 30, tzinfo=UTC)
    assert count_menit_kerja(start, start + timedelta(hours=1)) == 60


@given(near_days, st.integers(0, 60), libur_sets)
def test_adding_days_lands_on_a_working_day(start: date, n: int, libur: frozenset[date]) -> None:
    assert is_hari_kerja(add_hari_kerja(start, n, libur), libur)


@given(near_days, st.integers(0, 30), st.integers(0, 30), libur_sets)
def test_days_can_be_added_in_two_goes(
    start: date, first: int, second: int, libur: frozenset[date]
) -> None:
    at_once = add_hari_kerja(start, first + second, libur)
    # From a closed day, zero days already moves to the next working day.
    start_at_work = add_hari_kerja(start, 0, libur)
    in_two = add_hari_kerja(add_hari_kerja(start_at_work, first, libur), second, libur)
    assert in_two == add_hari_kerja(start_at_work, first + second, libur)
    assert at_once <= in_two


@pytest.mark.parametrize(
    ("menit", "sehari", "words"),
    [
        (0, 450, "0 menit"),
        (59, 450, "59 menit"),
        (135, 450, "2 jam 15 menit"),
        (449, 450, "7 jam 29 menit"),
        (450, 450, "1 hari"),
        (3 * 450 + 60, 450, "3 hari 1 jam"),
        (450 + 5, 450, "1 hari 5 menit"),
        (2 * 330 + 61, 330, "2 hari 1 jam 1 menit"),
    ],
)
def test_working_time_is_told_in_days_hours_and_minutes(
    menit: int, sehari: int, words: str
) -> None:
    assert format_lama(menit, sehari) == words


@given(near_days, st.integers(0, 60), libur_sets)
def test_counting_undoes_adding(start: date, n: int, libur: frozenset[date]) -> None:
    at_work = add_hari_kerja(start, 0, libur)
    assert count_hari_kerja(at_work, add_hari_kerja(at_work, n, libur), libur) == n


@given(near_days, near_days, near_days, libur_sets)
def test_counts_of_spans_add_up(a: date, b: date, c: date, libur: frozenset[date]) -> None:
    whole = count_hari_kerja(a, c, libur)
    assert count_hari_kerja(a, b, libur) + count_hari_kerja(b, c, libur) == whole


@given(days, st.integers(0, 9000), st.integers(0, 9000))
def test_longer_work_is_never_due_earlier(start: date, menit: int, more: int) -> None:
    assert find_tenggat(start, menit) <= find_tenggat(start, menit + more)


@given(moments, st.integers(0, 40 * 24 * 60), libur_sets)
def test_working_minutes_are_at_most_the_clock_s_and_450_a_day(
    start: datetime, menit: int, libur: frozenset[date]
) -> None:
    end = start + timedelta(minutes=menit)
    worked = count_menit_kerja(start, end, libur)
    local_days = (end.astimezone(WIB).date() - start.astimezone(WIB).date()).days + 1
    assert 0 <= worked <= min(menit, MENIT_SEHARI * local_days)
