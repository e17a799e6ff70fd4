"""Texts of a package, and a word in them."""

from typing import Any

from kinerja_desktop.domain.penerimaan.narasi import NarasiMasuk, find_word, list_narasi

DATA: dict[str, Any] = {
    "dokumen": [
        {
            "judul": "Pengukuran Kinerja Tahun 2024",
            "data": {
                "indikator": [
                    {
                        "uraian": "IKM",
                        "narasi": {
                            "tahun": {
                                "pendorong": "Petugas dilatih", "penghambat": "",
                                "tindak_lanjut": "Loket kedua",
                            }
                        },
                    }
                ]
            },
        },
        {
            "judul": "LKjIP Tahun 2024",
            "data": {
                "kerangka": {"bagian": [{"kunci": "isu", "judul": "Isu Strategis"}]},
                "tulisan": [["isu@1", {"teks": "Banjir"}], ["lain", {"teks": "Jalan"}],
                            ["kosong", {"teks": ""}]],
            },
        },
        {"judul": "Penetapan IKU", "data": {"pdf": "0"}},
    ]
}  # fmt: skip


def test_stories_and_sections_are_texts_and_what_is_empty_is_none() -> None:
    assert list(list_narasi(DATA)) == [
        NarasiMasuk("IKM", "Faktor pendorong", "Petugas dilatih"),
        NarasiMasuk("IKM", "Rencana tindak lanjut", "Loket kedua"),
        NarasiMasuk("LKjIP Tahun 2024", "Isu Strategis", "Banjir"),
        NarasiMasuk("LKjIP Tahun 2024", "lain", "Jalan"),
    ]


def test_a_word_is_quoted_with_what_is_around_it() -> None:
    text = NarasiMasuk("IKM", "x", f"{'a' * 80} BANJIR\n besar {'b' * 80}")
    assert find_word(text, "banjir  Besar") == f"…{'a' * 59} BANJIR besar {'b' * 59}…"
    assert find_word(NarasiMasuk("IKM", "x", "Banjir"), "banjir") == "Banjir"
    assert find_word(text, "kering") == ""
