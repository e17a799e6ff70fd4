"""Who has handed in what: the state of a holder for a period."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja_desktop.domain.sop.posisi import Kalender

#: Reminders are worded as the first, second and third; what follows repeats the third.
TEGURAN_TERAKHIR = 3


class KeadaanPemegang(StrEnum):
    """Where a holder stands, in words."""

    BELUM_DIKIRIM = "belum dikirim"
    MENUNGGU = "menunggu"
    TERLAMBAT = "terlambat"
    SEBAGIAN = "masuk sebagian"
    LENGKAP = "lengkap"


@dataclass(frozen=True)
class DataDitanya:
    """One thing that is asked of a holder: what it is called, and whether it is known."""

    id: str
    nama: str
    terisi: bool
    is_rupiah: bool = False


@dataclass(frozen=True)
class BarisPapan:
    """A holder's line on the board of a period.

    Attributes:
        pemegang: whose it is.
        butir: what is asked.
        formulir_id: key of the latest form that was handed out; empty for none.
        dikirim: the day on which the first form was handed out.
        tenggat: the last day for handing it in, as the latest form or reminder says.
        masuk: the day on which something came back last.
        teguran: how many reminders were written.
        keadaan: where it stands.
        terlambat: hari kerja after that last day: until today, or until it came back whole.
    """

    pemegang: str
    butir: tuple[DataDitanya, ...]
    formulir_id: str = ""
    dikirim: date | None = None
    tenggat: date | None = None
    masuk: date | None = None
    teguran: int = 0
    keadaan: KeadaanPemegang = KeadaanPemegang.BELUM_DIKIRIM
    terlambat: int = 0

    @property
    def terisi(self) -> int:
        """How much of what is asked is known."""
        return sum(item.terisi for item in self.butir)

    @property
    def is_lengkap(self) -> bool:
        """Whether nothing is missing."""
        return self.keadaan is KeadaanPemegang.LENGKAP

    @property
    def keterangan(self) -> str:
        """Where it stands, in one line."""
        late = f"terlambat {self.terlambat} hari kerja"
        if self.keadaan is KeadaanPemegang.TERLAMBAT:
            return late
        return f"{self.keadaan.value}, {late}" if self.terlambat else self.keadaan.value


def judge(
    butir: tuple[DataDitanya, ...],
    dikirim: date | None,
    tenggat: date | None,
    masuk: date | None,
    today: date,
    kalender: Kalender,
) -> tuple[KeadaanPemegang, int]:
    """Return where a holder stands, and how many hari kerja late.

    What is complete is complete however it came: on a form, or typed in by the office itself.
    """
    whole = all(item.terisi for item in butir)
    until = masuk if whole and masuk else today
    late = 0
    if tenggat is not None and until > tenggat and (not whole or masuk):
        late = max(1, kalender.count(tenggat, until))
    if whole:
        return KeadaanPemegang.LENGKAP, late
    if dikirim is None:
        return KeadaanPemegang.BELUM_DIKIRIM, 0
    if masuk is not None:
        return KeadaanPemegang.SEBAGIAN, late
    return (KeadaanPemegang.TERLAMBAT if late else KeadaanPemegang.MENUNGGU), late
