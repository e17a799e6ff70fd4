"""All sentences of the sample and of four made-up offices, read as an evaluator would.

`docs/sakip.md` §7.8.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import BarisBagian, read_lkjip
from tests.services.lkjip.made_up import FILLERS, TAHUN
from tests.services.lkjip.office import TAHUN as TAHUN_CONTOH
from tests.services.lkjip.office import bagian, tell_stories

OFFICES: dict[str, Callable[[Office], None]] = {**FILLERS, "contoh": fill_sample}
#: Every sentence says something of its subject: a verb with its prefix, or a word that does it.
_PREDICATE = re.compile(
    r"\b(?:(?:me|di|ter|ber|mem|men|per)[a-z]{3,}|adalah|sebesar|belum|tidak|tetap|naik|turun|sama|"
    r"sudah|yaitu|ialah|wajib|berupa)\b"
)
_ENDS = re.compile(r"(?<=[.!?…])(?<!Kec\.)\s+(?=[A-Z*(])")
_OLD = (
    "Penyebabnya:", "(lebih baik)", "(kurang baik)", "Sisa anggaran", "dihitung atas", "Tidak ada:",
    "dinaikkan ke", "dibatasi", "PROGRAM ", "Tidak terdapat standar",
)  # fmt: skip


@pytest.fixture(params=list(OFFICES))
def drafts(request: pytest.FixtureRequest, office: Office) -> list[BarisBagian]:
    OFFICES[request.param](office)
    if request.param == "contoh":
        tell_stories(office)
    return [row for row in read_lkjip(office, TAHUN).bagian if row.tampil and row.draf]


def sentences(text: str) -> Iterator[str]:
    """The sentences of the paragraphs; what stands in a list is data."""
    for block in text.split("\n\n"):
        if not block.startswith(("- ", "1. ")):
            yield from _ENDS.split(block)


def shape(sentence: str) -> str:
    """A sentence without its names and figures."""
    named = re.sub(r"\*\*.+?\*\*", "X", sentence)
    return re.sub(r"[−\d][\d.,]*%?", "0", named)


def test_every_sentence_ends_and_has_a_predicate(drafts: list[BarisBagian]) -> None:
    told = [sentence for row in drafts for sentence in sentences(row.draf)]
    assert len(told) > 20
    assert [text for text in told if not _PREDICATE.search(text)] == []
    assert [text for text in told if not text.endswith((".", ":", "…"))] == []


def test_nothing_is_said_in_the_old_words_and_a_minus_is_no_hyphen(
    drafts: list[BarisBagian],
) -> None:
    text = "\n".join(row.draf for row in drafts)
    assert [words for words in _OLD if words in text] == []
    assert re.findall(r"(?<![\w–-])-\d", text) == []


def test_the_same_thing_is_said_once(drafts: list[BarisBagian]) -> None:
    for row in drafts:
        nameless = [re.sub(r"\*\*.+?\*\*", "X", text) for text in sentences(row.draf)]
        long = [text for text in nameless if "X" in text and not re.search(r"\d[.,%]\d?", text)]
        assert len(long) == len(set(long)), row.judul


def test_neighbours_have_sentences_of_different_shapes(drafts: list[BarisBagian]) -> None:
    for row in drafts:
        if not row.kunci.startswith(("analisis_1", "analisis_2", "analisis_3", "analisis_4")):
            continue
        first = [shape(_ENDS.split(block)[0]) for block in row.draf.split("\n\n")]
        assert all(a != b for a, b in pairwise(first)), row.judul


def test_an_obstacle_of_3_000_letters_is_one_sentence_in_the_ikhtisar(office: Office) -> None:
    FILLERS["enam puluh"](office)
    isi = read_lkjip(office, TAHUN)
    told = "Sebagian desa terlambat menyerahkan data kependudukan (lihat Bab III)."
    assert f"- {told}\n" in bagian(isi, "ikhtisar").draf
    assert f"Hal ini disebabkan oleh s{told[1:]}" in bagian(isi, "kesimpulan").draf
    assert len(bagian(isi, "ikhtisar").draf) < 2_000
    masalah = bagian(isi, "strategi_masalah").draf
    assert f"dan 37 (tiga puluh tujuh) indikator lain: {told}" in masalah


def test_of_forty_below_target_the_ten_lowest_are_listed(office: Office) -> None:
    """70 … 79 of 90; the lowest is 77,78."""
    FILLERS["enam puluh"](office)
    text = bagian(read_lkjip(office, TAHUN), "capaian").draf
    lines = [line for line in text.split("\n") if line.startswith("- ")]
    assert len(lines) == 10
    assert lines[0] == "- Persentase layanan 1 yang selesai tepat waktu: 77,78% (Tinggi)"
    assert "10 yang capaiannya paling rendah adalah sebagai berikut" in text


def test_what_sixty_indicators_share_is_told_once_per_sasaran(office: Office) -> None:
    FILLERS["enam puluh"](office)
    rows = [row for row in read_lkjip(office, TAHUN).bagian if row.kunci.startswith("analisis_4@")]
    assert {row.draf for row in rows} == {
        "Untuk kelima indikator sasaran ini, data standar nasional belum diisi."
    }


def test_falling_indicators_words_and_the_floor(office: Office) -> None:
    """`docs/sakip.md` §7.8: 4 of 5 hari; 25 of 10 pengaduan; predikat B of BB."""
    FILLERS["campuran"](office)
    isi = read_lkjip(office, TAHUN)
    text = "\n".join(row.draf for row in isi.bagian if row.kunci.startswith("analisis_"))
    for words in (
        "Target tercapai: realisasi 1 hari lebih cepat daripada target.",
        "Batas target terlampaui sebanyak 15 pengaduan, sehingga target belum tercapai.",
        "hasil hitung −50,00%, dicatat 0% sesuai batas bawah",
        "Pada tahun 2024 **Nilai SAKIP** memperoleh predikat B",
    ):
        assert words in text


def test_the_mean_of_the_sample_is_told_in_the_words_of_the_pattern(muncar: Office) -> None:
    """`docs/sakip.md` §7.8; 102,88 is what Muncar itself prints as the mean of its nine (§14)."""
    tell_stories(muncar)
    report = read_lkjip(muncar, TAHUN_CONTOH)
    told = (
        "Rata-rata capaian kinerja mencapai 102,88% (kategori Sangat Tinggi), dihitung dari "
        "seluruh 9 (sembilan) indikator."
    )
    assert told in bagian(report, "ikhtisar").draf
    assert not any("9 dari 9" in row.draf for row in report.bagian)
