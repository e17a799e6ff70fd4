"""Dates as they stand on paper: ``5 Februari 2024`` (`docs/sakip.md` §9, *Dates*)."""

import re
from datetime import date, datetime, timedelta, timezone
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
_WORDS = re.compile(r"(\d{1,2})\s*([A-Za-z]+)\s*(\d{4})")
_DIGITS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

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


def parse_tanggal(raw: Any) -> date:
    """Read ``5 Februari 2024``, ``05-02-2024``, ``5/2/2024``, ``2024-02-05`` or an Excel date.

    The old spellings *Pebruari* and *Nopember* are accepted.

    Raises:
        ValueError: it is no date of the years 1945–2100; the message is Indonesian.
    """
    if isinstance(raw, datetime):
        day: date | None = raw.date()
    elif isinstance(raw, date):
        day = raw
    else:
        day = _parse_text(str(raw).strip())
    if day is None:
        raise ValueError(f"'{str(raw).strip()}' bukan tanggal: tulis seperti 31-12-2025")
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValueError(
            f"tahun {day.year} di luar {EARLIEST_YEAR}–{LATEST_YEAR}: periksa tanggalnya"
        )
    return day


def _parse_text(text: str) -> date | None:
    if match := _WORDS.fullmatch(text):
        day, month, year = match[1], str(_MONTHS.get(match[2].lower(), 0)), match[3]
    elif match := _DIGITS.fullmatch(text):
        day, month, year = match.groups()
    elif match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
