"""Words that are looked up in the index of the manual, and how the text writes them."""

from kinerja_desktop.domain.bantuan.baca import read_lembar
from kinerja_desktop.domain.bantuan.indeks import KataIndeks, list_indeks


def test_a_line_says_how_its_word_is_written() -> None:
    sheet = read_lembar("indeks", "# Indeks\n\nUntuk buku.\n\n- QR\n- Kop dan logo: kop, logo\n")
    assert list_indeks(sheet) == [KataIndeks("QR"), KataIndeks("Kop dan logo", ("kop", "logo"))]
