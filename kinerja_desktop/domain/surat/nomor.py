"""Numbers of letters: the running number in a book, and the pattern that an office writes it in.

`docs/sakip.md` §9, *Nomor surat*: ``700/16.1/SOP/427.83/2024`` is the sixteenth letter, put in
once more (``16.1``), written by the pattern ``{klasifikasi}/{urut}/SOP/{unit}/{tahun}``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.teks import clean_text, drop_invisible

#: What can stand in a pattern, and what it becomes.
TANDA: Mapping[str, str] = {
    "klasifikasi": "kode klasifikasi, misalnya 700",
    "urut": "nomor urut",
    "unit": "kode unit kantor, misalnya 427.90",
    "bulan": "bulan dengan angka Romawi",
    "tahun": "tahun",
}
#: Months in Roman figures, as numbers of letters write them.
_BULAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN = re.compile(r"\{([^{}]*)\}")
#: What each token matches in a number, and the parts that an office may not have told.
_MATCHES: Mapping[str, str] = {
    "klasifikasi": r"[^/]*",
    "urut": r"(?P<urut>\d{1,6}(?:\.\d{1,4})?)",
    "unit": r"[^/]*",
    "bulan": r"[IVX]{1,4}",
    "tahun": r"\d{4}",
}
_LEFT_OUT = ("{klasifikasi}", "{unit}")
_AGENDA = re.compile(r"0*(\d{1,6})(?:\.(\d{1,4}))?")
_LONGEST = 100
#: Noughts that a number may be written with or without; never those behind a point (``427.083``).
_NOUGHTS = re.compile(r"(?<![\d.])0+(?=\d)")


@dataclass(frozen=True, order=True)
class Agenda:
    """A running number; `sisipan` counts what was put in behind it later, 0 for the number itself.

    Between 16 and 17 there is room for 16.1, 16.2 …: so a letter of yesterday gets its number.
    """

    urut: int
    sisipan: int = 0

    def __str__(self) -> str:
        return f"{self.urut}.{self.sisipan}" if self.sisipan else str(self.urut)


def parse_agenda(text: str) -> Agenda:
    """Read a running number: ``16``, ``016`` or ``16.1``.

    Raises:
        ValueError: says in Indonesian what a number looks like.
    """
    found = _AGENDA.fullmatch(text.strip())
    if found is None or not int(found[1]):
        raise ValueError(f"'{text.strip()}' bukan nomor urut: tulis misalnya 16, atau 16.1")
    return Agenda(int(found[1]), int(found[2] or 0))


def find_agenda(text: str) -> Agenda | None:
    """Return the running number that a cell of the register holds; None for none."""
    try:
        return parse_agenda(text)
    except ValueError:
        return None


def check_pola(pola: str) -> None:
    """Make sure that every letter gets a number of its own from a pattern.

    Raises:
        ValueError: it has no ``{urut}`` or ``{tahun}``, or a token that nobody knows.
    """
    names = _TOKEN.findall(pola)
    for name in names:
        if name not in TANDA:
            known = ", ".join(f"{{{item}}}" for item in TANDA)
            raise ValueError(f"tanda {{{name}}} tidak dikenal: pakai {known}")
    if names.count("urut") != 1:
        raise ValueError(
            "pola harus memuat {urut} satu kali: misalnya {klasifikasi}/{urut}/{tahun}"
        )
    if {"{", "}"} & set(_TOKEN.sub("", pola)):
        raise ValueError("kurung kurawal tidak berpasangan: tulis misalnya {urut}")
    if len(pola) > _LONGEST:
        raise ValueError(f"pola terlalu panjang, paling banyak {_LONGEST} huruf")
    if "tahun" not in names:
        raise ValueError("pola harus memuat {tahun}, agar nomor tidak berulang tahun berikutnya")


def write_nomor(pola: str, agenda: Agenda, klasifikasi: str, unit: str, tanggal: date) -> str:
    """Write the number of a letter; parts that the office has not told leave no empty places.

    Args:
        pola: as `check_pola` takes it.
        agenda: its running number.
        klasifikasi: its kode klasifikasi.
        unit: kode of the office.
        tanggal: of the letter.
    """
    values = {
        "klasifikasi": klasifikasi,
        "urut": str(agenda),
        "unit": unit,
        "bulan": _BULAN[tanggal.month - 1],
        "tahun": str(tanggal.year),
    }
    parts = (_TOKEN.sub(lambda found: values[found[1]], part) for part in pola.split("/"))
    return "/".join(part for part in parts if part)


def tidy_nomor(nomor: str) -> str:
    """Return a number as it is compared and kept: without stray signs and spaces beside strokes.

    Raises:
        ValueError: it is too long, or no number at all.
    """
    text = re.sub(r"\s*/\s*", "/", clean_text(nomor))
    if len(text) > _LONGEST:
        raise ValueError(f"nomor surat paling banyak {_LONGEST} huruf")
    if text and not any(sign.isdigit() for sign in text):
        raise ValueError(f"'{text}' bukan nomor surat: tulis seperti 700/16/427.90/2025")
    return text


def fold_nomor(nomor: str) -> str:
    """Return a number as it is compared: ``700/01/nd/2026`` is ``700 / 1/ND/2026``."""
    text = "".join(drop_invisible(nomor).split()).casefold()
    return _NOUGHTS.sub("", text)


def read_agenda(pola: str, nomor: str, klasifikasi: str = "", unit: str = "") -> Agenda | None:
    """Return the running number in a number that was typed; None when it follows another pattern.

    Capitals do not matter. First as the office itself would write it; then whatever stands for the
    classification and the unit is let pass, and may be left out, as offices write them by hand.

    Args:
        pola: as `check_pola` takes it.
        nomor: what was typed.
        klasifikasi: of the book.
        unit: kode of the office, which is never taken for a running number.
    """
    typed = nomor.strip()
    loosely = _match_loosely(pola)
    own = {"klasifikasi": re.escape(klasifikasi), "unit": re.escape(unit)}
    parts = [_match_part(part, {**_MATCHES, **own}) for part in pola.split("/")]
    exact = re.fullmatch("/".join(part for part in parts if part), typed, re.IGNORECASE)
    match = exact or re.fullmatch(loosely, typed, re.IGNORECASE)
    if match is None or (exact is None and match["urut"] == unit):
        return None
    return find_agenda(match["urut"])


def _match_loosely(pola: str) -> str:
    parts = pola.split("/")
    needed = next(place for place, part in enumerate(parts) if part not in _LEFT_OUT)
    whole = ""
    for place, part in enumerate(parts):
        found = _match_part(part, _MATCHES)
        # What may be left out takes its slash along: before what is always there, or behind it.
        if place != needed:
            found = f"{found}/" if place < needed else f"/{found}"
        whole += f"(?:{found})?" if part in _LEFT_OUT else found
    return whole


def _match_part(part: str, matches: Mapping[str, str]) -> str:
    found, place = "", 0
    for token in _TOKEN.finditer(part):
        found += re.escape(part[place : token.start()]) + matches[token[1]]
        place = token.end()
    return found + re.escape(part[place:])


def follows_later(
    taken: Iterable[tuple[Agenda, date | None]], agenda: Agenda, tanggal: date
) -> bool:
    """Tell whether a number before the one of a letter belongs to a letter of a later day.

    Args:
        taken: every number of the book and year, with the day of its letter.
        agenda: of the letter.
        tanggal: its day.
    """
    return any(key < agenda and day is not None and day > tanggal for key, day in taken)


def next_agenda(agenda: Agenda) -> Agenda:
    """Return the number to try when one is taken: what is put in stays behind its number."""
    if agenda.sisipan:
        return Agenda(agenda.urut, agenda.sisipan + 1)
    return Agenda(agenda.urut + 1)


def propose_agenda(
    taken: Iterable[tuple[Agenda, date | None]], tanggal: date, mulai: int
) -> Agenda:
    """Return the number that a letter of a day gets.

    The next one; for a letter that is older than the last of the book one that is put in where it
    least breaks the order of the days, which is behind the last letter of its day or before it
    (`docs/sakip.md` §9, ``16.1``). A letter of before whose number came late draws none behind it.
    Where no number of its day or before is there, the next one as well (`follows_later` tells it).

    Args:
        taken: every number of the book and year, with the day of its letter.
        tanggal: of the new letter.
        mulai: the first number of a year.
    """
    known = sorted(taken, key=lambda item: item[0])
    if not known:
        return Agenda(mulai)
    days = [day for _, day in known if day is not None]
    is_older = bool(days) and max(days) > tanggal >= min(days)
    place = _find_place([day for _, day in known], tanggal) if is_older else len(known) - 1
    if place == len(known) - 1:
        return Agenda(max(known[-1][0].urut + 1, mulai))
    urut = known[place][0].urut
    inserted = [agenda.sisipan for agenda, _ in known if agenda.urut == urut]
    return Agenda(urut, max(inserted) + 1)


def _find_place(days: Sequence[date | None], tanggal: date) -> int:
    """Return behind which of the days, by their numbers, another one breaks their order least."""
    broken = sum(day is not None and day < tanggal for day in days)
    found, least = 0, len(days) + 1
    for place, day in enumerate(days):
        if day is not None:
            broken += (day > tanggal) - (day < tanggal)
        if broken <= least:
            found, least = place, broken
    return found
