"""The recap of what came in: a line for each unit and indicator, and who has delivered what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk, read_anggaran
from kinerja_desktop.domain.penerimaan.ringkasan import Ringkasan

#: Parts of a package's `RingkasPaket` that are read only when asked for.
LAZY = ("anggaran", "ringkasan")
SUDAH, TERLAMBAT, BELUM, LEWAT = (
    "Sudah", "Sudah, terlambat", "Belum", "Belum, lewat tenggat",
)  # fmt: skip
#: Beside the word of a unit of which only a practice office's package came.
HANYA_CONTOH = "hanya DATA CONTOH"


@dataclass(frozen=True)
class PaketRekap:
    """The package of a unit and period that counts.

    Attributes:
        unit_id: of the unit; `unit` is its whole name.
        data: SHA-256 of its ``data.json`` among the evidence files.
        indikator: its figures.
        isi: the parts `LAZY` of what it says as they are stored: of thousands of packages they
            are read only when they are asked for.
    """

    unit_id: UUID
    unit: str
    periode: Periode
    versi: int
    kode: str
    data: str
    indikator: tuple[IndikatorMasuk, ...]
    isi: Mapping[str, Any]

    @property
    def anggaran(self) -> tuple[BarisAnggaran, ...]:
        """Its programs with their amounts in rupiah."""
        return read_anggaran(self.isi)

    @property
    def ringkasan(self) -> Ringkasan:
        """The scores of E.81 and LKE."""
        return thaw(Ringkasan, self.isi["ringkasan"])


class BarisRekap(NamedTuple):
    """An indicator of a unit, as the package says that counts."""

    paket: PaketRekap
    indikator: IndikatorMasuk


@dataclass(frozen=True)
class BarisPenyampaian:
    """Where a unit stands with a period.

    Attributes:
        keadaan: one of the four words above.
        tenggat: until when; None where no day was set.
        pertama: when the first package of the period came: a correction later is not late.
        terakhir: when the one came that counts.
        ditulis: the day that this one bears.
        versi: of it; None while nothing came.
        banyaknya: how many packages came.
        dokumen: what is in the one that counts.
        alasan: why it was taken in although something spoke against it.
        hari: calendar days after the deadline; 0 in time, None where there is none.
        contoh: whether nothing but a practice office's packages came: they are told, not counted.
    """

    unit: str
    periode: Periode
    keadaan: str
    tenggat: date | None
    pertama: date | None = None
    terakhir: date | None = None
    ditulis: date | None = None
    versi: int | None = None
    banyaknya: int = 0
    dokumen: tuple[str, ...] = ()
    kode: str = ""
    penerima: str = ""
    tanda_terima: str = ""
    alasan: str = ""
    hari: int | None = None
    contoh: bool = False


def judge_penyampaian(
    tenggat: date | None, pertama: date | None, today: date
) -> tuple[str, int | None]:
    """Return the word for a delivery, and how many calendar days it is or was late.

    Args:
        tenggat: until when; None for no day.
        pertama: when the first package came; None while nothing did.
        today: the present day, for what did not come yet.
    """
    late = None if tenggat is None else max(0, ((pertama or today) - tenggat).days)
    if pertama is None:
        return (LEWAT if late else BELUM), late
    return (TERLAMBAT if late else SUDAH), late
