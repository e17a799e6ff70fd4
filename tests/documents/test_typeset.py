import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.documents.typeset import Line, Style, TextBox, set_text

STYLE = Style(10)


def words_of(box: TextBox) -> list[str]:
    return ["".join(part.text for part in line.fragments) for line in box.lines]


def test_words_fill_lines_up_to_the_width() -> None:
    # Ten figures of 5,56 points and a space of 2,78: two words of five need 58,4 points.
    assert words_of(set_text("11111 22222 33333", 58.5, STYLE)) == ["11111 22222", "33333"]
    assert words_of(set_text("11111 22222 33333", 58.3, STYLE)) == ["11111", "22222", "33333"]


def test_a_line_end_starts_a_new_line_and_an_empty_text_has_one_line() -> None:
    assert words_of(set_text("a\n\nb", 100, STYLE)) == ["a", "", "b"]
    assert words_of(set_text("", 100, STYLE)) == [""]


def test_a_long_word_breaks_after_a_slash_or_hyphen() -> None:
    box = set_text("pencegahan/penanggulangan", 70, STYLE)
    assert words_of(box)[0] == "pencegahan/"


def test_a_code_that_has_no_room_breaks_after_a_stop() -> None:
    assert words_of(set_text("7.01.01.2.02.0005", 75, STYLE)) == ["7.01.01.2.02.", "0005"]
    # A stop that ends no figure is no place to break.
    assert words_of(set_text("x.yyyyyyyyyyy", 50, STYLE))[0].startswith("x.y")


def test_a_long_word_without_signs_breaks_between_letters() -> None:
    box = set_text("x" * 100, 50, STYLE)
    assert "".join(words_of(box)) == "x" * 100
    assert all(line.width <= 50.01 for line in box.lines)


def test_a_long_word_in_two_faces_keeps_them() -> None:
    box = set_text((Run("a" * 12), Run("b" * 12, bold=True)), 60, STYLE)
    assert "".join(words_of(box)) == "a" * 12 + "b" * 12
    faces = {part.face for line in box.lines for part in line.fragments}
    assert faces == {"LiberationSans", "LiberationSans-Bold"}


def test_a_column_narrower_than_a_letter_holds_one_letter_each() -> None:
    assert words_of(set_text("abc", 1, STYLE)) == ["a", "b", "c"]


def test_runs_without_a_space_between_them_stay_one_word() -> None:
    box = set_text((Run("Kinerja", bold=True), Run(", dan lain")), 500, STYLE)
    assert words_of(box) == ["Kinerja, dan lain"]
    assert [part.text for part in box.lines[0].fragments] == ["Kinerja", ", dan lain"]


def test_the_first_line_is_indented() -> None:
    box = set_text("11111 22222 33333", 58.5, STYLE, first_indent=10)
    assert words_of(box) == ["11111", "22222 33333"]
    assert [line.indent for line in box.lines] == [10, 0]


def test_a_box_is_cut_between_lines() -> None:
    upper, lower = set_text("a\nb\nc", 50, STYLE).cut(2)
    assert (words_of(upper), words_of(lower)) == (["a", "b"], ["c"])
    assert upper.height == pytest.approx(24)
    assert upper.lines_within(23.9) == 1
    assert upper.lines_within(-5) == 0


@given(
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=80),
    st.floats(8, 300),
)
def test_no_letter_is_lost_and_no_line_too_wide(text: str, width: float) -> None:
    box = set_text(text, width, STYLE)
    assert "".join("".join(words_of(box)).split()) == "".join(text.split())
    # A letter alone may be wider than the column.
    assert all(line.width <= width + 0.02 or is_one_letter(line) for line in box.lines)


def is_one_letter(line: Line) -> bool:
    return len("".join(part.text for part in line.fragments)) == 1
