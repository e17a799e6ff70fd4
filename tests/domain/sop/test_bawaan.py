"""The five SOPs that travel with the program say what the papers say (`docs/sakip.md` §8.5)."""

import re
from collections import Counter

import pytest

from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN, sop_to_json
from kinerja_desktop.domain.sop.langkah import Satuan, Tindakan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.paths import resource
from tests.domain.sop.contoh import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    load,
)


def column(sop: Sop, name: str) -> list[str]:
    return [getattr(langkah, name).tercetak for langkah in sop.langkah]


def decisions(sop: Sop) -> dict[int, int | None]:
    return {step.sequence: step.kembali_ke for step in sop.langkah if step.is_decision}


@pytest.mark.parametrize(
    ("name", "steps", "menit", "hari", "jam", "sisa"),
    [
        (PENGUKURAN, 12, 5575, 12, 0, 175),
        (CANDIPURO, 10, 3155, 6, 7, 35),
        (PERENCANAAN, 11, 5565, 12, 0, 165),
        (PASRUJAMBE, 13, 723, 0, 0, 723),
        (PENGUMPULAN, 7, 6795, 15, 0, 45),
    ],
)
def test_steps_and_times_add_up_as_printed(
    name: str, steps: int, menit: int, hari: int, jam: int, sisa: int
) -> None:
    sop = load(name)
    assert len(sop.langkah) == steps
    assert sum(langkah.waktu.to_menit() for langkah in sop.langkah) == menit
    printed = {Satuan.HARI: hari, Satuan.JAM: jam, Satuan.MENIT: sisa}
    for satuan, total in printed.items():
        times = [langkah.waktu.nilai for langkah in sop.langkah if langkah.waktu.satuan is satuan]
        assert sum(times) == total


def test_the_printed_numbers_stay_even_when_they_return() -> None:
    assert column(load(PENGUKURAN), "no") == [
        str(n) for n in (1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11)
    ]
    assert column(load(CANDIPURO), "no") == [str(n) for n in range(1, 11)]
    assert column(load(PERENCANAAN), "no") == [str(n) for n in range(1, 12)]
    assert column(load(PASRUJAMBE), "no") == [str(n) for n in range(1, 14)]
    assert column(load(PENGUMPULAN), "no") == ["1", ")", "3", "4", "5", "6", "6"]


def test_decisions_and_where_they_go_back() -> None:
    assert decisions(load(PENGUKURAN)) == {8: 6, 10: 6}
    assert decisions(load(CANDIPURO)) == {8: 6}
    assert decisions(load(PERENCANAAN)) == {7: 5, 9: 5}
    assert decisions(load(PASRUJAMBE)) == {6: 5, 9: 5}
    assert decisions(load(PENGUMPULAN)) == {5: 4}


def test_only_candipuro_says_its_decision_in_words() -> None:
    explicit = [
        (name, step.sequence)
        for name in BERKAS_BAWAAN
        for step in load(name).langkah
        if step.keputusan and not step.keputusan.disimpulkan
    ]
    assert explicit == [(CANDIPURO, 8)]
    assert all(
        step.keputusan.kembali_disimpulkan
        for name in BERKAS_BAWAAN
        for step in load(name).langkah
        if step.keputusan
    )


def test_the_missing_activity_of_candipuro_stays_empty_with_a_usulan_beside_it() -> None:
    uraian = load(CANDIPURO).get_langkah(10).uraian
    assert uraian.tercetak == ""
    assert uraian.usulan == "Membuat surat pengantar penyampaian Dokumen Laporan Kinerja"


def test_the_identical_rows_of_pasrujambe_are_not_merged() -> None:
    sop = load(PASRUJAMBE)
    words = "Penandatanganan dokumen Lakip oleh Kepala Kantor"
    assert sop.get_langkah(9).uraian.tercetak == sop.get_langkah(10).uraian.tercetak == words


def test_words_copied_from_another_sop_stay() -> None:
    outputs = column(load(PENGUKURAN), "output")
    assert outputs == [
        *["Surat Edaran"] * 4, "Form Rencana Kinerja",
        *["Draft Rencana Kinerja"] * 4, *["Rencana Kinerja"] * 3,
    ]  # fmt: skip
    assert load(PENGUKURAN).get_langkah(12).output.usulan == (
        "Dokumen Pengukuran Kinerja; tanda terima Bappeda"
    )


def test_words_damaged_by_the_scanner_stay() -> None:
    sop = load(PENGUMPULAN)
    assert sop.identitas.nama_sop.tercetak == "Prosedﬁr Pengumpulan Data Kinerja"
    assert sop.get_langkah(2).kelengkapan.tercetak == ". . 1. E Y Z:ratedtiaran PP"
    assert sop.get_langkah(3).output.tercetak == "c a'};atah pembagian tugas"
    assert all(step.ocr_mentah for step in sop.langkah)


def test_no_legible_word_of_the_scan_is_lost_and_none_added() -> None:
    """Seed 004 was put together cell by cell: its cells hold the very words of the scan."""

    def count(*texts: str | None) -> Counter[str]:
        # Shorter ones are rules and dirt of the scan.
        return Counter(word for text in texts for word in re.findall(r"[A-Za-z]{3,}", text or ""))

    for step in load(PENGUMPULAN).langkah:
        cells = (step.uraian, step.kelengkapan, step.output)
        printed = count(*(cell.tercetak for cell in cells), step.waktu.teks)
        assert printed == count(step.ocr_mentah), step.sequence


def test_the_word_that_the_scan_put_on_a_line_of_its_own_stays() -> None:
    """Seed 004, step 4: "… seksi yang" and, lines below, "ada"."""
    uraian = load(PENGUMPULAN).get_langkah(4).uraian
    assert uraian.tercetak == (
        "Mempersiapkan untuk pengumpulan Data kinerja bersama seluruh kasubbag dan seksi yang ada"
    )
    assert (uraian.usulan or "").endswith("seluruh Kasubbag dan Seksi yang ada")


def test_spaces_of_the_source_stay() -> None:
    sop = load(PENGUKURAN)
    assert sop.get_peran("KASUBBAG_KEU").tercetak == "Kasubbag  Keuangan"
    assert "utama( IKU)" in (sop.get_langkah(4).uraian.tercetak or "")
    assert "seluruh     Pejabat" in (sop.get_langkah(11).uraian.tercetak or "")


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        (PENGUKURAN, ["Staf Penerima Surat", "Staf", "Kasubbag  Keuangan", "Sekretaris", "Camat"]),
        (CANDIPURO, ["Camat", "Sekretaris", "Kasi / Kasubag", "TIM SAKIP", "Staf"]),
        (PERENCANAAN, ["Staf Penerima Surat", "Staf", "Kasubbag  Keuangan", "Sekretaris", "Camat"]),
        (PASRUJAMBE, ["Camat", "Sekcam", "Kasi/Kasubbag", "staff"]),
        (PENGUMPULAN, ["Staf Penerima Surat", "Staf", "Kasubbag  Keuangan", "Sekretaris", "Camat"]),
    ],
)
def test_each_office_has_its_own_columns(name: str, columns: list[str]) -> None:
    assert [peran.tercetak for peran in load(name).kolom] == columns


def test_only_candipuro_names_who_does_a_step() -> None:
    for name in BERKAS_BAWAAN:
        for step in load(name).langkah:
            named = name == CANDIPURO and step.sequence < 10
            assert all(p.disimpulkan is not named for p in step.peran)


def test_the_columns_that_the_scanner_lost_are_marked_as_inferred() -> None:
    sop = load(PENGUMPULAN)
    assert all(peran.disimpulkan for peran in sop.kolom)
    assert sop.kepala_tabel.is_disimpulkan


@pytest.mark.parametrize(
    ("name", "field", "words"),
    [
        (PENGUKURAN, "nomor_sop", "427.90/26/01/2024"),
        (PENGUKURAN, "tanggal_revisi", "26 Januari2024"),
        (PENGUKURAN, "tanggal_efektif", "1 Pebruari 2024"),
        (PENGUKURAN, "disahkan_oleh_nama", "Drs. DEDWI SUPRAPTO, M.Si."),
        (PERENCANAAN, "disahkan_oleh_nama", "Drs. EDWI SUPRPTO, M.Si."),
        (PERENCANAAN, "tanggal_efektif", "1 Maret 2022"),
        (PERENCANAAN, "disahkan_oleh_nip", "19701218 199101 1 002"),
        (CANDIPURO, "disahkan_oleh_jabatan", "Pt. CAMAT CANDIPURO"),
        (CANDIPURO, "tanggal_revisi", "--"),
        (CANDIPURO, "tanggal_pengesahan", "17 Januari 2024"),
        (CANDIPURO, "tanggal_efektif", None),
        (PASRUJAMBE, "nomor_sop", None),
        (PENGUMPULAN, "tanggal_pembuatan", None),
    ],
)
def test_the_identity_page_is_as_printed(name: str, field: str, words: str | None) -> None:
    assert getattr(load(name).identitas, field).tercetak == words


def test_names_and_impossible_dates_are_left_to_the_office() -> None:
    asked = {
        (name, field)
        for name in (PENGUKURAN, PERENCANAAN)
        for field in ("disahkan_oleh_nama", "tanggal_efektif")
        if load(name).identitas.__dict__[field].usulan is None
    }
    assert asked == {
        (PENGUKURAN, "disahkan_oleh_nama"),
        (PERENCANAAN, "disahkan_oleh_nama"),
        (PERENCANAAN, "tanggal_efektif"),
    }


def test_the_laws_cited_wrongly_stay() -> None:
    laws = [butir.isi.tercetak or "" for butir in load(CANDIPURO).dasar_hukum.butir]
    assert len(laws) == 5
    assert laws[2].startswith("Keputusan Menteri Pemberdayaan Aparatur Negara")
    assert "Nomor 15 Tahun 2106" in laws[3]
    assert len(load(PASRUJAMBE).dasar_hukum.butir) == 10


def test_lists_keep_the_signs_before_their_items() -> None:
    tools = load(CANDIPURO).peralatan.butir
    assert [butir.penanda for butir in tools] == ["a.", "b.", "c.", "d.", "e."]
    assert {butir.penanda for butir in load(PASRUJAMBE).peralatan.butir} == {"-"}


def test_the_tables_keep_their_own_heads() -> None:
    assert load(CANDIPURO).kepala_tabel.mutu_baku.tercetak == "MUTU BUKU"
    assert load(PASRUJAMBE).kepala_tabel.waktu.tercetak == "Waktu (Menit)"
    assert not load(PENGUKURAN).kepala_tabel.has_keterangan
    assert load(CANDIPURO).kepala_tabel.has_keterangan


def test_the_seeds_warn_about_what_looks_wrong_but_nothing_keeps_them_from_being_followed() -> None:
    warnings = {
        name: [problem.message.split(": ", 1)[1] for problem in check_sop(load(name))]
        for name in BERKAS_BAWAAN
    }
    assert warnings == {
        PERENCANAAN: [],
        PENGUMPULAN: ["nomor 6 tercetak 2 kali"],
        PENGUKURAN: ["nomor 4 tercetak 2 kali"],
        CANDIPURO: [
            "kolom Kasi / Kasubag tidak dipakai oleh langkah mana pun",
            "langkah 10 tidak punya uraian",
        ],
        PASRUJAMBE: ["langkah 9 dan 10 berbunyi sama"],
    }


@pytest.mark.parametrize("name", [PENGUKURAN, PERENCANAAN, PASRUJAMBE, PENGUMPULAN])
def test_what_is_sent_to_bappeda_is_the_last_step(name: str) -> None:
    last = load(name).langkah[-1]
    assert last.tindakan is Tindakan.KIRIM_BAPPEDA
    assert last.is_end


def test_each_decision_is_a_correction_or_a_signature() -> None:
    done_by = {
        step.tindakan
        for name in BERKAS_BAWAAN
        for step in load(name).langkah
        if step.is_decision and name != PENGUMPULAN
    }
    assert done_by == {Tindakan.KOREKSI, Tindakan.TANDA_TANGAN}


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_a_file_is_written_back_to_the_letter(name: str) -> None:
    assert sop_to_json(load(name)) == resource(f"sop/{name}").read_text("utf-8")


def test_no_file_is_forgotten_in_the_list() -> None:
    assert sorted(path.name for path in resource("sop").iterdir()) == sorted(BERKAS_BAWAAN)
