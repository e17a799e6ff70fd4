import pytest

from kinerja_desktop.domain.capaian.tempelan import Susunan, arrange

STORY = ("nilai", "pendorong", "penghambat", "tindak_lanjut", "penanggung_jawab", "batas_waktu")


@pytest.mark.parametrize(
    ("block", "kolom"),
    [
        ([["80", "Cuaca baik", "Banjir 2x"]], STORY[:3]),
        ([["80", "", "Banjir"]], STORY[:3]),
        ([["80", "x", "x", "x", "x", "1-2-2025", "lebih"]], (*STORY, "")),
        # Figures behind the realisasi are no faktor pendorong.
        ([["80", "88,9 %"]], ("nilai", "")),
        # The first column says what the plan says: it is the target.
        ([["90", "80"], ["95", "85"], ["7", "1"]], ("target", "nilai")),
        ([["90", "80", "Cuaca"]], ("target", "nilai", "pendorong")),
        ([["80"]], ("nilai",)),
        ([], ()),
    ],
)
def test_columns_are_known_by_their_place_and_what_stands_there(
    block: list[list[str]], kolom: tuple[str, ...]
) -> None:
    assert arrange(block, ["90", "95", "100"]) == Susunan(kolom)


def test_a_block_that_begins_at_the_target_has_it_first() -> None:
    assert arrange([["1", "2"]], ["90"], at_target=True) == Susunan(("target", "nilai"))


def test_a_heading_goes_before_everything() -> None:
    head = [
        "No",
        "Indikator",
        "Target\nTW II",
        "Realisasi TW II",
        "Realisasi s.d. TW II",
        "Kendala",
    ]
    found = arrange([head, ["1", "IKM", "90", "88", "88", "x", "lebih"]], ["90"])
    assert found == Susunan(("", "", "target", "nilai", "", "penghambat", ""), has_head=True)
