"""From an outline to the sections as they are printed: numbered, and repeated for every sasaran."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.lkjip.bahan import TUJUAN, SasaranLkjip
from kinerja_desktop.domain.lkjip.kerangka import Bagian, JenisBagian, Kerangka

#: `Bagian.isi` of the section below which every sasaran is analysed.
EVALUASI = "evaluasi"
_AT = "@"


@dataclass(frozen=True)
class BagianTercetak:
    """A section of the outline with its number and heading as printed.

    Attributes:
        bagian: what the outline says of it.
        kunci: the outline's kunci; with ``@`` and the sasaran for what stands below a sasaran.
        nomor: "BAB I", "1.1", "3.2.1", "1.", "LAMPIRAN A"; empty for front matter.
        judul: its heading without number.
        tingkat: 1 for front matter, bab and lampiran, 4 for a comparison.
        tampil: whether it and everything above it is printed.
        sasaran: key of the sasaran it stands below; empty for none.
        nomor_sasaran: number of that sasaran, "3.2.1".
        awalan: what numbers of tables begin with: "3" for a bab, "A" for a lampiran.
    """

    bagian: Bagian
    kunci: str
    nomor: str
    judul: str
    tingkat: int
    tampil: bool
    sasaran: str = ""
    nomor_sasaran: str = ""
    awalan: str = ""

    @property
    def rujukan(self) -> str:
        """How other places refer to it: "3.2.1 butir 5" for a comparison."""
        if self.bagian.jenis is JenisBagian.ANALISIS:
            return f"{self.nomor_sasaran} butir {self.nomor.rstrip('.')}"
        return self.judul_bernomor

    @property
    def judul_layar(self) -> str:
        """Number and a heading that is short enough for the outline on the screen."""
        return f"{self.nomor} {self.bagian.singkat or self.judul}".strip()

    @property
    def judul_bernomor(self) -> str:
        """Number and heading on one line."""
        return f"{self.nomor} {self.judul}".strip()


def arrange(
    kerangka: Kerangka, sasaran: Sequence[SasaranLkjip], kosong: Collection[str] = ()
) -> list[BagianTercetak]:
    """Return all sections in printing order; hidden ones have no number.

    Args:
        kerangka: the outline.
        sasaran: what the evaluation is repeated for.
        kosong: `Bagian.isi` of the attachments that there is no data for; they are not printed.
    """
    found: list[BagianTercetak] = []
    bab = lampiran = 0
    for top in kerangka.children():
        nomor = awalan = ""
        tampil = top.tampil and top.isi not in kosong
        if tampil and top.jenis is JenisBagian.BAB:
            bab += 1
            nomor, awalan = f"BAB {to_roman(bab)}", str(bab)
        elif tampil and top.jenis is JenisBagian.LAMPIRAN:
            lampiran += 1
            nomor, awalan = f"LAMPIRAN {_letter(lampiran)}", _letter(lampiran)
        found.append(BagianTercetak(top, top.kunci, nomor, top.judul, 1, tampil, awalan=awalan))
        found += _below(kerangka, top, str(bab), 2, tampil, sasaran)
    return found


def analysis_key(kunci: str, sasaran_id: str) -> str:
    """Return the kunci of a comparison below a sasaran."""
    return f"{kunci}{_AT}{sasaran_id}"


def outline_key(kunci: str) -> str:
    """Return the outline's kunci of a printed section."""
    return kunci.partition(_AT)[0]


def to_roman(number: int) -> str:
    """Write a small number in Roman figures."""
    text = ""
    for value, figure in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + figure, number - value
    return text


def _below(
    kerangka: Kerangka,
    parent: Bagian,
    prefix: str,
    level: int,
    shown: bool,
    sasaran: Sequence[SasaranLkjip],
) -> Iterator[BagianTercetak]:
    number = 0
    for child in kerangka.children(parent.kunci):
        if child.jenis is JenisBagian.ANALISIS:
            continue
        tampil = shown and child.tampil
        number += tampil
        nomor = f"{prefix}.{number}" if tampil else ""
        yield BagianTercetak(child, child.kunci, nomor, child.judul, level, tampil)
        if child.isi == EVALUASI:
            yield from _per_sasaran(kerangka, child, nomor, tampil, sasaran)
        yield from _below(kerangka, child, nomor, level + 1, tampil, sasaran)


def _per_sasaran(
    kerangka: Kerangka,
    parent: Bagian,
    prefix: str,
    shown: bool,
    sasaran: Sequence[SasaranLkjip],
) -> Iterator[BagianTercetak]:
    analyses = [
        item for item in kerangka.children(parent.kunci) if item.jenis is JenisBagian.ANALISIS
    ]
    for place, item in enumerate(sasaran, start=1):
        head = Bagian("sasaran", "", JenisBagian.SASARAN, parent.kunci)
        kunci = analysis_key(head.kunci, item.id)
        nomor = f"{prefix}.{place}" if shown else ""
        kind = "Tujuan" if item.tingkat == TUJUAN else "Sasaran"
        yield BagianTercetak(head, kunci, nomor, f"{kind}: {item.uraian}", 3, shown, item.id)
        number = 0
        for bagian in analyses:
            tampil = shown and bagian.tampil
            number += tampil
            yield BagianTercetak(
                bagian, analysis_key(bagian.kunci, item.id), f"{number}." if tampil else "",
                bagian.judul, 4, tampil, item.id, nomor,
            )  # fmt: skip


def _letter(number: int) -> str:
    """Return A … Z, AA … for the lampiran."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
