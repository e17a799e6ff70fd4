"""Small pieces of Indonesian that all first-draft sentences are put together from."""

import re
from collections.abc import Iterable
from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka, format_rupiah
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.satuan import is_percent
from kinerja_desktop.domain.markdown import escape_markdown

#: The sign before a negative figure in running text; a hyphen would part from it at a line's end.
MINUS = "\u2212"
# Units that only say "a number": nobody writes "90,76 nilai".
_UNITLESS = {"nilai", "angka", "indeks", "skor", "poin", "predikat", "-"}
_RUPIAH = {"rp", "rp."}
# KK, RT/RW, ASN: a few capitals are an abbreviation, more are only shouted.
_ABBREVIATION = re.compile(r"[A-Z]{2,3}")
_WORD = re.compile(r"[^\W\d_]+")


def escape(text: str) -> str:
    """Return data as one line of Markdown that prints as it is."""
    return escape_markdown(" ".join(text.split()))


def paragraphs(parts: Iterable[str]) -> str:
    """Join paragraphs; blank ones are left out."""
    return "\n\n".join(part for part in parts if part)


def sentences(parts: Iterable[str]) -> str:
    """Join sentences to a paragraph; blank ones are left out."""
    return " ".join(part for part in parts if part)


def items(lines: Iterable[str]) -> str:
    """Make a bullet list; empty for none."""
    return "\n".join(f"- {line}" for line in lines)


def with_unit(nilai: Nilai | None, satuan: str) -> str:
    """Write a target or realisasi with its unit as in a sentence: ``94,5%``, ``27 laporan``."""
    text = with_minus(format_nilai(nilai))
    unit = satuan.strip()
    if not text or not unit or isinstance(nilai, str) or unit.lower() in _UNITLESS:
        return text
    if is_percent(unit):
        return f"{text}%"
    if unit.lower() in _RUPIAH:
        return f"Rp{text}"
    return f"{text} {escape(_WORD.sub(_lower, unit))}"


def _lower(word: re.Match[str]) -> str:
    return word[0] if _ABBREVIATION.fullmatch(word[0]) else word[0].lower()


def persen(capaian: Capaian) -> str:
    """Write a capaian with its kategori: ``106,93% (Sangat Tinggi)``; why there is none otherwise.

    The figure has the decimals of the paper, ``100,00%``, so that both can be compared.
    """
    if capaian.tampil is None:
        return STATES[capaian.keadaan]
    kategori = f" ({capaian.kategori})" if capaian.kategori else ""
    return f"{angka_persen(capaian.tampil)}{kategori}"


def angka_persen(value: Decimal) -> str:
    """Write a percentage with all its decimals: ``100,00%``, ``−50,00%``."""
    return f"{angka(value)}%"


def angka(value: Decimal) -> str:
    """Write a number in a sentence, a negative one with the sign that is a minus (U+2212)."""
    return with_minus(format_angka(value))


def with_minus(figure: str) -> str:
    """Return a figure with a minus instead of a hyphen before it (`docs/sakip.md` §7.8)."""
    return f"{MINUS}{figure[1:]}" if figure.startswith("-") else figure


def rupiah(amount: Decimal | None) -> str:
    """Write an amount in a sentence; *belum diisi* when nothing was entered."""
    return "belum diisi" if amount is None else format_rupiah(amount)


#: The states of a figure without a number, in the middle of a sentence.
STATES = {
    Keadaan.BELUM_DIISI: "belum diisi",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "tidak dapat dihitung",
}


def count(number: int, thing: str) -> str:
    """Write a number of things: ``3 (tiga) indikator``."""
    return write_banyaknya(number, thing)


def finish(text: str) -> str:
    """End what people wrote as a sentence: with one full stop, on one line, as plain text.

    A lone "-", which offices write for nothing, says nothing.
    """
    words = escape(text).rstrip(" .;,")
    if not says_something(words):
        return ""
    return f"{words}." if words[-1] not in "!?…" else words
