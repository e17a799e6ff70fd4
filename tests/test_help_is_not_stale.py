"""The help says what the program has: its pages, the words on its buttons, its regulations."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kinerja_desktop.domain.bantuan.istilah import list_arti
from kinerja_desktop.domain.bantuan.lembar import (
    BlokBantuan,
    KataBantuan,
    LembarBantuan,
    RupaBantuan,
)
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.bantuan.isi import (
    ISTILAH,
    PERINGATAN,
    find_place,
    glossary,
    list_chapters,
    page_sheet,
    picture_path,
    read_bantuan,
)
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "resources" / "bantuan" / "gambar"
#: The Windows installer has little room left.
MOST_BYTES = 700_000
SHEETS = list(read_bantuan().values())


def plain(text: str) -> str:
    """A word as the clerk reads it: no sign for a letter of Alt, no sign for a dialog."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip(" …*")


def constants(*folders: str) -> set[str]:
    """Every text that stands in the code of some folders."""
    return {
        node.value
        for folder in folders
        for path in (ROOT / "kinerja_desktop" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@cache
def words_on_the_screen() -> frozenset[str]:
    """Buttons, tabs, fields, choices, pages and documents."""
    labels = {field.label for section in SECTIONS.values() for field in section.fields}
    choices = {
        label
        for section in SECTIONS.values()
        for field in section.fields
        for label in (field.choices or {}).values()
    }
    titles = {dokumen.judul for dokumen in DOKUMEN.values()}
    pages = {page.TITLE for page in (*PAGES, *PAGES_BAPPEDA)}
    # A title has no letter of Alt: its & is one.
    shown = {title.strip(" …*") for title in titles | pages}
    return frozenset(map(plain, constants("ui") | labels | choices)) | shown


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kunci)
def test_what_is_bold_stands_on_the_screen(sheet: LembarBantuan) -> None:
    bold = {kata.teks.strip(" …*") for kata in sheet.all_kata() if kata.tebal}
    assert bold - words_on_the_screen() == set()


def test_a_button_that_there_is_not_is_found() -> None:
    assert "Simpan semuanya ke awan" not in words_on_the_screen()


def test_every_page_has_its_help_and_every_help_its_page() -> None:
    for pages, is_bappeda in ((PAGES, False), (PAGES_BAPPEDA, True)):
        for page in pages:
            sheet = page_sheet(page.KEY, is_bappeda=is_bappeda)
            assert sheet is not None, page.KEY
            assert sheet.judul == page.TITLE
    keys = {page.KEY for page in (*PAGES, *PAGES_BAPPEDA)}
    told = {kunci for kunci in read_bantuan() if kunci.startswith("halaman/")}
    assert {kunci.split("/")[1].removesuffix("_bappeda") for kunci in told} == keys


@pytest.mark.parametrize(
    "sheet", [s for s in SHEETS if s.kunci.startswith("halaman/")], ids=lambda sheet: sheet.kunci
)
def test_a_page_says_what_it_is_for_and_three_things(sheet: LembarBantuan) -> None:
    assert sheet.bagian[0].judul == ""
    assert len(sheet.bagian[0].blok) == 1
    three = sheet.find("tiga-hal-di-halaman-ini")
    assert three is not None
    assert [blok.rupa for blok in three.blok] == [RupaBantuan.NOMOR] * 3
    words = sheet.find("kata-kata")
    assert words is not None
    assert any(kata.tautan.startswith("istilah#") for blok in words.blok for kata in blok.kata)
    assert sheet.find("baca-juga") is not None


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kunci)
def test_every_link_leads_somewhere(sheet: LembarBantuan) -> None:
    for kata in sheet.all_kata():
        if kata.tautan:
            found, bagian = find_place(kata.tautan)
            assert bagian is not None or "#" not in kata.tautan, kata.tautan
            assert found.judul


def test_every_chapter_is_in_the_manual_once() -> None:
    chapters = [sheet.kunci for sheet in list_chapters()]
    assert sorted(chapters) == sorted(k for k in read_bantuan() if k.startswith("bab/"))


def test_every_picture_is_there_and_is_used() -> None:
    used = {
        blok.gambar
        for sheet in SHEETS
        for bagian in sheet.bagian
        for blok in bagian.blok
        if blok.gambar
    }
    assert all(picture_path(name).is_file() for name in used)
    assert {path.name for path in PICTURES.glob("*.png")} == used
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= MOST_BYTES


#: How a regulation is named, such as ``PermenPANRB 53/2014``.
REGULATION = re.compile(r"(?:PermenPANRB|Permendagri|PMK|Perpres|Kepmendagri|PER)[ /][\w./-]*\d{4}")


def test_every_word_rests_on_what_the_facts_know() -> None:
    facts = (ROOT / "docs" / "sakip.md").read_text("utf-8")
    for word in glossary():
        assert word.dasar
        for regulation in REGULATION.findall(word.dasar):
            number = re.search(r"[\w./-]+/\d{4}", regulation)
            assert number is not None
            assert number[0] in facts, f"{word.kata}: {regulation}"


def test_every_word_names_where_its_facts_stand() -> None:
    facts = (ROOT / "docs" / "sakip.md").read_text("utf-8")
    numbers = set(re.findall(r"^#{2,3} (\d+(?:\.\d+)?)\.? ", facts, re.MULTILINE))
    text = (PICTURES.parent / ISTILAH).with_suffix(".md").read_text("utf-8")
    for section in text.split("\n## ")[1:]:
        named = re.findall(r"§(\d+(?:\.\d+)?)", section)
        assert named or "Dasar: cara kerja program" in section, section
        assert set(named) <= numbers, section


def test_every_word_of_the_glossary_is_led_to() -> None:
    """A word that no page leads to helps nobody where one stands."""
    led = {kata.tautan for sheet in SHEETS for kata in sheet.all_kata()}
    assert {f"istilah#{word.jangkar}" for word in glossary()} - led == set()


def test_every_warning_is_worded_so_in_the_code() -> None:
    code = " ".join(
        re.sub(r'"\s*f?"', "", path.read_text("utf-8"))
        for path in (ROOT / "kinerja_desktop").rglob("*.py")
    )
    joined = re.sub(r"\s+", " ", code)
    for arti in list_arti(read_bantuan()[PERINGATAN]):
        assert arti.tertulis, arti.judul
        for piece in arti.tertulis:
            assert piece.casefold() in joined.casefold(), piece


def test_docs_show_the_manual_chapter_by_chapter() -> None:
    text = (ROOT / "docs" / "panduan.md").read_text("utf-8")
    told = re.findall(r"^\d+\. \[(.+)\]\(\.\./resources/bantuan/(.+)\.md\)$", text, re.MULTILINE)
    assert told == [(sheet.judul, sheet.kunci) for sheet in list_chapters()]
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (ROOT / "docs" / link).exists(), link


UI = ROOT / "kinerja_desktop" / "ui"
PAGE_OF = {page.KEY: page for page in (*PAGES, *PAGES_BAPPEDA)}
_PAGE = "halaman/"


@cache
def rooms_of(room: str) -> frozenset[str]:
    """A room of the window and every room that it builds upon."""
    found, open_rooms = {room}, [room]
    while open_rooms:
        text = " ".join(path.read_text("utf-8") for path in (UI / open_rooms.pop()).rglob("*.py"))
        for name in set(re.findall(r"kinerja_desktop\.ui\.(\w+)", text)) - found:
            found.add(name)
            open_rooms.append(name)
    return frozenset(found)


@cache
def words_on(key: str) -> frozenset[str]:
    """What stands on one page: in its room, in those below it, in the words of its data."""
    place = PAGE_OF[key].place.split(".")[0]
    labels = {field.label for section in SECTIONS.values() for field in section.fields}
    choices = {
        label
        for section in SECTIONS.values()
        for field in section.fields
        for label in (field.choices or {}).values()
    }
    rooms = [f"ui/{room}" for room in rooms_of(place)]
    return frozenset(map(plain, constants(*rooms, "ui/shell") | labels | choices))


def sentences_of(blok: BlokBantuan) -> Iterator[list[KataBantuan]]:
    """The words of a paragraph, sentence by sentence."""
    words: list[KataBantuan] = []
    for kata in blok.kata:
        words.append(kata)
        if not kata.tebal and not kata.tautan and re.search(r"[.:] |\.$", kata.teks):
            yield words
            words = []
    yield words


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kunci)
def test_a_deed_named_with_a_page_exists_on_that_page(sheet: LembarBantuan) -> None:
    titles = {plain(dokumen.judul) for dokumen in DOKUMEN.values()} | {p.TITLE for p in PAGES}
    own = {page_spoken_of(sheet)} if sheet.kunci.startswith(_PAGE) else set()
    for bagian in sheet.bagian:
        for blok in bagian.blok:
            for words in sentences_of(blok):
                linked = {k.tautan for k in words if k.tautan.startswith(_PAGE)}
                keys = own | {link.removeprefix(_PAGE).partition("#")[0] for link in linked}
                bold = {k.teks.strip(" …*") for k in words if k.tebal} if keys else set()
                known = frozenset().union(*map(words_on, keys))
                assert bold - known - titles == set(), f"not on {keys}"


PRINTS = re.compile(r"\bCetak\b[^.]*\bmemuat\b|: dari Cetak di halaman itu")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.kunci)
def test_what_a_page_is_said_to_print_is_in_its_menu(sheet: LembarBantuan) -> None:
    for bagian in sheet.bagian:
        for blok in bagian.blok:
            for sentence in re.split(r"(?<=[.])\s", blok.teks):
                if PRINTS.search(sentence):
                    key = page_spoken_of(sheet)
                    named = {d.judul for d in DOKUMEN.values() if d.judul in sentence}
                    assert named <= words_on(key), f"{key}: {named - words_on(key)}"


def page_spoken_of(sheet: LembarBantuan) -> str:
    """The page of a page's help, or the first that a chapter leads to."""
    if sheet.kunci.startswith(_PAGE):
        return sheet.kunci.removeprefix(_PAGE).removesuffix("_bappeda")
    links = (kata.tautan for kata in sheet.all_kata() if kata.tautan.startswith(_PAGE))
    return next(links).removeprefix(_PAGE)
