"""The few figures of E.81 and LKE beside the papers; what a stranger writes there is checked."""

from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.capaian.freezing import freeze
from kinerja_desktop.domain.penerimaan.ringkasan import (
    Ringkasan,
    RingkasEvaluasi,
    RingkasLke,
    read_ringkasan,
)

WHOLE = Ringkasan(
    RingkasEvaluasi(4, Decimal("98.5"), "Sangat Tinggi", None, ""),
    RingkasLke(Decimal("72.15"), "BB", 80, 80, Decimal("70.1"), 2023),
)


def test_it_is_read_as_it_was_written() -> None:
    assert read_ringkasan(freeze(WHOLE)) == WHOLE
    assert read_ringkasan(freeze(Ringkasan())) == Ringkasan()
    bare = Ringkasan(None, RingkasLke(None, "", 0, 80))
    assert read_ringkasan(freeze(bare)) == bare


def test_earlier_programs_wrote_none() -> None:
    assert read_ringkasan(None) == Ringkasan()


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("evaluasi", "triwulan", "4"), ("evaluasi", "triwulan", True), ("evaluasi", "renja", 98.5),
        ("evaluasi", "renja", "1E+999"), ("evaluasi", "renja", "NaN"), ("evaluasi", "renja", "x"),
        ("evaluasi", "predikat_renja", ["x"]), ("lke", "terjawab", -1), ("lke", "kriteria", None),
        ("lke", "tahun_lhe", "2023"), ("lke", "predikat", None),
    ],
)  # fmt: skip
def test_what_is_no_figure_is_refused(part: str, name: str, value: object) -> None:
    data: dict[str, Any] = freeze(WHOLE)
    data[part][name] = value
    with pytest.raises(ValueError, match="no "):
        read_ringkasan(data)


@pytest.mark.parametrize("data", [[], "x", {"evaluasi": []}, {"lke": 1}])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="no object"):
        read_ringkasan(data)
