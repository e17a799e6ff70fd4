"""Moments as the status line tells them."""

from datetime import date, datetime

from kinerja_desktop.domain.angka.tanggal import WIB, format_tanggal


def write_clock(moment: datetime) -> str:
    """Write the time of day of a moment in WIB: ``10.32``."""
    return f"{moment.astimezone(WIB):%H.%M}"


def write_day_and_clock(moment: datetime, today: date) -> str:
    """Write a moment as ``hari ini 10.32`` or ``5 Februari 2024 10.32``."""
    day = moment.astimezone(WIB).date()
    return f"{'hari ini' if day == today else format_tanggal(day)} {write_clock(moment)}"
