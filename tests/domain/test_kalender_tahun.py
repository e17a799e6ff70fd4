"""Days of `docs/sakip.md` §2.3, in working days by hand (no holidays)."""

from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kalender_tahun import (
    RENCANA_AKSI,
    ButirKalender,
    FaktaKalender,
    Janji,
    Jejak,
    list_kalender,
)
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import LKJIP, PENGUKURAN, PERJANJIAN

TODAY = date(2025, 2, 20)
PLANNED = FaktaKalender(rencana=frozenset({2024, 2025}))


def lines(fakta: FaktaKalender, today: date = TODAY) -> dict[str, ButirKalender]:
    return {item.apa: item for item in list_kalender(today, fakta, Kalender())}


def test_a_year_is_listed_by_its_days_and_what_has_none_comes_last() -> None:
    found = list_kalender(TODAY, PLANNED, Kalender())
    assert [(item.apa, item.tanggal) for item in found] == [
        ("Pengukuran Kinerja 2024", date(2025, 2, 28)),
        ("LKjIP 2024 kepada Bupati", date(2025, 2, 28)),
        ("Pengukuran Kinerja Triwulan I Tahun 2025", date(2025, 4, 30)),
        ("Pengukuran Kinerja Triwulan II Tahun 2025", date(2025, 7, 30)),
        ("Pengukuran Kinerja Triwulan III Tahun 2025", date(2025, 10, 30)),
        ("Perjanjian Kinerja 2025", None),
        ("Rencana Aksi 2025", None),
    ]
    assert [item.halaman for item in found] == [
        "pengukuran", "lkjip", "pengukuran", "pengukuran", "pengukuran", "perjanjian",
        "rencana_aksi",
    ]  # fmt: skip


def test_nothing_is_asked_of_years_without_a_plan() -> None:
    assert list_kalender(TODAY, FaktaKalender(), Kalender()) == []
    only = FaktaKalender(rencana=frozenset({2024}))
    assert list(lines(only)) == ["Pengukuran Kinerja 2024", "LKjIP 2024 kepada Bupati"]


def test_what_is_left_and_what_is_late_is_said_in_working_days() -> None:
    """Thursday 20 to Friday 28 February 2025 are six working days; 3 March is one too late."""
    report = lines(PLANNED)["LKjIP 2024 kepada Bupati"]
    assert (report.keadaan, report.is_late, report.is_done) == ("6 hari kerja lagi", False, False)
    late = lines(PLANNED, date(2025, 3, 3))["LKjIP 2024 kepada Bupati"]
    assert (late.keadaan, late.is_late) == ("terlambat 1 hari kerja", True)


def test_an_agreement_is_due_a_month_after_the_budget() -> None:
    unknown = lines(PLANNED)["Perjanjian Kinerja 2025"]
    assert unknown.keadaan == "sebulan sesudah DPA disahkan; tanggal DPA belum diisi"
    fakta = replace(PLANNED, tanggal_dpa={2025: date(2025, 1, 31)})
    known = lines(fakta)["Perjanjian Kinerja 2025"]
    assert known.tanggal == date(2025, 2, 28)


def test_no_day_is_invented_where_no_rule_names_one() -> None:
    plan = lines(PLANNED)["Rencana Aksi 2025"]
    assert (plan.tanggal, plan.keadaan, plan.is_late) == (
        None, "aturan tidak menyebut batasnya", False,
    )  # fmt: skip


def test_what_is_done_says_when_and_last_years_dates_stand_beside() -> None:
    fakta = replace(
        PLANNED,
        jejak={
            (LKJIP, Periode(2024)): Jejak(date(2025, 2, 10), date(2025, 2, 12)),
            (LKJIP, Periode(2023)): Jejak(date(2024, 2, 20)),
            (PENGUKURAN, Periode(2024, 1)): Jejak(date(2024, 4, 12), date(2024, 4, 15)),
            (PERJANJIAN, Periode(2024)): Jejak(),
        },
    )
    report = lines(fakta, date(2025, 3, 3))["LKjIP 2024 kepada Bupati"]
    assert (report.is_done, report.is_late) == (True, False)
    assert report.keadaan == "tertanggal 10 Februari 2025, dikirim 12 Februari 2025"
    assert report.lalu == "tertanggal 20 Februari 2024"
    first = lines(fakta)["Pengukuran Kinerja Triwulan I Tahun 2025"]
    assert first.lalu == "tertanggal 12 April 2024, dikirim 15 April 2024"
    assert lines(fakta)["Perjanjian Kinerja 2025"].lalu == ""


def test_what_is_signed_without_a_date_or_closed_is_done() -> None:
    fakta = replace(
        PLANNED,
        selesai=frozenset({(PERJANJIAN, Periode(2025)), (RENCANA_AKSI, Periode(2025))}),
        ditutup=frozenset({(LKJIP, Periode(2024))}),
    )
    assert lines(fakta)["Perjanjian Kinerja 2025"].keadaan == "sudah ditandatangani"
    assert lines(fakta)["Rencana Aksi 2025"].is_done
    closed = lines(fakta, date(2025, 3, 3))["LKjIP 2024 kepada Bupati"]
    assert (closed.keadaan, closed.is_done, closed.is_late) == (
        "ditutup dengan alasan", True, False,
    )  # fmt: skip


def test_what_is_due_soon_after_new_year_is_listed_before_it() -> None:
    """From Friday 28 November 2025: the LKjIP of 2025 by 28 February, TW I 2026 by 30 April."""
    november = date(2025, 11, 28)
    janji = (
        Janji("Januari", date(2026, 1, 2), "", "lke"),
        Janji("Juni", date(2026, 6, 2), "", "lke"),
    )
    fakta = FaktaKalender(rencana=frozenset({2025, 2026}), janji=janji)
    coming = [
        (item.apa, item.tanggal)
        for item in list_kalender(november, fakta, Kalender())
        if item.tanggal and item.tanggal > november
    ]
    assert coming == [
        ("Januari", date(2026, 1, 2)),
        ("Pengukuran Kinerja 2025", date(2026, 2, 28)),
        ("LKjIP 2025 kepada Bupati", date(2026, 2, 28)),
        ("Pengukuran Kinerja Triwulan I Tahun 2026", date(2026, 4, 30)),
    ]
    undated = [item.apa for item in list_kalender(november, fakta, Kalender()) if not item.tanggal]
    assert undated == ["Perjanjian Kinerja 2025", "Rencana Aksi 2025"]


def test_promises_of_this_year_stand_by_their_day() -> None:
    janji = (
        Janji("Melengkapi bukti", date(2025, 2, 28), "Kasi Pelayanan", "pengukuran"),
        Janji("Lewat", date(2025, 2, 19), "", "lke"),
        Janji("Hari ini", TODAY, "", "surat"),
        Janji("Tahun depan", date(2026, 1, 2), "", "lke"),
        Janji("Tahun lalu", date(2024, 12, 30), "", "lke"),
    )
    found = list_kalender(TODAY, FaktaKalender(janji=janji), Kalender())
    assert [(item.apa, item.keadaan, item.halaman) for item in found] == [
        ("Lewat", "terlambat 1 hari kerja", "lke"),
        ("Hari ini", "hari ini", "surat"),
        ("Melengkapi bukti", "6 hari kerja lagi, Kasi Pelayanan", "pengukuran"),
    ]
    assert [item.is_late for item in found] == [True, False, False]


def test_a_triwulan_is_no_longer_asked_for_when_its_year_is_final_or_it_was_before_the_start() -> (
    None
):
    november = date(2025, 11, 3)
    first = "Pengukuran Kinerja Triwulan I Tahun 2025"
    assert lines(PLANNED, november)[first].is_late
    final = replace(PLANNED, jejak={(PENGUKURAN, Periode(2025)): Jejak(november)})
    begun = replace(PLANNED, mulai=november)
    for fakta, words in (
        (final, "setahunnya sudah final"),
        (begun, "sebelum kantor memakai program ini"),
    ):
        line = lines(fakta, november)[first]
        assert (line.keadaan, line.is_late, line.is_done) == (words, False, False)


def test_of_the_year_before_the_start_nothing_is_late_until_its_figures_come() -> None:
    report, november = "LKjIP 2024 kepada Bupati", date(2025, 11, 3)
    begun = replace(PLANNED, mulai=november)
    assert lines(begun, november)[report].keadaan == "sebelum kantor memakai program ini"
    assert lines(replace(begun, terisi=frozenset({2024})), november)[report].is_late
