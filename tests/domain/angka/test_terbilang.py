"""Numbers in words, as Indonesian counts."""

import pytest

from kinerja_desktop.domain.angka.terbilang import write_banyaknya, write_terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (105, "seratus lima"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1111, "seribu seratus sebelas"),
        (25_300, "dua puluh lima ribu tiga ratus"),
    ],
)
def test_numbers_are_said_as_people_say_them(number: int, words: str) -> None:
    assert write_terbilang(number) == words


def test_a_count_stands_as_number_and_word() -> None:
    assert write_banyaknya(3, "berkas") == "3 (tiga) berkas"
