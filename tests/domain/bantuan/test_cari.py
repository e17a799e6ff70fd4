"""Looking for anything: every word must be there, the best fit comes first."""

import time

import pytest

from kinerja_desktop.domain.bantuan.cari import (
    MOST,
    IndeksCari,
    JenisTemuan,
    Temuan,
    first_sentence,
)

J = JenisTemuan


def judul(groups: list[list[Temuan]]) -> list[list[str]]:
    return [[temuan.judul for temuan in group] for group in groups]


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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cara cetak pk", ["Cetak PK"]),
        ("bagaimana mencetak pk", ["Cetak PK"]),
        ("di mana saya ingin mengirim surat", ["Kirim surat"]),
        ("kirim laporan", ["Mengirim laporan"]),
        ("cara", ["Cara hitung"]),
        ("cara hitung", ["Cara hitung"]),
        ("mengisi pk", []),
    ],
)
def test_question_words_and_prefixes_need_not_match(query: str, found: list[str]) -> None:
    titles = ("Cetak PK", "Kirim surat", "Mengirim laporan", "Cara hitung")
    index = IndeksCari.of(Temuan(J.BANTUAN, title) for title in titles)
    assert judul(index.search(query)) == ([found] if found else [])


def test_what_reads_as_it_was_typed_comes_before_other_forms() -> None:
    index = IndeksCari.of([Temuan(J.BANTUAN, "Kirim"), Temuan(J.BANTUAN, "Cara mengirim berkas")])
    assert judul(index.search("mengirim")) == [["Cara mengirim berkas", "Kirim"]]
    assert judul(index.search("kirim")) == [["Kirim", "Cara mengirim berkas"]]


@pytest.mark.parametrize(
    "query", ["tw 3", "tw3", "TW III", "tw. iii", "triwulan 3", "triwulan III", "triwulan ke-3"]
)
def test_a_triwulan_is_one_in_any_writing(query: str) -> None:
    """What is of every triwulan is of the third too, and comes behind it."""
    titles = ("Data TW II", "Data tiap triwulan", "Data TW III 2024", "Tahun 2024", "Tiga 3")
    index = IndeksCari.of(Temuan(J.SURAT, title) for title in titles)
    assert judul(index.search(query)) == [["Data TW III 2024", "Data tiap triwulan"]]


def test_a_triwulan_without_number_is_any() -> None:
    index = IndeksCari.of(Temuan(J.SURAT, title) for title in ("TW I", "Triwulan 4", "Tahun"))
    assert judul(index.search("tw")) == judul(index.search("triwulan")) == [["TW I", "Triwulan 4"]]


@pytest.mark.parametrize("query", ["lkip", "lakip", "LKjIP"])
def test_the_report_is_found_by_all_its_names(query: str) -> None:
    index = IndeksCari.of(
        Temuan(J.BANTUAN, title) for title in ("Isi LKIP", "Isi Lakip", "Isi LKjIP", "Isi PK")
    )
    (found,) = judul(index.search(query))
    assert sorted(found) == ["Isi LKIP", "Isi LKjIP", "Isi Lakip"]
    assert found[0].casefold() == f"isi {query}".casefold()


@pytest.mark.parametrize(
    "slip", ["capaiam", "capaan", "capaiian", "capiaan", "capean", "acpaian", "capaia nilai"]
)
def test_one_slip_in_a_word_is_forgiven(slip: str) -> None:
    index = IndeksCari.of([Temuan(J.BANTUAN, "Nilai capaian"), Temuan(J.BANTUAN, "Target")])
    assert judul(index.search(slip)) == [["Nilai capaian"]]


@pytest.mark.parametrize(
    "query",
    [
        "capiann",  # two slips
        "pkk", "dama",  # short: another word
        "20245",  # a number is not mistyped into another
        "capaian targwt sasaran",  # the last word stands nowhere
        "qwertyu",
    ],
)  # fmt: skip
def test_more_than_a_slip_finds_nothing(query: str) -> None:
    titles = ("Nilai capaian", "Target", "PK", "Dana", "Tahun 2024")
    assert IndeksCari.of(Temuan(J.BANTUAN, title) for title in titles).search(query) == []


def test_a_slip_is_looked_for_only_when_nothing_is_found() -> None:
    index = IndeksCari.of([Temuan(J.BANTUAN, "Nilai sakip"), Temuan(J.BANTUAN, "Isi lakip")])
    assert judul(index.search("sakip")) == [["Nilai sakip"]]
    # Both words stand somewhere: neither was mistyped.
    assert index.search("isi sakip") == []


def test_what_was_meant_is_in_the_order_of_what_was_typed_right() -> None:
    titles = ("Jumlah capaian", "Capaian tidak muncul", "Capaian")
    index = IndeksCari.of(
        [Temuan(J.BANTUAN, "Rumus", "dari capaian"), *(Temuan(J.BANTUAN, t) for t in titles)]
    )
    wanted = [["Capaian", "Capaian tidak muncul", "Jumlah capaian", "Rumus"]]
    assert judul(index.search("capean")) == judul(index.search("capaian")) == wanted


@pytest.mark.parametrize(
    "query", ["persentase pengaduan desa 998", "bagaimana persentse pengaduan desa 998"]
)
def test_a_thousand_indicators_are_looked_through_within_fifty_milliseconds(query: str) -> None:
    words = ("Persentase penyelesaian pengaduan masyarakat di desa", "Indeks kepuasan layanan")
    rows = [Temuan(J.INDIKATOR, f"{words[n % 2]} {n}", f"IKU-{n} Persen") for n in range(1000)]
    index = IndeksCari.of(rows)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        assert index.search(query)
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
