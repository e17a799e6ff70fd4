"""How a criterion is answered: the scales in use, as data (`docs/sakip.md` §11.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class PilihanJawaban:
    """One answer of a scale.

    Attributes:
        kode: as it is stored and printed.
        arti: what it means, for people.
        nilai: its share of a criterion's weight, 0 to 1.
        usul_dari: the share of proof from which the program proposes it; None when data can never
            prove it, so that only people give it.
        lebih_dari: the share must be above `usul_dari`, not merely reach it.
    """

    kode: str
    arti: str
    nilai: Decimal
    usul_dari: Fraction | None
    lebih_dari: bool = False

    def is_reached(self, bagian: Fraction) -> bool:
        """Whether a share of proof supports this answer."""
        if self.usul_dari is None:
            return False
        return bagian > self.usul_dari or (bagian == self.usul_dari and not self.lebih_dari)


@dataclass(frozen=True)
class SkalaLke:
    """A scale of answers, the best first."""

    kode: str
    nama: str
    pilihan: tuple[PilihanJawaban, ...]

    def find(self, jawaban: str) -> PilihanJawaban | None:
        """Return the answer that is written so; None for nothing, or a word of another scale."""
        exact = (item for item in self.pilihan if item.kode == jawaban.strip())
        folded = jawaban.strip().casefold()
        alike = (
            item for item in self.pilihan if folded in (item.kode.casefold(), item.arti.casefold())
        )
        return next(exact, None) or next(alike, None)

    def propose(self, bagian: Fraction) -> PilihanJawaban:
        """Return the answer that a share of proof supports; the last one supports itself."""
        reached = (item for item in self.pilihan if item.is_reached(bagian))
        return next(reached, self.pilihan[-1])


def _pilihan(
    kode: str, arti: str, nilai: str, usul_dari: str | None, *, lebih: bool = False
) -> PilihanJawaban:
    return PilihanJawaban(
        kode, arti, Decimal(nilai), None if usul_dari is None else Fraction(usul_dari), lebih
    )


_AA_E = SkalaLke(
    "aa-e",
    "AA–E (PermenPANRB 88/2021)",
    (
        # What goes beyond the mandate is for people to say (`docs/sakip.md` §11.1).
        _pilihan("AA", "terpenuhi seluruhnya, layak menjadi percontohan", "1", None),
        _pilihan("A", "terpenuhi seluruhnya, ada upaya yang dihargai", "0.9", None),
        _pilihan("BB", "terpenuhi seluruhnya sesuai mandat", "0.8", "1"),
        _pilihan("B", "sebagian besar terpenuhi (> 75 %)", "0.7", "0.75", lebih=True),
        _pilihan("CC", "sebagian terpenuhi (> 50–75 %)", "0.6", "0.5", lebih=True),
        _pilihan("C", "sebagian kecil terpenuhi (> 25–50 %)", "0.5", "0.25", lebih=True),
        _pilihan("D", "mulai terpenuhi (> 0–25 %)", "0.3", "0", lebih=True),
        _pilihan("E", "belum ada pemenuhan", "0", "0"),
    ),
)
_YA_TIDAK = SkalaLke(
    "y-t",
    "Ya/Tidak",
    (_pilihan("Y", "Ya", "1", "1"), _pilihan("T", "Tidak", "0", "0")),
)
_A_D = SkalaLke(
    "a-d",
    "A–D (1 / 0,66 / 0,33 / 0)",
    (
        _pilihan("A", "terpenuhi seluruhnya", "1", "1"),
        _pilihan("B", "sebagian besar terpenuhi", "0.66", "0.66"),
        _pilihan("C", "sebagian kecil terpenuhi", "0.33", "0.33"),
        _pilihan("D", "belum terpenuhi", "0", "0"),
    ),
)
_A_E = SkalaLke(
    "a-e",
    "a–e (> 90 %, > 75–90, > 40–75, > 10–40, ≤ 10)",
    (
        _pilihan("a", "> 90 % terpenuhi", "1", "0.9", lebih=True),
        _pilihan("b", "> 75–90 % terpenuhi", "0.75", "0.75", lebih=True),
        _pilihan("c", "> 40–75 % terpenuhi", "0.5", "0.4", lebih=True),
        _pilihan("d", "> 10–40 % terpenuhi", "0.25", "0.1", lebih=True),
        _pilihan("e", "paling banyak 10 % terpenuhi", "0", "0"),
    ),
)

#: Every scale by its kode; the first is that of the regulation.
SKALA: Mapping[str, SkalaLke] = {skala.kode: skala for skala in (_AA_E, _YA_TIDAK, _A_D, _A_E)}
SKALA_BAWAAN = _AA_E.kode


def get_skala(kode: str) -> SkalaLke:
    """Return a scale; that of the regulation for an unknown or empty kode."""
    return SKALA.get(kode, SKALA[SKALA_BAWAAN])
