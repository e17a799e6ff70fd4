"""The index of the manual leads to what tells most of a word, the best page in bold."""

from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.documents.papers.indeks_panduan import (
    EntriIndeks,
    build_index,
    find_entries,
)
from kinerja_desktop.domain.bantuan.baca import read_lembar
from kinerja_desktop.domain.bantuan.indeks import KataIndeks
from kinerja_desktop.domain.bantuan.istilah import IstilahBantuan

FINAL = read_lembar(
    "bab/final",
    "# Final dan cetak\n\nKertas yang final.\n\n## Printer\n\nPeriksa printer dan QR.\n",
)
KIRIM = read_lembar("bab/kirim", "# Mengirim\n\nQR, QR, dan sekali lagi QR. Kopi saja.\n")
DOKUMEN = read_lembar("halaman/dokumen", "# Dokumen\n\nYang final. Final!\n\n## Lain\n\nSemua.\n")


def find(*words: KataIndeks, istilah: tuple[IstilahBantuan, ...] = ()) -> list[EntriIndeks]:
    return find_entries(words, istilah, [FINAL, KIRIM], [DOKUMEN])


def test_what_has_the_word_in_its_heading_comes_first() -> None:
    (entry,) = find(KataIndeks("Final"))
    assert entry.keys == ("bab/final#", "halaman/dokumen#")


def test_else_what_says_it_most() -> None:
    (entry,) = find(KataIndeks("QR"))
    assert entry.keys == ("bab/kirim#", "bab/final#printer")


def test_a_word_is_found_by_what_the_text_says_and_not_within_another() -> None:
    assert find(KataIndeks("Kop dan logo", ("kop", "logo"))) == []
    (entry,) = find(KataIndeks("Cetakan", ("printer", "pencetak")))
    assert entry.keys == ("bab/final#printer",)


def test_a_word_of_the_glossary_stands_there_too() -> None:
    words = (
        IstilahBantuan("Plt. dan Plh.", "plt-dan-plh", (), "Permendagri 1/2023"),
        IstilahBantuan("Printer", "printer", (), "cara kerja program"),
    )
    assert find(istilah=words) == [
        EntriIndeks("Plt. dan Plh.", ("istilah#plt-dan-plh",)),
        EntriIndeks("Printer", ("bab/final#printer", "istilah#printer")),
    ]


def test_a_word_of_the_glossary_may_be_written_otherwise() -> None:
    word = IstilahBantuan("Pencetakan", "pencetakan", (), "cara kerja program")
    (entry,) = find(KataIndeks("Pencetakan", ("printer",)), istilah=(word,))
    assert entry.keys == ("bab/final#printer", "istilah#pencetakan")


def test_where_a_word_is_explained_comes_first_whatever_names_it_oftener() -> None:
    (entry,) = find(KataIndeks("QR", (), "bab/final#printer"))
    assert entry.keys == ("bab/final#printer", "bab/kirim#")
    (entry,) = find(KataIndeks("QR", (), "halaman/dokumen"))
    assert entry.keys[0] == "halaman/dokumen#"


def test_no_more_places_than_one_looks_up() -> None:
    sheets = [read_lembar(f"bab/b{n}", f"# Bab {n}\n\nKata pagu.\n") for n in range(9)]
    (entry,) = find_entries([KataIndeks("Pagu")], (), sheets, ())
    assert entry.keys == ("bab/b0#", "bab/b1#", "bab/b2#", "bab/b3#")


def test_the_best_page_is_bold_and_the_pages_stand_in_order() -> None:
    entries = [
        EntriIndeks("Final", ("b", "a", "c")), EntriIndeks("QR", ("a",)), EntriIndeks("SOP", ("c",))
    ]  # fmt: skip
    table = build_index(entries, {"a": "3", "b": "12", "c": "3"}, 10)
    first, second = table.rows
    assert first.cells[0].text == (
        Run("Final  "), Run(""), Run("3"), Run(", "), Run("12", bold=True)
    )  # fmt: skip
    assert first.cells[1].text == (Run("SOP  "), Run(""), Run("3", bold=True))
    assert second.cells[1].text == ""
