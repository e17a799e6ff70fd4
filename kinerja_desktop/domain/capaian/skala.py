"""Scales that turn a capaian into a kategori word (`docs/sakip.md` §4.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Kelas:
    """One kategori of a scale.

    Attributes:
        label: the word that is printed.
        batas: the lower bound in %; None for the lowest class.
        termasuk: whether the bound itself belongs to this class.
        warna: the role of its colour: baik, cukup, sedang, kurang, buruk.
    """

    label: str
    batas: Decimal | None
    termasuk: bool
    warna: str


@dataclass(frozen=True)
class Skala:
    """A named scale; its classes run from the highest to the lowest and leave no hole."""

    kode: str
    nama: str
    kelas: tuple[Kelas, ...]

    def classify(self, capaian: Decimal) -> Kelas:
        """Return the class of a capaian in %, as shown.

        `docs/architecture.md` §4.3: word and paper agree.
        """
        return next(
            kelas
            for kelas in self.kelas
            if kelas.batas is None
            or capaian > kelas.batas
            or (kelas.termasuk and capaian == kelas.batas)
        )

    @property
    def keterangan(self) -> str:
        """The scale in one line, for the note under a table."""
        return "; ".join(_describe(kelas, above) for kelas, above in self._with_above())

    def _with_above(self) -> list[tuple[Kelas, Kelas | None]]:
        return list(zip(self.kelas, (None, *self.kelas), strict=False))


def _describe(kelas: Kelas, above: Kelas | None) -> str:
    if kelas.batas is None:
        sign = "<" if above is None or above.termasuk else "≤"
        return f"{kelas.label} {sign} {above.batas if above else ''}".strip()
    return f"{kelas.label} {'≥' if kelas.termasuk else '>'} {kelas.batas}"


def _skala(kode: str, nama: str, *kelas: tuple[str, str | None, bool, str]) -> Skala:
    return Skala(
        kode,
        nama,
        tuple(
            Kelas(label, None if batas is None else Decimal(batas), termasuk, warna)
            for label, batas, termasuk, warna in kelas
        ),
    )


PERMENDAGRI_86 = _skala(
    "permendagri_86",
    "Skala nilai peringkat kinerja Permendagri 86/2017",
    ("Sangat Tinggi", "90", False, "baik"),
    ("Tinggi", "75", False, "cukup"),
    ("Sedang", "65", False, "sedang"),
    ("Rendah", "50", False, "kurang"),
    ("Sangat Rendah", None, False, "buruk"),
)
LAN = _skala(
    "lan",
    "Skala ordinal SAKIP/LAN",
    ("Sangat Berhasil", "85", True, "baik"),
    ("Berhasil", "70", True, "cukup"),
    ("Cukup Berhasil", "55", True, "sedang"),
    ("Kurang Berhasil", None, False, "buruk"),
)
SAMPANG = _skala(
    "baik_kurang",
    "Skala Sangat Baik – Sangat Kurang",
    ("Sangat Baik", "90", False, "baik"),
    ("Baik", "75", False, "cukup"),
    ("Cukup", "65", False, "sedang"),
    ("Kurang", "50", False, "kurang"),
    ("Sangat Kurang", None, False, "buruk"),
)
LAMPU = _skala(
    "lampu",
    "Lampu lalu lintas",
    ("Hijau", "90", False, "baik"),
    ("Kuning", "70", True, "sedang"),
    ("Merah", None, False, "buruk"),
)

#: Every scale an office can choose, by code.
SKALA: Mapping[str, Skala] = {skala.kode: skala for skala in (PERMENDAGRI_86, LAN, SAMPANG, LAMPU)}
