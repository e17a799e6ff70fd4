"""The Markdown of the help: what it says, and what it refuses by file and line."""

import pytest

from kinerja_desktop.domain.bantuan.baca import make_jangkar, read_lembar
from kinerja_desktop.domain.bantuan.istilah import find_arti, list_arti, list_istilah
from kinerja_desktop.domain.bantuan.lembar import BlokBantuan, KataBantuan, RupaBantuan

TEXT = """# Sasaran & target

Tekan **Tambah…** lalu
lihat [capaian](istilah#capaian).

## Tiga hal

1. Satu
   sambung
2. Dua
- Butir

![Beranda](gambar/beranda.png)
"""


def test_a_sheet_is_read_in_sections_and_blocks() -> None:
    sheet = read_lembar("halaman/x", TEXT)
    assert sheet.judul == "Sasaran & target"
    first, three = sheet.bagian
    assert (first.judul, first.jangkar) == ("", "")
    assert first.blok == (
        BlokBantuan(
            RupaBantuan.PARAGRAF,
            (
                KataBantuan("Tekan "),
                KataBantuan("Tambah…", tebal=True),
                KataBantuan(" lalu lihat "),
                KataBantuan("capaian", tautan="istilah#capaian"),
                KataBantuan("."),
            ),
        ),
    )
    assert (three.judul, three.jangkar) == ("Tiga hal", "tiga-hal")
    assert [(blok.rupa, blok.teks) for blok in three.blok] == [
        (RupaBantuan.NOMOR, "Satu sambung"),
        (RupaBantuan.NOMOR, "Dua"),
        (RupaBantuan.BUTIR, "Butir"),
        (RupaBantuan.GAMBAR, "Beranda"),
    ]
    assert three.blok[-1].gambar == "beranda.png"
    assert sheet.find("tiga-hal") is three
    assert sheet.find("hilang") is None
    assert [kata.teks for kata in sheet.all_kata() if kata.tebal] == ["Tambah…"]


def test_a_heading_becomes_an_anchor() -> None:
    assert make_jangkar("Plt. dan Plh.") == "plt-dan-plh"


def test_a_note_to_the_writer_is_not_shown() -> None:
    (first,) = read_lembar("x", "# X\n\nKata.\n<!-- sakip.md -->\nLagi.\n").bagian
    assert [blok.teks for blok in first.blok] == ["Kata.", "Lagi."]


def test_an_empty_sheet_has_no_sections() -> None:
    assert read_lembar("x", "# X\n").bagian == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Judul", "bantuan/x, line 1: the first line is # and the title"),
        ("# X\n\nA *miring*", "bantuan/x, line 3: '*' is not known here"),
        ("# X\n\n### Dalam", "bantuan/x, line 3: '#' is not known here"),
        ("# X\n\nA\nB `kode`", "bantuan/x, line 3: '`' is not known here"),
        ("# X\n\n| a | b |", "bantuan/x, line 3: '|' is not known here"),
        ("# X\n\n[kata](https://x.id)", "bantuan/x, line 3: '[' is not known here"),
        ("# X\n\n![a](foto.jpg)", "bantuan/x, line 3: a picture is"),
        ("# X\n\n- a\nb", "bantuan/x, line 4: a line of a list is indented"),
        ("# X\n\n> kutip", "bantuan/x, line 3: '>' is not known here"),
    ],
)
def test_what_is_not_known_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(ValueError, match="bantuan/x, line") as refused:
        read_lembar("x", text)
    assert str(refused.value).startswith(told)


GLOSSARY = "# Istilah\n\nKata.\n\n## Capaian\n\nHasil.\n\nDasar: PermenPANRB 53/2014.\n"


def test_a_word_of_the_glossary_has_what_it_rests_on() -> None:
    (word,) = list_istilah(read_lembar("istilah", GLOSSARY))
    assert (word.kata, word.jangkar) == ("Capaian", "capaian")
    assert [blok.teks for blok in word.blok] == ["Hasil."]
    assert word.dasar == "PermenPANRB 53/2014."


@pytest.mark.parametrize("text", ["# I\n\n## Capaian\n\nHasil.\n", "# I\n\n## Capaian\n"])
def test_a_word_that_rests_on_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bantuan/i: Capaian ends with Dasar"):
        list_istilah(read_lembar("i", text))


WARNINGS = (
    "# Arti\n\nKata.\n\n## Kosong\n\nIsi.\n\nTertulis: “belum diisi” “kosong”\n\n"
    "## Realisasi kosong\n\nIsi.\n\nTertulis: “realisasi belum diisi”\n"
)


def test_the_longest_words_tell_which_warning_it_is() -> None:
    kinds = list_arti(read_lembar("peringatan", WARNINGS))
    assert [kind.tertulis for kind in kinds] == [
        ("belum diisi", "kosong"), ("realisasi belum diisi",)
    ]  # fmt: skip
    found = find_arti(kinds, "IKM: Realisasi belum diisi")
    assert found is not None
    assert found.judul == "Realisasi kosong"
    found = find_arti(kinds, "Nomor belum diisi")
    assert found is not None
    assert found.judul == "Kosong"
    assert find_arti(kinds, "Semuanya baik") is None
