"""What the yearly cycle has to deliver, and until when (`docs/sakip.md` §2.3)."""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode, batas_lkjip
from kinerja_desktop.domain.sop.posisi import Kalender

#: A deadline is shown when it is at most so many hari kerja away, or has passed.
HARI_DEKAT = 20


@dataclass(frozen=True)
class Tenggat:
    """Something that is due.

    Attributes:
        apa: what has to be delivered.
        tanggal: the last day.
        sisa: hari kerja left; negative when it is late.
        halaman: key of the page that does it.
    """

    apa: str
    tanggal: date
    sisa: int
    halaman: str

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.sisa < 0

    @property
    def keterangan(self) -> str:
        """How much time is left, in words."""
        if self.is_late:
            return f"terlambat {-self.sisa} hari kerja"
        return "hari ini" if self.sisa == 0 else f"{self.sisa} hari kerja lagi"


@dataclass(frozen=True)
class KeadaanTahun:
    """What has been delivered so far.

    Attributes:
        final: the periods whose Pengukuran Kinerja is final.
        tanggal_dpa: when the budget of a year was ratified, by year.
        perjanjian: the years with a signed Perjanjian Kinerja.
        rencana: the years of a Renstra in this program; of others nothing is asked here.
        lkjip: the years whose LKjIP is final.
    """

    final: frozenset[Periode]
    tanggal_dpa: dict[int, date]
    perjanjian: frozenset[int]
    rencana: frozenset[int]
    lkjip: frozenset[int] = frozenset()


def list_tenggat(today: date, keadaan: KeadaanTahun, kalender: Kalender) -> list[Tenggat]:
    """Return what is due soon or late, the most urgent first.

    Perjanjian Kinerja: one month after the DPA is ratified. LKjIP of a year, and the Pengukuran
    Kinerja that it is made of: two months after the year (PermenPANRB 53/2014). Triwulan have
    no deadline of their own in the regulation and are named once they are over.
    """
    found: list[Tenggat] = []

    def add(apa: str, tanggal: date, halaman: str) -> None:
        ahead = kalender.count(today, tanggal) if tanggal >= today else None
        sisa = ahead if ahead is not None else -kalender.count(tanggal, today)
        # A day that has passed is late even if no working day lay between.
        sisa = min(sisa, -1) if tanggal < today else sisa
        if sisa <= HARI_DEKAT:
            found.append(Tenggat(apa, tanggal, sisa, halaman))

    for tahun, day in keadaan.tanggal_dpa.items():
        if tahun == today.year and tahun not in keadaan.perjanjian:
            add(f"Perjanjian Kinerja {tahun}", add_month(day), "perjanjian")
    last_year = Periode(today.year - 1)
    batas = batas_lkjip(last_year.tahun)
    if last_year.tahun not in keadaan.lkjip and last_year.tahun in keadaan.rencana:
        add(f"LKjIP {last_year.tahun} kepada Bupati", batas, "lkjip")
    if last_year not in keadaan.final and last_year.tahun in keadaan.rencana:
        add(f"Pengukuran Kinerja {last_year.tahun} untuk Laporan Kinerja", batas, "pengukuran")
    for tw in TRIWULAN[:-1] if today.year in keadaan.rencana else ():
        periode = Periode(today.year, tw)
        if periode.last_day < today and periode not in keadaan.final:
            add(f"Pengukuran Kinerja {periode.label}", add_month(periode.last_day), "pengukuran")
    return sorted(found, key=lambda item: item.tanggal)


def add_month(day: date) -> date:
    """Return the same day of the next month, or its last day when there is none such."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    for number in (day.day, 30, 29):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, 28)
