"""The letters of the office, as they print (`docs/sakip.md` §9)."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah, Paragraph
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.naskah_bagian import point_label
from kinerja_desktop.documents.papers.naskah_dinas import build_naskah_dinas
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.surat.isi import BagianNaskah, Tindak
from kinerja_desktop.domain.surat.jenis import JENIS
from tests.documents.docx.reading import parts
from tests.documents.papers.letters import SENTENCE, lay_out, letter, rows
from tests.documents.reading import pages_of

HADIR = ("No", "Nama", "Jabatan", "Tanda tangan")
BAGI = ("No", "Nama", "Jabatan", "Banyaknya", "Tanggal terima", "Tanda tangan")
LONG = (BagianNaskah("Pembahasan", (SENTENCE * 6,) * 20),)


def pages(naskah: Naskah) -> list[str]:
    return pages_of(render_pdf(naskah))


def first_cells(naskah: Naskah) -> list[str]:
    tables = [block for block in naskah.blocks if isinstance(block, Table)]
    return [plain(row.cells[0].text) for table in tables for row in table.rows]


def test_a_keputusan_names_each_diktum() -> None:
    # The ordinal numbers of Indonesian: ke- with the number in words.
    dikta = BagianNaskah("Menetapkan", ("Isi.",) * 21)
    found = first_cells(lay_out("sk-tim", hal="TIM SAKIP", bagian=(dikta,)))
    assert found == [
        "Menetapkan", "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH",
        "KEDELAPAN", "KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS",
        "KEEMPAT BELAS", "KELIMA BELAS", "KEENAM BELAS", "KETUJUH BELAS", "KEDELAPAN BELAS",
        "KESEMBILAN BELAS", "KEDUA PULUH", "KEDUA PULUH SATU",
    ]  # fmt: skip


def test_letters_go_on_after_z() -> None:
    marks = [point_label(place, letters=True) for place in (0, 25, 26, 27, 52)]
    assert marks == ["a.", "z.", "aa.", "bb.", "aaa."]
    assert point_label(26, letters=False) == "27."
    menimbang = BagianNaskah("Menimbang", ("bahwa;",) * 28)
    naskah = lay_out("sk-tim", hal="TIM SAKIP", bagian=(menimbang,))
    table = next(block for block in naskah.blocks if isinstance(block, Table))
    assert [plain(row.cells[2].text) for row in table.rows[25:]] == ["z.", "aa.", "bb."]


def test_what_was_decided_keeps_its_two_last_dikta_with_the_signature() -> None:
    dikta = BagianNaskah("Menetapkan", (SENTENCE * 3,) * 12)
    found = pages(lay_out("sk-tim", hal="TIM SAKIP", bagian=(dikta,)))
    signed = next(page for page in found if "Ditetapkan di Lumajang" in page)
    assert "KESEBELAS" in signed
    assert "KEDUA BELAS" in signed


def test_a_keputusan_shows_who_checked_its_draft() -> None:
    dikta = BagianNaskah("Menetapkan", ("Isi.",))
    naskah = lay_out("sk-tim", hal="TIM", bagian=(dikta,), paraf=("Sekretaris Kecamatan",))
    (page,) = pages(naskah)
    assert "Paraf koordinasi" in page
    assert "Sekretaris Kecamatan" in page


@pytest.mark.parametrize(
    ("jenis", "typed"),
    [
        ("berita-acara", {"bagian": LONG}),
        ("notulen", {"bagian": LONG}),
        ("daftar-hadir", {"tabel": rows(40, HADIR)}),
        ("daftar-bagi", {"tabel": rows(40, BAGI)}),
        ("nota-dinas", {"pembuka": (SENTENCE * 8,) * 10}),
        ("undangan", {"tembusan": ("Kepala Dinas",) * 60}),
        ("surat-tugas", {"tabel": rows(90, ("No", "Nama", "Pangkat/NIP", "Jabatan"))}),
    ],
)
def test_the_pages_of_a_long_letter_are_numbered(jenis: str, typed: dict[str, Any]) -> None:
    found = pages(lay_out(jenis, hal="Rapat", **typed))
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert f"Halaman {number} dari {len(found)}" in page


@pytest.mark.parametrize("jenis", JENIS)
def test_a_letter_on_one_page_has_no_page_number(jenis: str) -> None:
    (page,) = pages(lay_out(jenis, hal="Rapat"))
    assert "Halaman" not in page


def test_word_numbers_a_letter_from_its_second_page() -> None:
    draft = replace(letter("berita-acara", hal="Rapat"))
    naskah = replace(build_naskah_dinas(draft), is_draft=True)
    files = {name: data.decode() for name, data in parts(render_docx(naskah)).items()
             if name.startswith(("word/footer", "word/header", "word/document"))}  # fmt: skip
    feet = [text for name, text in files.items() if "footer" in name]
    assert "<w:titlePg/>" in files["word/document.xml"]
    assert sorted("PAGE" in foot for foot in feet) == [False, True]
    # The first page is as much a draft as the others.
    heads = [text for name, text in files.items() if "header" in name]
    assert [text.count('string="DRAF"') for text in heads] == [1, 1]


def test_what_else_stands_at_the_foot_stands_on_the_first_page_too() -> None:
    naskah = Naskah("x", (Paragraph("a"),), kode="7Q2M", is_paged_alone=False)
    feet = [data.decode() for name, data in parts(render_docx(naskah)).items() if "footer" in name]
    assert [("7Q2M" in foot) for foot in feet] == [True, True]
    assert sorted("PAGE" in foot for foot in feet) == [False, True]


def test_who_gets_a_surat_pengantar_writes_post_name_nip_and_telephone() -> None:
    isi = rows(1, ("No", "Naskah Dinas/Barang yang Dikirim", "Banyaknya", "Keterangan"))
    (page,) = pages(lay_out("surat-pengantar", hal="Data", yth=("Bappeda",), tabel=isi))
    assert "Penerima, ....." in page
    assert "NIP ....." in page
    assert "No. Telepon ....." in page


def test_a_tanda_terima_says_who_receives() -> None:
    (page,) = pages(lay_out("tanda-terima", hal="Data", tabel=rows(1, HADIR)))
    assert "Yang menerima," in page


def test_the_head_of_a_lampiran_has_its_number_and_day() -> None:
    typed: dict[str, Any] = {"judul_lampiran": "SUSUNAN TIM", "tabel_lampiran": rows(2, HADIR)}
    last = pages(lay_out("sk-tim", hal="TIM", **typed))[-1]
    assert "LAMPIRAN KEPUTUSAN CAMAT LUMAJANG" in last
    assert "Nomor : 700/12/427.90/2025" in last
    assert "Tanggal : 5 Februari 2025" in last


@pytest.mark.parametrize(("count", "last"), [(99, "99."), (120, "119."), (1001, "1000.")])
def test_the_number_of_a_point_stays_on_its_line(count: int, last: str) -> None:
    found = "\n".join(pages(lay_out("notulen", bagian=(BagianNaskah("Isi", ("Butir.",) * count),))))
    assert f"{last} Butir." in found or f"{last}\nButir." in found


def test_the_day_until_which_something_is_promised_stays_on_its_line() -> None:
    agreed = (Tindak("Melengkapi data", "Kasi Pemerintahan", date(2026, 9, 30)),)
    naskah = lay_out("notulen", bagian=(BagianNaskah("Isi", ("x",)),), tindak_lanjut=agreed)
    (page,) = PdfReader(BytesIO(render_pdf(naskah))).pages
    assert "30 September 2026" in page.extract_text()
