from dataclasses import replace

import pytest

from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku, write_formula

IKU = PenetapanIku("Kecamatan Uji", "Keputusan Camat Uji", "", None, "", "", 2025, 2029, ())


def test_the_title_names_the_years_of_the_renstra() -> None:
    # `docs/sakip.md` §3.1: TAHUN 20XX – 20YY.
    assert IKU.masa == "TAHUN 2025 – 2029"
    assert replace(IKU, tahun_akhir=2025).masa == "TAHUN 2025"


@pytest.mark.parametrize(
    ("formula", "pembilang", "penyebut", "satuan", "written"),
    [
        ("Hasil SKM", "A", "B", "%", "Hasil SKM"),
        ("", "aduan selesai", "semua aduan", "%", "(aduan selesai ÷ semua aduan) × 100%"),
        ("", "jam", "layanan", "jam", "jam ÷ layanan"),
        ("", "A", "", "%", ""),
        ("", "", "", "", ""),
    ],
)
def test_a_formula_is_made_of_its_parts_where_it_has_no_words(
    formula: str, pembilang: str, penyebut: str, satuan: str, written: str
) -> None:
    assert write_formula(formula, pembilang, penyebut, satuan) == written
