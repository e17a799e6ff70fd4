"""Intervals of `docs/sakip.md` §4.7."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.skala import LAMPU, LAN, PERMENDAGRI_86, SAMPANG, SKALA, Skala


@pytest.mark.parametrize(
    ("skala", "capaian", "label"),
    [
        (PERMENDAGRI_86, "90.01", "Sangat Tinggi"),
        (PERMENDAGRI_86, "250", "Sangat Tinggi"),
        (PERMENDAGRI_86, "90", "Tinggi"),
        (PERMENDAGRI_86, "75.01", "Tinggi"),
        (PERMENDAGRI_86, "75", "Sedang"),
        (PERMENDAGRI_86, "65", "Rendah"),
        (PERMENDAGRI_86, "50", "Sangat Rendah"),
        (PERMENDAGRI_86, "0", "Sangat Rendah"),
        (PERMENDAGRI_86, "-10", "Sangat Rendah"),
        (LAN, "85", "Sangat Berhasil"),
        (LAN, "84.99", "Berhasil"),
        (LAN, "70", "Berhasil"),
        (LAN, "55", "Cukup Berhasil"),
        (LAN, "54.99", "Kurang Berhasil"),
        (SAMPANG, "70", "Cukup"),
        (LAMPU, "70", "Kuning"),
        (LAMPU, "90", "Kuning"),
        (LAMPU, "69.99", "Merah"),
    ],
)
def test_every_capaian_has_one_kategori(skala: Skala, capaian: str, label: str) -> None:
    assert skala.classify(Decimal(capaian)).label == label


def test_a_scale_explains_itself_in_one_line() -> None:
    assert PERMENDAGRI_86.keterangan == (
        "Sangat Tinggi > 90; Tinggi > 75; Sedang > 65; Rendah > 50; Sangat Rendah ≤ 50"
    )
    assert LAN.keterangan.endswith("Cukup Berhasil ≥ 55; Kurang Berhasil < 55")


def test_scales_are_found_by_their_code() -> None:
    assert all(SKALA[kode].kode == kode for kode in SKALA)
