"""What a Matriks Peran Hasil says: which official contributes what to which result.

`docs/sakip.md` §3.3.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: What stands where an official answers for the whole result.
PENANGGUNG_JAWAB = "Penanggung jawab hasil ini"
#: How offices write the same post (`docs/sakip.md` §13).
_SHORT = (
    (re.compile(r"\bkepala (?:sub ?bagian|sub ?bag)\b"), "kasubbag"),
    (re.compile(r"\bkasubag\b"), "kasubbag"),
    (re.compile(r"\bkepala seksi\b"), "kasi"),
    (re.compile(r"\b(?:sekretaris camat|sekretaris kecamatan|sekcam)\b"), "sekretaris"),
)


@dataclass(frozen=True)
class PeranPejabat:
    """An official in post with the team, and the contribution to each result.

    Attributes:
        nama: of the official.
        jabatan: with Plt. or Plh.
        tim: who works there with the official; empty for nobody.
        sumbangan: of each of `MatriksPeranHasil.hasil`, several lines; empty for none.
    """

    nama: str
    jabatan: str
    tim: tuple[str, ...]
    sumbangan: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class MatriksPeranHasil:
    """The officials of an office and the results of a year.

    Attributes:
        skpd: "Kecamatan Muncar".
        hasil: the sasaran, then programs that support none; the columns.
        pejabat: in the order of their posts; the rows.
    """

    skpd: str
    tahun: int
    hasil: tuple[str, ...]
    pejabat: tuple[PeranPejabat, ...]


def is_named(pemilik: str, names: Iterable[str]) -> bool:
    """Tell whether a penanggung jawab, or one of several, is a post, a person or a unit.

    Capitals, spaces and the usual short forms of posts (Kasi, Kasubbag, Sekcam) do not matter. A
    name with its degrees has commas of its own: it is found as all its parts, one after another.

    Args:
        pemilik: as entered; several are parted by commas, semicolons or slashes.
        names: of one official: jabatan, nama, unit.
    """
    parts = _split(pemilik)
    wanted = [own for name in names if (own := _split(name))]
    return any(
        parts[first : first + len(own)] == own for own in wanted for first in range(len(parts))
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(_fold(part) for part in re.split(r"[,;/]", text) if part.strip())


def _fold(text: str) -> str:
    words = " ".join(text.casefold().split())
    for pattern, short in _SHORT:
        words = pattern.sub(short, words)
    return words
