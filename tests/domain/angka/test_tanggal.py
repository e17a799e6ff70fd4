from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.tanggal import (
    format_tanggal,
    format_tanggal_isian,
    format_waktu,
    local_date,
    parse_tanggal,
)

DAY = date(2024, 2, 5)


@pytest.mark.parametrize(
    "raw",
    [
        "5 Februari 2024", "5 Pebruari 2024", "05-02-2024", "5/2/2024", "5.2.2024", "2024-02-05",
        "5Februari2024", datetime(2024, 2, 5, 8, 0, tzinfo=UTC), DAY,
    ],
)  # fmt: skip
def test_dates_are_read_as_offices_write_them(raw: object) -> None:
    assert parse_tanggal(raw) == DAY


def test_the_old_spelling_nopember_is_read() -> None:
    assert parse_tanggal("1 Nopember 2020") == date(2020, 11, 1)


@pytest.mark.parametrize("raw", ["31-02-2024", "kemarin", "5 Blabla 2024", "2024", ""])
def test_what_is_no_date_is_refused_with_an_example(raw: str) -> None:
    with pytest.raises(ValueError, match="bukan tanggal: tulis seperti 31-12-2025"):
        parse_tanggal(raw)


@pytest.mark.parametrize("raw", ["01-01-1900", "01-01-2106"])
def test_a_date_out_of_range_is_refused(raw: str) -> None:
    with pytest.raises(ValueError, match="di luar 1945"):
        parse_tanggal(raw)


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 12, 31)))
def test_a_printed_date_reads_back(day: date) -> None:
    assert parse_tanggal(format_tanggal(day)) == day
    assert parse_tanggal(format_tanggal_isian(day)) == day


def test_a_moment_is_shown_by_the_clock_of_lumajang() -> None:
    moment = datetime(2024, 2, 4, 18, 5, tzinfo=UTC)
    assert format_waktu(moment) == "5 Februari 2024 01.05"
    assert local_date(moment) == DAY
