"""Looking for anything by its words: what is found, and what fits best."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from kinerja_desktop.domain.bantuan.kata import (
    Kata,
    fold_triwulan,
    forgive,
    list_kata,
    with_stems,
)

#: Of each kind so many are shown; more words find fewer.
MOST = 5
#: Not behind a short word with one capital: Drs., Plt., Kec., S.Sos.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\. ")


class JenisTemuan(Enum):
    """What can be found, in the words of the window; the order of equal groups."""

    HALAMAN = "Halaman"
    TINDAKAN = "Yang dapat dikerjakan"
    ISIAN = "Isian"
    INDIKATOR = "Indikator"
    DOKUMEN = "Dokumen"
    SURAT = "Surat"
    LANGKAH = "Langkah SOP"
    BANTUAN = "Bantuan"


_BY_NAME = (JenisTemuan.TINDAKAN, JenisTemuan.ISIAN)


@dataclass(frozen=True)
class Temuan:
    """Something that can be gone to.

    Attributes:
        judul: its words.
        rincian: what else is known of it, and looked through as well; of a deed or field it is
            only shown, because its sentence names other deeds too.
        halaman: key of the page; empty for a place in the help.
        tujuan: what the page is asked for; for a deed or field the words of its tabs and of its
            button or itself; for help its link.
        sebutan: what else people call it; as good as its title.
    """

    jenis: JenisTemuan
    judul: str
    rincian: str = ""
    halaman: str = ""
    tujuan: Any = None
    sebutan: tuple[str, ...] = ()


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop; that of a title or post ends no sentence.

    >>> first_sentence("Seperti di blok tanda tangan, misalnya Drs. Budi. Boleh kosong.")
    'Seperti di blok tanda tangan, misalnya Drs. Budi'
    """
    return _SENTENCE_END.split(text, maxsplit=1)[0].removesuffix(".")


@dataclass(frozen=True)
class _Name:
    """A title, as it reads and with the stems of its verbs."""

    text: str
    words: str


@dataclass(frozen=True)
class _Folded:
    temuan: Temuan
    names: tuple[_Name, ...]
    all: str


@dataclass(frozen=True)
class IndeksCari:
    """Everything that can be found, folded once.

    Attributes:
        words: those of all rows; one that was typed and stands nowhere may be a slip of these.
    """

    rows: tuple[_Folded, ...] = field(default=())
    words: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, found: Iterable[Temuan]) -> "IndeksCari":
        """Fold everything that can be found."""
        rows: list[_Folded] = []
        words: set[str] = set()
        for temuan in found:
            names = tuple(map(fold_triwulan, (temuan.judul, *temuan.sebutan)))
            said = "" if temuan.jenis in _BY_NAME else fold_triwulan(temuan.rincian)
            text = " ".join((*names, said))
            words.update(text.split())
            named = tuple(_Name(name, with_stems(name)) for name in names)
            rows.append(_Folded(temuan, named, with_stems(text)))
        return cls(tuple(rows), frozenset(words))

    def search(self, query: str, most: int = MOST) -> list[list[Temuan]]:
        """Return what has every word that was asked for, in groups of one kind.

        The group with the best fit comes first, and within it the best fit; of equal ones the
        shortest, which says the least beside what was asked for. Only when nothing is found, a
        slip in a word is forgiven.

        Args:
            query: as typed; blank finds nothing. Question words need not be there.
            most: how many of each kind.
        """
        wanted = fold_triwulan(query)
        asked = list_kata(wanted)
        places = self._find(asked)
        if not places:
            asked = [self._forgive(kata) for kata in asked]
            places = self._find(asked)
        phrases = (wanted, " ".join(kata.ketikan for kata in asked))
        groups: dict[JenisTemuan, list[tuple[int, int, int]]] = {}
        for place in places:
            row = self.rows[place]
            fit = min((_rank(name, phrases, asked), len(name.text)) for name in row.names)
            groups.setdefault(row.temuan.jenis, []).append((*fit, place))
        kinds = list(JenisTemuan)
        ordered = sorted(groups, key=lambda jenis: (min(groups[jenis])[0], kinds.index(jenis)))
        return [
            [self.rows[place].temuan for _, _, place in sorted(groups[jenis])[:most]]
            for jenis in ordered
        ]

    def _find(self, asked: Sequence[Kata]) -> list[int]:
        """The rows that have every word; none for no word."""
        places = list(range(len(self.rows))) if asked else []
        for kata in asked:
            places = [place for place in places if kata.is_in(self.rows[place].all)]
        return places

    def _forgive(self, kata: Kata) -> Kata:
        """A word that stands somewhere was meant as it was typed."""
        return kata if self._find([kata]) else forgive(kata, self.words)


def _rank(name: _Name, phrases: tuple[str, str], asked: Sequence[Kata]) -> int:
    """Return how well a title fits: 0 is the very words, 5 that they stand beside it only."""
    if name.text in phrases:
        return 0
    if name.text.startswith(phrases):
        return 1
    starts = f" {name.text}"
    if all(f" {kata.ketikan}" in starts for kata in asked):
        return 2
    if all(kata.ketikan in name.text for kata in asked):
        return 3
    return 4 if all(kata.is_in(name.words) for kata in asked) else 5
