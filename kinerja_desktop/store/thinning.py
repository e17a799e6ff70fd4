"""Which backups may go: the newest stay close together, older ones farther apart."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime, timedelta

LATEST = 10
DAYS = 14
WEEKS = 8


def choose_deletions(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Choose the backups that are no longer needed (`docs/architecture.md` §4.5).

    Kept are the 10 latest, the last of each of the 14 days up to today, the last of each of the 8
    weeks (from Monday) up to this one, and the last of every year. What claims to lie in the future
    was made while the computer's clock was wrong; it is kept as well and counts for nothing.

    Args:
        moments: when the backups were made, aware.
        now: the present moment; its time zone says where a day ends.
    """
    local = {moment: moment.astimezone(now.tzinfo) for moment in moments}
    past = sorted(moment for moment in moments if moment <= now)
    today = now.date()
    monday = today - timedelta(days=today.weekday())

    def day(moment: datetime) -> date | None:
        made = local[moment].date()
        return made if made > today - timedelta(days=DAYS) else None

    def week(moment: datetime) -> date | None:
        made = local[moment].date()
        start = made - timedelta(days=made.weekday())
        return start if start > monday - timedelta(weeks=WEEKS) else None

    def year(moment: datetime) -> int:
        return local[moment].year

    kept = set(past[-LATEST:]) | _last_of_each(past, day)
    kept |= _last_of_each(past, week) | _last_of_each(past, year)
    return set(past) - kept


def _last_of_each(
    moments: list[datetime], span: Callable[[datetime], Hashable | None]
) -> set[datetime]:
    """Keep the last moment of every span; a span of None is not kept. `moments` ascend."""
    last = {span(moment): moment for moment in moments}
    return {moment for name, moment in last.items() if name is not None}
