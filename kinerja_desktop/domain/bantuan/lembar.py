"""The help as data: a sheet for each file, in sections of a few kinds of block."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class RupaBantuan(Enum):
    """How a block of the help stands on screen and paper."""

    PARAGRAF = auto()
    BUTIR = auto()
    NOMOR = auto()
    GAMBAR = auto()


@dataclass(frozen=True)
class KataBantuan:
    """Words in one style.

    Attributes:
        teks: the words.
        tebal: they stand on the screen, letter by letter: a button, a tab, a page, a field.
        tautan: where they lead to, such as ``halaman/renstra`` or ``istilah#capaian``; empty for
            nowhere.
    """

    teks: str
    tebal: bool = False
    tautan: str = ""


@dataclass(frozen=True)
class BlokBantuan:
    """A paragraph, an item of a list, or a picture with its words.

    Attributes:
        rupa: which of them.
        kata: its words.
        gambar: for a picture, its name in ``resources/bantuan/gambar``.
    """

    rupa: RupaBantuan
    kata: tuple[KataBantuan, ...]
    gambar: str = ""

    @property
    def teks(self) -> str:
        """Its words without their style."""
        return "".join(kata.teks for kata in self.kata)


@dataclass(frozen=True)
class BagianBantuan:
    """A heading and what stands below it; the first of a sheet has no heading.

    Attributes:
        jangkar: by which links find it: its heading in small letters, with ``-`` for what is no
            letter.
    """

    judul: str
    jangkar: str
    blok: tuple[BlokBantuan, ...]


@dataclass(frozen=True)
class LembarBantuan:
    """One file of the help.

    Attributes:
        kunci: its path without ``.md``, such as ``halaman/renstra``.
    """

    kunci: str
    judul: str
    bagian: tuple[BagianBantuan, ...]

    def all_kata(self) -> Iterator[KataBantuan]:
        """Walk through all words."""
        for bagian in self.bagian:
            for blok in bagian.blok:
                yield from blok.kata

    def find(self, jangkar: str) -> BagianBantuan | None:
        """Return the section of an anchor."""
        return next((bagian for bagian in self.bagian if bagian.jangkar == jangkar), None)
