from datetime import date
from uuid import uuid4

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import Maps, freeze, thaw
from kinerja_desktop.domain.capaian.pengukuran import Narasi
from kinerja_desktop.domain.capaian.tindak_lanjut import (
    TempatIndikator,
    list_late,
    write_penanggung_jawab,
)
from kinerja_desktop.domain.capaian.tindak_lanjut import TindakLanjut as Late

# Friday; the Monday after is the first hari kerja on which it is late.
DUE = date(2025, 1, 10)


def make(apa: str = "Menambah petugas", due: date = DUE, who: str = "Kasi Pelayanan") -> Late:
    return Late(TempatIndikator(Periode(2024, 4), uuid4()), "IKM", apa, who, due)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2025, 1, 9), 0),
        (date(2025, 1, 10), 0),
        (date(2025, 1, 12), 0),
        (date(2025, 1, 13), 1),
        (date(2025, 1, 20), 6),
    ],
)
def test_it_is_late_from_the_first_working_day_after_its_day(today: date, days: int) -> None:
    assert make().count_late(today) == days
    assert bool(list_late([make()], today)) is (days > 0)


def test_holidays_do_not_count() -> None:
    assert make().count_late(date(2025, 1, 14), [date(2025, 1, 13)]) == 1


def test_what_tells_nothing_is_not_late_and_the_oldest_comes_first() -> None:
    old, young = make(due=date(2025, 1, 2)), make()
    assert list_late([young, make("-"), old], date(2025, 2, 1)) == [old, young]


def test_it_is_told_whose_it_is_and_how_late() -> None:
    told = make().describe_late(date(2025, 1, 15))
    assert told == (
        "Triwulan IV Tahun 2024 · Kasi Pelayanan · batas waktu 10 Januari 2025, "
        "terlambat 3 hari kerja"
    )
    assert "tanpa penanggung jawab" in make(who="").describe_late(date(2025, 1, 15))


def test_the_printed_column_has_the_person_and_the_day() -> None:
    assert write_penanggung_jawab("Kasi", None) == "Kasi"
    assert write_penanggung_jawab("Kasi", DUE) == "Kasi, paling lambat 10 Januari 2025"
    assert write_penanggung_jawab("", DUE) == "paling lambat 10 Januari 2025"


def test_a_story_frozen_before_is_frozen_the_same_now() -> None:
    old = {"pendorong": "a", "penghambat": "b", "tindak_lanjut": "c"}
    assert freeze(thaw(Narasi, old), Maps.OBJECTS) == old
    new = Narasi("a", "b", "c", "Kasi", DUE)
    assert thaw(Narasi, freeze(new, Maps.OBJECTS)) == new
