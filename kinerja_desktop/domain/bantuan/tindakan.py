"""What clerks do, in their own words: where it is done, and what else it is called."""

import re
from dataclasses import dataclass

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan

_LAIN = "Kata lain: "
_QUOTED = re.compile("“([^”]+)”")


@dataclass(frozen=True)
class TindakanBantuan:
    """A deed, a page or a place in the help, with the words by which people look for it.

    Attributes:
        judul: what it is called here.
        tautan: where it is: a page such as ``halaman/renstra``, or a place in the help.
        langkah: tabs, then the button or field, letter by letter as on the screen.
        sebutan: what else people call it.
    """

    judul: str
    tautan: str
    langkah: tuple[str, ...]
    sebutan: tuple[str, ...]


def list_tindakan(lembar: LembarBantuan) -> list[TindakanBantuan]:
    """Return the deeds in their order.

    Raises:
        ValueError: one does not say where it is, or what else it is called.
    """
    found: list[TindakanBantuan] = []
    for bagian in lembar.bagian:
        if not bagian.judul:
            continue
        where = [kata for blok in bagian.blok for kata in blok.kata]
        links = [kata.tautan for kata in where if kata.tautan]
        last = bagian.blok[-1].teks if bagian.blok else ""
        if not links or not last.startswith(_LAIN):
            raise ValueError(f"bantuan/{lembar.kunci}: {bagian.judul} needs a link, and {_LAIN}…")
        steps = tuple(kata.teks for kata in where if kata.tebal)
        sebutan = tuple(_QUOTED.findall(last))
        found.append(TindakanBantuan(bagian.judul, links[0], steps, sebutan))
    return found
