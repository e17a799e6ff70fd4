"""What the yearly cycle has to deliver, and until when (`docs/sakip.md` §2.3)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode, batas_lkjip
from kinerja_desktop.domain.sop.posisi import Kalender

#: A deadline is shown when it is at most so many hari kerja away, or has passed.
HARI_DEKAT = 20
#: What is due, by the words that a closed deadline is kept under.
PERJANJIAN, LKJIP, PENGUKURAN = "perjanjian", "lkjip", "pengukuran"
#: A deadline: what is due, and for when.
Kunci = tuple[str, Periode]


@dataclass(frozen=True)
class Tenggat:
    """Something that is due.

    Attributes:
        apa: what has to be delivered.
        tanggal: the last day.
        sisa: hari kerja left; negative when it is late.
        halaman: key of the page that does it.
        kunci: which deadline it is.
        lampau: it belongs to an earlier year than those that are worked on now.
        libur: what is said of a last day that is no hari kerja; empty for others.
    """

    apa: str
    tanggal: date
    sisa: int
    halaman: str
    kunci: Kunci
    lampau: bool = False
    libur: str = ""

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.sisa < 0

    @property
    def keterangan(self) -> str:
        """How much time is left, in words."""
        return _describe(self.sisa, self.libur)


@dataclass(frozen=True)
class KeadaanTahun:
    """What has been delivered so far.

    Attributes:
        final: the periods whose Pengukuran Kinerja is final.
        tanggal_dpa: when the budget of a year was ratified, by year.
        perjanjian: the years with a signed Perjanjian Kinerja.
        rencana: the years of a Renstra in this program; of others nothing is asked here.
        lkjip: the years whose LKjIP is final.
        ditutup: the deadlines that the office has closed with a reason.
        mulai: the day on which the office began to work with this program; None for unknown.
        terisi: the years of which realisasi was entered.
    """

    final: frozenset[Periode]
    tanggal_dpa: dict[int, date]
    perjanjian: frozenset[int]
    rencana: frozenset[int]
    lkjip: frozenset[int] = frozenset()
    ditutup: frozenset[Kunci] = frozenset()
    mulai: date | None = None
    terisi: frozenset[int] = frozenset()


def list_tenggat(today: date, keadaan: KeadaanTahun, kalender: Kalender) -> list[Tenggat]:
    """Return what is due soon or late: this year's by date, then those of earlier years.

    Perjanjian Kinerja: one month after the DPA is ratified. LKjIP of a year, and the Pengukuran
    Kinerja that it is made of: two months after the year (PermenPANRB 53/2014). Triwulan have
    no deadline of their own in the regulation and are named once they are over; once their year
    is final nobody makes them any more.

    What was not delivered in an earlier year stays until it is, or until the office closes it
    with a reason. What was due before the office began to work with this program is not asked for
    of earlier years, unless last year's realisasi is here, nor of a triwulan (`is_unknown`).
    """
    found = [
        Tenggat(apa, tanggal, sisa, kunci[0], kunci, lampau, kalender.describe_libur(tanggal))
        for apa, tanggal, kunci, lampau in _list_owed(today, keadaan)
        if kunci not in keadaan.ditutup
        and not (lampau and is_past(tanggal, keadaan.mulai))
        and not is_unknown(kunci, tanggal, keadaan.mulai, keadaan.terisi)
        and (sisa := _count_left(today, tanggal, kalender)) <= HARI_DEKAT
    ]
    return sorted(found, key=lambda item: (item.lampau, item.tanggal))


def is_past(tanggal: date, mulai: date | None) -> bool:
    """Tell whether a day had passed when the office began to work with this program."""
    return mulai is not None and tanggal < mulai


def is_unknown(kunci: Kunci, tanggal: date, mulai: date | None, terisi: Collection[int]) -> bool:
    """Tell whether something was due before the office began here, and nothing is known of it.

    Of a triwulan, which has no deadline of its own, or of a year before the first one of which no
    realisasi was entered.
    """
    if mulai is None or not is_past(tanggal, mulai):
        return False
    periode = kunci[1]
    return periode.triwulan is not None or (
        periode.tahun < mulai.year and periode.tahun not in terisi
    )


def _list_owed(today: date, keadaan: KeadaanTahun) -> Iterator[tuple[str, date, Kunci, bool]]:
    """Yield what was not delivered up to now: its name, last day, which it is, whether of old."""
    for tahun, day in keadaan.tanggal_dpa.items():
        if tahun <= today.year and tahun not in keadaan.perjanjian:
            kunci = (PERJANJIAN, Periode(tahun))
            yield f"Perjanjian Kinerja {tahun}", add_month(day), kunci, tahun < today.year
    for tahun in keadaan.rencana:
        setahun = Periode(tahun)
        if tahun < today.year:
            batas, lampau = batas_lkjip(tahun), tahun < today.year - 1
            if tahun not in keadaan.lkjip:
                yield f"LKjIP {tahun} kepada Bupati", batas, (LKJIP, setahun), lampau
            if setahun not in keadaan.final:
                apa = f"Pengukuran Kinerja {tahun} untuk Laporan Kinerja"
                yield apa, batas, (PENGUKURAN, setahun), lampau
        for periode in (Periode(tahun, tw) for tw in TRIWULAN[:-1]):
            is_open = not keadaan.final & {periode, setahun}
            if is_open and periode.last_day < today:
                apa, batas = f"Pengukuran Kinerja {periode.label}", add_month(periode.last_day)
                yield apa, batas, (PENGUKURAN, periode), tahun < today.year


def _count_left(today: date, tanggal: date, kalender: Kalender) -> int:
    """Count the hari kerja that are left; a day that has passed is late even on a weekend."""
    if tanggal >= today:
        return kalender.count(today, tanggal)
    return min(-1, -kalender.count(tanggal, today))


def describe_left(today: date, tanggal: date, kalender: Kalender) -> str:
    """Say how many hari kerja are left until a day, or by how many it is late."""
    return _describe(_count_left(today, tanggal, kalender), kalender.describe_libur(tanggal))


def _describe(sisa: int, libur: str) -> str:
    """Whoever is in time hears that the last day is no hari kerja, and goes before it."""
    if sisa < 0:
        return f"terlambat {-sisa} hari kerja"
    if libur:
        return f"{sisa or 'tidak ada'} hari kerja lagi, {libur}"
    return "hari ini" if sisa == 0 else f"{sisa} hari kerja lagi"


def add_month(day: date) -> date:
    """Return the same day of the next month, or its last day when there is none such."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    for number in (day.day, 30, 29):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, 28)
