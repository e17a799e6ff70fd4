"""Working days and working minutes: when something is due, and how long it really took.

An office works Monday to Friday, 37 hours 30 minutes a week without the rests, so one hari kerja
is 450 minutes (Perpres 21/2023; `docs/sakip.md` §8.2 rule 5). Hari libur nasional and cuti bersama
are passed in as `libur`; this module knows no holiday itself. Days are the office's calendar days.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kinerja_desktop.domain.angka.tanggal import BULAN, HARI, WIB

#: Minutes in one hari kerja, and in the five of a week.
MENIT_SEHARI = 450

_MENIT_SEJAM = 60
_ONE_DAY = timedelta(days=1)
_JUMAT, _SABTU = 4, 5


@dataclass(frozen=True)
class JamKerja:
    """The hours of one working day, with the rest that does not count."""

    masuk: time
    pulang: time
    rehat_mulai: time
    rehat_selesai: time

    def count_menit(self, start: time, end: time) -> int:
        """Return the whole working minutes between two times of the day."""
        at_work = _overlap(start, end, self.masuk, self.pulang)
        at_rest = _overlap(start, end, self.rehat_mulai, self.rehat_selesai)
        return (at_work - at_rest) // 60


#: 07.30 with 60 minutes of rest, 90 on Friday: 450 working minutes each day (Perpres 21/2023).
SENIN_KAMIS = JamKerja(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
JUMAT = JamKerja(time(7, 30), time(16, 30), time(11, 30), time(13, 0))


def is_hari_kerja(day: date, libur: Collection[date] = ()) -> bool:
    """Tell whether the office works on this day."""
    return day.weekday() < _SABTU and day not in libur


def describe_hari_libur(day: date, libur: Collection[date] = ()) -> str:
    """Say that a day is no hari kerja, and which is the last before it; empty for a hari kerja.

    Such as ``jatuh hari Sabtu; hari kerja terakhir Jumat, 27 Februari``.
    """
    if is_hari_kerja(day, libur):
        return ""
    last = day
    while not is_hari_kerja(last, libur):
        last -= _ONE_DAY
    fallen = f"hari {HARI[day.weekday()]}" if day.weekday() >= _SABTU else "hari libur"
    before = f"{HARI[last.weekday()]}, {last.day} {BULAN[last.month - 1]}"
    return f"jatuh {fallen}; hari kerja terakhir {before}"


def add_hari_kerja(start: date, n: int, libur: Collection[date] = ()) -> date:
    """Return the n-th working day after `start`.

    With ``n = 0`` that is `start` itself, or the next working day when the office is closed.

    Raises:
        ValueError: `n` is negative.
    """
    if n < 0:
        raise ValueError(f"jumlah hari kerja tidak boleh negatif: {n}")
    day = start
    for _ in range(n):
        day = _next_hari_kerja(day + _ONE_DAY, libur)
    return _next_hari_kerja(day, libur)


def count_hari_kerja(start: date, end: date, libur: Collection[date] = ()) -> int:
    """Count the working days after `start` up to and including `end`.

    Negative when `end` lies before `start`; 0 on the same day.
    """
    if end < start:
        return -count_hari_kerja(end, start, libur)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_hari_kerja(day, libur) for day in days)


def find_tenggat(
    start: date, menit: int, libur: Collection[date] = (), menit_sehari: int = MENIT_SEHARI
) -> date:
    """Return the day on which work of `menit` minutes is due when it starts on `start`.

    The rule: work for less than a day is due on the very day; each full working day of work
    moves it one working day on, and minutes beyond the full days are done on those days.
    So 5 menit is due today, 4 hari (1800 menit) four working days later. Work that arrives
    while the office is closed starts on the next working day.

    Raises:
        ValueError: `menit` is negative.
    """
    return add_hari_kerja(add_hari_kerja(start, 0, libur), menit // menit_sehari, libur)


def count_menit_kerja(start: datetime, end: datetime, libur: Collection[date] = ()) -> int:
    """Count the minutes between two aware moments that lie in the office's hours (WIB).

    Time in the evening, on a closed day and in the rest does not count. 0 when `end` lies
    before `start`.
    """
    first, last = start.astimezone(WIB), end.astimezone(WIB)
    total = 0
    for n in range((last.date() - first.date()).days + 1):
        day = first.date() + timedelta(days=n)
        if is_hari_kerja(day, libur):
            hours = JUMAT if day.weekday() == _JUMAT else SENIN_KAMIS
            since = first.time() if day == first.date() else time.min
            until = last.time() if day == last.date() else time.max
            total += hours.count_menit(since, until)
    return total


def format_lama(menit: int, menit_sehari: int = MENIT_SEHARI) -> str:
    """Write working minutes as people say them: ``2 jam 15 menit``, ``3 hari 1 jam``.

    A *hari* here is a hari kerja of the office, `menit_sehari` long.
    """
    hari, rest = divmod(menit, menit_sehari)
    jam, sisa = divmod(rest, _MENIT_SEJAM)
    parts = [f"{n} {word}" for n, word in ((hari, "hari"), (jam, "jam"), (sisa, "menit")) if n]
    return " ".join(parts) or "0 menit"


def _next_hari_kerja(day: date, libur: Collection[date]) -> date:
    while not is_hari_kerja(day, libur):
        day += _ONE_DAY
    return day


def _overlap(start: time, end: time, opening: time, closing: time) -> int:
    """Return the seconds that two spans of one day share."""
    return max(0, _seconds(min(end, closing)) - _seconds(max(start, opening)))


def _seconds(moment: time) -> int:
    return (moment.hour * 60 + moment.minute) * 60 + moment.second
