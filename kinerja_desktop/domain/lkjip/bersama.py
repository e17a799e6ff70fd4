"""Say the same thing of several indicators once (`docs/sakip.md` §7.8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.angka.terbilang import write_terbilang
from kinerja_desktop.domain.lkjip.kata import (
    count,
    items,
    paragraphs,
    sentences,
)

#: So many names stand in a sentence, and so many are counted with ke- (*keenam*); more are listed.
_NAMED, _COUNTED = 3, 10


@dataclass(frozen=True)
class Kalimat:
    """A sentence about one indicator.

    Attributes:
        sendiri: the whole sentence, when it is said of this indicator alone.
        bersama: what follows "Untuk kedua indikator sasaran ini," when others share it; empty for
            a sentence with figures of its own. Equal words are the same thing.
    """

    sendiri: str
    bersama: str = ""


@dataclass(frozen=True)
class Tuturan:
    """What is told of one indicator.

    Attributes:
        nama: its name as Markdown.
        kalimat: in order.
    """

    nama: str
    kalimat: tuple[Kalimat, ...]


def tell(tuturan: Sequence[Tuturan]) -> str:
    """Return a paragraph for each indicator, then once what several of them share."""
    shared = _shared(tuturan)
    own = [
        sentences(k.sendiri for k in item.kalimat if k.bersama not in shared) for item in tuturan
    ]
    told = [_told(words, names, len(tuturan)) for words, names in shared.items()]
    return paragraphs([*own, *told])


def _shared(tuturan: Sequence[Tuturan]) -> dict[str, list[str]]:
    """Return what is said of more than one, with their names."""
    found: dict[str, list[str]] = {}
    for item in tuturan:
        for words in dict.fromkeys(k.bersama for k in item.kalimat if k.bersama):
            found.setdefault(words, []).append(item.nama)
    return {words: names for words, names in found.items() if len(names) > 1}


def _told(words: str, names: Sequence[str], total: int) -> str:
    number = len(names)
    if number == total:
        whole = (
            f"ke{write_terbilang(number)} indikator"
            if number <= _COUNTED
            else f"seluruh {count(number, 'indikator')}"
        )
        return f"Untuk {whole} sasaran ini, {words}."
    if number <= _NAMED:
        return f"Untuk {join_words(names)}, {words}."
    return paragraphs([f"Untuk {count(number, 'indikator')} berikut, {words}:", items(names)])
