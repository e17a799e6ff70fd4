"""Buku Panduan and the pocket card: on paper what F1 says, equal bytes for equal input."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.papers.buku_panduan import ManualParts, build_manual
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.bantuan.istilah import IstilahBantuan
from kinerja_desktop.domain.bantuan.lembar import BlokBantuan, KataBantuan, RupaBantuan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.bantuan import panduan
from kinerja_desktop.services.bantuan.isi import glossary, list_chapters, read_bantuan
from kinerja_desktop.services.bantuan.panduan import (
    URUTAN,
    PanduanCancelledError,
    build_panduan,
    write_panduan,
)
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.stopping import Counter, stop_at


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_the_manual_has_cover_contents_chapters_and_index(muncar: Office) -> None:
    pdf = build_panduan(muncar, "panduan")
    assert pdf == build_panduan(muncar, "panduan")
    pages = pages_of(pdf)
    assert "BUKU PANDUAN" in pages[0]
    assert "Kecamatan Muncar" in pages[0]
    assert "DAFTAR ISI" in pages[1]
    text = "\n".join(pages)
    for number, chapter in enumerate(list_chapters(), start=1):
        assert f"Bab {number}  {chapter.judul}" in text or f"Bab {number} {chapter.judul}" in text
    for word in glossary():
        assert word.dasar in text.replace("\n", " ") or word.kata in text
    assert "Indeks" in text
    # The keys of the window stand in it too.
    assert "Ctrl+Shift+7" in text


def test_a_word_of_the_glossary_stands_on_one_page() -> None:
    text = BlokBantuan(RupaBantuan.PARAGRAF, (KataBantuan("Kata yang dijelaskan panjang. " * 18),))
    words = [IstilahBantuan(f"Kata{n}", f"kata{n}", (text, text), f"dasar{n}") for n in range(30)]
    parts = ManualParts("1.0", "", (), (), words, ())
    pages = pages_of(render_pdf(build_manual(parts, lambda name: b"")))
    for number in range(30):
        (page,) = [page for page in pages if f"Kata{number}\n" in page]
        assert f"Dasar: dasar{number}\n" in f"{page}\n", number


def test_the_index_names_the_page_that_tells_of_it(muncar: Office) -> None:
    pages = pages_of(build_panduan(muncar, "panduan"))
    contents = next(number for number, page in enumerate(pages) if "Bab 1" in page) + 1
    first = next(number for number, page in enumerate(pages) if "Memasang\n" in page and number > 2)
    index = next(page for page in reversed(pages) if "Pengaturan" in page and "Anggaran" in page)
    told = re.search(r"Pengaturan\s+(\d[\d, ]*)", index)
    assert told is not None
    numbers = [int(number) for number in re.findall(r"\d+", told[1])]
    # Chapter 1 stands on the page numbered 1 and leads to Pengaturan.
    assert numbers[0] == 1
    assert contents <= first
    for number in numbers:
        assert "Pengaturan" in pages[first + number - 1]


def test_what_leads_to_another_page_names_it(muncar: Office) -> None:
    pages = pages_of(build_panduan(muncar, "panduan"))
    first = next(number for number, page in enumerate(pages) if "Memasang\n" in page and number > 2)
    text = " ".join("\n".join(pages).split())
    told = set(re.findall(r"Cadangan \(hlm\. (\d+)\)", text))
    assert len(told) == 1
    assert "Riwayat & Cadangan\n" in pages[first + int(told.pop()) - 1]
    assert "hlm. 00" not in text


def test_page_numbers_that_never_rest_end_all_the_same(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panduan, "_MOST_TIMES", 1)
    assert "hlm. 00" in "\n".join(pages_of(build_panduan(muncar, "panduan")))


def test_the_card_is_one_sheet_of_two_sides(muncar: Office) -> None:
    pages = pages_of(build_panduan(muncar, "kartu"))
    assert len(pages) == 2
    titles = [bagian.judul for bagian in read_bantuan()["kartu"].bagian]
    assert all(title in "\n".join(pages) for title in titles)


def test_nobodys_copy_has_no_office_on_its_cover(tmp_path: Path) -> None:
    office = open_office(tmp_path / "kosong")
    pages = pages_of(build_panduan(office, "panduan"))
    office.close()
    assert "Kecamatan" not in pages[0]


def test_the_pages_stand_in_the_order_of_the_window() -> None:
    keys = [page.KEY for page in PAGES]
    shared = {*keys} - {"beranda"}
    keys += [
        "beranda_bappeda" if page.KEY == "beranda" else page.KEY
        for page in PAGES_BAPPEDA
        if page.KEY not in shared
    ]
    assert list(URUTAN) == keys


def test_it_is_written_where_the_clerk_wants_it(muncar: Office, tmp_path: Path) -> None:
    target = tmp_path / "Kartu.pdf"
    write_panduan(muncar, "kartu", target)
    assert target.read_bytes() == build_panduan(muncar, "kartu")
    with pytest.raises(KinerjaError, match=r"Kartu\.docx"):
        write_panduan(muncar, "kartu", tmp_path / "Kartu.docx")
    with pytest.raises(KinerjaError, match="folder data"):
        write_panduan(muncar, "kartu", muncar.folder / "Kartu.pdf")


@pytest.mark.parametrize("kind", ["panduan", "kartu"])
def test_writing_it_is_stopped(tmp_path: Path, kind: str) -> None:
    asked = Counter()
    write_panduan(None, kind, tmp_path / "utuh.pdf", cancelled=asked)
    for when in (1, asked.asked // 2, asked.asked):
        with pytest.raises(PanduanCancelledError, match="Tidak ada berkas yang ditulis"):
            write_panduan(None, kind, tmp_path / "uji.pdf", cancelled=stop_at(when))
        assert [path.name for path in tmp_path.iterdir()] == ["utuh.pdf"]
