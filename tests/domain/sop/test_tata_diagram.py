"""Where symbols and lines lie; the laws hold for any SOP, on any pages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.sop.diagram import Diagram, Simbol, name_segi_lima, plan_diagram
from kinerja_desktop.domain.sop.langkah import Keterlibatan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.tata_diagram import (
    Bentuk,
    Bidang,
    Garis,
    TataDiagram,
    Titik,
    Tulisan,
    lay_out_diagram,
    min_tinggi,
)
from tests.domain.sop.contoh import CANDIPURO, PENGUKURAN, PENGUMPULAN, load, make_langkah, make_sop

UNIT = 10.0
WIDTH = 80.0
HEIGHT = 60.0
BAND = 26.0
KODE = ("STAF", "SEKRETARIS", "CAMAT")


def pages(sop: Sop, *breaks: int) -> list[TataDiagram]:
    """Lay out an SOP with columns 80 wide, rows 60 high, and pages beginning at `breaks`."""
    diagram = plan_diagram(sop)
    names = name_segi_lima(diagram, frozenset(breaks))
    return [
        lay_out_diagram(diagram, bidang(diagram, start, end), names)
        for start, end in pairwise((0, *breaks, len(diagram.baris)))
    ]


def bidang(diagram: Diagram, start: int, end: int) -> Bidang:
    rows = [(n * HEIGHT, (n + 1) * HEIGHT) for n in range(end - start)]
    return Bidang(
        kolom=[n * WIDTH for n in range(len(diagram.kolom) + 1)],
        baris=rows,
        awal=start,
        satuan=UNIT,
        pita_atas=-BAND / 2,
        pita_bawah=rows[-1][1] + BAND / 2,
    )


def find(tata: TataDiagram, sequence: int) -> Bentuk:
    """The main symbol of a step, which is drawn first."""
    return next(shape for shape in tata.bentuk if shape.sequence == sequence)


def signs(tata: TataDiagram) -> list[str]:
    return sorted(s.teks for s in tata.bentuk if s.simbol is Simbol.SEGI_LIMA)


def test_symbols_stand_in_the_middle_of_column_and_row() -> None:
    first = find(pages(load(CANDIPURO))[0], 1)
    assert (first.simbol, first.x, first.y, first.teks) == (Simbol.KAPSUL, 40, 30, "Mulai")
    third = find(pages(load(CANDIPURO))[0], 3)
    assert (third.simbol, third.x, third.y) == (Simbol.KOTAK, 3 * 80 + 40, 2 * 60 + 30)


def test_the_corners_of_the_shapes() -> None:
    def corners(simbol: Simbol) -> tuple[Titik, ...]:
        return Bentuk(simbol, 50, 50, 20, 10).sudut()

    assert corners(Simbol.KOTAK) == ((40, 45), (60, 45), (60, 55), (40, 55))
    assert corners(Simbol.BELAH_KETUPAT) == ((50, 45), (60, 50), (50, 55), (40, 50))
    assert corners(Simbol.SEGI_LIMA) == ((40, 45), (60, 45), (60, 51), (50, 55), (40, 51))


def test_a_decision_needs_a_higher_row() -> None:
    rows = plan_diagram(load(CANDIPURO)).baris
    assert min_tinggi(rows[7]) > min_tinggi(rows[6]) > 0


def test_an_asterisk_marks_what_was_deduced() -> None:
    tata = pages(load(PENGUKURAN))[0]
    assert [shape.teks for shape in tata.bentuk if shape.sequence in (1, 2)] == [
        "Mulai*", "*", "", "",
    ]  # fmt: skip


def test_only_who_does_the_step_is_drawn_dark() -> None:
    tata = pages(load(PENGUKURAN))[0]
    # Step 5: Kasubbag Keuangan and Staf are both pelaksana; step 6: Kasubbag goes along.
    assert [shape.is_ringan for shape in tata.bentuk if shape.sequence == 5] == [False, False]
    assert [shape.is_ringan for shape in tata.bentuk if shape.sequence == 6] == [False, True]


def test_a_penerima_is_joined_with_an_arrow_one_after_the_other() -> None:
    tata = pages(load(PENGUKURAN))[0]
    main, sekretaris, camat = (shape for shape in tata.bentuk if shape.sequence == 2)
    assert Garis(((main.kanan, 90), (sekretaris.kiri, 90))) in tata.garis
    assert Garis(((sekretaris.kanan, 90), (camat.kiri, 90))) in tata.garis


def test_who_goes_along_is_joined_by_a_light_line_without_arrow() -> None:
    tata = pages(load(PENGUKURAN))[0]
    main, staf = (shape for shape in tata.bentuk if shape.sequence == 4)
    joined = Garis(((main.kiri, 210), (staf.kanan, 210)), is_panah=False, is_ringan=True)
    assert joined in tata.garis


def test_the_flow_goes_straight_down_within_a_column() -> None:
    tata = pages(load(CANDIPURO))[0]
    three, four = find(tata, 3), find(tata, 4)
    assert Garis(((280, three.bawah), (280, four.atas))) in tata.garis


def test_the_flow_changes_columns_in_the_white_above_the_row_line() -> None:
    tata = pages(load(CANDIPURO))[0]
    nine, ten = find(tata, 9), find(tata, 10)
    level = 9 * HEIGHT - 0.45 * UNIT
    points = ((120, nine.bawah), (120, level), (360, level), (360, ten.atas))
    assert Garis(points) in tata.garis


def test_a_way_back_runs_up_beside_its_column_and_down_into_its_aim() -> None:
    tata = pages(load(CANDIPURO))[0]
    eight, six = find(tata, 8), find(tata, 6)
    lane, level = 160 - 0.065 * WIDTH, 5 * HEIGHT + 0.45 * UNIT
    back = ((eight.kanan, eight.y), (lane, eight.y), (lane, level), (280, level), (280, six.atas))
    assert Garis(back) in tata.garis


def words(tata: TataDiagram) -> list[tuple[str, bool]]:
    return [(word.teks, word.is_kanan) for word in tata.tulisan]


def test_decisions_are_labelled_ya_and_tidak() -> None:
    assert words(pages(load(CANDIPURO))[0]) == [("Ya", False), ("Tidak", True)]
    # In Pengumpulan the way back is at the left, so its word begins there.
    assert words(pages(load(PENGUMPULAN))[0]) == [("Ya", False), ("Tidak", False)]


def test_ya_stands_away_from_a_flow_that_turns_right() -> None:
    sop = make_sop(
        make_langkah(1, "STAF", is_start=True),
        make_langkah(2, "STAF", kembali_ke=1),
        make_langkah(3, "CAMAT", is_end=True),
    )
    ya = next(word for word in pages(sop)[0].tulisan if word.teks == "Ya")
    assert ya.is_kanan
    assert ya.x < find(pages(sop)[0], 2).x


def test_a_way_back_from_below_leaves_the_lower_edge_of_the_decision() -> None:
    mendampingi = Keterlibatan.MENDAMPINGI
    both = (("STAF", mendampingi), ("CAMAT", mendampingi))
    for aim, side in (("STAF", -1), ("CAMAT", 1)):
        sop = make_sop(
            make_langkah(1, aim, is_start=True),
            make_langkah(2, "SEKRETARIS", kembali_ke=1, others=both),
            make_langkah(3, "STAF", is_end=True),
        )
        tata = pages(sop)[0]
        diamond = find(tata, 2)
        start = (diamond.x + side * diamond.lebar / 4, diamond.y + diamond.tinggi / 4)
        back = next(line for line in tata.garis if line.titik[0] == start)
        assert back.titik[-1] == (find(tata, 1).x, find(tata, 1).atas)


def test_the_flow_goes_on_over_a_page_through_segi_lima() -> None:
    upper, lower = pages(load(CANDIPURO), 8)
    assert signs(upper) == signs(lower) == ["A"]
    down = find(upper, 8)
    top_of_sign = 8 * HEIGHT + BAND / 2 - 1.7 * UNIT / 2
    assert Garis(((120, down.bawah), (120, top_of_sign))) in upper.garis
    nine = find(lower, 9)
    assert Garis(((120, -BAND / 2 + 1.7 * UNIT / 2), (120, nine.atas))) in lower.garis


def test_a_way_back_over_a_page_ends_in_a_segi_lima_and_begins_in_its_twin() -> None:
    upper, lower = pages(load(PENGUKURAN), 7)
    assert signs(upper) == signs(lower) == ["A", "B", "C"]
    lane = 3 * WIDTH + 0.065 * WIDTH
    ends = {line.titik[-1] for line in lower.garis}
    assert (lane, -BAND / 2 + 1.7 * UNIT / 2) in ends
    starts = {line.titik[0] for line in upper.garis}
    assert (lane, 7 * HEIGHT + BAND / 2 - 1.7 * UNIT / 2) in starts


def test_a_page_between_both_ends_of_a_way_back_shows_nothing_of_it() -> None:
    sop = make_sop(
        make_langkah(1, "STAF", is_start=True),
        make_langkah(2, "STAF"),
        make_langkah(3, "CAMAT", kembali_ke=1),
        make_langkah(4, "STAF", is_end=True),
    )
    first, second, third, _ = pages(sop, 1, 2, 3)
    assert (signs(first), signs(second), signs(third)) == (["A", "D"], ["A", "B"], ["B", "C", "D"])


def test_ways_back_that_share_a_lane_show_one_segi_lima() -> None:
    sop = make_sop(
        make_langkah(1, "STAF", is_start=True),
        make_langkah(2, "CAMAT", kembali_ke=1),
        make_langkah(3, "CAMAT", kembali_ke=1),
        make_langkah(4, "STAF", is_end=True),
    )
    assert [signs(page) for page in pages(sop, 1)] == [["A", "B"], ["A", "B"]]


@st.composite
def sops(draw: st.DrawFn) -> Sop:
    """Any SOP of three columns: who does a step, who takes part, where decisions go back to."""
    count = draw(st.integers(2, 9))
    steps = []
    for n in range(1, count + 1):
        others = draw(
            st.lists(
                st.tuples(st.sampled_from(KODE), st.sampled_from(Keterlibatan)),
                max_size=2,
                unique_by=lambda other: other[0],
            )
        )
        back = draw(st.none() | st.integers(1, n - 1)) if n > 1 else None
        steps.append(
            make_langkah(
                n,
                draw(st.sampled_from(KODE)),
                kembali_ke=back,
                others=tuple(others),
                is_start=n == 1,
                is_end=n == count,
            )
        )
    return make_sop(*steps)


def is_inside(point: Titik, shape: Bentuk) -> bool:
    dx = abs(point[0] - shape.x) / (shape.lebar / 2)
    dy = abs(point[1] - shape.y) / (shape.tinggi / 2)
    if shape.simbol is Simbol.BELAH_KETUPAT:
        return dx + dy < 0.99
    return max(dx, dy) < 0.99


def along(line: Garis) -> list[Titik]:
    return [
        (a[0] + (b[0] - a[0]) * n / 40, a[1] + (b[1] - a[1]) * n / 40)
        for a, b in pairwise(line.titik)
        for n in range(41)
    ]


@given(sops(), st.sets(st.integers(1, 8)))
def test_no_line_runs_through_a_symbol_and_all_stays_in_place(sop: Sop, cuts: set[int]) -> None:
    breaks = sorted(cut for cut in cuts if cut < len(sop.langkah))
    for tata in pages(sop, *breaks):
        symbols = [s for s in tata.bentuk if s.simbol is not Simbol.SEGI_LIMA]
        for line in tata.garis:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.titik))
            assert all(a != b for a, b in pairwise(line.titik))
            assert not any(is_inside(point, s) for point in along(line) for s in symbols)
        for shape in symbols:
            assert shape.kiri // WIDTH == shape.kanan // WIDTH
            assert shape.atas // HEIGHT == shape.bawah // HEIGHT


@given(sops(), st.sets(st.integers(1, 8)))
def test_every_step_is_drawn_once_and_every_segi_lima_has_its_twin(
    sop: Sop, cuts: set[int]
) -> None:
    breaks = sorted(cut for cut in cuts if cut < len(sop.langkah))
    drawn = pages(sop, *breaks)
    main = [find(page, step.sequence) for page in drawn for step in sop.langkah if any(
        shape.sequence == step.sequence for shape in page.bentuk)]  # fmt: skip
    assert [shape.sequence for shape in main] == [step.sequence for step in sop.langkah]
    letters = [letter for page in drawn for letter in signs(page)]
    assert all(letters.count(letter) >= 2 for letter in letters)


@given(sops())
def test_on_one_page_every_way_on_and_back_is_one_line(sop: Sop) -> None:
    (tata,) = pages(sop)
    joined = sum(len(row.lain) for row in plan_diagram(sop).baris)
    decisions = sum(step.is_decision for step in sop.langkah)
    assert len(tata.garis) == joined + len(sop.langkah) - 1 + decisions
    assert sum(word.teks == "Tidak" for word in tata.tulisan) == decisions
    assert all(isinstance(word, Tulisan) for word in tata.tulisan)
