"""The plan as tables: targets over the years of a Renstra, and targets over the triwulan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kinerja_desktop.domain.capaian.keselarasan import (
    check_rencana_aksi,
    check_rencana_bulanan,
    check_target,
)
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus
from kinerja_desktop.domain.laporan.rencana_aksi import KISI_BULAN
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.data_entry import Row, row_values
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.bahan import (
    list_indikator_within,
    load_bahan,
    load_profil,
)
from kinerja_desktop.store.queries.renstra import (
    NO_MONTHS,
    list_rencana_aksi,
    list_years,
    load_months,
    load_targets,
)
from kinerja_desktop.store.records import Indikator


@dataclass(frozen=True)
class BarisTarget:
    """An indicator with its targets by year, and what is odd about them by year."""

    id: UUID
    kode: str
    uraian: str
    satuan: str
    target: Mapping[int, Nilai | None]
    janggal: Mapping[int, str]


@dataclass(frozen=True)
class MatriksTarget:
    """The targets of a Renstra: indicators down, years across."""

    tahun: Sequence[int]
    baris: Sequence[BarisTarget]


@dataclass(frozen=True)
class BarisBulanan:
    """The targets per month of an indicator, and how they disagree with the year."""

    bahan: BahanUkur
    bulanan: Sequence[Nilai | None]
    janggal: str


@dataclass(frozen=True)
class BarisRencana:
    """The Rencana Aksi of an indicator.

    Attributes:
        bahan: the indicator with the targets of the year and of the triwulan.
        rencana: the row itself, None while nothing is planned.
        janggal: how the triwulan disagree with the year, empty when they do not.
    """

    bahan: BahanUkur
    rencana: Row | None
    janggal: str


def read_matriks_target(office: Office, tahun: int) -> MatriksTarget:
    """Return the targets of the Renstra that a year belongs to, else of that year alone."""
    with office.journal.reading() as session:
        years = list_years(session, tahun)
        targets = load_targets(session, years)
        profil = load_profil(session, tahun)
        rows = list_indikator_within(session, years[0], years[-1])
        baris = [_baris_target(row, targets.get(row.id, {}), profil) for row in rows]
    return MatriksTarget(years, baris)


def read_rencana_aksi(
    office: Office, tahun: int, pejabat_id: UUID | None = None
) -> list[BarisRencana]:
    """Return the Rencana Aksi of a year: of the office's indicators, or of an official's IKI."""
    section = SECTIONS["rencana_aksi"]
    with office.journal.reading() as session:
        plans = {
            str(row.indikator_id): row_values(section, row)
            for row in list_rencana_aksi(session, tahun)
        }
        bahan = load_bahan(session, tahun, pejabat_id)
    return [_baris_rencana(item, plans.get(item.id)) for item in bahan]


def read_rencana_bulanan(
    office: Office, tahun: int, pejabat_id: UUID | None = None
) -> list[BarisBulanan]:
    """Return the targets per month of a year; none when the office does not plan by months."""
    instansi = office.instansi()
    if instansi is None or instansi.kisi_rencana_aksi != KISI_BULAN:
        return []
    with office.journal.reading() as session:
        months = load_months(session, tahun)
        bahan = load_bahan(session, tahun, pejabat_id)
    return [_baris_bulanan(item, months.get(item.id, NO_MONTHS)) for item in bahan]


def _baris_target(
    row: Indikator, target: Mapping[int, Nilai | None], profil: ProfilRumus
) -> BarisTarget:
    rumus = Rumus(row.rumus) if row.rumus else profil.resolve_rumus(Arah(row.arah))
    odd = {tahun: check_target(rumus, nilai) or "" for tahun, nilai in target.items()}
    return BarisTarget(
        row.id,
        row.kode,
        row.uraian,
        row.satuan,
        target,
        {t: text for t, text in odd.items() if text},
    )


def _baris_rencana(bahan: BahanUkur, rencana: Row | None) -> BarisRencana:
    problem = check_rencana_aksi(bahan)
    return BarisRencana(bahan, rencana, problem.message if problem else "")


def _baris_bulanan(bahan: BahanUkur, bulanan: Sequence[Nilai | None]) -> BarisBulanan:
    problem = check_rencana_bulanan(bahan, bulanan)
    return BarisBulanan(bahan, bulanan, problem.message if problem else "")
