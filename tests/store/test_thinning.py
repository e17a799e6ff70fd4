from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.store.thinning import choose_deletions

WIB = timezone(timedelta(hours=7))
NOW = datetime(2024, 6, 28, 10, 0, tzinfo=WIB)  # a Friday; its week began on Monday 24 June

moments = st.sets(
    st.datetimes(
        min_value=datetime(2019, 1, 1),  # noqa: DTZ001
        max_value=datetime(2024, 7, 31),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    max_size=60,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def daily(start: str, count: int) -> set[datetime]:
    return {at(start) - timedelta(days=number) for number in range(count)}


def test_ten_backups_are_all_kept() -> None:
    assert choose_deletions({NOW - timedelta(minutes=n) for n in range(10)}, NOW) == set()


def test_of_many_on_one_day_the_ten_latest_are_kept() -> None:
    made = [NOW - timedelta(minutes=number) for number in range(15)]

    assert choose_deletions(made, NOW) == set(made[10:])


def test_of_daily_backups_fourteen_days_and_eight_weeks_are_kept() -> None:
    made = daily("2024-06-28T08:00", 90)

    kept = made - choose_deletions(made, NOW)

    fortnight = daily("2024-06-28T08:00", 14)
    # The eight weeks before the fortnight's own end on these Sundays; the oldest began 6 May.
    sundays = {
        at(f"2024-{day}T08:00")
        for day in ("06-23", "06-16", "06-09", "06-02", "05-26", "05-19", "05-12")
    }
    assert kept == fortnight | sundays


def test_the_last_of_a_day_is_kept_by_the_day_of_the_office() -> None:
    # 23.30 WIB on the 17th is 16.30 UTC; 06.30 WIB on the 18th is 23.30 UTC of the 17th.
    late, early = at("2024-06-17T23:30"), at("2024-06-18T06:30")
    today = {NOW - timedelta(minutes=number) for number in range(10)}

    assert choose_deletions({late, early} | today, NOW) == set()


def test_the_last_of_every_year_is_kept() -> None:
    years = {at("2020-12-30T08:00"), at("2021-12-31T23:59"), at("2022-11-01T08:00")}
    others = {at("2020-12-29T08:00"), at("2021-12-31T08:00"), at("2022-10-31T08:00")}
    recent = daily("2024-06-28T08:00", 10)

    assert choose_deletions(years | others | recent, NOW) == others


def test_backups_from_the_future_are_kept_and_count_for_nothing() -> None:
    future = {NOW + timedelta(days=number) for number in range(1, 13)}
    made = {NOW - timedelta(minutes=number) for number in range(11)}

    assert choose_deletions(future | made, NOW) == {min(made)}


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose_deletions([], NOW) == set()


@given(moments)
def test_the_newest_and_the_ten_latest_are_always_kept(made: set[datetime]) -> None:
    deleted = choose_deletions(made, NOW)

    assert deleted <= made
    assert not deleted & set(sorted(made)[-1:])
    assert not deleted & set(sorted(moment for moment in made if moment <= NOW)[-10:])


@given(moments)
def test_thinning_twice_deletes_nothing_more(made: set[datetime]) -> None:
    assert choose_deletions(made - choose_deletions(made, NOW), NOW) == set()


@given(moments)
def test_every_day_week_and_year_keeps_a_backup(made: set[datetime]) -> None:
    past = {moment for moment in made if moment <= NOW}
    kept = past - choose_deletions(made, NOW)

    def days(some: set[datetime]) -> set[object]:
        dates = {moment.astimezone(WIB).date() for moment in some}
        return {day for day in dates if (NOW.date() - day).days < 14}

    def weeks(some: set[datetime]) -> set[object]:
        dates = {moment.astimezone(WIB).date() for moment in some}
        return {day.isocalendar()[:2] for day in dates if day >= at("2024-05-06T00:00").date()}

    def years(some: set[datetime]) -> set[int]:
        return {moment.astimezone(WIB).year for moment in some}

    assert days(kept) == days(past)
    assert weeks(kept) == weeks(past)
    assert years(kept) == years(past)


@given(moments)
def test_no_more_is_kept_than_the_rule_allows(made: set[datetime]) -> None:
    past = {moment for moment in made if moment <= NOW}
    years = {moment.astimezone(WIB).year for moment in past}

    assert len(past - choose_deletions(made, NOW)) <= 10 + 14 + 8 + len(years)
