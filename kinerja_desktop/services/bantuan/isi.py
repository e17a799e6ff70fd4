"""The help as it travels with the program: pages, chapters, words, warnings."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kinerja_desktop.domain.bantuan.baca import read_lembar
from kinerja_desktop.domain.bantuan.istilah import (
    ArtiPeringatan,
    IstilahBantuan,
    find_arti,
    list_arti,
    list_istilah,
)
from kinerja_desktop.domain.bantuan.lembar import BagianBantuan, LembarBantuan
from kinerja_desktop.domain.bantuan.tindakan import TindakanBantuan, list_tindakan
from kinerja_desktop.errors import Problem
from kinerja_desktop.paths import resource

ISTILAH, PERINGATAN, KARTU, DAFTAR, TINDAKAN, INDEKS = (
    "istilah", "peringatan", "kartu", "daftar", "tindakan", "indeks",
)  # fmt: skip
_PAGES, _FOR_BAPPEDA, _WIZARD = "halaman/", "_bappeda", "panduan_awal/"


@cache
def read_bantuan() -> dict[str, LembarBantuan]:
    """Return every sheet of the help by its kunci; read once.

    Raises:
        ValueError: a file says something that the help does not know.
    """
    root = resource("bantuan")
    return {
        kunci: read_lembar(kunci, path.read_text("utf-8"))
        for path in sorted(root.rglob("*.md"))
        for kunci in [path.relative_to(root).with_suffix("").as_posix()]
    }


def page_sheet(page: str, *, is_bappeda: bool = False) -> LembarBantuan | None:
    """Return the help of a page of the window; None for a page that has none.

    Args:
        page: key of the page.
        is_bappeda: the office receives, so that a page may mean something else there.
    """
    sheets = read_bantuan()
    kinds = (_FOR_BAPPEDA, "") if is_bappeda else ("",)
    found = (sheets.get(f"{_PAGES}{page}{kind}") for kind in kinds)
    return next((sheet for sheet in found if sheet), None)


def wizard_sheet(topic: str) -> LembarBantuan:
    """Return the help of a page of the wizard of the first start."""
    return read_bantuan()[f"{_WIZARD}{topic}"]


def find_place(tautan: str) -> tuple[LembarBantuan, BagianBantuan | None]:
    """Return where a link leads: a sheet, and the section of it that is meant.

    Raises:
        KeyError: there is no such sheet.
    """
    kunci, _, jangkar = tautan.partition("#")
    sheet = read_bantuan()[kunci]
    return sheet, sheet.find(jangkar) if jangkar else None


def list_chapters() -> list[LembarBantuan]:
    """Return the chapters of the manual in their order."""
    sheets = read_bantuan()
    return [sheets[kata.tautan] for kata in sheets[DAFTAR].all_kata() if kata.tautan]


def glossary() -> list[IstilahBantuan]:
    """Return the words of the field."""
    return list_istilah(read_bantuan()[ISTILAH])


def list_deeds() -> list[TindakanBantuan]:
    """Return what clerks do, with the words by which they look for it."""
    return list_tindakan(read_bantuan()[TINDAKAN])


def meaning_of(sentence: str) -> ArtiPeringatan | None:
    """Return what a warning means, None where the help does not know it."""
    return find_arti(_arti(), sentence)


def meanings_of(problems: Sequence[Problem]) -> list[ArtiPeringatan]:
    """Return what the problems mean, each kind once, in the order of the problems."""
    found = (meaning_of(problem.message) for problem in problems)
    return list(dict.fromkeys(item for item in found if item))


@cache
def _arti() -> list[ArtiPeringatan]:
    return list_arti(read_bantuan()[PERINGATAN])


def picture_path(name: str) -> Path:
    """Return where a picture of the help lies.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return resource(f"bantuan/gambar/{name}")
