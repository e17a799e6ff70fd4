"""Realisasi belongs to the budget line and is summed upward once (`docs/sakip.md` §4.9)."""

from decimal import Decimal

from kinerja_desktop.domain.anggaran.rincian_anggaran import (
    RealisasiRupiah,
    Simpul,
    add_up,
    find_counted,
    find_double,
    find_topmost,
    roll_up,
)
from kinerja_desktop.domain.angka.periode import Periode

LINES = [
    Simpul("s2", "7.01.01.2.01.0002", "Sub 2", "sub_kegiatan", "k"),
    Simpul("p", "7.01.01", "Program", "program"),
    Simpul("k", "7.01.01.2.01", "Kegiatan", "kegiatan", "p"),
    Simpul("s1", "7.01.01.2.01.0001", "Sub 1", "sub_kegiatan", "k"),
    Simpul("q", "7.01.02", "Program lain", "program", "hilang"),
]


def test_amounts_are_summed_upward() -> None:
    rows = roll_up(
        LINES, {"s1": Decimal(10), "s2": Decimal(5), "q": Decimal(7)}, {"s1": Decimal(4)}
    )
    assert [(r.simpul.id, r.tingkat, r.pagu, r.realisasi) for r in rows] == [
        ("p", 0, 15, 4),
        ("k", 1, 15, 4),
        ("s1", 2, 10, 4),
        ("s2", 2, 5, None),
        ("q", 0, 7, None),
    ]


def test_lines_stand_as_people_count() -> None:
    lines = [Simpul(kode, kode, "", "program") for kode in ("7.1.10", "7.1.2", "7.1.2.1")]
    assert [row.simpul.kode for row in roll_up(lines, {}, {})] == ["7.1.2", "7.1.2.1", "7.1.10"]


def test_an_amount_above_others_is_not_counted_twice() -> None:
    pagu: dict[str, Decimal | None] = {"p": Decimal(99), "s1": Decimal(10), "s2": None}
    assert roll_up(LINES, pagu, {})[0].pagu == 10
    assert find_double(LINES, {"k": Decimal(9), "s1": Decimal(10)}) == [LINES[2]]


def test_a_line_counts_where_nothing_below_it_does_however_deep() -> None:
    amounts: dict[str, Decimal | None] = {
        "p": Decimal(99), "s1": Decimal(10), "s2": None, "q": Decimal(1), "lain": Decimal(5),
    }  # fmt: skip
    assert find_counted(LINES, amounts) == {"s1", "q", "lain"}
    circle = [Simpul("a", "1", "", "", "b"), Simpul("b", "2", "", "", "a")]
    assert find_counted(circle, {"a": Decimal(1)}) == set()


def test_realisasi_is_taken_up_to_the_end_of_the_period() -> None:
    spent = RealisasiRupiah((Decimal(1), Decimal(2), None, Decimal(4)))
    assert spent.sampai(Periode(2025, 2)) == 3
    assert spent.sampai(Periode(2025, 3)) == 3
    assert spent.sampai(Periode(2025)) == 7


def test_a_figure_for_the_whole_year_says_nothing_of_its_triwulan() -> None:
    spent = RealisasiRupiah((None, None, None, None), Decimal(9))
    assert spent.sampai(Periode(2025)) == 9
    assert spent.sampai(Periode(2025, 1)) is None


def test_nothing_entered_is_not_zero() -> None:
    assert add_up([None, None]) is None
    assert add_up([None, Decimal(0)]) == 0


def test_of_a_line_and_those_below_it_only_the_highest_counts() -> None:
    assert find_topmost(LINES, {"p", "k", "s1", "q"}) == {"p", "q"}
    assert find_topmost(LINES, {"s1", "s2"}) == {"s1", "s2"}
    assert find_topmost(LINES, {"p", "s1"}) == {"p"}
    assert find_topmost(LINES, set()) == set()


def test_lines_that_are_their_own_ancestors_do_not_hold_us_up() -> None:
    ring = [Simpul("a", "1", "A", "program", "b"), Simpul("b", "2", "B", "program", "a")]
    assert find_topmost(ring, {"a"}) == {"a"}
