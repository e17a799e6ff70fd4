"""The words of the field: what each means, and on which regulation it rests."""

import re
from dataclasses import dataclass

from kinerja_desktop.domain.bantuan.lembar import BlokBantuan, LembarBantuan

_DASAR = "Dasar: "
#: Before the words by which a warning is known.
TERTULIS = "Tertulis: "
_QUOTED = re.compile("“([^”]+)”")


@dataclass(frozen=True)
class IstilahBantuan:
    """A word of the glossary.

    Attributes:
        dasar: the regulation or practice it rests on, and the place in `docs/sakip.md`.
    """

    kata: str
    jangkar: str
    blok: tuple[BlokBantuan, ...]
    dasar: str


@dataclass(frozen=True)
class ArtiPeringatan:
    """What a kind of warning means and what to do.

    Attributes:
        tertulis: pieces of the sentences by which the kind is known.
    """

    judul: str
    jangkar: str
    blok: tuple[BlokBantuan, ...]
    tertulis: tuple[str, ...]


def list_istilah(lembar: LembarBantuan) -> list[IstilahBantuan]:
    """Return the words of the glossary in their order.

    Raises:
        ValueError: a word names nothing on which it rests.
    """
    return [
        IstilahBantuan(bagian.judul, bagian.jangkar, *_split(lembar, bagian.judul, _DASAR))
        for bagian in lembar.bagian
        if bagian.judul
    ]


def list_arti(lembar: LembarBantuan) -> list[ArtiPeringatan]:
    """Return the kinds of warnings that the help explains.

    Raises:
        ValueError: a kind does not say by which words it is known.
    """
    found: list[ArtiPeringatan] = []
    for bagian in lembar.bagian:
        if bagian.judul:
            blok, tertulis = _split(lembar, bagian.judul, TERTULIS)
            pieces = tuple(_QUOTED.findall(tertulis))
            found.append(ArtiPeringatan(bagian.judul, bagian.jangkar, blok, pieces))
    return found


def find_arti(arti: list[ArtiPeringatan], sentence: str) -> ArtiPeringatan | None:
    """Return what a warning means, by the longest piece that stands in it; None when unknown."""
    matches = [
        (len(piece), item)
        for item in arti
        for piece in item.tertulis
        if piece.casefold() in sentence.casefold()
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


def _split(lembar: LembarBantuan, judul: str, label: str) -> tuple[tuple[BlokBantuan, ...], str]:
    """Part the last paragraph, which begins with a label, from what stands above it."""
    bagian = next(item for item in lembar.bagian if item.judul == judul)
    if not bagian.blok or not bagian.blok[-1].teks.startswith(label):
        raise ValueError(f"bantuan/{lembar.kunci}: {judul} ends with {label}…")
    return bagian.blok[:-1], bagian.blok[-1].teks.removeprefix(label)
