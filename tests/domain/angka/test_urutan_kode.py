"""Orders are those in which a clerk would count, by hand."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.urutan_kode import order_kode

COUNTED = [
    ["IKU-1", "IKU-2", "IKU-10", "IKU-11"],
    ["S1", "S2", "S10"],
    ["T1.S2", "T1.S10", "T2.S1"],
    ["1.2", "1.9", "1.10", "1.10.2", "1.10.10"],
    ["7.01", "7.01.02", "7.01.02.2.01", "7.01.02.2.01.0001", "7.01.02.2.02", "7.01.10"],
    ["", "1", "iki-2", "IKU", "IKU-2"],
    # A code is text, and the same number with another number of zeros is another code.
    ["7.01.02", "7.1.2", "7.01.03"],
]


def test_codes_stand_as_people_count() -> None:
    for kode in COUNTED:
        assert sorted(set(kode), key=order_kode) == kode


@given(st.text(), st.text())
def test_only_one_code_has_one_place(one: str, other: str) -> None:
    assert (order_kode(one) == order_kode(other)) is (one == other)


@given(st.lists(st.text(alphabet="S.-019a"), max_size=6))
def test_any_codes_can_be_sorted(kode: list[str]) -> None:
    once = sorted(kode, key=order_kode)
    kode.reverse()
    assert sorted(kode, key=order_kode) == once
