"""What a new row is asked for and begins with, and which fields its kind has no use for."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections.fields import Section

Row = Mapping[str, Any]

_NUMBERED = re.compile(r"(.*?)(\d+)")
_IKI = "IKI"
#: Sections whose kode the office counts by itself.
_COUNTED = frozenset({"tujuan", "sasaran", "indikator"})
#: How the first of them is called, as the practice office has it; an indicator by its jenis.
_FIRST = {"tujuan": "T1", "sasaran": "S1"}
#: The field that tells a row's place in its list, and what makes rows one list; empty for all.
_PLACED: Mapping[str, tuple[str, str]] = {
    "perangkat_daerah": ("urut", ""),
    "rekomendasi_lhe": ("urutan", "lhe_id"),
}
#: Asked for at once although a row can do without: a target without its unit says nothing,
#: and who held a post before the present one is written down with the last day.
_ASKED: Mapping[str, tuple[str, ...]] = {
    "indikator": ("satuan",),
    "penempatan": ("selesai", "pengelola_kinerja"),
}
#: References that are chosen when there is only one, although they may be blank.
_CHOSEN: Mapping[str, tuple[str, ...]] = {"indikator": ("sasaran_id", "pejabat_id")}
#: A short section is asked for whole.
_SHORT = 8


def list_asked(section: Section, shown: Sequence[str]) -> list[str]:
    """Return what a new row is asked for: what it must have, or all of a short section.

    Args:
        section: of which kind it is.
        shown: names of the fields that its form shows.
    """
    if len(shown) <= _SHORT:
        return list(shown)
    also = _ASKED.get(section.key, ())
    fields = [section.field(name) for name in shown]
    return [f.name for f in fields if f.required or f.acuan or f.name in also]


def takes_only_choice(section: Section, name: str) -> bool:
    """Whether a reference is chosen by itself when there is only one row to refer to."""
    field = section.field(name)
    return bool(field.acuan) and (field.required or name in _CHOSEN.get(section.key, ()))


def list_unused(section: str, row: Row) -> frozenset[str]:
    """Return the fields that a row of its kind has no use for and that hold nothing.

    An IKU and IKK belong to the office; only an IKI has an official and the kinerja of that
    official (`docs/sakip.md` §3.1).
    """
    if section != "indikator" or row.get("jenis") == _IKI:
        return frozenset()
    return frozenset(name for name in ("pejabat_id", "kinerja") if not row.get(name))


def propose_kode(section: str, row: Row, others: Collection[Row]) -> str:
    """Return the next kode as the office counts: S1, S2 → S3; IKU-1 → IKU-2; empty for none.

    Args:
        section: key of the section.
        row: the new row; an indicator is counted among those of its jenis.
        others: the rows that are there.
    """
    if section not in _COUNTED:
        return ""
    jenis = row.get("jenis")
    alike = [str(other["kode"]) for other in others if other.get("jenis") == jenis]
    everyone = {str(other["kode"]).casefold() for other in others}
    if kode := _count_on(alike, everyone):
        return kode
    # The first of its jenis is written as those of the other kinds are: IKU-1 → IKI-1.
    for other in sorted(others, key=lambda other: order_kode(str(other["kode"]))):
        theirs, kode = str(other.get("jenis") or ""), str(other["kode"])
        match = _NUMBERED.fullmatch(kode)
        if jenis and theirs and match and theirs in kode:
            first = match[1].replace(theirs, str(jenis)) + "1".zfill(len(match[2]))
            return "" if first.casefold() in everyone else first
    return "" if others else _FIRST.get(section, f"{jenis}-1")


def propose_place(section: str, row: Row, others: Collection[Row]) -> tuple[str, int] | None:
    """Return the field that tells a row's place in its list and the next one; None for no list.

    Args:
        section: key of the section.
        row: the new row.
        others: the rows that are there.
    """
    if section not in _PLACED:
        return None
    name, within = _PLACED[section]
    alike = [other for other in others if not within or other.get(within) == row.get(within)]
    return name, max((int(other.get(name) or 0) for other in alike), default=0) + 1


def _count_on(alike: Collection[str], everyone: Collection[str]) -> str:
    """Count on from the highest number of the prefix that is used most."""
    numbers: dict[str, list[str]] = {}
    for kode in alike:
        if match := _NUMBERED.fullmatch(kode):
            numbers.setdefault(match[1], []).append(match[2])
    if not numbers:
        return ""
    prefix = max(numbers, key=lambda prefix: (len(numbers[prefix]), order_kode(prefix)))
    last = max(numbers[prefix], key=int)
    number = int(last) + 1
    while f"{prefix}{str(number).zfill(len(last))}".casefold() in everyone:
        number += 1
    return f"{prefix}{str(number).zfill(len(last))}"
