from datetime import date

import pytest

from kinerja_desktop.services.kantor.pekerjaan import describe_batas_waktu

TODAY = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "tanpa batas waktu"),
        (TODAY, "batas waktu 15 Januari 2025, hari ini"),
        # Wednesday to Friday are two, from Monday to Wednesday two as well.
        (date(2025, 1, 17), "batas waktu 17 Januari 2025, 2 hari kerja lagi"),
        (date(2025, 1, 13), "batas waktu 13 Januari 2025, terlambat 2 hari kerja"),
    ],
)
def test_a_day_is_said_in_working_days(due: date | None, words: str) -> None:
    assert describe_batas_waktu(due, TODAY, ()) == words
