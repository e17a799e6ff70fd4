"""Targets with their units as on the Lampiran of a Perjanjian Kinerja (`docs/sakip.md` §3.5)."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
from kinerja_desktop.domain.laporan.rencana_kinerja import IndikatorBertarget, date_plan


@pytest.mark.parametrize(
    ("target", "satuan", "written"),
    [
        (Decimal("0.9"), "Angka", "0,9\u00a0Angka"),  # S14, as `docs/sakip.md` §3.5 quotes it
        (Decimal("93.75"), "%", "93,75%"),  # `docs/sakip.md` §9
        (Decimal("90.00"), "%", "90,00%"),  # as entered
        (Decimal(0), "temuan", "0\u00a0temuan"),
        (Decimal(1500), "orang", "1.500\u00a0orang"),
        (Rentang(Decimal(7), Decimal(8)), "menit", "7–8\u00a0menit"),
        ("BB", "Predikat", "BB (Predikat)"),
        ("BB", "", "BB"),
        ("Ya", "%", "Ya (%)"),
        (Decimal(-2), "%", "-2%"),
        (Decimal(-2), "poin", "-2\u00a0poin"),
        (None, "%", "-"),
        (None, "", "-"),
    ],
)
def test_a_target_is_written_with_its_unit(target: Nilai | None, satuan: str, written: str) -> None:
    item = IndikatorBertarget("Indikator", satuan, angka_nilai(target))
    assert item.target_bersatuan == written


def test_a_plan_bears_the_day_of_printing_until_its_year_is_over() -> None:
    assert date_plan(2025, date(2024, 11, 3)) == date(2024, 11, 3)
    assert date_plan(2025, date(2025, 12, 31)) == date(2025, 12, 31)
    assert date_plan(2025, date(2026, 1, 1)) is None
