"""Headings and cells made alike, years taken out, sums known."""

import pytest

from kinerja_desktop.services.pemetaan.words import find_year, fold, fold_heading, is_sum


def test_words_are_folded() -> None:
    assert fold("  Realisasi\u00a0S/D  Triwulan-II (Rp) ") == "realisasi sd triwulan ii rp"
    assert fold("s.d. TW I") == fold("sampai dengan TW I") == "sd tw i"
    assert fold_heading("Target\nTahun 2025") == "target tahun #"


def test_a_year_is_found_where_there_is_one() -> None:
    assert find_year("Target 2025") == 2025
    assert find_year("Target") is None
    assert find_year("2025-2026") is None
    assert find_year("12025") is None


@pytest.mark.parametrize(
    "text", ["Jumlah", "TOTAL :", "Sub Total", "Subjumlah Program I", "Grand Total", "Jumlah 1"]
)
def test_sums_are_known(text: str) -> None:
    assert is_sum(text)
    assert is_sum(text, loosely=True)


def test_an_indicator_may_begin_with_jumlah() -> None:
    assert not is_sum("Jumlah desa yang tertib administrasi")
    assert is_sum("Jumlah Belanja Langsung", loosely=True)
    assert not is_sum("Jumlahnya", loosely=True)
