from kinerja_desktop.documents.fonts import MISSING, face_name, printable, text_width


def test_usual_text_stays_as_it_is() -> None:
    text = "Realisasi ≥ 90% × Rp1.234,00 – “baik” é"
    assert printable(text) == text


def test_what_the_font_lacks_is_replaced_visibly() -> None:
    assert printable("Baik \U0001f600!") == f"Baik {MISSING}!"
    assert printable("\u4e2d") == MISSING


def test_control_characters_are_replaced_and_line_ends_kept() -> None:
    assert printable("a\x00b\x07c") == f"a{MISSING}b{MISSING}c"
    assert printable("a\r\nb\rc\nd\te") == "a\nb\nc\nd e"


def test_right_to_left_text_is_replaced_and_not_set_backwards() -> None:
    assert printable("\u05e9\u05dc") == MISSING * 2
    assert printable("\u202eabc") == f"{MISSING}abc"


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    assert printable("a\ud83d") == f"a{MISSING}"


def test_letters_with_a_separate_accent_are_joined() -> None:
    assert printable("e\u0301") == "é"


def test_invisible_signs_from_web_pages_vanish() -> None:
    assert printable("kiner\u00adja\u200b\ufeff") == "kinerja"


def test_tick_boxes_have_look_alikes() -> None:
    assert printable("☐ Segera ☑ Biasa ✓") == "□ Segera √ Biasa √"


def test_faces_are_named_by_their_style() -> None:
    assert face_name(False, False) == "LiberationSans"
    assert face_name(True, False) == "LiberationSans-Bold"
    assert face_name(True, True) == "LiberationSans-BoldItalic"


def test_the_type_runs_as_wide_as_arial() -> None:
    # Arial's published widths: digits 556, space 278, capital A 667 of 1000.
    assert (
        text_width("0 A", "LiberationSans") == (556.15 + 277.83 + 666.99) / 1000
        or abs(text_width("0 A", "LiberationSans") - 1.501) < 0.001
    )
    assert text_width("0", "LiberationSans-Bold") > 0.55
