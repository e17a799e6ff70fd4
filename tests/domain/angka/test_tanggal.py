from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.tanggal import (
    format_tanggal,
    format_tanggal_hari,
    format_tanggal_isian,
    format_waktu,
    local_date,
    parse_jam,
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


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14.30", time(14, 30)), ("14:30", time(14, 30)), ("1430", time(14, 30)),
        ("930", time(9, 30)), ("9", time(9)), ("0.05", time(0, 5)), (" 23,59 ", time(23, 59)),
        ("pukul 14.30 WIB", time(14, 30)), ("00.00", time(0)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(text: str, clock: time) -> None:
    assert parse_jam(text) == clock


@pytest.mark.parametrize("text", ["24.00", "14.60", "siang", "", "14.3", "-1", "14.30.00"])
def test_what_is_no_time_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"bukan jam: tulis seperti 14\.30"):
        parse_jam(text)


def test_the_old_spelling_nopember_is_read() -> None:
    assert parse_tanggal("1 Nopember 2020") == date(2020, 11, 1)


@pytest.mark.parametrize(
    "raw",
    [
        "5-1-2026", "05-01-2026", "05012026", "050126", "5 jan 2026", "5 Januari 2026", "5/1/26",
        "5.1.2026", "2026-01-05", "2026/1/5", "5 1 2026", "5 - 1 - 2026", "5-jan-26", "5jan2026",
        "5 Jan. 2026", "5 Januari, 2026", "Senin, 5 Januari 2026", "senin 5-1-26",
        "  5   Januari\t2026 ",
    ],
)  # fmt: skip
def test_the_fifth_of_january_is_read_however_it_is_typed(raw: str) -> None:
    assert parse_tanggal(raw) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        ("1 jan 2026", 1), ("1 feb 2026", 2), ("1 peb 2026", 2), ("1 mar 2026", 3),
        ("1 apr 2026", 4), ("1 mei 2026", 5), ("1 jun 2026", 6), ("1 jul 2026", 7),
        ("1 agu 2026", 8), ("1 agt 2026", 8), ("1 ags 2026", 8), ("1 sept 2026", 9),
        ("1 okt 2026", 10), ("1 nov 2026", 11), ("1 nop 2026", 11), ("1 DES 2026", 12),
    ],
)  # fmt: skip
def test_months_may_be_shortened(raw: str, month: int) -> None:
    assert parse_tanggal(raw) == date(2026, month, 1)


@pytest.mark.parametrize(
    "raw",
    ["kemarin", "5 Blabla 2024", "5 ju 2024", "5 ma 2024", "2024", "5-1", "5 jan", "5-1-226", ""],
)
def test_what_is_no_date_is_refused_with_an_example(raw: str) -> None:
    with pytest.raises(ValueError, match="bukan tanggal: tulis seperti 31-12-2025"):
        parse_tanggal(raw)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("31-02-2024", "'31-02-2024' bukan tanggal: Februari 2024 punya tanggal 1 sampai 29"),
        ("29 Februari 2026", "Februari 2026 punya tanggal 1 sampai 28"),
        ("0-1-2026", "Januari 2026 punya tanggal 1 sampai 31"),
        ("1/25/2026", "bulan 25 tidak ada, hari ditulis sebelum bulan"),
        ("20260105", "bulan 26 tidak ada"),
        ("5012026", "'5012026' kurang satu angka"),
        ("50126", "'50126' kurang satu angka"),
        ("5-1-98", "tahun '98' dapat berarti 1998 atau 2098: tulis empat angka"),
        ("5-1-00", "tahun '00' dapat berarti 2000 atau 2100: tulis empat angka"),
        ("Selasa, 5 Januari 2026", "5 Januari 2026 jatuh pada hari Senin, bukan Selasa"),
        ("5-1-0026", "tahun 26 di luar 1945"),
    ],
)
def test_a_date_that_cannot_be_or_may_mean_two_is_refused_in_words(raw: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_tanggal(raw)


def test_a_year_of_two_digits_is_taken_where_only_one_can_be_meant() -> None:
    # 1944 is before all dates that are taken, 2045 is not the only 45.
    assert parse_tanggal("5-1-44") == date(2044, 1, 5)
    with pytest.raises(ValueError, match="1945 atau 2045"):
        parse_tanggal("5-1-45")


def test_a_date_is_told_with_its_weekday() -> None:
    # 1 January 2026 was a Thursday.
    assert format_tanggal_hari(date(2026, 1, 1)) == "Kamis, 1 Januari 2026"


@pytest.mark.parametrize("raw", ["01-01-1900", "01-01-2106", date(1900, 1, 1)])
def test_a_date_out_of_range_is_refused(raw: object) -> None:
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
