"""The calendar of a year: what is due when, what is done, and when that was done a year before.

What falls due soon after New Year belongs to it: in November it is what comes next.

Days come from where `domain.tenggat` has them (`docs/sakip.md` §2.3); where no regulation names a
day there is none here either.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode, batas_lkjip
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import (
    LKJIP,
    PENGUKURAN,
    PERJANJIAN,
    Kunci,
    add_month,
    describe_left,
    is_unknown,
)

RENCANA_AKSI = "rencana_aksi"
#: What falls due within so many days is listed before its year begins: about half a year.
HARI_DI_MUKA = 183
_TANPA_BATAS = "aturan tidak menyebut batasnya"
_TANPA_DPA = "sebulan sesudah DPA disahkan; tanggal DPA belum diisi"


@dataclass(frozen=True)
class Jejak:
    """When a paper was dated that is final, and when it was first sent; None for not."""

    tanggal: date | None = None
    dikirim: date | None = None

    @property
    def keterangan(self) -> str:
        """Both in words; empty when nothing is known."""
        words = [f"tertanggal {format_tanggal(self.tanggal)}"] if self.tanggal else []
        words += [f"dikirim {format_tanggal(self.dikirim)}"] if self.dikirim else []
        return ", ".join(words)


@dataclass(frozen=True)
class Janji:
    """Something that somebody promised by a day and has not done yet.

    Attributes:
        apa: what it is.
        batas: by which day.
        siapa: who does it; empty where nobody is named.
        halaman: key of the page where it stands.
    """

    apa: str
    batas: date
    siapa: str
    halaman: str


@dataclass(frozen=True)
class FaktaKalender:
    """What the data tell of this year and the one before.

    Attributes:
        jejak: of what was made final or sent, by what it is.
        selesai: what is done although no day of it is known, such as a signed agreement.
        rencana: the years of a Renstra in this program; of others nothing is asked.
        tanggal_dpa: when the budget of a year was ratified, by year.
        ditutup: the deadlines that the office has closed with a reason.
        janji: tindak lanjut, recommendations and tasks that have a day of their own.
        mulai: the day on which the office began to work with this program; None for unknown.
        terisi: the years of which realisasi was entered.
    """

    jejak: Mapping[Kunci, Jejak] = field(default_factory=dict)
    selesai: frozenset[Kunci] = frozenset()
    rencana: frozenset[int] = frozenset()
    tanggal_dpa: Mapping[int, date] = field(default_factory=dict)
    ditutup: frozenset[Kunci] = frozenset()
    janji: tuple[Janji, ...] = ()
    mulai: date | None = None
    terisi: frozenset[int] = frozenset()


@dataclass(frozen=True)
class ButirKalender:
    """One line of the calendar.

    Attributes:
        apa: what is to be delivered.
        tanggal: the last day; None where no rule names one, or it is not known yet.
        keadaan: done, late or how many hari kerja are left, in words.
        is_done: nothing is left to do.
        is_late: the day has passed.
        lalu: the same thing a year before, in words; empty when nothing is known of it.
        halaman: key of the page that does it.
    """

    apa: str
    tanggal: date | None
    keadaan: str
    is_done: bool
    is_late: bool
    lalu: str
    halaman: str


def list_kalender(today: date, fakta: FaktaKalender, kalender: Kalender) -> list[ButirKalender]:
    """Return what today's year has to deliver, by its last day; what has none comes last.

    Of the next year what is due within `HARI_DI_MUKA`. Of promises those of the same days, late
    ones of this year too: they are not kept yet.
    """
    horizon = today + timedelta(days=HARI_DI_MUKA)
    owed = [*_list_year(today.year, fakta)]
    owed += [
        item
        for item in _list_year(today.year + 1, fakta)
        if item[1] is not None and item[1] <= horizon
    ]
    lines = [
        _line(apa, tanggal, without, kunci, (today, fakta, kalender))
        for apa, tanggal, without, kunci in owed
    ]
    lines += [
        _promised(janji, today, kalender)
        for janji in fakta.janji
        if janji.batas.year == today.year or today < janji.batas <= horizon
    ]
    return sorted(lines, key=lambda item: item.tanggal or date.max)


def _promised(janji: Janji, today: date, kalender: Kalender) -> ButirKalender:
    left = describe_left(today, janji.batas, kalender)
    keadaan = f"{left}, {janji.siapa}" if janji.siapa else left
    is_late = janji.batas < today
    return ButirKalender(janji.apa, janji.batas, keadaan, False, is_late, "", janji.halaman)


def _list_year(tahun: int, fakta: FaktaKalender) -> Iterator[tuple[str, date | None, str, Kunci]]:
    """Yield each thing, its last day, what is said where there is none, and which it is."""
    lalu = tahun - 1
    if lalu in fakta.rencana:
        batas = batas_lkjip(lalu)
        apa = f"Pengukuran Kinerja {lalu}"
        yield apa, batas, "", (PENGUKURAN, Periode(lalu))
        yield f"LKjIP {lalu} kepada Bupati", batas, "", (LKJIP, Periode(lalu))
    if tahun in fakta.rencana:
        dpa = fakta.tanggal_dpa.get(tahun)
        batas_pk = add_month(dpa) if dpa else None
        yield f"Perjanjian Kinerja {tahun}", batas_pk, _TANPA_DPA, (PERJANJIAN, Periode(tahun))
        yield f"Rencana Aksi {tahun}", None, _TANPA_BATAS, (RENCANA_AKSI, Periode(tahun))
        for periode in (Periode(tahun, tw) for tw in TRIWULAN[:-1]):
            apa = f"Pengukuran Kinerja {periode.label}"
            yield apa, add_month(periode.last_day), "", (PENGUKURAN, periode)


def _line(
    apa: str,
    tanggal: date | None,
    without: str,
    kunci: Kunci,
    known: tuple[date, FaktaKalender, Kalender],
) -> ButirKalender:
    today, fakta, kalender = known
    jejak = fakta.jejak.get(kunci, Jejak())
    what, periode = kunci
    before = fakta.jejak.get((what, Periode(periode.tahun - 1, periode.triwulan)), Jejak())
    is_done = jejak.tanggal is not None or kunci in fakta.selesai | fakta.ditutup
    skipped = "" if is_done else _tell_skipped(kunci, tanggal, fakta)
    is_late = not is_done and not skipped and tanggal is not None and tanggal < today
    if kunci in fakta.ditutup:
        keadaan = "ditutup dengan alasan"
    elif is_done:
        keadaan = jejak.keterangan or "sudah ditandatangani"
    elif skipped:
        keadaan = skipped
    elif tanggal is None:
        keadaan = without
    else:
        keadaan = describe_left(today, tanggal, kalender)
    return ButirKalender(apa, tanggal, keadaan, is_done, is_late, before.keterangan, what)


def _tell_skipped(kunci: Kunci, tanggal: date | None, fakta: FaktaKalender) -> str:
    """Return why nobody is asked for it any more; empty when it is to be made.

    As `domain.tenggat` has it.
    """
    what, periode = kunci
    if periode.triwulan is not None and (what, Periode(periode.tahun)) in fakta.jejak:
        return "setahunnya sudah final"
    if tanggal is not None and is_unknown(kunci, tanggal, fakta.mulai, fakta.terisi):
        return "sebelum kantor memakai program ini"
    return ""
