"""Looking for anything by its words: what is found, and what fits best."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from kinerja_desktop.domain.bantuan.kata_cari import Arti, forgive, list_arti

#: Of each kind so many are shown; more words find fewer.
MOST = 5
_NO_WORD = re.compile(r"[\W_]+")
_MARKS = "Mn"
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


def fold(text: str) -> str:
    """Return a text without case, marks on letters and punctuation: `Évaluasi E.81` is
    `evaluasi e 81`.
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parts if unicodedata.category(sign) != _MARKS)
    return " ".join(_NO_WORD.sub(" ", bare).split())


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop; that of a title or post ends no sentence.

    >>> first_sentence("Seperti di blok tanda tangan, misalnya Drs. Budi. Boleh kosong.")
    'Seperti di blok tanda tangan, misalnya Drs. Budi'
    """
    return _SENTENCE_END.split(text, maxsplit=1)[0].removesuffix(".")


@dataclass(frozen=True)
class _Folded:
    temuan: Temuan
    names: tuple[str, ...]
    all: str


@dataclass(frozen=True)
class IndeksCari:
    """Everything that can be found, folded once."""

    rows: tuple[_Folded, ...] = field(default=())

    @classmethod
    def of(cls, found: Iterable[Temuan]) -> "IndeksCari":
        """Fold everything that can be found."""
        rows: list[_Folded] = []
        for temuan in found:
            names = tuple(map(fold, (temuan.judul, *temuan.sebutan)))
            said = "" if temuan.jenis in _BY_NAME else fold(temuan.rincian)
            rows.append(_Folded(temuan, names, " ".join((*names, said))))
        return cls(tuple(rows))

    def search(self, query: str, most: int = MOST) -> list[list[Temuan]]:
        """Return what has every word that was asked for, in groups of one kind.

        Only where there is nothing such, what was asked in a sentence, and at last what a slip of
        one letter would mean (`kata_cari`). The group with the best fit comes first, and within it
        the best fit; of equal ones the shortest, which says the least beside what was asked for.

        Args:
            query: as typed; blank finds nothing.
            most: how many of each kind.
        """
        words = fold(query).split()
        if found := self._search([(word,) for word in words], most):
            return found
        meant = list_arti(words)
        if found := self._search(meant, most):
            return found
        known = {word for row in self.rows for word in row.all.split()} if meant else set()
        return self._search([forgive(arti, known) for arti in meant], most)

    def _search(self, asked: Sequence[Arti], most: int) -> list[list[Temuan]]:
        if not asked:
            return []
        groups: dict[JenisTemuan, list[tuple[int, int, int]]] = {}
        for place, row in enumerate(self.rows):
            words = [next((word for word in arti if word in row.all), "") for arti in asked]
            if all(words):
                wanted = " ".join(words)
                rank, length = min((_rank(name, wanted, words), len(name)) for name in row.names)
                groups.setdefault(row.temuan.jenis, []).append((rank, length, place))
        kinds = list(JenisTemuan)
        ordered = sorted(groups, key=lambda jenis: (min(groups[jenis])[0], kinds.index(jenis)))
        return [
            [self.rows[place].temuan for _, _, place in sorted(groups[jenis])[:most]]
            for jenis in ordered
        ]


def _rank(judul: str, wanted: str, words: Sequence[str]) -> int:
    """Return how well a title fits: 0 is the very words, 4 that they stand beside it only."""
    if judul == wanted:
        return 0
    if judul.startswith(wanted):
        return 1
    starts = f" {judul}"
    if all(f" {word}" in starts for word in words):
        return 2
    return 3 if all(word in judul for word in words) else 4
