"""Looking for anything: every word must be there, the best fit comes first."""

import time

import pytest

from kinerja_desktop.domain.bantuan.cari import (
    MOST,
    IndeksCari,
    JenisTemuan,
    Temuan,
    first_sentence,
    fold,
)

J = JenisTemuan


def judul(groups: list[list[Temuan]]) -> list[list[str]]:
    return [[temuan.judul for temuan in group] for group in groups]


def test_case_marks_and_punctuation_do_not_matter() -> None:
    assert fold("Évaluasi Renja (E.81)") == "evaluasi renja e 81"
    assert fold("Prosedur_Penyusunan – SAKIP") == "prosedur penyusunan sakip"
    assert fold("  ") == ""


def test_every_word_must_be_there() -> None:
    index = IndeksCari.of(
        [
            Temuan(J.INDIKATOR, "Indeks Kepuasan Masyarakat", "IKU-1 Nilai"),
            Temuan(J.INDIKATOR, "Nilai SAKIP", "IKU-2 Nilai"),
        ]
    )
    assert judul(index.search("kepuasan indeks")) == [["Indeks Kepuasan Masyarakat"]]
    assert judul(index.search("iku-2")) == [["Nilai SAKIP"]]
    assert index.search("kepuasan sakip") == []
    assert index.search(" ") == []


@pytest.mark.parametrize("query", ["rencana aksi", "RENCANA  AKSI", "réncana aksi"])
def test_the_best_fit_comes_first(query: str) -> None:
    index = IndeksCari.of(
        [
            Temuan(J.BANTUAN, "Target", "Lihat Rencana Aksi"),
            Temuan(J.BANTUAN, "Prarencana aksinya"),
            Temuan(J.BANTUAN, "Aksi dan rencana"),
            Temuan(J.BANTUAN, "Rencana Aksi bulanan"),
            Temuan(J.BANTUAN, "Rencana Aksi"),
        ]
    )
    assert judul(index.search(query)) == [
        ["Rencana Aksi", "Rencana Aksi bulanan", "Aksi dan rencana", "Prarencana aksinya", "Target"]
    ]


def test_of_equal_fits_the_shorter_one_comes_first() -> None:
    index = IndeksCari.of(
        [Temuan(J.SURAT, "Undangan rapat evaluasi"), Temuan(J.SURAT, "Undangan rapat")]
    )
    assert judul(index.search("undangan")) == [["Undangan rapat", "Undangan rapat evaluasi"]]


def test_groups_stand_by_their_best_fit_then_in_the_order_of_the_window() -> None:
    index = IndeksCari.of(
        [
            Temuan(J.BANTUAN, "Surat"),
            Temuan(J.DOKUMEN, "Surat Pengantar"),
            Temuan(J.HALAMAN, "Surat"),
        ]
    )
    assert [group[0].jenis for group in index.search("surat")] == [J.HALAMAN, J.BANTUAN, J.DOKUMEN]


def test_of_each_kind_only_some_are_shown() -> None:
    index = IndeksCari.of(Temuan(J.INDIKATOR, f"Indikator {n}") for n in range(MOST + 5))
    (group,) = index.search("indikator")
    assert len(group) == MOST
    (group,) = index.search("indikator", most=2)
    assert len(group) == 2


def test_a_thousand_indicators_are_looked_through_within_fifty_milliseconds() -> None:
    words = ("Persentase penyelesaian pengaduan masyarakat di desa", "Indeks kepuasan layanan")
    rows = [Temuan(J.INDIKATOR, f"{words[n % 2]} {n}", f"IKU-{n} Persen") for n in range(1000)]
    index = IndeksCari.of(rows)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        assert index.search("persentase pengaduan desa 998")
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.05


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lengkap, misalnya Drs. Budi Santoso, M.Si.", "Lengkap, misalnya Drs. Budi Santoso, M.Si"),
        ("Plt. bila jabatannya kosong. Plh. bila berhalangan.", "Plt. bila jabatannya kosong"),
        ("Dari target IKU. Boleh kosong.", "Dari target IKU"),
        ("Satu saja", "Satu saja"),
    ],
)
def test_the_stop_of_a_title_ends_no_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


ANSWERS = IndeksCari.of(
    [
        Temuan(J.TINDAKAN, "Mencetak Perjanjian Kinerja", sebutan=("cetak pk",)),
        Temuan(J.TINDAKAN, "Camat baru", sebutan=("ganti camat",)),
        Temuan(J.TINDAKAN, "Kirim ke Bappeda"),
        Temuan(J.HALAMAN, "LKjIP"),
        Temuan(J.HALAMAN, "Realisasi"),
        Temuan(J.BANTUAN, "Capaian"),
    ]
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("cara cetak pk", "Mencetak Perjanjian Kinerja"),
        ("bagaimana mengganti camat", "Camat baru"),
        ("cara mengganti", "Camat baru"),
        ("di mana saya mengirim", "Kirim ke Bappeda"),
        ("lkip", "LKjIP"),
        ("realisasi tw 3", "Realisasi"),
        ("realisasi triwulan III", "Realisasi"),
        ("capian", "Capaian"),
        ("capaiann", "Capaian"),
        ("cpaaian", "Capaian"),
    ],
)
def test_a_question_is_answered_as_a_clerk_asks_it(query: str, first: str) -> None:
    assert judul(ANSWERS.search(query)) == [[first]]


@pytest.mark.parametrize("query", ["xyzzy", "cara", "bagaimana", "kpk", "capeen", "tw 3"])
def test_what_names_nothing_finds_nothing(query: str) -> None:
    assert ANSWERS.search(query) == []


def test_a_slip_is_forgiven_only_where_nothing_else_is_found() -> None:
    index = IndeksCari.of([Temuan(J.SURAT, "Capian"), Temuan(J.SURAT, "Capaian")])
    assert judul(index.search("capian")) == [["Capian"]]
