"""Absorption as Muncar prints it (tests/data/muncar.json); `docs/sakip.md` §4.9, §14."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.anggaran.anggaran import (
    Pagu,
    compute_serapan,
    is_kode_anggaran,
)

ROWS = json.loads((Path(__file__).parents[2] / "data" / "muncar.json").read_text("utf-8"))[
    "anggaran"
]["rows"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["nama"]))
def test_absorption_is_what_the_office_printed(row: dict[str, Any]) -> None:
    for pagu, realisasi, printed in zip(
        row["pagu"], row["realisasi"], row["rasio_tercetak"], strict=True
    ):
        serapan = compute_serapan(Decimal(pagu), Decimal(realisasi))
        assert serapan == (None if printed == "#DIV/0!" else Decimal(printed))


@pytest.mark.parametrize(("pagu", "realisasi"), [(None, "5"), ("5", None), ("0", "5")])
def test_without_pagu_or_realisasi_there_is_no_absorption(
    pagu: str | None, realisasi: str | None
) -> None:
    def read(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    assert compute_serapan(read(pagu), read(realisasi)) is None


def test_the_pagu_in_force_depends_on_the_day() -> None:
    pagu = Pagu(Decimal(100), Decimal(120), date(2025, 10, 1))
    assert pagu.in_force(date(2025, 9, 30)) == 100
    assert pagu.in_force(date(2025, 10, 1)) == 120
    assert Pagu(Decimal(100), Decimal(120)).in_force(date(2025, 1, 1)) == 120
    assert Pagu(Decimal(100)).in_force(date(2025, 12, 31)) == 100


@pytest.mark.parametrize(
    "kode",
    ["7.01.01", "7.01.01.2.01", "7.01.02.2.01.01", "7.01.02.2.01.0001", "7.01.01.201.01"],
)
def test_all_three_ways_to_write_a_code_are_known(kode: str) -> None:
    assert is_kode_anggaran(kode)


@pytest.mark.parametrize("kode", ["", "7.01", "program", "7.01.01.2.01.00001"])
def test_other_texts_are_no_codes(kode: str) -> None:
    assert not is_kode_anggaran(kode)
