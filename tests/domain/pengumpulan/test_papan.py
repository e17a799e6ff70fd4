"""Where a holder stands, counted by hand: 10 July 2024 was a Wednesday."""

from datetime import date

import pytest

from kinerja_desktop.domain.pengumpulan.papan import BarisPapan, DataDitanya, KeadaanPemegang, judge
from kinerja_desktop.domain.sop.posisi import Kalender

KNOWN, MISSING = DataDitanya("a", "A", terisi=True), DataDitanya("b", "B", terisi=False)
DUE = date(2024, 7, 10)
#: Friday of that week was a holiday.
KALENDER = Kalender(libur={date(2024, 7, 12)})


def july(day: int) -> date:
    return date(2024, 7, day)


@pytest.mark.parametrize(
    ("butir", "sent", "back", "today", "expected"),
    [
        ((KNOWN, MISSING), None, None, july(20), ("belum dikirim", 0)),
        ((MISSING,), july(1), None, july(10), ("menunggu", 0)),
        ((MISSING,), july(1), None, july(11), ("terlambat", 1)),
        # Thursday; Friday was a holiday; Monday and Tuesday.
        ((MISSING,), july(1), None, july(16), ("terlambat", 3)),
        # A Saturday after a Thursday that was late already.
        ((MISSING,), july(1), None, july(13), ("terlambat", 1)),
        ((KNOWN, MISSING), july(1), july(9), july(10), ("masuk sebagian", 0)),
        ((KNOWN, MISSING), july(1), july(9), july(15), ("masuk sebagian", 2)),
        ((KNOWN,), july(1), july(9), july(31), ("lengkap", 0)),
        ((KNOWN,), july(1), july(15), july(31), ("lengkap", 2)),
        # Typed in by the office itself: whole, and nobody was late.
        ((KNOWN,), july(1), None, july(31), ("lengkap", 0)),
        ((KNOWN,), None, None, july(31), ("lengkap", 0)),
    ],
)
def test_where_a_holder_stands(
    butir: tuple[DataDitanya, ...],
    sent: date | None,
    back: date | None,
    today: date,
    expected: tuple[str, int],
) -> None:
    due = DUE if sent else None
    state, late = judge(butir, sent, due, back, today, KALENDER)
    assert (state.value, late) == expected


def test_late_on_a_day_off_is_late_all_the_same() -> None:
    """Due on Friday the 5th, today is Saturday: no hari kerja has passed, but it is late."""
    found = judge((MISSING,), july(1), july(5), None, july(6), Kalender())
    assert found == (KeadaanPemegang.TERLAMBAT, 1)


def test_a_line_in_words() -> None:
    late = BarisPapan("Kasi", (MISSING,), keadaan=KeadaanPemegang.TERLAMBAT, terlambat=3)
    part = BarisPapan("Kasi", (KNOWN, MISSING), keadaan=KeadaanPemegang.SEBAGIAN, terlambat=2)
    waiting = BarisPapan("Kasi", (MISSING,), keadaan=KeadaanPemegang.MENUNGGU)
    assert late.keterangan == "terlambat 3 hari kerja"
    assert part.keterangan == "masuk sebagian, terlambat 2 hari kerja"
    assert waiting.keterangan == "menunggu"
    assert (part.terisi, part.is_lengkap) == (1, False)
