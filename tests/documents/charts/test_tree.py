"""A Pohon Kinerja is drawn whole: nothing cut off, nothing on top of another, nothing lost."""

from collections import Counter
from itertools import combinations

import pytest
from reportlab.graphics.shapes import String

from kinerja_desktop.documents.charts.draw import draw_chart, natural_height
from kinerja_desktop.documents.charts.tree import arrange_tree, tree_strip
from kinerja_desktop.documents.charts.tree_sheets import cut_chart
from kinerja_desktop.domain.laporan.grafik import TreeChart
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM
from kinerja_desktop.domain.laporan.pohon_kinerja import IndikatorPohon, SimpulKinerja, walk

LEVELS = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
#: The text of an F4 page lying across with margins of 15, 12 and 18 mm.
WIDTH, HEIGHT = 850.0, 524.0


def indikator(*names: str) -> tuple[IndikatorPohon, ...]:
    return tuple(IndikatorPohon(name, "%", BELUM) for name in names)


def chart_of(*akar: SimpulKinerja, levels: tuple[str, ...] = LEVELS) -> TreeChart:
    return TreeChart("Pohon Kinerja", levels, akar)


def office(sasaran: int, programs: int, kegiatan: int, subs: int) -> SimpulKinerja:
    """Return a tree in which every box has one indicator with a number of its own."""
    count = iter(range(10_000))

    def box(tingkat: str, *anak: SimpulKinerja) -> SimpulKinerja:
        number = next(count)
        name = f"Persentase desa yang menyelesaikan laporan tepat waktu nomor {number}"
        return SimpulKinerja(
            tingkat, f"Kinerja {tingkat} {number}", indikator(name), "Kasi Pemerintahan", anak
        )

    return box(
        "tujuan",
        *(
            box(
                "sasaran",
                *(
                    box(
                        "program",
                        *(
                            box("kegiatan", *(box("sub_kegiatan") for _ in range(subs)))
                            for _ in range(kegiatan)
                        ),
                    )
                    for _ in range(programs)
                ),
            )
            for _ in range(sasaran)
        ),
    )


def words_of(chart: TreeChart) -> str:
    shapes = draw_chart(chart, WIDTH, natural_height(chart, WIDTH)).contents
    return " ".join(shape.text for shape in shapes if isinstance(shape, String))


@pytest.fixture(params=[(1, 0, 0, 0), (3, 2, 2, 2), (4, 3, 2, 1)])
def tree(request: pytest.FixtureRequest) -> SimpulKinerja:
    return office(*request.param)


def test_every_indicator_stands_once_on_the_sheets(tree: SimpulKinerja) -> None:
    sheets = cut_chart(chart_of(tree), WIDTH, HEIGHT, 50, 150)
    found = Counter(
        item.uraian for sheet in sheets for simpul in walk(sheet.akar) for item in simpul.indikator
    )
    assert found == Counter(item.uraian for simpul in walk((tree,)) for item in simpul.indikator)


def test_a_sheet_fits_its_page_and_leaves_room_for_the_signature(tree: SimpulKinerja) -> None:
    sheets = cut_chart(chart_of(tree), WIDTH, HEIGHT, 50, 150)
    heights = [natural_height(sheet, WIDTH) for sheet in sheets]
    assert all(height <= HEIGHT for height in heights)
    assert heights[0] <= HEIGHT - 50
    assert heights[-1] <= HEIGHT - 150


def test_no_box_lies_on_another_and_none_beside_the_page(tree: SimpulKinerja) -> None:
    for sheet in cut_chart(chart_of(tree), WIDTH, HEIGHT):
        boxes = arrange_tree(sheet, WIDTH).boxes
        assert all(box.left >= 0 and box.left + box.width <= WIDTH + 0.01 for box in boxes)
        for one, other in combinations(boxes, 2):
            is_beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            is_below = (
                one.top + one.words.height <= other.top or other.top + other.words.height <= one.top
            )
            assert is_beside or is_below


def test_a_line_joins_every_box_with_what_it_brings_about() -> None:
    tree = office(2, 1, 0, 0)
    layout = arrange_tree(chart_of(tree, levels=("tujuan", "sasaran", "program")), WIDTH)
    # Of each box that has others below it: one from its edge, one down the gap, one to each.
    assert len(layout.lines) == (2 + 2) + (2 + 1) * 2
    assert not arrange_tree(chart_of(SimpulKinerja("tujuan", "T")), WIDTH).lines


def test_the_tujuan_and_what_leads_on_is_repeated_on_every_sheet() -> None:
    tree = office(3, 2, 2, 2)
    sheets = cut_chart(chart_of(tree), WIDTH, HEIGHT)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        (top,) = sheet.akar
        assert top.kinerja == tree.kinerja
        assert top.catatan == ("" if number == 1 else "lanjutan")
        title = f"Pohon Kinerja (lembar {number} dari {len(sheets)})"
        assert sheet.title == ("" if number == 1 else title)


def test_a_sasaran_that_fits_a_sheet_is_not_cut() -> None:
    tree = office(3, 1, 2, 1)
    sheets = cut_chart(chart_of(tree), WIDTH, 260)
    assert len(sheets) > 1
    for sasaran in tree.anak:
        shown = [s for s in sheets for box in walk(s.akar) if box.kinerja == sasaran.kinerja]
        assert len(shown) == 1


def test_a_sasaran_with_sixty_indicators_goes_on_in_further_boxes() -> None:
    names = [f"Persentase layanan kecamatan yang terselesaikan nomor {n}" for n in range(60)]
    tree = SimpulKinerja("tujuan", "T", anak=(SimpulKinerja("sasaran", "S", indikator(*names)),))
    sheets = cut_chart(chart_of(tree, levels=("tujuan", "sasaran")), WIDTH, HEIGHT, 50, 150)
    found = [
        (box.catatan, len(box.indikator))
        for sheet in sheets
        for box in walk(sheet.akar)
        if box.tingkat == "sasaran"
    ]
    assert [note for note, _ in found] == ["", *["lanjutan"] * (len(found) - 1)]
    assert sum(count for _, count in found) == 60
    assert all(natural_height(sheet, WIDTH) <= HEIGHT for sheet in sheets)


def test_words_are_written_whole() -> None:
    long = "Terwujudnya pelayanan publik kecamatan yang cepat, mudah, dan akuntabel " * 3
    box = SimpulKinerja(
        "tujuan", long.strip(), indikator(long.strip()), "Camat", catatan="lanjutan"
    )
    words = words_of(chart_of(box))
    joined = " ".join(words.split())
    assert joined.count("Terwujudnya pelayanan publik") == 6
    assert "(lanjutan)" in joined
    assert "Penanggung jawab: Camat" in joined
    assert "TUJUAN" in joined


def test_a_box_that_fits_no_page_is_drawn_smaller_than_cut() -> None:
    endless = SimpulKinerja("tujuan", "Kata " * 2500, indikator("A"))
    (sheet,) = cut_chart(chart_of(endless, levels=("tujuan",)), WIDTH, HEIGHT)
    drawing = draw_chart(sheet, WIDTH, HEIGHT)
    lowest = min(shape.y for shape in drawing.contents if isinstance(shape, String))
    assert lowest >= 0


def test_a_second_sheet_says_which_it_is() -> None:
    sheets = cut_chart(chart_of(office(3, 2, 2, 2)), WIDTH, HEIGHT)
    assert f"Pohon Kinerja (lembar 2 dari {len(sheets)})" in words_of(sheets[1])


def test_without_boxes_there_are_no_sheets() -> None:
    assert cut_chart(chart_of(levels=()), WIDTH, HEIGHT) == []
    assert tree_strip((), 100) == 0
