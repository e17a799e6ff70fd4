"""What Ctrl+K finds in an office: pages, deeds, data, papers, letters, steps, help."""

from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.bantuan.cari import IndeksCari, JenisTemuan, Temuan
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.services.bantuan.indeks import SuratDicari, read_indeks
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.services.surat.tulis import begin_naskah
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.services.penerimaan.senders import open_bappeda

TAHUN = Periode(2024)
_LATIHAN = "bab/memulai#dari-kantor-latihan-ke-kantor-sendiri"
TITLES = {page.KEY: page.TITLE for page in PAGES}


def look(office: Office) -> IndeksCari:
    return read_indeks(office, TAHUN, TITLES, is_bappeda=False)


def first(index: IndeksCari, query: str, jenis: JenisTemuan) -> Temuan:
    return next(group[0] for group in index.search(query) if group[0].jenis is jenis)


def test_pages_and_their_deeds_are_found(muncar: Office) -> None:
    index = look(muncar)
    page = first(index, "renstra iku", JenisTemuan.HALAMAN)
    assert (page.halaman, page.tujuan) == ("renstra", None)
    deed = first(index, "kirim formulir", JenisTemuan.TINDAKAN)
    assert (deed.halaman, deed.tujuan) == ("pengumpulan", ("Kirim formulir",))


@pytest.mark.parametrize(
    ("query", "jenis", "halaman", "tujuan"),
    [
        ("tambah indikator", JenisTemuan.TINDAKAN, "renstra", ("Indikator", "Tambah")),
        ("jadikan final", JenisTemuan.TINDAKAN, "pengukuran", ("Jadikan final",)),
        ("mode baca", JenisTemuan.TINDAKAN, "beranda", ("Mode baca",)),
        ("f11", JenisTemuan.TINDAKAN, "beranda", ("Mode baca",)),
        ("ganti camat", JenisTemuan.TINDAKAN, "pengaturan", ("Penempatan", "Tambah")),
        ("backup", JenisTemuan.TINDAKAN, "riwayat", ("Cadangan", "Buat cadangan sekarang")),
        ("lupa", JenisTemuan.TINDAKAN, "riwayat", ("Riwayat",)),
        ("pindaian", JenisTemuan.TINDAKAN, "dokumen", ("Lampirkan",)),
        ("per bulan", JenisTemuan.TINDAKAN, "pengaturan", ("Kantor", "Target Rencana Aksi")),
        ("LAKIP", JenisTemuan.HALAMAN, "lkjip", None),
        ("nama bupati", JenisTemuan.ISIAN, "pengaturan", ("Kantor", "Nama Bupati")),
        ("kode skpd", JenisTemuan.ISIAN, "pengaturan", ("Kantor", "Kode SKPD")),
        ("cetak pk", JenisTemuan.TINDAKAN, "perjanjian", ("Cetak",)),
        ("ganti tahun", JenisTemuan.BANTUAN, "", "bab/setahun#tahun-yang-baru"),
        ("tahun baru", JenisTemuan.BANTUAN, "", "bab/setahun#tahun-yang-baru"),
        ("hapus indikator", JenisTemuan.BANTUAN, "", "bab/renstra#bila-indikator-berubah"),
        ("flasdisk", JenisTemuan.HALAMAN, "kirim", None),
        ("undo", JenisTemuan.BANTUAN, "", "bab/masalah#salah-isi-atau-salah-hapus"),
        ("salah ketik", JenisTemuan.BANTUAN, "", "bab/masalah#salah-isi-atau-salah-hapus"),
        ("hapus data latihan", JenisTemuan.BANTUAN, "", _LATIHAN),
        ("mulai kantor saya", JenisTemuan.BANTUAN, "", _LATIHAN),
        ("data latihan kantor", JenisTemuan.BANTUAN, "", _LATIHAN),
        ("tema gelap", JenisTemuan.BANTUAN, "", "bab/memulai#warna-layar-dan-internet"),
        ("kirim email", JenisTemuan.BANTUAN, "", "bab/memulai#warna-layar-dan-internet"),
    ],
)
def test_the_words_of_the_office_find_first_what_they_mean(
    muncar: Office, query: str, jenis: JenisTemuan, halaman: str, tujuan: object
) -> None:
    found = look(muncar).search(query)[0][0]
    assert (found.jenis, found.halaman, found.tujuan) == (jenis, halaman, tujuan)


@pytest.mark.parametrize(
    ("query", "jenis", "halaman", "tujuan"),
    [
        ("cara cetak pk", JenisTemuan.TINDAKAN, "perjanjian", ("Cetak",)),
        ("tolong, mau mencetak PK", JenisTemuan.TINDAKAN, "perjanjian", ("Cetak",)),
        ("bagaimana mengganti camat", JenisTemuan.TINDAKAN, "pengaturan", ("Penempatan", "Tambah")),
        ("cara mengganti camat?", JenisTemuan.TINDAKAN, "pengaturan", ("Penempatan", "Tambah")),
        ("cara mengganti", JenisTemuan.TINDAKAN, "pengaturan", ("Penempatan", "Tambah")),
        ("di mana nama bupati", JenisTemuan.ISIAN, "pengaturan", ("Kantor", "Nama Bupati")),
        ("lkip", JenisTemuan.HALAMAN, "lkjip", None),
        ("realisasi tw 3", JenisTemuan.HALAMAN, "pengukuran", None),
        ("realisasi TW III", JenisTemuan.HALAMAN, "pengukuran", None),
        ("realisasi triwulan 3", JenisTemuan.HALAMAN, "pengukuran", None),
        ("capean", JenisTemuan.HALAMAN, "pengukuran", None),
        ("pengukruan", JenisTemuan.HALAMAN, "pengukuran", None),
    ],
)
def test_a_question_finds_first_what_it_asks_for(
    muncar: Office, query: str, jenis: JenisTemuan, halaman: str, tujuan: object
) -> None:
    found = look(muncar).search(query)[0][0]
    assert (found.jenis, found.halaman, found.tujuan) == (jenis, halaman, tujuan)


@pytest.mark.parametrize("query", ["qwertyu", "cara qwertyu", "capaian qwertyu", "tw 3 qwertyu"])
def test_a_word_of_nothing_finds_nothing(muncar: Office, query: str) -> None:
    assert look(muncar).search(query) == []


def test_a_deed_is_not_found_by_the_sentence_of_another(muncar: Office) -> None:
    """Who adds an indicator is not led to the tab of the tujuan."""
    deeds = [
        item.judul
        for group in look(muncar).search("tambah indikator")
        for item in group
        if item.jenis is JenisTemuan.TINDAKAN
    ]
    assert deeds == ["Menambah indikator"]


def test_an_indicator_is_found_by_its_words_and_its_kode(muncar: Office) -> None:
    (row,) = list_rows(muncar, "indikator", kode="IKU-1")
    wanted = TempatIndikator(TAHUN, row["id"], None)
    for query in ("kepuasan masyarakat", "iku-1"):
        found = first(look(muncar), query, JenisTemuan.INDIKATOR)
        assert (found.halaman, found.tujuan) == ("pengukuran", wanted)


def test_papers_are_found(muncar: Office) -> None:
    found = first(look(muncar), "manual iku", JenisTemuan.DOKUMEN)
    assert (found.halaman, found.tujuan) == ("dokumen", Permintaan("manual-iku", TAHUN))


def test_letters_are_found_once_whether_written_or_registered(muncar: Office) -> None:
    day = date(2024, 3, 4)
    written = begin_naskah(muncar, "undangan", TAHUN, day)
    row = {
        "tahun": 2024, "arah": "masuk", "buku": "masuk", "nomor": "050/12", "agenda": "1",
        "pihak": "Bappeda", "hal": "Permintaan data kinerja", "diterima": day, "tanggal": day,
    }  # fmt: skip
    registered = add_row(muncar, "surat", row)
    index = look(muncar)
    assert first(index, "undangan 2024", JenisTemuan.SURAT).tujuan == SuratDicari(
        2024, None, written
    )
    for query in ("permintaan data kinerja bappeda", "050/12"):
        found = first(index, query, JenisTemuan.SURAT)
        assert found.tujuan == SuratDicari(2024, registered, None, "masuk")


def test_a_letter_without_a_subject_is_called_by_its_kind(muncar: Office) -> None:
    add_row(muncar, "surat", {"tahun": 2024, "arah": "masuk", "nomor": "77/XII"})
    assert first(look(muncar), "77 xii", JenisTemuan.SURAT).judul == "77/XII  2024"


def test_a_step_leads_to_the_case_that_runs(muncar: Office) -> None:
    sop = next(item for item in list_sop(muncar) if item.sop.id == "LMJ-UKUR-2024")
    step = sop.sop.langkah[0].uraian
    words = step.diterima or step.tercetak or ""
    found = first(look(muncar), f"{words} {sop.nama}", JenisTemuan.LANGKAH)
    assert (found.halaman, found.tujuan) == ("sop", None)
    case = start_case(muncar, sop.id, TAHUN)
    assert first(look(muncar), f"{words} {sop.nama}", JenisTemuan.LANGKAH).tujuan == case


def test_words_of_the_field_and_chapters_are_found(muncar: Office) -> None:
    index = look(muncar)
    assert first(index, "capaian", JenisTemuan.BANTUAN).tujuan == "istilah#capaian"
    assert first(index, "bila ada yang salah", JenisTemuan.BANTUAN).tujuan == "bab/masalah"


def test_bappeda_finds_its_own_pages_only(tmp_path: Path) -> None:
    office = open_bappeda(tmp_path / "bappeda")
    titles = {page.KEY: page.TITLE for page in PAGES_BAPPEDA}
    index = read_indeks(office, TAHUN, titles, is_bappeda=True)
    office.close()
    assert first(index, "rekap", JenisTemuan.HALAMAN).halaman == "rekap"
    kinds = {row.temuan.jenis for row in index.rows}
    assert kinds == {
        JenisTemuan.HALAMAN, JenisTemuan.TINDAKAN, JenisTemuan.DOKUMEN, JenisTemuan.BANTUAN
    }  # fmt: skip


def test_a_page_without_help_is_found_by_its_title(muncar: Office) -> None:
    index = read_indeks(muncar, TAHUN, {"baru": "Halaman Baru"}, is_bappeda=False)
    assert first(index, "halaman baru", JenisTemuan.HALAMAN).rincian == ""
