from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.diagram import (
    Alir,
    Diagram,
    Kembali,
    Simbol,
    name_segi_lima,
    plan_diagram,
)
from kinerja_desktop.domain.sop.langkah import Keterlibatan, PeranLangkah
from tests.domain.sop.contoh import CANDIPURO, PENGUKURAN, PENGUMPULAN, load, make_langkah, make_sop

PENERIMA, MENDAMPINGI = Keterlibatan.PENERIMA, Keterlibatan.MENDAMPINGI


def plan(name: str) -> Diagram:
    return plan_diagram(load(name))


def test_first_and_last_step_are_kapsul_decisions_belah_ketupat_the_rest_kotak() -> None:
    symbols = [row.utama.simbol for row in plan(PENGUKURAN).baris]
    box, diamond, capsule = Simbol.KOTAK, Simbol.BELAH_KETUPAT, Simbol.KAPSUL
    assert symbols == [
        capsule, box, box, box, box, box, box, diamond, box, diamond, box, capsule,
    ]  # fmt: skip
    assert [row.utama.teks for row in plan(PENGUKURAN).baris if row.utama.teks] == [
        "Mulai",
        "Selesai",
    ]


def test_the_main_symbol_stands_in_the_column_of_the_pelaksana() -> None:
    # Columns: Camat, Sekretaris, Kasi / Kasubag, TIM SAKIP, Staf (`docs/sakip.md` §8.5, seed 001).
    assert [row.utama.kolom for row in plan(CANDIPURO).baris] == [0, 1, 3, 3, 3, 3, 3, 1, 1, 4]


def test_the_others_of_a_row_stand_from_left_to_right_in_theirs() -> None:
    second = plan(PENGUKURAN).baris[1]
    assert [(item.kolom, item.sebagai) for item in second.lain] == [(3, PENERIMA), (4, PENERIMA)]
    assert all(item.simbol is Simbol.KOTAK and not item.is_utama for item in second.lain)


def test_who_has_no_column_is_not_drawn() -> None:
    # Step 5 of Lumajang is done with "Kasubbag lain" and "Kasi", who have none.
    assert [item.kolom for item in plan(PENGUKURAN).baris[4].lambang] == [2, 1]


def test_someone_named_twice_in_a_row_is_drawn_once() -> None:
    twice = replace(
        make_langkah(1, is_start=True, is_end=True),
        peran=(
            PeranLangkah("STAF", Keterlibatan.PELAKSANA),
            PeranLangkah("STAF", Keterlibatan.PENERIMA),
        ),
    )
    assert plan_diagram(make_sop(twice)).baris[0].lain == ()


def test_the_way_on_leaves_from_where_the_work_was_handed_to() -> None:
    # Step 2 hands the letter to the Camat (column 4), who acts in step 3.
    assert plan(PENGUKURAN).alir[1] == Alir(1, 4)
    # Step 1 of Candipuro: the Camat orders, the Sekretaris goes on.
    assert plan(CANDIPURO).alir[0] == Alir(0, 1)
    # Step 9 hands to the Camat, but Staf goes on, who is not in that row: from the main symbol.
    assert plan(CANDIPURO).alir[8] == Alir(8, 1)


def test_a_decision_goes_on_with_ya_from_its_own_symbol() -> None:
    assert plan(CANDIPURO).alir[7] == Alir(7, 1, "Ya")


def test_a_way_back_leaves_on_the_side_where_it_leads_to() -> None:
    # Sekretaris (3) and Camat (4) send back to Staf (1), to the left.
    assert plan(PENGUKURAN).kembali == (Kembali(7, 5, False), Kembali(9, 5, False))
    # Sekretaris (1) sends back to Tim SAKIP (3), to the right.
    assert plan(CANDIPURO).kembali == (Kembali(7, 5, True),)


def test_a_way_back_avoids_the_side_on_which_someone_is_joined() -> None:
    # The Sekretaris is joined at the right of step 5, which goes back within its own column.
    assert plan(PENGUMPULAN).kembali == (Kembali(4, 3, False),)


def test_a_way_back_leaves_from_below_when_both_sides_are_taken() -> None:
    sop = make_sop(
        make_langkah(1, "STAF", is_start=True),
        make_langkah(
            2, "SEKRETARIS", kembali_ke=1,
            others=(("STAF", MENDAMPINGI), ("CAMAT", MENDAMPINGI)),
        ),
        make_langkah(3, "STAF", is_end=True),
    )  # fmt: skip
    assert plan_diagram(sop).kembali == (Kembali(1, 0, False, is_bawah=True),)


def two_ways_back(aims: tuple[int, int]) -> Diagram:
    return plan_diagram(
        make_sop(
            make_langkah(1, "STAF", is_start=True),
            make_langkah(2, "STAF"),
            make_langkah(3, "SEKRETARIS", kembali_ke=aims[0]),
            make_langkah(4, "SEKRETARIS", kembali_ke=aims[1]),
            make_langkah(5, "STAF", is_end=True),
        )
    )


def test_ways_back_to_different_steps_run_beside_each_other() -> None:
    assert [back.jalur for back in two_ways_back((2, 1)).kembali] == [0, 1]
    assert [back.jalur for back in two_ways_back((1, 1)).kembali] == [0, 0]


def test_what_was_deduced_is_marked_until_confirmed() -> None:
    assert all(row.is_disimpulkan for row in plan(PENGUKURAN).baris)
    assert [row.sequence for row in plan(CANDIPURO).baris if row.is_disimpulkan] == [8, 10]
    assert not any(row.is_disimpulkan for row in plan_diagram(make_sop()).baris)


def test_lines_that_cross_a_page_get_letters_in_the_order_of_their_rows() -> None:
    diagram = plan(PENGUKURAN)
    names = name_segi_lima(diagram, frozenset({7, 10}))
    assert names == {
        diagram.alir[6]: "A",  # to step 8, on the next page
        diagram.kembali[0]: "B",  # from step 8 back to 6
        diagram.alir[9]: "C",
        diagram.kembali[1]: "D",
    }


def test_without_a_page_break_nothing_is_cut() -> None:
    assert name_segi_lima(plan(PENGUKURAN), frozenset()) == {}


@pytest.mark.parametrize(
    ("aims", "letters"), [((1, 1), ["A", "B", "B"]), ((2, 1), ["A", "B", "C"])]
)
def test_ways_back_that_share_their_lane_share_the_letter(
    aims: tuple[int, int], letters: list[str]
) -> None:
    assert sorted(name_segi_lima(two_ways_back(aims), frozenset({2})).values()) == letters


def test_after_z_comes_aa() -> None:
    middle = [make_langkah(n) for n in range(2, 31)]
    sop = make_sop(make_langkah(1, is_start=True), *middle, make_langkah(31, is_end=True))
    names = name_segi_lima(plan_diagram(sop), frozenset(range(1, 31)))
    assert list(names.values())[24:28] == ["Y", "Z", "AA", "AB"]
