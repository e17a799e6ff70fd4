"""Deadlines of `docs/sakip.md` §2.3, in working days by hand (no holidays)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import (
    LKJIP,
    PENGUKURAN,
    PERJANJIAN,
    KeadaanTahun,
    add_month,
    list_tenggat,
)

RENSTRA = frozenset({2024, 2025})
NOTHING = KeadaanTahun(frozenset(), {}, frozenset(), RENSTRA)
REPORTED = frozenset({2024})


def found(today: date, keadaan: KeadaanTahun = NOTHING) -> list[tuple[str, str]]:
    """What is due this year: earlier years are tried below."""
    items = list_tenggat(today, keadaan, Kalender())
    return [(item.apa, item.keterangan) for item in items if not item.lampau]


def of_old(today: date, keadaan: KeadaanTahun) -> list[str]:
    """What was due in earlier years and never delivered."""
    return [item.apa for item in list_tenggat(today, keadaan, Kalender()) if item.lampau]


def test_last_year_is_due_at_the_end_of_february() -> None:
    """Thursday 20 to Friday 28 February 2025 are six working days."""
    assert found(date(2025, 2, 20)) == [
        ("LKjIP 2024 kepada Bupati", "6 hari kerja lagi"),
        ("Pengukuran Kinerja 2024 untuk Laporan Kinerja", "6 hari kerja lagi"),
    ]
    assert found(date(2025, 2, 28))[0][1] == "hari ini"
    assert found(date(2025, 3, 3))[0][1] == "terlambat 1 hari kerja"


def test_a_last_day_on_which_nobody_works_is_told() -> None:
    """28 February 2026 is a Saturday; Thursday 26 to it leave one working day, Friday 27."""
    fallen = "jatuh hari Sabtu; hari kerja terakhir Jumat, 27 Februari"
    of_2025 = replace(NOTHING, rencana=frozenset({2025}))
    told = {
        day: found(date(2026, *day), of_2025)[0][1] for day in ((2, 26), (2, 27), (2, 28), (3, 2))
    }
    assert told == {
        (2, 26): f"1 hari kerja lagi, {fallen}",
        (2, 27): f"tidak ada hari kerja lagi, {fallen}",
        (2, 28): f"tidak ada hari kerja lagi, {fallen}",
        (3, 2): "terlambat 1 hari kerja",
    }
    holiday = Kalender(libur=frozenset({date(2025, 2, 28)}))
    (due, *_) = list_tenggat(date(2025, 2, 20), NOTHING, holiday)
    assert due.keterangan == (
        "5 hari kerja lagi, jatuh hari libur; hari kerja terakhir Kamis, 27 Februari"
    )


def test_a_day_that_has_passed_is_late_even_on_a_weekend() -> None:
    assert found(date(2025, 3, 1))[0][1] == "terlambat 1 hari kerja"


def test_what_is_far_away_is_not_named() -> None:
    assert found(date(2025, 1, 2)) == []


def test_what_is_final_is_not_due() -> None:
    done = KeadaanTahun(frozenset({Periode(2024)}), {}, frozenset(), RENSTRA, REPORTED)
    assert found(date(2025, 2, 20), done) == []


def test_a_final_measurement_is_not_yet_a_report() -> None:
    measured = KeadaanTahun(frozenset({Periode(2024)}), {}, frozenset(), RENSTRA)
    assert [apa for apa, _ in found(date(2025, 2, 20), measured)] == ["LKjIP 2024 kepada Bupati"]


def test_a_triwulan_is_named_once_it_is_over() -> None:
    done = KeadaanTahun(
        frozenset({Periode(2024), Periode(2025, 1)}), {}, frozenset(), RENSTRA, REPORTED
    )
    assert found(date(2025, 6, 30), done) == []
    assert [apa for apa, _ in found(date(2025, 7, 1), done)] == []
    assert [apa for apa, _ in found(date(2025, 7, 4), done)] == [
        "Pengukuran Kinerja Triwulan II Tahun 2025"
    ]


def test_the_agreement_is_due_a_month_after_the_budget() -> None:
    dpa = KeadaanTahun(frozenset({Periode(2024)}), {2025: date(2025, 1, 2)}, frozenset(), RENSTRA)
    assert found(date(2025, 1, 30), dpa) == [
        (
            "Perjanjian Kinerja 2025",
            "1 hari kerja lagi, jatuh hari Minggu; hari kerja terakhir Jumat, 31 Januari",
        )
    ]
    signed = KeadaanTahun(dpa.final, dpa.tanggal_dpa, frozenset({2025}), RENSTRA)
    assert found(date(2025, 1, 30), signed) == []


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2025, 1, 2), date(2025, 2, 2)),
        (date(2025, 12, 31), date(2026, 1, 31)),
        (date(2025, 1, 31), date(2025, 2, 28)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2025, 3, 31), date(2025, 4, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day: date, later: date) -> None:
    assert add_month(day) == later


def test_nothing_is_asked_of_years_before_the_first_plan() -> None:
    new = KeadaanTahun(frozenset(), {}, frozenset(), frozenset({2026}))
    assert found(date(2026, 2, 20), new) == []
    assert found(date(2025, 8, 1), new) == []


# -- earlier years

ONE_YEAR = KeadaanTahun(frozenset(), {2024: date(2024, 1, 2)}, frozenset(), frozenset({2024}))
OWED = [
    "Perjanjian Kinerja 2024",
    "Pengukuran Kinerja Triwulan I Tahun 2024",
    "Pengukuran Kinerja Triwulan II Tahun 2024",
    "Pengukuran Kinerja Triwulan III Tahun 2024",
    "LKjIP 2024 kepada Bupati",
    "Pengukuran Kinerja 2024 untuk Laporan Kinerja",
]


@pytest.mark.parametrize("year", [2026, 2027, 2040])
def test_what_was_never_met_stays_in_every_later_year(year: int) -> None:
    assert of_old(date(year, 6, 15), ONE_YEAR) == OWED


def test_what_is_of_old_comes_after_this_year() -> None:
    both = replace(ONE_YEAR, rencana=frozenset({2023, 2024}))
    items = list_tenggat(date(2025, 2, 20), both, Kalender())
    assert [item.lampau for item in items] == [False] * 2 + [True] * 9
    assert items[0].apa == "LKjIP 2024 kepada Bupati"


def test_how_late_it_is_is_counted_in_working_days() -> None:
    """28 February 2025 is a Friday; Monday 2 March 2026 comes 52 weeks and a working day later."""
    items = list_tenggat(date(2026, 3, 2), ONE_YEAR, Kalender())
    (lkjip,) = (item for item in items if item.kunci[0] == LKJIP)
    assert (lkjip.tanggal, lkjip.sisa) == (date(2025, 2, 28), -(52 * 5 + 1))
    assert lkjip.halaman == "lkjip"


@pytest.mark.parametrize(
    ("done", "gone"),
    [
        ({"perjanjian": frozenset({2024})}, OWED[:1]),
        ({"final": frozenset({Periode(2024, 2)})}, OWED[2:3]),
        ({"lkjip": frozenset({2024})}, OWED[4:5]),
        # Nobody makes a triwulan of a year that is final.
        ({"final": frozenset({Periode(2024)})}, [*OWED[1:4], OWED[5]]),
        ({"ditutup": frozenset({(PERJANJIAN, Periode(2024))})}, OWED[:1]),
        ({"ditutup": frozenset({(PENGUKURAN, Periode(2024, 2))})}, OWED[2:3]),
        ({"ditutup": frozenset({(LKJIP, Periode(2024))})}, OWED[4:5]),
        ({"ditutup": frozenset({(PENGUKURAN, Periode(2024))})}, OWED[5:]),
        ({"ditutup": frozenset({(LKJIP, Periode(2023))})}, []),
    ],
)
def test_it_goes_once_it_is_done_or_closed(done: dict[str, Any], gone: list[str]) -> None:
    left = of_old(date(2026, 6, 15), replace(ONE_YEAR, **done))
    assert left == [apa for apa in OWED if apa not in gone]


def test_what_is_closed_this_year_is_not_due_either() -> None:
    closed = replace(ONE_YEAR, ditutup=frozenset({(LKJIP, Periode(2024))}))
    names = [apa for apa, _ in found(date(2025, 3, 3), closed)]
    assert names == ["Pengukuran Kinerja 2024 untuk Laporan Kinerja"]


# -- an office that begins in the middle


def test_an_office_owes_nothing_for_what_was_due_before_it_began() -> None:
    """Its first year is 2025; the Renstra began in 2024, and November is past three triwulan."""
    new = replace(NOTHING, mulai=date(2025, 11, 3))
    assert list_tenggat(date(2025, 11, 3), new, Kalender()) == []
    # Who enters last year's figures means to report on them.
    entered = replace(new, terisi=frozenset({2024}))
    assert found(date(2025, 11, 3), entered)[0][0] == "LKjIP 2024 kepada Bupati"


def test_an_office_that_begins_in_january_reports_on_the_year_before() -> None:
    new = replace(NOTHING, mulai=date(2025, 1, 6))
    assert [apa for apa, _ in found(date(2025, 2, 20), new)] == [
        "LKjIP 2024 kepada Bupati",
        "Pengukuran Kinerja 2024 untuk Laporan Kinerja",
    ]
