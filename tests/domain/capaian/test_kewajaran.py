"""What looks odd about a realisasi: `docs/sakip.md` §4.14; every figure by hand."""

from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.kewajaran import check_kewajaran
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.rumus import Arah


def bahan(**values: Any) -> BahanUkur:
    return BahanUkur("1", "Indikator", "S", **values)


def filled(**by_triwulan: int) -> dict[int, IsianRealisasi]:
    return {int(tw[2:]): IsianRealisasi(Decimal(nilai)) for tw, nilai in by_triwulan.items()}


def targets(*values: Nilai | None) -> dict[int, Nilai | None]:
    return dict(enumerate(values, start=1))


COUNTED = bahan(
    akumulasi=Akumulasi.POSISI_AKHIR,
    target=Decimal(100),
    target_triwulan=targets(Decimal(25), Decimal(50), Decimal(75), Decimal(100)),
    isian_triwulan=filled(tw1=30),
)


def test_nothing_is_odd_about_a_blank_or_an_expected_figure() -> None:
    assert check_kewajaran(COUNTED, 2, None) == []
    assert check_kewajaran(COUNTED, 2, Decimal(48)) == []
    assert check_kewajaran(COUNTED, 2, Decimal(0))[0].startswith("Realisasi 0 lebih rendah")
    assert check_kewajaran(bahan(), None, Decimal(5)) == []


@pytest.mark.parametrize(
    ("nilai", "words"),
    [
        ("1000", "sepuluh kali target 100 atau lebih"),
        ("10", "sepersepuluh target 100 atau kurang"),
        ("0.95", "sepersepuluh target 100 atau kurang"),
    ],
)
def test_a_comma_in_the_wrong_place_is_remarked_on(nilai: str, words: str) -> None:
    (remark,) = check_kewajaran(bahan(target=Decimal(100)), None, Decimal(nilai))
    assert words in remark


@pytest.mark.parametrize("nilai", ["999", "10.01", "0"])
def test_less_than_ten_times_is_no_jump(nilai: str) -> None:
    assert check_kewajaran(bahan(target=Decimal(100)), None, Decimal(nilai)) == []


def test_a_target_of_nothing_is_no_measure() -> None:
    assert check_kewajaran(bahan(target=Decimal(0)), None, Decimal(50)) == []


def test_a_range_is_measured_by_its_bounds() -> None:
    between = bahan(target=Rentang(Decimal(7), Decimal(8)))
    assert "sepuluh kali target 7–8" in check_kewajaran(between, None, Decimal(80))[0]
    assert "sepersepuluh target 7–8" in check_kewajaran(between, None, Decimal("0.7"))[0]
    assert check_kewajaran(between, None, Decimal(79)) == []


def test_a_triwulan_is_held_against_its_own_target_and_the_one_before() -> None:
    # Not against the target of the year, of which a triwulan is a part.
    summed = bahan(
        akumulasi=Akumulasi.AKUMULASI,
        target=Decimal(120),
        target_triwulan=targets(None, Decimal(30), None, None),
        isian_triwulan=filled(tw1=3),
    )
    assert check_kewajaran(summed, 2, Decimal(29)) == []
    assert "TW I (3)" in check_kewajaran(summed, 2, Decimal(30))[0]
    assert check_kewajaran(summed, 1, Decimal(10)) == []
    position = bahan(target=Decimal(90), isian_triwulan={1: IsianRealisasi(tidak_berlaku=True)})
    assert "target 90" in check_kewajaran(position, 2, Decimal(9))[0]


@pytest.mark.parametrize(
    ("satuan", "nilai", "is_odd"),
    [("%", 201, True), ("Indeks", 201, True), ("%", 200, False), ("Desa", 201, False)],
)
def test_a_percentage_or_index_above_200_is_remarked_on(
    satuan: str, nilai: int, is_odd: bool
) -> None:
    found = check_kewajaran(bahan(satuan=satuan, target=Decimal(100)), None, Decimal(nilai))
    assert bool(found) is is_odd
    assert not is_odd or f"tidak lazim untuk satuan {satuan}" in found[0]


def test_where_the_target_is_above_200_so_may_the_figure_be() -> None:
    assert check_kewajaran(bahan(satuan="%", target=Decimal(300)), None, Decimal(310)) == []


@pytest.mark.parametrize(
    ("target", "nilai"),
    [(Decimal(90), "BB"), ("BB", Decimal(4)), (Rentang(Decimal(1), Decimal(2)), "Ya")],
)
def test_a_word_does_not_fit_a_number(target: Nilai, nilai: Nilai) -> None:
    (remark,) = check_kewajaran(bahan(target=target), None, nilai)
    assert "tidak sejenis dengan target" in remark


def test_a_word_fits_a_word_and_a_range_is_refused_elsewhere() -> None:
    assert check_kewajaran(bahan(target="BB"), None, "A") == []
    assert check_kewajaran(bahan(), None, "A") == []
    assert check_kewajaran(bahan(target=Decimal(7)), None, Rentang(Decimal(7), Decimal(8))) == []


def test_a_sum_falls_only_by_a_negative_figure() -> None:
    summed = bahan(akumulasi=Akumulasi.AKUMULASI, isian_triwulan=filled(tw1=12))
    assert check_kewajaran(summed, 2, Decimal(8)) == []
    assert "negatif" in check_kewajaran(summed, 2, Decimal(-2))[0]


def test_what_is_counted_upwards_must_not_fall() -> None:
    (remark,) = check_kewajaran(COUNTED, 2, Decimal(28))
    assert "lebih rendah dari TW I (30), padahal targetnya naik terus" in remark
    # TW II was left out: it is compared with the last that is filled.
    assert "TW I (30)" in check_kewajaran(COUNTED, 3, Decimal(29))[0]


@pytest.mark.parametrize(
    "values",
    [
        {"arah": Arah.TURUN},
        {"akumulasi": Akumulasi.RATA_RATA},
        {"target_triwulan": targets(Decimal(90), Decimal(90), Decimal(90), Decimal(90))},
        {"target_triwulan": targets(Decimal(25), None, Decimal(75), Decimal(100))},
    ],
)
def test_an_index_may_fall(values: dict[str, Any]) -> None:
    index = {
        "target": Decimal(90), "isian_triwulan": filled(tw1=92),
        "target_triwulan": targets(Decimal(25), Decimal(50), Decimal(75), Decimal(100)),
    }  # fmt: skip
    assert check_kewajaran(bahan(**{**index, **values}), 2, Decimal(91)) == []
