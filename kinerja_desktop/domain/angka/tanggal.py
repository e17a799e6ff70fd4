"""Dates as they stand on paper: ``5 Februari 2024`` (`docs/sakip.md` §9, *Dates*)."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

#: Waktu Indonesia Barat, the clock of Lumajang; it knows no summer time.
WIB = timezone(timedelta(hours=7), "WIB")

# Spellings that stand in the seeds and on older paper.
_OLD_SPELLING = {"pebruari": 2, "nopember": 11}
_MONTHS = {name.lower(): number for number, name in enumerate(BULAN, start=1)} | _OLD_SPELLING
#: Usual short forms that are no beginning of the name.
_SHORT = {"agt": 8, "ags": 8}
_WEEKDAY = re.compile(rf"({'|'.join(HARI)})\s?,?\s?(.+)", re.IGNORECASE)
_WORDS = re.compile(r"(\d{1,2})\s?[-/.]?\s?([A-Za-z]+)\.?\s?[-/.,]?\s?(\d{4}|\d{2})")
_DIGITS = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})")
_CLOSE = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})(?:\s?[.:,]?\s?(\d{2}))?(?:\s?wib)?", re.IGNORECASE)
_EXAMPLE = "tulis seperti 31-12-2025"

#: Dates outside these years are typing errors in an office's papers.
EARLIEST_YEAR, LATEST_YEAR = 1945, 2100


def format_tanggal(day: date) -> str:
    """Write a date as on a letter: ``5 Februari 2024``."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def format_tanggal_isian(day: date) -> str:
    """Write a date for an entry cell: ``05-02-2024``."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def format_waktu(moment: datetime) -> str:
    """Write a moment as ``5 Februari 2024 10.32`` in WIB.

    Args:
        moment: aware, in any zone.
    """
    local = moment.astimezone(WIB)
    return f"{format_tanggal(local.date())} {local:%H.%M}"


def local_date(moment: datetime) -> date:
    """Return the office's calendar day (WIB) of an aware moment."""
    return moment.astimezone(WIB).date()


def format_tanggal_hari(day: date) -> str:
    """Write a date with its weekday, so that a slip is seen: ``Senin, 5 Februari 2024``."""
    return f"{HARI[day.weekday()]}, {format_tanggal(day)}"


def parse_tanggal(raw: Any) -> date:
    """Read a date as people type it, or an Excel date; the day stands before the month.

    ``5 Februari 2024``, ``5 feb 24``, ``Senin, 5 Februari 2024``, ``05-02-2024``, ``5/2/24``,
    ``5.2.2024``, ``05022024``, ``050224`` and ISO's ``2024-02-05``. The old spellings *Pebruari*
    and *Nopember* are accepted. A year of two digits is taken where only one year of 1945–2100
    can be meant.

    Raises:
        ValueError: it is no date, may mean two, or is none of the years 1945–2100; the message is
            Indonesian and says what to write.
    """
    if isinstance(raw, datetime):
        day = raw.date()
    elif isinstance(raw, date):
        day = raw
    else:
        day = _parse_text(" ".join(str(raw).split()))
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValueError(
            f"tahun {day.year} di luar {EARLIEST_YEAR}–{LATEST_YEAR}: periksa tanggalnya"
        )
    return day


def parse_jam(text: str) -> time:
    """Read a time of the day as people type it: ``14.30``, ``14:30``, ``1430``, ``9``.

    Raises:
        ValueError: it is none; the message is Indonesian and says what to write.
    """
    clean = " ".join(text.casefold().removeprefix("pukul").split())
    if (match := _CLOCK.fullmatch(clean)) and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return time(int(match[1]), int(match[2] or 0))
    raise ValueError(f"'{text.strip()}' bukan jam: tulis seperti 14.30")


def _parse_text(text: str) -> date:
    if match := _WEEKDAY.fullmatch(text):
        day = _parse_text(match[2])
        if HARI[day.weekday()].casefold() != match[1].casefold():
            raise ValueError(
                f"{format_tanggal(day)} jatuh pada hari {HARI[day.weekday()]}, bukan "
                f"{match[1].capitalize()}: periksa tanggalnya"
            )
        return day
    if match := _WORDS.fullmatch(text):
        return _make(text, match[1], _find_month(text, match[2]), match[3])
    if match := _DIGITS.fullmatch(text) or _CLOSE.fullmatch(text):
        return _make(text, match[1], int(match[2]), match[3])
    if match := _ISO.fullmatch(text):
        return _make(text, match[3], int(match[2]), match[1])
    if text.isdigit() and len(text) in (5, 7):
        raise ValueError(
            f"'{text}' kurang satu angka: tulis hari dan bulan dua angka, seperti 05012026"
        )
    raise ValueError(f"'{text}' bukan tanggal: {_EXAMPLE}")


def _make(text: str, day: str, month: int, year: str) -> date:
    tahun = _find_year(int(year)) if len(year) == 2 else int(year)
    if not 1 <= month <= len(BULAN):
        raise ValueError(
            f"'{text}' bukan tanggal: bulan {month} tidak ada, hari ditulis sebelum bulan"
        )
    if not EARLIEST_YEAR <= tahun <= LATEST_YEAR:
        raise ValueError(f"tahun {tahun} di luar {EARLIEST_YEAR}–{LATEST_YEAR}: periksa tanggalnya")
    last = monthrange(tahun, month)[1]
    if not 1 <= int(day) <= last:
        raise ValueError(
            f"'{text}' bukan tanggal: {BULAN[month - 1]} {tahun} punya tanggal 1 sampai {last}"
        )
    return date(tahun, month, int(day))


def _find_year(digits: int) -> int:
    """Return the one year that ends in two digits; most of the last century's have a namesake."""
    years = [
        century + digits
        for century in (1900, 2000, 2100)
        if EARLIEST_YEAR <= century + digits <= LATEST_YEAR
    ]
    if len(years) > 1:
        raise ValueError(
            f"tahun '{digits:02}' dapat berarti {years[0]} atau {years[1]}: tulis empat angka"
        )
    return years[0]


def _find_month(text: str, word: str) -> int:
    """Return the month of a name, or of its first three letters and more."""
    wanted = word.casefold()
    if wanted in _SHORT:
        return _SHORT[wanted]
    found = {number for name, number in _MONTHS.items() if name.startswith(wanted)}
    if len(wanted) < 3 or len(found) != 1:
        raise ValueError(f"'{text}' bukan tanggal: {_EXAMPLE}")
    return found.pop()
