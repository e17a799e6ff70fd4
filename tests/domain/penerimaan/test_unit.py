import pytest

from kinerja_desktop.domain.penerimaan.unit import KECAMATAN_LUMAJANG, is_same_unit, normalize_nama


@pytest.mark.parametrize(
    "nama",
    ["Candipuro", "candipuro", "CANDI PURO", "Kecamatan Candipuro", "Kec. Candipuro",
     "KEC.CANDIPURO", "  kecamatan   candi puro ", "Kec Candi-Puro"],
)  # fmt: skip
def test_one_place_is_written_in_many_ways(nama: str) -> None:
    assert is_same_unit(nama, "Kab. Lumajang", "Candipuro", "LUMAJANG")
    assert is_same_unit(nama, "", "Candipuro", "Lumajang")


def test_another_place_is_another_unit() -> None:
    assert not is_same_unit("Candipuro", "Lumajang", "Klakah", "Lumajang")
    assert not is_same_unit("Lumajang", "Lumajang", "Lumajang", "Banyuwangi")


def test_the_21_kecamatan_do_not_meet() -> None:
    assert len({normalize_nama(nama) for nama in KECAMATAN_LUMAJANG}) == 21
    # The word is taken off only where it is a word.
    assert normalize_nama("Kecubung") == "kecubung"
