"""The struktur organisasi: where boxes and lines lie, checked as plain geometry."""

from itertools import combinations
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.documents.charts.org import OrgLayout, OrgPlace, arrange_org, org_height
from kinerja_desktop.documents.naskah.blocks import ChartBlock
from kinerja_desktop.domain.laporan.grafik import OrgBox, OrgChart
from tests.documents.charts.test_draw import words
from tests.documents.reading import render, texts

MM = 72 / 25.4
#: The width of the text on A4 standing.
WIDTH = 160 * MM


def post(title: str, *below: OrgBox) -> OrgBox:
    return OrgBox((title, "SITI RAHAYU, S.E.", "NIP 198003152005012003"), below)


SEKRETARIS = post(
    "SEKRETARIS", post("Kasubbag Umum dan Kepegawaian"), post("Kasubbag Perencanaan dan Keuangan")
)
KASI = tuple(
    post(f"Kasi {name}")
    for name in ("Pemerintahan", "Pelayanan Umum", "Pemberdayaan Masyarakat", "Ketenteraman")
)
LURAH = tuple(
    post(f"Lurah {name}", post("Sekretaris Lurah"))
    for name in (
        "Tompokersan", "Jogotrunan", "Ditotrunan", "Citrodiwangsan", "Kepuharjo", "Rogotrunan",
        "Jogoyudan",
    )
)  # fmt: skip
KECAMATAN = OrgChart("Struktur Organisasi", post("CAMAT", SEKRETARIS, *KASI))
WITH_LURAH = OrgChart("Struktur Organisasi", post("CAMAT", SEKRETARIS, *KASI, *LURAH))


def count(box: OrgBox) -> int:
    return 1 + sum(count(child) for child in box.children)


def title(place: OrgPlace) -> str:
    return " ".join("".join(f.text for f in line.fragments) for line in place.texts[0].lines)


def find(layout: OrgLayout, start: str) -> OrgPlace:
    return next(place for place in layout.boxes if title(place).startswith(start))


def check_geometry(chart: OrgChart, width: float) -> None:
    layout = arrange_org(chart, width)
    assert len(layout.boxes) == count(chart.root)
    for place in layout.boxes:
        assert place.left > -0.01
        assert place.left + place.width < width + 0.01
        assert place.bottom < layout.height + 0.01
        assert sum(text.height for text in place.texts) < place.height
    for one, other in combinations(layout.boxes, 2):
        is_beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        assert is_beside or one.bottom <= other.top or other.bottom <= one.top
    for place in layout.boxes[1:]:
        assert any(touches(place, line) for line in layout.lines)
    assert is_joined(layout)


def touches(place: OrgPlace, line: tuple[float, float, float, float]) -> bool:
    """Tell whether a line ends on the edge of a box."""
    return any(
        (
            (isclose(y, place.top) or isclose(y, place.bottom))
            and place.left - 0.01 <= x <= place.left + place.width + 0.01
        )
        or (
            (isclose(x, place.left) or isclose(x, place.left + place.width))
            and place.top - 0.01 <= y <= place.bottom + 0.01
        )
        for x, y in (line[:2], line[2:])
    )


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two level or upright lines have a point in common."""
    return all(
        max(min(one[k], one[k + 2]), min(other[k], other[k + 2]))
        <= min(max(one[k], one[k + 2]), max(other[k], other[k + 2])) + 0.01
        for k in (0, 1)
    )


def is_joined(layout: OrgLayout) -> bool:
    """Walk along the lines from the root and see whether every box is reached."""
    reached, todo = {0}, [0]
    lines = set(range(len(layout.lines)))
    while todo:
        box = layout.boxes[todo.pop()]
        front = {n for n in lines if touches(box, layout.lines[n])}
        while front:
            lines -= front
            for n, place in enumerate(layout.boxes):
                if n not in reached and any(touches(place, layout.lines[m]) for m in front):
                    reached.add(n)
                    todo.append(n)
            front = {n for n in lines if any(meet(layout.lines[n], layout.lines[m]) for m in front)}
    return len(reached) == len(layout.boxes)


@pytest.mark.parametrize("chart", [KECAMATAN, WITH_LURAH])
@pytest.mark.parametrize("width", [WIDTH, 560.0, 120 * MM, 60 * MM])
def test_boxes_never_overlap_lie_inside_and_are_joined(chart: OrgChart, width: float) -> None:
    check_geometry(chart, width)


TREES = st.recursive(
    st.builds(OrgBox, st.lists(st.text("abc ", max_size=40), max_size=3).map(tuple)),
    lambda inner: st.builds(OrgBox, st.just(("Kasi",)), st.lists(inner, max_size=8).map(tuple)),
    max_leaves=25,
)


@given(TREES, st.floats(100, 700))
def test_any_tree_finds_its_room(root: OrgBox, width: float) -> None:
    check_geometry(OrgChart("x", root), width)


def test_a_kecamatan_stands_side_by_side_with_the_camat_above_the_middle() -> None:
    layout = arrange_org(KECAMATAN, WIDTH)
    below = [find(layout, name) for name in ("SEKRETARIS", "Kasi Pem", "Kasi Pel", "Kasi Ket")]
    assert len({place.top for place in below}) == 1
    assert layout.boxes[0].middle == pytest.approx(WIDTH / 2)
    assert find(layout, "Kasubbag Umum").top > below[0].bottom


def test_no_box_is_narrower_than_26_mm_nor_its_type_smaller_than_7_points() -> None:
    for chart in (KECAMATAN, WITH_LURAH):
        layout = arrange_org(chart, WIDTH)
        assert min(place.width for place in layout.boxes) >= 26 * MM
        assert min(text.style.size for place in layout.boxes for text in place.texts) >= 7


def test_a_nip_is_not_broken() -> None:
    assert "NIP 198003152005012003" in words(WITH_LURAH)
    assert "198003152005012003" in " ".join(words(KECAMATAN)).split()


def test_many_posts_hang_at_both_sides_of_a_stem() -> None:
    layout = arrange_org(WITH_LURAH, WIDTH)
    left, right = find(layout, "SEKRETARIS"), find(layout, "Kasi Pem")
    assert left.top == right.top
    assert left.left + left.width < layout.boxes[0].middle < right.left


def test_the_height_is_the_one_that_is_drawn() -> None:
    layout = arrange_org(KECAMATAN, WIDTH)
    assert layout.height == max(place.bottom for place in layout.boxes)
    # The title above, and half a line's width.
    assert org_height(KECAMATAN, WIDTH) == pytest.approx(layout.height + 19)


def test_paper_and_screen_say_all_posts_even_when_there_is_little_height() -> None:
    page = "".join("".join(texts(render(ChartBlock(WITH_LURAH, height=60)))).split())
    for name in ("CAMAT", "SEKRETARIS", "Kasi Ketenteraman", "Lurah Jogoyudan"):
        assert "".join(name.split()) in page
        assert name in " ".join(words(WITH_LURAH))
