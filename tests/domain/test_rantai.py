import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kinerja_desktop.domain.rantai import AWAL, Mata, seal

WAKTU = datetime(2025, 1, 31, 2, 0, tzinfo=UTC)
UBAH = ("indikator", "5e1f", {"bobot": "1"}, {"bobot": "2"})


def test_a_seal_is_the_sha256_of_the_deed_and_the_seal_before() -> None:
    """Computed by hand, so that anybody's program can check a trail."""
    told = '["abc","2025-01-31T02:00:00+00:00","Operator","Mengubah",[["t","1",null,{"a":1}]]]'
    assert json.loads(told)[0] == "abc"
    mata = Mata(WAKTU, "Operator", "Mengubah", [("t", "1", None, {"a": 1})])
    assert seal("abc", mata) == hashlib.sha256(told.encode()).hexdigest()


@pytest.mark.parametrize(
    "lain",
    [
        Mata(WAKTU + timedelta(microseconds=1), "Operator", "Mengubah", [UBAH]),
        Mata(WAKTU, "Lain", "Mengubah", [UBAH]),
        Mata(WAKTU, "Operator", "Menghapus", [UBAH]),
        Mata(WAKTU, "Operator", "Mengubah", []),
        Mata(WAKTU, "Operator", "Mengubah", [UBAH, UBAH]),
        Mata(WAKTU, "Operator", "Mengubah", [(*UBAH[:3], {"bobot": "3"})]),
        Mata(WAKTU, "Operator", "Mengubah", [("tujuan", *UBAH[1:])]),
    ],
)
def test_whatever_is_altered_gives_another_seal(lain: Mata) -> None:
    assert seal(AWAL, lain) != seal(AWAL, Mata(WAKTU, "Operator", "Mengubah", [UBAH]))


def test_the_same_deed_after_another_trail_has_another_seal() -> None:
    mata = Mata(WAKTU, "Operator", "Mengubah", [UBAH])
    assert seal(seal(AWAL, mata), mata) != seal(AWAL, mata)


def test_neither_the_zone_nor_the_order_of_columns_matters() -> None:
    wib = timezone(timedelta(hours=7))
    one = Mata(WAKTU, "Operator", "Isi é", [("t", "1", None, {"a": 1, "b": "é"})])
    other = Mata(WAKTU.astimezone(wib), "Operator", "Isi é", [("t", "1", None, {"b": "é", "a": 1})])
    assert seal(AWAL, one) == seal(AWAL, other)
