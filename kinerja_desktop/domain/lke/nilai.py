"""The score of an LKE: per subkomponen, komponen, total, and its predikat (`docs/sakip.md` §11).

Reckoned in exact fractions and rounded once, half up to two decimals, when shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.lke.lembar import Komponen, Kriteria, LembarKriteria, Subkomponen
from kinerja_desktop.domain.lke.skala import PilihanJawaban, SkalaLke

#: Predikat by its lower bound, the highest first: ``lower < x ≤ upper`` (`docs/sakip.md` §11.2).
PREDIKAT = (
    (90, "AA", "Sangat Memuaskan"),
    (80, "A", "Memuaskan"),
    (70, "BB", "Sangat Baik"),
    (60, "B", "Baik"),
    (50, "CC", "Cukup (Memadai)"),
    (30, "C", "Kurang"),
)
_TERENDAH = ("D", "Sangat Kurang")


@dataclass(frozen=True)
class Predikat:
    """What a score is called."""

    kode: str
    arti: str


@dataclass(frozen=True)
class JawabanKriteria:
    """A criterion with what it was answered; `pilihan` is None while it is not answered."""

    kriteria: Kriteria
    pilihan: PilihanJawaban | None


@dataclass(frozen=True)
class NilaiBagian:
    """A score, and how much of it is known.

    Attributes:
        bobot: the highest it can be.
        tepat: the score of what was answered, exact: weight × mean of the answered criteria,
            summed upward; None while nothing is answered.
        terendah: the score if everything unanswered counted 0, exact.
        terjawab: how many criteria are answered.
        jumlah: how many there are.
    """

    bobot: Decimal
    tepat: Fraction | None
    terendah: Fraction
    terjawab: int
    jumlah: int

    @property
    def is_complete(self) -> bool:
        """Whether every criterion is answered, so that the score is final."""
        return self.terjawab == self.jumlah

    @property
    def tampil(self) -> Decimal | None:
        """The score of what was answered, as it is shown."""
        return None if self.tepat is None else round_nilai(self.tepat)

    @property
    def tampil_terendah(self) -> Decimal:
        """The score with the unanswered as 0, as it is shown."""
        return round_nilai(self.terendah)


@dataclass(frozen=True)
class NilaiSubkomponen:
    """A subkomponen with its score and the answers that make it."""

    subkomponen: Subkomponen
    nilai: NilaiBagian
    jawaban: tuple[JawabanKriteria, ...]


@dataclass(frozen=True)
class NilaiKomponen:
    """A komponen with its score."""

    komponen: Komponen
    nilai: NilaiBagian
    subkomponen: tuple[NilaiSubkomponen, ...]


@dataclass(frozen=True)
class NilaiLke:
    """The whole sheet with its score."""

    nilai: NilaiBagian
    komponen: tuple[NilaiKomponen, ...]

    @property
    def predikat(self) -> Predikat:
        """What the office has at least: of the score with the unanswered as 0."""
        return find_predikat(self.nilai.terendah)


def compute_nilai(lembar: LembarKriteria, skala: SkalaLke, jawaban: Mapping[str, str]) -> NilaiLke:
    """Return the score of a sheet.

    Args:
        lembar: the criteria with their weights.
        skala: how they are answered.
        jawaban: kode of a criterion to its answer; words of another scale count as unanswered.
    """
    komponen = tuple(_of_komponen(item, skala, jawaban) for item in lembar.komponen)
    return NilaiLke(_add(Decimal(100), (item.nilai for item in komponen)), komponen)


def find_predikat(nilai: Fraction | Decimal) -> Predikat:
    """Return the predikat of a score on the value rounded to two decimals: 80,00 is BB, 80,01 A."""
    rounded = round_nilai(Fraction(nilai))
    for lower, kode, arti in PREDIKAT:
        if rounded > lower:
            return Predikat(kode, arti)
    return Predikat(*_TERENDAH)


def round_nilai(value: Fraction) -> Decimal:
    """Round half up to two decimals."""
    hundredths = value * 100 + Fraction(1, 2)
    return Decimal(hundredths.numerator // hundredths.denominator).scaleb(-2)


def _of_komponen(item: Komponen, skala: SkalaLke, jawaban: Mapping[str, str]) -> NilaiKomponen:
    below = tuple(_of_subkomponen(sub, skala, jawaban) for sub in item.subkomponen)
    return NilaiKomponen(item, _add(item.bobot, (sub.nilai for sub in below)), below)


def _of_subkomponen(
    item: Subkomponen, skala: SkalaLke, jawaban: Mapping[str, str]
) -> NilaiSubkomponen:
    answers = tuple(
        JawabanKriteria(kriteria, skala.find(jawaban.get(kriteria.kode, "")))
        for kriteria in item.kriteria
    )
    given = [Fraction(answer.pilihan.nilai) for answer in answers if answer.pilihan]
    weight, total = Fraction(item.bobot), sum(given, Fraction(0))
    nilai = NilaiBagian(
        item.bobot,
        weight * total / len(given) if given else None,
        weight * total / len(answers),
        len(given),
        len(answers),
    )
    return NilaiSubkomponen(item, nilai, answers)


def _add(bobot: Decimal, parts: Iterable[NilaiBagian]) -> NilaiBagian:
    rows = list(parts)
    known = [row.tepat for row in rows if row.tepat is not None]
    return NilaiBagian(
        bobot,
        sum(known, Fraction(0)) if known else None,
        sum((row.terendah for row in rows), Fraction(0)),
        sum(row.terjawab for row in rows),
        sum(row.jumlah for row in rows),
    )
