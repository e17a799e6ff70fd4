"""Reads the Markdown of the help: a small subset, and nothing that it does not know.

``# Judul`` once, ``## Bagian``, paragraphs, ``- `` and ``1. `` lists (what follows is indented),
``**tebal**`` for what stands on the screen, ``[kata](tujuan)``, and a picture alone on its line,
``![keterangan](gambar/nama.png)``; a line ``<!-- … -->`` is a note to the writer. Whoever writes
the help learns of anything else by file and line, because it would stand as typed before the clerk.
"""

import re
from collections.abc import Iterator

from kinerja_desktop.domain.bantuan.lembar import (
    BagianBantuan,
    BlokBantuan,
    KataBantuan,
    LembarBantuan,
    RupaBantuan,
)

_PICTURE = re.compile(r"!\[([^\]\[*]+)\]\(gambar/([a-z0-9-]+\.png)\)")
_PIECE = re.compile(r"\*\*([^*\[\]]+)\*\*|\[([^*\[\]]+)\]\(([a-z0-9_/#-]+)\)")
_ITEM = re.compile(r"(-|\d+\.) (\S.*)")
#: Signs that say something in Markdown and nothing here.
_UNKNOWN = re.compile(r"[*`|<>\\\[\]]|^#|^\s*>|^---")
#: For whoever writes the help: where a fact comes from.
_NOTE = re.compile(r"<!-- .* -->")
_WORD = re.compile(r"[^\W_]+")


def make_jangkar(judul: str) -> str:
    """Return the anchor of a heading."""
    return "-".join(_WORD.findall(judul.casefold()))


def read_lembar(kunci: str, text: str) -> LembarBantuan:
    """Read one file of the help.

    Args:
        kunci: its path without ``.md``, for links and for what is wrong.
        text: what stands in it.

    Raises:
        ValueError: names the file, the line and what is not known there.
    """
    lines = text.split("\n")
    if not lines[0].startswith("# "):
        raise ValueError(f"bantuan/{kunci}, line 1: the first line is # and the title")
    reader = _Reader(kunci)
    for number, line in enumerate(lines[1:], start=2):
        reader.take(number, line)
    return LembarBantuan(kunci, lines[0][2:].strip(), reader.finish())


class _Reader:
    """Gathers lines into blocks, and blocks into sections."""

    def __init__(self, kunci: str) -> None:
        self._kunci = kunci
        self._bagian: list[BagianBantuan] = []
        self._judul = ""
        self._blok: list[BlokBantuan] = []
        self._rupa: RupaBantuan | None = None
        self._lines: list[str] = []
        self._first = 0

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        words = line.strip()
        if not words or _NOTE.fullmatch(words):
            self._end_block()
        elif line.startswith("## "):
            self._end_section()
            self._judul = words[3:]
        elif line.startswith("!"):
            self._take_picture(number, words)
        elif item := _ITEM.fullmatch(line):
            self._end_block()
            rupa = RupaBantuan.BUTIR if item[1] == "-" else RupaBantuan.NOMOR
            self._begin(rupa, number, item[2])
        elif self._rupa is None:
            self._begin(RupaBantuan.PARAGRAF, number, line)
        elif self._rupa is not RupaBantuan.PARAGRAF and not line.startswith("  "):
            raise self._wrong(number, "a line of a list is indented")
        else:
            self._lines.append(words)

    def finish(self) -> tuple[BagianBantuan, ...]:
        """Return all sections."""
        self._end_section()
        return tuple(self._bagian)

    def _begin(self, rupa: RupaBantuan, number: int, line: str) -> None:
        self._rupa, self._lines, self._first = rupa, [line.rstrip()], number

    def _take_picture(self, number: int, words: str) -> None:
        self._end_block()
        found = _PICTURE.fullmatch(words)
        if found is None:
            raise self._wrong(number, "a picture is ![words](gambar/name.png), alone on its line")
        self._blok.append(BlokBantuan(RupaBantuan.GAMBAR, (KataBantuan(found[1]),), found[2]))

    def _end_block(self) -> None:
        if self._rupa is not None:
            kata = tuple(self._read_kata(" ".join(self._lines)))
            self._blok.append(BlokBantuan(self._rupa, kata))
        self._rupa = None

    def _end_section(self) -> None:
        self._end_block()
        if self._judul or self._blok:
            jangkar = make_jangkar(self._judul)
            self._bagian.append(BagianBantuan(self._judul, jangkar, tuple(self._blok)))
        self._judul, self._blok = "", []

    def _read_kata(self, text: str) -> Iterator[KataBantuan]:
        start = 0
        for piece in _PIECE.finditer(text):
            yield from self._plain(text[start : piece.start()])
            if piece[1]:
                yield KataBantuan(piece[1], tebal=True)
            else:
                yield KataBantuan(piece[2], tautan=piece[3])
            start = piece.end()
        yield from self._plain(text[start:])

    def _plain(self, text: str) -> Iterator[KataBantuan]:
        if unknown := _UNKNOWN.search(text):
            raise self._wrong(self._first, f"{unknown[0].strip()!r} is not known here")
        if text:
            yield KataBantuan(text)

    def _wrong(self, number: int, what: str) -> ValueError:
        return ValueError(f"bantuan/{self._kunci}, line {number}: {what}")
