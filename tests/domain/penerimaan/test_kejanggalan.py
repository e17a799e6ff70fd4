"""The four questions of an officer, each at its very border."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.penerimaan.kejanggalan import find_kejanggalan
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk
from tests.domain.penerimaan.test_kelompok import A, B, indikator, paket

TENANG = replace(indikator("IKM", "101.25"), bukti=1)


def told(item: IndikatorMasuk, before: IndikatorMasuk | None = None) -> list[str]:
    lalu = [paket(A, before, tahun=2023)] if before else []
    return [found.apa for found in find_kejanggalan([paket(A, item)], lalu, {})]


def test_ordinary_figures_are_not_asked_about() -> None:
    assert told(TENANG, replace(TENANG, realisasi=Decimal(100))) == []
    assert told(replace(TENANG, capaian=None, realisasi=None, bukti=0)) == []


@pytest.mark.parametrize(("capaian", "is_asked"), [("150", False), ("150.01", True)])
def test_a_capaian_above_150_percent_is_asked_about(capaian: str, is_asked: bool) -> None:
    found = told(replace(TENANG, capaian=Decimal(capaian)))
    assert bool(found) is is_asked
    assert all(text.startswith("Capaian 150,01% di atas 150%") for text in found)


@pytest.mark.parametrize(("bukti", "is_asked"), [(0, True), (1, False), (None, False)])
def test_a_realisasi_without_evidence_is_asked_about(bukti: int | None, is_asked: bool) -> None:
    expected = ["Realisasi tanpa berkas bukti"] if is_asked else []
    assert told(replace(TENANG, bukti=bukti)) == expected


def test_the_same_figure_as_last_year_is_asked_about() -> None:
    assert told(TENANG, TENANG) == ["Realisasi 101,25 sama dengan Tahun 2023"]
    # Words and ranges are often the same: BB, 7–8.
    word = replace(TENANG, realisasi="BB")
    assert told(word, word) == []
    found = find_kejanggalan([paket(A, TENANG)], [paket(B, TENANG, tahun=2023)], {})
    assert found == []


@pytest.mark.parametrize(
    ("arah", "was", "now", "is_asked"),
    [
        (Arah.NAIK, "90", "85", True), (Arah.NAIK, "90", "95", False),
        (Arah.TURUN, "7", "8", True), (Arah.TURUN, "7", "6", False), (Arah.NAIK, "90", "90", False),
    ],
)  # fmt: skip
def test_a_target_that_became_easier_within_the_year_is_asked_about(
    arah: Arah, was: str, now: str, is_asked: bool
) -> None:
    first = replace(TENANG, arah=arah, target_tahun=Decimal(was))
    later = replace(first, target_tahun=Decimal(now))
    triwulan = replace(paket(A, first), periode=Periode(2024, 1))
    found = [item.apa for item in find_kejanggalan([triwulan, paket(A, later)], [], {})]
    expected = [f"Target setahun menjadi {now}, pada Triwulan I Tahun 2024 masih {was}"]
    assert found == (expected if is_asked else [])


def test_a_range_and_what_is_new_since_have_no_easier() -> None:
    first = replace(TENANG, target_tahun=Rentang(Decimal(7), Decimal(8)))
    triwulan = replace(paket(A, first), periode=Periode(2024, 1))
    later = [replace(first, target_tahun=Decimal(5)), replace(TENANG, id="baru")]
    assert find_kejanggalan([triwulan, paket(A, *later)], [], {}) == []
