"""The criteria of an LKE: komponen, subkomponen, kriteria with their weights (`docs/sakip.md` §11).

They are data: a file ships with the program, and an office or an Inspektorat may replace it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Kriteria:
    """One question of the sheet.

    Attributes:
        kode: names it in answers, folders and papers, such as ``1.1.3``.
        contoh_bukti: what is named as evidence.
    """

    kode: str
    uraian: str
    contoh_bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subkomponen:
    """Criteria that share a weight."""

    kode: str
    nama: str
    bobot: Decimal
    kriteria: tuple[Kriteria, ...]


@dataclass(frozen=True)
class Komponen:
    """One of the parts that make up the 100."""

    kode: str
    nama: str
    bobot: Decimal
    subkomponen: tuple[Subkomponen, ...]


@dataclass(frozen=True)
class LembarKriteria:
    """A whole sheet of criteria; its weights add up at each level (see `berkas`).

    Attributes:
        nama: what people call it.
        sumber: where it was taken from.
    """

    nama: str
    sumber: str
    komponen: tuple[Komponen, ...]

    def list_subkomponen(self) -> Iterator[Subkomponen]:
        """Return every subkomponen in the order of the sheet."""
        for komponen in self.komponen:
            yield from komponen.subkomponen

    def list_kriteria(self) -> Iterator[Kriteria]:
        """Return every criterion in the order of the sheet."""
        for subkomponen in self.list_subkomponen():
            yield from subkomponen.kriteria
