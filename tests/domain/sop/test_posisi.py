"""Days are counted by hand: 1 February 2024 was a Thursday; 8 and 9 February were libur."""

from datetime import date

import pytest

from kinerja_desktop.domain.sop.posisi import Kalender, Riwayat, Status, find_posisi, list_riwayat
from tests.domain.sop.contoh import PENGUKURAN, load, make_sop
from tests.domain.sop.kasus import BATAL, MULAI, RETURNED_ONCE, SELESAI, do, feb, wib

# Isra Mikraj and the cuti bersama of Imlek 2024 (SKB 3 Menteri).
LIBUR = frozenset({feb(8), feb(9)})


def test_before_the_start_the_first_step_waits() -> None:
    posisi = find_posisi(make_sop(), [], feb(1))
    assert posisi.status is Status.BELUM_MULAI
    assert posisi.langkah == make_sop().langkah[0]
    assert (posisi.tenggat, posisi.sejak, posisi.langkah_selesai) == (None, None, 0)


@pytest.mark.parametrize(
    ("today", "status", "terlambat"),
    [
        (feb(1), Status.TEPAT_WAKTU, 0),  # two working days are left
        (feb(2), Status.SEGERA, 0),
        (feb(4), Status.SEGERA, 0),  # Sunday; Monday is the day
        (feb(5), Status.SEGERA, 0),
        (feb(6), Status.TERLAMBAT, 1),
        (feb(11), Status.TERLAMBAT, 2),  # 6 and 7; then libur and weekend
        (feb(12), Status.TERLAMBAT, 3),
    ],
)
def test_two_days_from_thursday_are_due_on_monday(
    today: date, status: Status, terlambat: int
) -> None:
    posisi = find_posisi(make_sop(), [do(wib(1), MULAI, 1)], today, Kalender(LIBUR))
    assert posisi.tenggat == feb(5)
    assert (posisi.status, posisi.terlambat) == (status, terlambat)


def test_the_time_of_a_step_runs_from_the_day_the_case_came_to_it() -> None:
    posisi = find_posisi(make_sop(), RETURNED_ONCE[:2], feb(5))
    assert posisi.langkah is not None
    assert posisi.langkah.sequence == 2
    assert (posisi.sejak, posisi.tenggat) == (wib(5), feb(6))
    assert (posisi.langkah_selesai, posisi.jumlah_langkah) == (1, 3)


def test_a_late_evening_in_utc_is_already_the_next_day_in_lumajang() -> None:
    # 17.30 UTC on Thursday is half past midnight on Friday.
    started = [do(wib(2, 0, 30), MULAI, 1)]
    assert find_posisi(make_sop(), started, feb(2)).tenggat == feb(6)


def test_a_return_makes_the_next_round() -> None:
    posisi = find_posisi(make_sop(), RETURNED_ONCE[:3], feb(6))
    assert posisi.langkah is not None
    assert (posisi.langkah.sequence, posisi.putaran, posisi.langkah_selesai) == (1, 2, 0)


def test_the_day_of_the_end_is_foreseen_from_mutu_baku() -> None:
    # 12 hari kerja and 175 menit (`docs/sakip.md` §8.5) from Thursday 1 February: Monday 19
    # February.
    posisi = find_posisi(load(PENGUKURAN), [do(wib(1), MULAI, 1)], feb(1))
    assert posisi.perkiraan_selesai == feb(19)
    with_libur = find_posisi(load(PENGUKURAN), [do(wib(1), MULAI, 1)], feb(1), Kalender(LIBUR))
    assert with_libur.perkiraan_selesai == feb(21)


def test_the_end_and_a_cancellation_stand_with_their_moment() -> None:
    done = find_posisi(make_sop(), RETURNED_ONCE, feb(28))
    assert (done.status, done.langkah, done.sejak) == (Status.SELESAI, None, wib(12, 10))
    assert (done.langkah_selesai, done.terlambat, done.tenggat) == (3, 0, None)
    stopped = find_posisi(make_sop(), [*RETURNED_ONCE[:2], do(wib(6), BATAL, 2)], feb(28))
    assert (stopped.status, stopped.langkah_selesai) == (Status.DIBATALKAN, 1)


def figures(row: Riwayat) -> tuple[int, int, int | None, int | None, date, int]:
    return (
        row.langkah.sequence, row.menit_baku, row.menit, row.hari, row.tenggat, row.terlambat,
    )  # fmt: skip


def test_what_happened_stands_beside_mutu_baku() -> None:
    rows = list_riwayat(make_sop(), RETURNED_ONCE, feb(28), Kalender(LIBUR))
    # From 09.00 to 16.00 without the rest are 360 minutes, from 07.30 to 09.00 are 90; a whole
    # Friday is 450.
    assert [figures(row) for row in rows] == [
        (1, 900, 360 + 450 + 90, 2, feb(5), 0),
        (2, 450, 360 + 90, 1, feb(6), 0),
        (1, 900, 360 + 90, 1, feb(12), 0),
        (2, 450, 360 + 90, 1, feb(12), 0),
        (3, 5, 60, 0, feb(12), 0),
    ]


def test_time_counts_from_when_work_began_if_someone_said_so() -> None:
    riwayat = [*RETURNED_ONCE[:2], do(wib(6, 8), MULAI, 2)]
    ended = [*riwayat, do(wib(6, 8, 20), BATAL, 2)]
    row = list_riwayat(make_sop(), ended, feb(28))[1]
    assert (row.menit, row.hari) == (20, 0)


def test_a_running_step_is_late_by_today_and_an_ended_one_by_its_end() -> None:
    late = [*RETURNED_ONCE[:1], do(wib(7), SELESAI, 1)]
    rows = list_riwayat(make_sop(), late, feb(13), Kalender(LIBUR))
    assert [row.terlambat for row in rows] == [2, 1]
    assert (rows[1].menit, rows[1].hari) == (None, None)


def test_the_length_of_a_working_day_is_a_setting() -> None:
    # A step of 2 hari is always two days; the sum 2 hari + 1 hari + 5 menit three.
    posisi = find_posisi(make_sop(), RETURNED_ONCE[:1], feb(1), Kalender(LIBUR, menit_sehari=480))
    assert (posisi.tenggat, posisi.perkiraan_selesai) == (feb(5), feb(6))
