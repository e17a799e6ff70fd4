"""What a text may hold: stray signs of Word, WhatsApp and Excel are taken out of it here.

Every door through which text comes in uses `clean_text`: the limits are stated in
`docs/architecture.md` §4.9.
"""

import re
from collections.abc import Sequence

from kinerja_desktop.domain.angka.nama_tempat import write_place_name

#: Most characters of a text on one line, and of a long one: two UTF-16 units each, they stay
#: below the 32,767 that one Excel cell holds.
MAKS_TEKS, MAKS_TEKS_PANJANG = 1_000, 15_000
#: What people write before a name, and the program too.
KATA_KECAMATAN, KATA_KABUPATEN = ("Kecamatan", "Kec.", "Kec"), ("Kabupaten", "Kab.", "Kab")
KATA_PROVINSI = ("Provinsi", "Propinsi", "Prov.", "Prov")

# Soft hyphen, zero width spaces, byte order mark, and the marks that turn the reading direction.
_UNSEEN = (
    0x00AD, 0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065),
    *range(0x2066, 0x206A), 0xFEFF,
)  # fmt: skip
_INVISIBLE: dict[int, str | None] = dict.fromkeys(_UNSEEN)
# Control characters, which no document can hold; those that end a line or part words say so below.
_CONTROLS: dict[int, str | None] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
_LINE_ENDS: dict[int, str | None] = dict.fromkeys(map(ord, "\n\v\f\x85\u2028\u2029"), "\n")
_SPACES: dict[int, str | None] = dict.fromkeys(map(ord, "\t\u00a0\u2007\u202f"), " ")
#: Word writes its bullets and ticks with the places of its fonts Symbol and Wingdings.
WORD_SIGNS: dict[int, str | None] = {
    0xF0B7: "•", 0xF0D8: "•", 0xF076: "•", 0xF0A7: "▪", 0xF06E: "▪", 0xF0A8: "▪", 0xF0FC: "√",
    0xF02D: "-",
}  # fmt: skip
#: What else stands in a private place means something in its own font only: here, nothing.
_PRIVATE: dict[int, str | None] = dict.fromkeys(range(0xE000, 0xF900), "\ufffd")
_NO_CHARACTER: dict[int, str | None] = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_UNSTORABLE = {**_CONTROLS, **_LINE_ENDS, **_NO_CHARACTER, 0x09: "\t"}
_SIGNS = {
    **_INVISIBLE, **_CONTROLS, **_LINE_ENDS, **_SPACES, **_PRIVATE, **WORD_SIGNS, **_NO_CHARACTER,
}  # fmt: skip
_EXCEL_ERROR = re.compile(r"#(?:[A-Z]+(?:/[A0]!?|!|\?)|GETTING_DATA|N/A)|Err:\d{3}")


def drop_invisible(text: str) -> str:
    """Return text without the characters that nobody sees, such as U+200B and U+200E."""
    return text.translate(_INVISIBLE)


def clean_text(raw: str, *, keep_lines: bool = False, most: int | None = None) -> str:
    """Return text as the program keeps it: visible, printable, without stray spaces.

    Invisible and control characters are dropped, the line and page breaks of Word become line
    breaks, its bullets become ``•``, ``▪`` and ``√``. Half a character (a lone surrogate), which no
    file can hold, and a sign that only its own font knows become U+FFFD, so that one sees that
    something was lost.

    Args:
        raw: as typed, pasted or read.
        keep_lines: keep line breaks; else all white space becomes one space.
        most: how many characters there may be, `MAKS_TEKS` or `MAKS_TEKS_PANJANG`; None for any.

    Raises:
        ValueError: it is longer; the message says so in Indonesian.
    """
    if raw.isascii() and raw.isprintable():  # most texts, and thousands of them in a workbook
        text = raw.strip()
    else:
        whole = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = whole.replace("\r\n", "\n").replace("\r", "\n").translate(_SIGNS).strip()
    if not keep_lines:
        text = " ".join(text.split())
    if most is not None:
        require_length(text, most)
    return text


def require_length(text: str, most: int) -> None:
    """Refuse a text that is longer than a form, a page or a cell can take.

    Raises:
        ValueError: says how long it is and how long it may be.
    """
    if len(text) > most:
        raise ValueError(
            f"teksnya {_write(len(text))} huruf, paling banyak {_write(most)}: ringkaskan, "
            "atau jadikan lampiran"
        )


def make_storable(text: str) -> str:
    """Return text that every file can hold, otherwise as it was: white space and length stay.

    Control characters go but for tab and line end, half a character becomes U+FFFD.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSTORABLE)


def is_excel_error(text: str) -> bool:
    """Tell whether a text is only what a spreadsheet shows for a formula that failed."""
    if "#" not in text and "Err:" not in text:
        return False
    text = text.strip()
    return _EXCEL_ERROR.fullmatch(text) is not None


def bare_name(text: str, words: Sequence[str]) -> str:
    """Return a name of a place without the word of its kind, which the program writes itself.

    ``Kecamatan Sukodono`` would stand in the kop as KECAMATAN KECAMATAN SUKODONO, and ``sukodono``
    as *Camat sukodono* in its Perjanjian Kinerja: it gets its capitals.

    Args:
        text: as typed.
        words: such as ``Kecamatan`` and ``Kec.``; a name that is nothing else stays.
    """
    first, _, rest = text.strip().partition(" ")
    known = {word.casefold() for word in words}
    is_led = rest.strip() and first.casefold() in known
    return write_place_name(rest.strip() if is_led else text.strip())


def says_something(text: str) -> bool:
    """Tell whether people wrote anything: a lone ``-`` or ``.``, as for nothing, does not."""
    return any(sign.isalnum() for sign in text)


def _write(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def join_words(words: Sequence[str]) -> str:
    """Join as in speech: ``a``, ``a dan b``, ``a, b, dan c``."""
    if len(words) <= 2:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
