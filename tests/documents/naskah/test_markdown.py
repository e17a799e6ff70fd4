import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinerja_desktop.documents.naskah.blocks import Block, ImageBlock, Paragraph
from kinerja_desktop.documents.naskah.markdown import markdown_blocks
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import Run, plain
from kinerja_desktop.domain.markdown import escape_markdown
from tests.documents.pictures.made import logo_png
from tests.documents.reading import render, texts

HASH = "ab" * 32
PICTURE = logo_png()


def blocks_of(text: str) -> tuple[Block, ...]:
    return markdown_blocks(text, {HASH: PICTURE}.get)


def said(blocks: tuple[Block, ...]) -> str:
    """Return all words of the blocks in their order, without labels."""
    words: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                words.append(plain(block.text))
            case Table():
                if block.has_head:
                    words.extend(plain(column.title) for column in block.columns)
                words.extend(plain(cell.text) for row in block.rows for cell in row.cells)
            case ImageBlock():
                pass
            case _:
                raise AssertionError(block)
    return "\n".join(words)


def paragraphs(text: str) -> list[tuple[str, str, float]]:
    """Return label, words and place of each paragraph."""
    blocks = [block for block in blocks_of(text) if isinstance(block, Paragraph)]
    return [(block.label, plain(block.text), block.indent) for block in blocks]


def the_table(text: str) -> Table:
    (table,) = blocks_of(text)
    assert isinstance(table, Table)
    return table


def test_a_blank_line_parts_paragraphs_and_they_are_justified() -> None:
    assert blocks_of("Satu.\n\nDua.\n") == (
        Paragraph("Satu.", "justify"),
        Paragraph("Dua.", "justify"),
    )
    assert blocks_of("") == blocks_of(" \n\n ") == ()


@pytest.mark.parametrize("line_end", ["\n", "  \n", "\\\n", "\r\n", "\r"])
def test_a_line_end_is_a_line_end_on_the_paper(line_end: str) -> None:
    assert blocks_of(f"Satu{line_end}Dua") == (Paragraph("Satu\nDua", "justify"),)


def test_bold_and_italic_are_runs() -> None:
    (block,) = blocks_of("Nilai **sangat *baik*** dan _naik_ __pesat__.")
    assert isinstance(block, Paragraph)
    assert block.text == (
        Run("Nilai "),
        Run("sangat ", bold=True),
        Run("baik", bold=True, italic=True),
        Run(" dan "),
        Run("naik", italic=True),
        Run(" "),
        Run("pesat", bold=True),
        Run("."),
    )


def test_bold_goes_on_behind_a_line_end() -> None:
    (block,) = blocks_of("**Satu\nDua**")
    assert isinstance(block, Paragraph)
    assert block.text == (Run("Satu\nDua", bold=True),)


def test_bullets_and_numbers_are_nested_two_levels() -> None:
    assert paragraphs("- a\n  - b\n- c\n\n1. d\n   1. e\n   2. f\n2) g") == [
        ("•", "a", 0),
        ("–", "b", 7),
        ("•", "c", 0),
        ("1.", "d", 0),
        ("a.", "e", 7),
        ("b.", "f", 7),
        ("2)", "g", 0),
    ]


def test_a_list_counts_from_the_number_it_begins_with() -> None:
    assert [label for label, _, _ in paragraphs("7. a\n8. b")] == ["7.", "8."]
    assert [label for label, _, _ in paragraphs("- x\n\n  0. a\n  1. b")] == ["•", "0.", "a."]
    many = "- x\n" + "\n".join(f"  {number}. y" for number in range(1, 29))
    assert [label for label, _, _ in paragraphs(many)][-3:] == ["z.", "aa.", "ab."]


def test_equal_numbers_are_counted_and_any_other_is_kept() -> None:
    assert [label for label, _, _ in paragraphs("1. a\n1. b\n1. c")] == ["1.", "2.", "3."]
    years = paragraphs("2023. a\n2021. b\n2022. c")
    assert [label for label, _, _ in years] == ["2023.", "2021.", "2022."]


def test_a_long_number_has_room() -> None:
    (block,) = blocks_of("2024. Tahun lalu")
    assert isinstance(block, Paragraph)
    assert block.label == "2024."
    assert block.hang > 11  # five signs of 2,2 mm at 11 points


def test_items_of_a_list_stand_close_and_the_last_has_the_space_of_a_paragraph() -> None:
    spaces = [b.space_after for b in blocks_of("- a\n- b\n\nc") if isinstance(b, Paragraph)]
    assert spaces == [2, None, None]


def test_a_second_paragraph_of_an_item_hangs_below_the_first() -> None:
    assert paragraphs("- a\n\n  b\n\nc") == [("•", "a", 0), ("", "b", 7), ("", "c", 0)]


def test_an_empty_item_and_one_that_begins_with_something_else_keep_their_label() -> None:
    assert paragraphs("-\n- - a\n- 1. b")[:4] == [
        ("•", "", 0),
        ("•", "", 0),
        ("–", "a", 7),
        ("•", "", 0),
    ]
    label, picture, *_ = blocks_of(f"- ![]({'gambar:' + HASH})")
    assert isinstance(label, Paragraph)
    assert (label.label, isinstance(picture, ImageBlock)) == ("•", True)
    label, table = blocks_of("- | a |\n  |---|\n  | b |")
    assert isinstance(label, Paragraph)
    assert isinstance(table, Table)
    assert (label.label, len(table.columns)) == ("•", 1)


def test_lists_deeper_than_the_paper_can_show_lose_no_word() -> None:
    stairs = "\n".join("  " * depth + f"- x{depth}" for depth in range(60))
    assert [word.strip("- ") for word in said(blocks_of(stairs)).split("\n")] == [
        f"x{depth}" for depth in range(60)
    ]
    assert said(blocks_of("- " * 3000 + "akhir")).endswith("akhir")


def test_a_table_keeps_its_columns_and_their_sides() -> None:
    table = the_table("| Tahun | Nilai | Ket |\n|:--|--:|:-:|\n| 2023 | **81,5** | naik |")
    assert [plain(column.title) for column in table.columns] == ["Tahun", "Nilai", "Ket"]
    assert [column.align for column in table.columns] == ["left", "right", "center"]
    assert [cell.text for cell in table.rows[0].cells] == [
        "2023",
        (Run("81,5", bold=True),),
        "naik",
    ]
    assert table.grid
    assert table.has_head


def test_a_wordy_column_is_wider_but_not_without_end() -> None:
    table = the_table(f"| No | Uraian |\n|---|---|\n| 1 | {'kata ' * 100} |")
    assert [column.weight for column in table.columns] == [6, 40]


def test_cells_beyond_the_heads_are_kept_and_missing_ones_are_empty() -> None:
    table = the_table("| a | b |\n|---|---|\n| 1 | 2 | *3* \\| 4 |\n| 5 |")
    assert [[plain(cell.text) for cell in row.cells] for row in table.rows] == [
        ["1", "2", "3 | 4"],
        ["5", "", ""],
    ]
    assert len(table.columns) == 3
    table = the_table("a | b\n---|---\n1 | 2 | 3")
    assert [plain(cell.text) for cell in table.rows[0].cells] == ["1", "2", "3"]


def test_a_head_without_words_is_no_head() -> None:
    table = the_table("| | |\n|---|---|\n| a | b |")
    assert not table.has_head


def test_a_picture_stands_between_the_words_with_its_caption_below() -> None:
    blocks = blocks_of(f"Sebelum\n![Rapat *koordinasi*](gambar:{HASH})\nsesudah")
    assert blocks == (
        Paragraph("Sebelum", "justify"),
        ImageBlock(PICTURE, alt="Rapat koordinasi"),
        Paragraph("Rapat koordinasi", "center", italic=True, space_after=8),
        Paragraph("sesudah", "justify"),
    )


def test_a_picture_without_words_has_no_caption() -> None:
    assert blocks_of(f"![](gambar:{HASH})") == (ImageBlock(PICTURE),)


def test_a_picture_between_bold_words_leaves_no_white() -> None:
    first, _, second = blocks_of(f"a **b** ![](gambar:{HASH}) **c** d")
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text == (Run("a "), Run("b", bold=True))
    assert second.text == (Run("c", bold=True), Run(" d"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("![Rapat](gambar:00)", "[Gambar tidak ditemukan: Rapat]"),
        ("![](gambar:00)", "[Gambar tidak ditemukan]"),
        ("![Foto](C:/foto.png)", "[Gambar tidak ditemukan: Foto C:/foto.png]"),
        ('![Rapat](gambar:00 "di aula")', "[Gambar tidak ditemukan: Rapat di aula]"),
    ],
)
def test_a_missing_picture_says_so(text: str, sentence: str) -> None:
    assert said(blocks_of(text)) == sentence


def test_a_picture_in_a_table_says_that_it_cannot_stand_there() -> None:
    table = the_table(f"| a |\n|---|\n| ![Rapat](gambar:{HASH}) |")
    cell = table.rows[0].cells[0]
    assert cell.text == "[Gambar tidak dapat ditaruh di dalam tabel: Rapat]"


@pytest.mark.parametrize(
    "text",
    [
        "# Judul",
        "Judul\n---",
        "> kutipan",
        "```\nkode\n```",
        "`kode` &amp; <b>tebal</b>",
        "[tautan](http://a.id) <http://b.id>",
        "[a]: http://c.id",
        "***",
        "<!-- catatan -->",
    ],
)
def test_what_is_not_in_the_subset_stands_as_it_was_typed(text: str) -> None:
    assert blocks_of(text) == (Paragraph(text, "justify"),)


def test_the_words_of_a_picture_may_hold_brackets() -> None:
    for words, caption in (("Rapat [1]", "Rapat [1]"), (r"Rapat \[awal", "Rapat [awal")):
        (_, below) = blocks_of(f"![{words}](gambar:{HASH})")
        assert isinstance(below, Paragraph)
        assert below.text == caption


def test_thousands_of_pictures_that_are_never_closed_take_no_time() -> None:
    started = time.perf_counter()
    assert said(blocks_of("![" * 20_000)) == "![" * 20_000
    assert time.perf_counter() - started < 5


def test_thousands_of_opened_pictures_do_not_break_it() -> None:
    assert "dalam" in said(blocks_of("![" * 2000 + "dalam" + "](gambar:1)" * 2000))


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("*_|-+.)(1:\\\n\n  ![]<>#`~&;\t\r"),
        st.characters(codec="utf-8"),
        st.sampled_from("אبé\U0001f600\x00\x07\u202e\u2028"),
    ),
    max_size=120,
)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


@given(ANY_TEXT)
@example("a" * 10_000)
@example("kata " * 2000)
@example("| a |\n|---|\n| b | c |\n| d | e | f")
@example("- 1. - | a |\n|-|\nb | c")
def test_every_letter_is_said_in_its_order(text: str) -> None:
    # Nothing in such a text is an address, so no letter belongs to markup.
    assert letters(said(blocks_of(text.replace("](", "] (")))) == letters(text)


@given(ANY_TEXT)
def test_any_text_becomes_blocks_even_where_it_names_pictures(text: str) -> None:
    blocks_of(f"{text}![{text}](gambar:{HASH})\n{text}")


@given(ANY_TEXT)
@example("A*B_c")
@example("- a\n1. b\n+ c\n10) d")
@example("a|b\n--")
@example("a|b\n:-:|---")
@example("![a](gambar:b) \\* \\")
@example("__init__ a_b _c_")
@example("a  \nb")
@example("Nilai SAKIP (A)\n\n> 80")
def test_escaped_data_is_said_as_it_is(text: str) -> None:
    blocks = blocks_of(escape_markdown(text))
    assert not any(block.label for block in blocks if isinstance(block, Paragraph))
    assert said(blocks).split() == text.replace("\0", "�").split()


@given(ANY_TEXT)
def test_escaped_data_is_said_as_it_is_between_other_words_and_in_a_cell(text: str) -> None:
    data = " ".join(text.replace("\0", "").split())
    (block,) = blocks_of(f"Nilai **x {escape_markdown(data)} y** tercapai.")
    assert isinstance(block, Paragraph)
    assert plain(block.text) == " ".join(f"Nilai x {data} y".split(" ")) + " tercapai."
    table = the_table(f"| a | b |\n|---|---|\n| x {escape_markdown(data)} | y |")
    assert [plain(cell.text).split() for cell in table.rows[0].cells] == [
        ["x", *data.split()],
        ["y"],
    ]


def test_harmless_signs_get_no_backslash() -> None:
    for text in ("Nilai IKM (81,5) - baik", "kode_unik", "7.01.02 2.07", "A & B < C > D # 1"):
        assert escape_markdown(text) == text


def test_the_paper_shows_lists_tables_and_pictures() -> None:
    text = f"Awal\n\n1. satu\n   - dua\n\n| a | b |\n|---|---|\n| 3 | 4 |\n\n![Foto](gambar:{HASH})"
    (page,) = texts(render(*blocks_of(text)))
    words = ["Awal", "1.", "satu", "–", "dua", "3", "4", "Foto"]
    places = [page.index(word) for word in words]
    assert all(first < second for first, second in pairwise(places))


def test_an_empty_table_can_be_printed() -> None:
    assert "kosong" in texts(render(*blocks_of("| kosong |\n|---|")))[0]
