"""The periods of measurement: a year, or one of its triwulan."""

from dataclasses import dataclass
from datetime import date

ROMAWI = ("I", "II", "III", "IV")
TRIWULAN = (1, 2, 3, 4)
#: The years of a plan or figure (`docs/architecture.md` §4.9).
TAHUN = (1990, 2100)


@dataclass(frozen=True, order=True)
class Periode:
    """A year of measurement (`triwulan` is None) or one triwulan of it.

    Performance is measured "secara berkala (triwulan) dan tahunan"
    (PermenPANRB 53/2014 Lampiran II huruf E; `docs/sakip.md` §2.2).
    """

    tahun: int
    triwulan: int | None = None

    def __post_init__(self) -> None:
        if self.triwulan is not None and self.triwulan not in TRIWULAN:
            raise ValueError(f"triwulan {self.triwulan} tidak ada: pilih 1 sampai 4")

    @property
    def label(self) -> str:
        """As it stands in a title: ``Triwulan II Tahun 2024`` or ``Tahun 2024``."""
        tahun = f"Tahun {self.tahun}"
        return tahun if self.triwulan is None else f"Triwulan {self.romawi} {tahun}"

    @property
    def romawi(self) -> str:
        """The triwulan in Roman figures, empty for a year."""
        return "" if self.triwulan is None else ROMAWI[self.triwulan - 1]

    @property
    def kode(self) -> str:
        """As it stands in file names and keys: ``2024`` or ``2024-TW2``."""
        return str(self.tahun) if self.triwulan is None else f"{self.tahun}-TW{self.triwulan}"

    @property
    def first_day(self) -> date:
        """The first calendar day of the period: before it nothing of it can be measured."""
        return date(self.tahun, 3 * (self.triwulan or 1) - 2, 1)

    @property
    def last_day(self) -> date:
        """The last calendar day of the period."""
        match self.triwulan:
            case 1:
                return date(self.tahun, 3, 31)
            case 2:
                return date(self.tahun, 6, 30)
            case 3:
                return date(self.tahun, 9, 30)
        return date(self.tahun, 12, 31)


def batas_lkjip(tahun: int) -> date:
    """Return the last day for handing the year's LKjIP to the Bupati.

    Two months after the fiscal year (PermenPANRB 53/2014 Lampiran II D; `docs/sakip.md` §2.3).
    """
    after = tahun + 1
    leap = after % 4 == 0 and (after % 100 != 0 or after % 400 == 0)
    return date(after, 2, 29 if leap else 28)
