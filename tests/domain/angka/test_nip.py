"""`docs/sakip.md` §9: 18 digits, birth date 8, TMT yyyymm 6, sex 1, serial 3, grouped 8-6-1-3."""

import re

import pytest

from kinerja_desktop.domain.angka.nip import check_nip, format_nip


def test_a_nip_is_printed_in_its_four_groups() -> None:
    assert format_nip("197012181991011002") == "19701218 199101 1 002"
    assert format_nip("19701218 199101 1 002") == "19701218 199101 1 002"


def test_what_is_no_nip_stays_as_typed() -> None:
    assert format_nip(" 12345 ") == "12345"


@pytest.mark.parametrize("nip", ["19701218 199101 1 002", "", "  "])
def test_a_nip_that_can_be_one_is_not_remarked_on(nip: str) -> None:
    assert check_nip(nip) is None


@pytest.mark.parametrize(
    ("nip", "why"),
    [
        ("1234", "terdiri dari 18 angka"),
        ("19701318 199101 1 002", "bukan tanggal lahir"),
        ("25701218 199101 1 002", "bukan tanggal lahir"),
        ("19701218 199113 1 002", "bukan tahun dan bulan"),
        ("19701218 199101 3 002", "harus 1 .pria. atau 2 .wanita."),
    ],
)
def test_a_nip_that_cannot_be_one_is_explained(nip: str, why: str) -> None:
    message = check_nip(nip)
    assert message is not None

    assert re.search(why, message)
