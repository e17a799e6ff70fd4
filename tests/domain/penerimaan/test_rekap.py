from datetime import date

import pytest

from kinerja_desktop.domain.penerimaan.rekap import judge_penyampaian

TENGGAT = date(2025, 2, 7)


@pytest.mark.parametrize(
    ("tenggat", "pertama", "today", "told"),
    [
        (None, None, date(2025, 2, 8), ("Belum", None)),
        (None, date(2025, 2, 8), date(2025, 2, 9), ("Sudah", None)),
        (TENGGAT, None, date(2025, 2, 7), ("Belum", 0)),
        (TENGGAT, None, date(2025, 2, 10), ("Belum, lewat tenggat", 3)),
        (TENGGAT, date(2025, 2, 7), date(2025, 3, 1), ("Sudah", 0)),
        (TENGGAT, date(2025, 2, 8), date(2025, 3, 1), ("Sudah, terlambat", 1)),
    ],
)
def test_the_deadline_itself_is_in_time(
    tenggat: date | None, pertama: date | None, today: date, told: tuple[str, int | None]
) -> None:
    assert judge_penyampaian(tenggat, pertama, today) == told
