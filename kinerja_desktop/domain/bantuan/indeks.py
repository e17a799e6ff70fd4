"""What is looked up in the index of the manual besides its pages and the words of the field."""

from dataclasses import dataclass

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan, RupaBantuan


@dataclass(frozen=True)
class KataIndeks:
    """A line of the index.

    Attributes:
        judul: how it stands there.
        tertulis: how it is written in the text; its own words when nothing else is said.
        tautan: where it is explained; empty where that is to be found by its words.
    """

    judul: str
    tertulis: tuple[str, ...] = ()
    tautan: str = ""


def list_indeks(lembar: LembarBantuan) -> list[KataIndeks]:
    """Return the lines of the sheet: ``- Kop dan logo: kop, logo``.

    A line whose word is a link says where it is explained: ``- [Paket](bab/kirim): paket``.
    """
    found: list[KataIndeks] = []
    for bagian in lembar.bagian:
        for blok in bagian.blok:
            if blok.rupa is RupaBantuan.BUTIR:
                judul, _, words = blok.teks.partition(": ")
                written = tuple(words.split(", ")) if words else ()
                link = next((kata.tautan for kata in blok.kata if kata.tautan), "")
                found.append(KataIndeks(judul, written, link))
    return found
