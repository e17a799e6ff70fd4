"""The stories in packages: what offices wrote about their figures and in their LKjIP."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: What is around a word that was found, in letters.
_AROUND = 60
_BAGIAN = {
    "pendorong": "Faktor pendorong", "penghambat": "Faktor penghambat",
    "tindak_lanjut": "Rencana tindak lanjut",
}  # fmt: skip


@dataclass(frozen=True)
class NarasiMasuk:
    """A text of a package.

    Attributes:
        tentang: the indicator, or the document.
        bagian: which of its texts.
        isi: the text.
    """

    tentang: str
    bagian: str
    isi: str


def list_narasi(data: Mapping[str, Any]) -> Iterator[NarasiMasuk]:
    """Yield every text that an office wrote into the documents of a package.

    Args:
        data: the content of its ``data.json``, as it was checked when it was taken in.
    """
    for entry in data["dokumen"]:
        frozen = entry["data"]
        for item in frozen.get("indikator", ()):
            for story in item["narasi"].values():
                for name, bagian in _BAGIAN.items():
                    if story[name]:
                        yield NarasiMasuk(item["uraian"], bagian, story[name])
        titles = {item["kunci"]: item["judul"] for item in _list_bagian(frozen)}
        for kunci, isian in frozen.get("tulisan", ()):
            if isian["teks"]:
                # A section that stands once for each sasaran names it behind the sign.
                section, _, _ = kunci.partition("@")
                yield NarasiMasuk(entry["judul"], titles.get(section, section), isian["teks"])


def _list_bagian(frozen: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return the sections of a report; other documents have none."""
    bagian: Sequence[Mapping[str, Any]] = frozen.get("kerangka", {}).get("bagian", ())
    return bagian


def find_word(narasi: NarasiMasuk, kata: str) -> str:
    """Return the word with what stands around it; empty where it does not occur.

    Case and the number of spaces do not matter.
    """
    text, wanted = (" ".join(item.split()) for item in (narasi.isi, kata))
    place = text.casefold().find(wanted.casefold())
    if place < 0:
        return ""
    start, end = max(0, place - _AROUND), place + len(wanted) + _AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
