"""Budget: codes, pagu in force, absorption (`docs/sakip.md` §4.9, §6.2)."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import round_half_up
from kinerja_desktop.domain.capaian.capaian import to_decimal

# Two, three or four digits of sub kegiatan and the variant 7.01.01.201.01 all stand in
# print (`docs/sakip.md` §6.1), so a code is text and never a number.
_KODE = re.compile(r"[0-9X]{1,2}\.[0-9X]{2}\.\d{2}(?:\.\d{1,3}(?:\.\d{2}(?:\.\d{2,4})?)?)?")


class JenisAnggaran(StrEnum):
    """The three levels of a budget code."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"


@dataclass(frozen=True)
class Pagu:
    """Ceiling of one budget line in a year, in rupiah.

    Attributes:
        murni: as first ratified (DPA); None when not entered.
        perubahan: as changed (DPPA); None while there is no change.
        tanggal_perubahan: from when the change is in force.
    """

    murni: Decimal | None
    perubahan: Decimal | None = None
    tanggal_perubahan: date | None = None

    def in_force(self, day: date) -> Decimal | None:
        """Return the last pagu in force on a day (`docs/sakip.md` §6.2)."""
        changed = self.tanggal_perubahan is None or self.tanggal_perubahan <= day
        return self.perubahan if self.perubahan is not None and changed else self.murni


def is_kode_anggaran(kode: str) -> bool:
    """Tell whether a text can be a code of program, kegiatan or sub kegiatan."""
    return _KODE.fullmatch(kode) is not None


def compute_serapan(pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Return the absorption in %, two decimals; None when pagu is 0 or one is missing."""
    exact = compute_serapan_tepat(pagu, realisasi)
    return None if exact is None else round_half_up(to_decimal(exact), 2)


def compute_serapan_tepat(pagu: Decimal | None, realisasi: Decimal | None) -> Fraction | None:
    """Return the exact absorption in %; None when pagu is 0 or one is missing.

    `docs/sakip.md` §4.9.
    """
    if pagu is None or realisasi is None or pagu == 0:
        return None
    return Fraction(realisasi) / Fraction(pagu) * 100
