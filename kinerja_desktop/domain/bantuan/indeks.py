"""What is looked up in the index of the manual besides its pages and the words of the field."""

from dataclasses import dataclass

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan, RupaBantuan


@dataclass(frozen=True)
class KataIndeks:
    """A line of the index.

    Attributes:
        judul: how it stands there.
        tertulis: how it is written in the text; its own words when nothing else is said.
    """

    judul: str
    tertulis: tuple[str, ...] = ()


def list_indeks(lembar: LembarBantuan) -> list[KataIndeks]:
    """Return the lines of the sheet: ``- Kop dan logo: kop, logo``."""
    found: list[KataIndeks] = []
    for bagian in lembar.bagian:
        for blok in bagian.blok:
            if blok.rupa is RupaBantuan.BUTIR:
                judul, _, words = blok.teks.partition(": ")
                found.append(KataIndeks(judul, tuple(words.split(", ")) if words else ()))
    return found
