"""The recap of a year: of each unit and period the package that counts, and who is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from kinerja_desktop.documents.xlsx.rekap import render_rekap_xlsx
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.penerimaan.rekap import (
    BarisPenyampaian,
    BarisRekap,
    judge_penyampaian,
)
from kinerja_desktop.domain.penerimaan.ringkas import list_indikator
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.penerimaan.pratinjau import urutan_of_row
from kinerja_desktop.services.penerimaan.unit import name_unit, require_bappeda
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PaketMasuk, PerangkatDaerah, TenggatPelaporan


@dataclass(frozen=True)
class Rekap:
    """What came in of a year.

    Attributes:
        baris: a line for each unit and indicator, of the packages that count.
        penyampaian: a line for each unit and period that is asked for, or that came.
    """

    baris: tuple[BarisRekap, ...]
    penyampaian: tuple[BarisPenyampaian, ...]


def read_rekap(office: Office, tahun: int, triwulan: int | None = None) -> Rekap:
    """Return the recap of a year with its triwulan, or of one triwulan.

    Raises:
        KinerjaError: this office does not receive packages.
    """
    require_bappeda(office)
    with office.journal.reading() as session:
        units = queries.list_unit(session)
        tenggat = queries.list_tenggat(session)
        rows = queries.list_of_year(session, tahun, triwulan)
    groups: dict[tuple[UUID, Periode], list[PaketMasuk]] = defaultdict(list)
    for row in rows:
        groups[row.perangkat_id, Periode(row.tahun, row.triwulan)].append(row)
    asked = _list_asked(tenggat, tahun, triwulan)
    periods = sorted({*asked, *(periode for _, periode in groups)}, key=_order)
    newest = {key: max(group, key=urutan_of_row) for key, group in groups.items()}
    return Rekap(
        tuple(_list_figures(units, periods, newest)),
        tuple(
            _describe(unit, periode, asked, groups.get((unit.id, periode), []), office.today())
            for unit in units
            for periode in periods
            # Who is asked no more is not missing; what such a unit delivered is told.
            if (unit.id, periode) in groups or (unit.aktif and periode in asked)
        ),
    )


def write_rekap(office: Office, path: Path, tahun: int, triwulan: int | None = None) -> Rekap:
    """Write the recap as a workbook with two flat sheets, and return it.

    Raises:
        KinerjaError: the place cannot be written, is the data folder, or the name is not that of
            a workbook; or this office does not receive packages.
    """
    require_output(office, path, (".xlsx",))
    instansi = require_bappeda(office)
    rekap = read_rekap(office, tahun, triwulan)
    author = f"{instansi.kecamatan} Kabupaten {instansi.kabupaten}"
    label = f"Tahun {tahun}" if triwulan is None else Periode(tahun, triwulan).label
    title = f"Rekap Kinerja {label}"
    write_file(path, render_rekap_xlsx(rekap.baris, rekap.penyampaian, title, author))
    return rekap


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


def _order(periode: Periode) -> int:
    """The year as a whole comes after its triwulan."""
    return periode.triwulan or len(TRIWULAN) + 1


def _list_figures(
    units: Iterable[PerangkatDaerah],
    periods: Iterable[Periode],
    newest: dict[tuple[UUID, Periode], PaketMasuk],
) -> Iterator[BarisRekap]:
    known = list(periods)
    for unit in units:
        for periode in known:
            row = newest.get((unit.id, periode))
            if row is not None:
                for item in list_indikator(row.ringkas):
                    yield BarisRekap(name_unit(unit), periode, row.versi, row.kode, item)


def _describe(
    unit: PerangkatDaerah,
    periode: Periode,
    asked: dict[Periode, date | None],
    group: list[PaketMasuk],
    today: date,
) -> BarisPenyampaian:
    tenggat = asked.get(periode)
    first = min((local_date(row.diterima) for row in group), default=None)
    keadaan, hari = judge_penyampaian(tenggat, first, today)
    if not group:
        return BarisPenyampaian(name_unit(unit), periode, keadaan, tenggat, hari=hari)
    row = max(group, key=urutan_of_row)
    return BarisPenyampaian(
        unit=name_unit(unit),
        periode=periode,
        keadaan=keadaan,
        tenggat=tenggat,
        pertama=first,
        terakhir=local_date(row.diterima),
        ditulis=row.ditulis,
        versi=row.versi,
        banyaknya=len(group),
        dokumen=tuple(item["judul"] for item in row.ringkas["dokumen"]),
        kode=row.kode,
        penerima=row.penerima,
        tanda_terima=row.tanda_terima,
        alasan=row.alasan,
        hari=hari,
    )
