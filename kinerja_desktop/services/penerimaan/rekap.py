"""The recap of a year: of each unit and period the package that counts, and who is missing."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kinerja_desktop import garbage
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.penerimaan.rekap import (
    HANYA_CONTOH,
    LAZY,
    BarisPenyampaian,
    BarisRekap,
    PaketRekap,
    judge_penyampaian,
)
from kinerja_desktop.domain.penerimaan.ringkas import list_indikator
from kinerja_desktop.domain.penerimaan.urutan import UrutanPaket
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.penilaian import urutan_of_row
from kinerja_desktop.services.penerimaan.unit import counts, name_units, require_bappeda
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import TenggatPelaporan

_Key = tuple[UUID, Periode]
#: Of so many packages one is told.
_TOLD = 20


@dataclass(frozen=True)
class Rekap:
    """What came in of a year.

    Attributes:
        paket: of each unit and period the package that counts, in the order of the units.
        penyampaian: a line for each unit and period that is asked for, or that came.
    """

    paket: tuple[PaketRekap, ...]
    penyampaian: tuple[BarisPenyampaian, ...]

    @property
    def baris(self) -> list[BarisRekap]:
        """A line for each unit, period and indicator."""
        return [BarisRekap(paket, item) for paket in self.paket for item in paket.indikator]


def read_rekap(
    office: Office, tahun: int, triwulan: int | None = None, progress: Progress = silent
) -> Rekap:
    """Return the recap of a year with its triwulan, or of one triwulan.

    Args:
        office: the open office.
        tahun: the year.
        triwulan: the triwulan; None for the year with all of them.
        progress: told of the packages; what it raises ends the work.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    instansi = require_bappeda(office)
    groups: dict[_Key, _Penyampaian] = {}
    samples: dict[_Key, str] = {}
    # A million values are made here, none of which is garbage.
    with garbage.held_back(), office.journal.reading() as session:
        units = queries.list_unit(session)
        names = name_units(units)
        tenggat = queries.list_tenggat(session)
        # What a package says may not be readable: the reading ends before the session does.
        with closing(queries.iterate_year(session, tahun, triwulan)) as came:
            for number, row in enumerate(came):
                if number % _TOLD == 0:
                    progress(0, 0, "Membaca paket…")
                key = row.perangkat_id, Periode(row.tahun, row.triwulan)
                if counts(instansi, row):
                    groups.setdefault(key, _Penyampaian()).add(row)
                else:
                    samples[key] = row.alasan
    asked, today = _list_asked(tenggat, tahun, triwulan), office.today()
    periods = sorted({*asked, *(periode for _, periode in (*groups, *samples))}, key=order_periode)
    paket: list[PaketRekap] = []
    penyampaian: list[BarisPenyampaian] = []
    for unit in units:
        for periode in periods:
            found, sample = groups.get((unit.id, periode)), samples.get((unit.id, periode))
            if found:
                paket.append(found.paket(unit.id, names[unit.id], periode))
            # Who is asked no more is not missing; what such a unit delivered is told.
            if found or sample is not None or (unit.aktif and periode in asked):
                day = asked.get(periode)
                line = _describe(names[unit.id], periode, day, found, today)
                if found is None and sample is not None:
                    line = replace(line, contoh=True, alasan=f"{HANYA_CONTOH}: {sample}")
                penyampaian.append(line)
    return Rekap(tuple(paket), tuple(penyampaian))


def _list_asked(
    tenggat: Iterable[TenggatPelaporan], tahun: int, triwulan: int | None
) -> dict[Periode, date | None]:
    """Return the periods that are asked for with their days; one that is named always is."""
    found = {
        Periode(row.tahun, row.triwulan): row.tenggat
        for row in tenggat
        if row.tahun == tahun and triwulan in (None, row.triwulan)
    }
    if triwulan is not None:
        found.setdefault(Periode(tahun, triwulan), None)
    elif not found:
        found[Periode(tahun)] = None
    return found


def order_periode(periode: Periode) -> int:
    """The year as a whole comes after its triwulan."""
    return periode.triwulan or len(TRIWULAN) + 1


class _Penyampaian:
    """What came of a unit and period: of all how many and when, of the one that counts the rest."""

    def __init__(self) -> None:
        self.banyaknya = 0
        self.pertama = date.max
        self._urutan: UrutanPaket | None = None

    def add(self, row: queries.PaketTercatat) -> None:
        """Count one more; what it says is kept only if it counts by now."""
        self.banyaknya += 1
        day = local_date(row.diterima)
        self.pertama = min(self.pertama, day)
        urutan = urutan_of_row(row)
        if self._urutan is not None and urutan < self._urutan:
            return
        self._urutan = urutan
        self.dokumen = tuple(item["judul"] for item in row.ringkas["dokumen"])
        self._indikator = tuple(list_indikator(row.ringkas))
        self._isi, self._data = {name: row.ringkas[name] for name in LAZY}, row.data
        self.versi, self.kode, self.ditulis = row.versi, row.kode, row.ditulis
        self.terakhir = day
        self.penerima, self.tanda_terima = row.penerima, row.tanda_terima
        self.alasan = row.alasan

    def paket(self, unit_id: UUID, unit: str, periode: Periode) -> PaketRekap:
        """Return the package that counts."""
        return PaketRekap(
            unit_id, unit, periode, self.versi, self.kode, self._data, self._indikator, self._isi
        )


def _describe(
    unit: str, periode: Periode, tenggat: date | None, found: _Penyampaian | None, today: date
) -> BarisPenyampaian:
    keadaan, hari = judge_penyampaian(tenggat, found.pertama if found else None, today)
    if found is None:
        return BarisPenyampaian(unit, periode, keadaan, tenggat, hari=hari)
    return BarisPenyampaian(
        unit=unit,
        periode=periode,
        keadaan=keadaan,
        tenggat=tenggat,
        pertama=found.pertama,
        terakhir=found.terakhir,
        ditulis=found.ditulis,
        versi=found.versi,
        banyaknya=found.banyaknya,
        dokumen=found.dokumen,
        kode=found.kode,
        penerima=found.penerima,
        tanda_terima=found.tanda_terima,
        alasan=found.alasan,
        hari=hari,
    )
