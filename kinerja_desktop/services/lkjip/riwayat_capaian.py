"""What earlier years reached, and the standards of a year: the LKjIP compares with both.

The first LKjIP in this program needs figures from before the program; they are entered here, a
year as a whole. Figures that the program already knows are shown, and say why they stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, measure_indikator
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.sections.realisasi import TINGKAT_PEMBANDING
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import write_cells
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.bahan import TAHUN_BANDING, read_measured
from kinerja_desktop.services.pengukuran.ukur import write_realisasi
from kinerja_desktop.store.queries.bahan import list_indikator, load_groups
from kinerja_desktop.store.queries.lkjip import list_pembanding
from kinerja_desktop.store.records import Indikator

TARGET, REALISASI = "target", "realisasi"
NILAI, SUMBER, TIDAK_ADA = "nilai", "sumber", "tidak_ada"
#: Which cell of an indicator: `TARGET` or `REALISASI` of a year; `NILAI`, `SUMBER` or `TIDAK_ADA`
#: of a tingkat.
Tempat = tuple[str, int | str]
#: Id of the indicator, which cell, what is entered.
IsianRiwayat = tuple[UUID, Tempat, Any]

_FINAL = (
    "Pengukuran Kinerja {tahun} sudah final, jadi angkanya terkunci. Bila memang harus diubah, "
    "pakai 'Buka kembali' di halaman Pengukuran {tahun}."
)
_TRIWULAN = "Realisasi {tahun} dihitung dari isian triwulan; ubah di halaman Pengukuran {tahun}."
_PERJANJIAN = "Target {tahun} berasal dari Perjanjian Kinerja; ubah di halaman itu."
_BELUM_BERLAKU = (
    "Indikator ini belum berlaku pada {tahun}. Bila sudah dipakai waktu itu, ubah "
    "'Berlaku dari tahun' di Renstra & IKU."
)


@dataclass(frozen=True)
class CapaianLama:
    """One indicator in one earlier year.

    Attributes:
        target: its target, None when there is none.
        realisasi: what was reached, None while nothing is entered.
        capaian: as measured with the formulas of that year.
        target_terkunci: why the target cannot be typed here; empty when it can.
        realisasi_terkunci: the same of the realisasi.
    """

    target: Nilai | None
    realisasi: Nilai | None
    capaian: Capaian
    target_terkunci: str = ""
    realisasi_terkunci: str = ""


@dataclass(frozen=True)
class IsianStandar:
    """What others reached or must reach, where that stands, or that there is none."""

    nilai: Nilai | None = None
    sumber: str = ""
    tidak_ada: bool = False


@dataclass(frozen=True)
class BarisRiwayat:
    """One indicator: its earlier years by year, its standards by tingkat."""

    id: UUID
    kode: str
    uraian: str
    satuan: str
    tahun: Mapping[int, CapaianLama]
    standar: Mapping[str, IsianStandar]


@dataclass(frozen=True)
class KelompokRiwayat:
    """The indicators of one sasaran."""

    uraian: str
    baris: tuple[BarisRiwayat, ...]


@dataclass(frozen=True)
class RiwayatCapaian:
    """Everything that a LKjIP compares its year with.

    Attributes:
        tahun: the earlier years, the oldest first.
        final: those whose Pengukuran Kinerja is final.
        kelompok: the indicators in force in the year of the report, by sasaran.
    """

    tahun: tuple[int, ...]
    final: frozenset[int]
    kelompok: tuple[KelompokRiwayat, ...]


@dataclass(frozen=True)
class _Tahun:
    """One earlier year as it was read."""

    tahun: int
    is_final: bool
    profil: ProfilRumus
    bahan: Mapping[str, BahanUkur]


def read_riwayat(office: Office, tahun: int) -> RiwayatCapaian:
    """Return the earlier years and the standards of the indicators in force in a year."""
    with office.journal.reading() as session:
        years = [_read_tahun(session, year) for year in range(tahun - TAHUN_BANDING, tahun)]
        standar = _read_standar(session, tahun)
        groups = load_groups(session)
        kelompok: dict[str, list[BarisRiwayat]] = {}
        for row in list_indikator(session, tahun):
            parent = row.sasaran_id or row.tujuan_id or row.mata_anggaran_id
            name = groups.get(parent, "") if parent else ""
            baris = _baris(row, years, standar.get(row.id, {}))
            kelompok.setdefault(name, []).append(baris)
    return RiwayatCapaian(
        tuple(year.tahun for year in years),
        frozenset(year.tahun for year in years if year.is_final),
        tuple(KelompokRiwayat(name, tuple(baris)) for name, baris in kelompok.items()),
    )


def fill_riwayat(office: Office, tahun: int, cells: Sequence[IsianRiwayat]) -> None:
    """Fill cells of earlier years and standards as one deed of the clerk.

    Args:
        office: the open office.
        tahun: year of the report.
        cells: what is entered where.

    Raises:
        KinerjaError: one of them cannot be entered; nothing is changed.
    """
    with office.journal.action(_describe(tahun, {place for _, place, _ in cells})) as session:
        _write(session, tahun, cells)


def _describe(tahun: int, places: set[Tempat]) -> str:
    years = {where for kind, where in places if kind in (TARGET, REALISASI)}
    kinds = {kind for kind, _ in places}
    match sorted(kinds), sorted(map(str, years)):
        case [[kind], [year]]:
            return f"Mengisi {kind} {year}"
        case [_, []]:
            return f"Mengisi standar pembanding {tahun}"
    return "Mengisi capaian tahun-tahun sebelumnya"


def _write(session: Session, tahun: int, cells: Sequence[IsianRiwayat]) -> None:
    years = {int(where) for _, (kind, where), _ in cells if kind in (TARGET, REALISASI)}
    for year in sorted(years):
        _write_tahun(session, year, [cell for cell in cells if cell[1][1] == year])
    standar = [
        ({"indikator_id": key, "tahun": tahun, "tingkat": where}, kind, value)
        for key, (kind, where), value in cells
        if kind in (NILAI, SUMBER, TIDAK_ADA)
    ]
    # A standard that is given is there, whatever was said before.
    given = [
        (where, TIDAK_ADA, False)
        for where, kind, value in standar
        if kind == NILAI and value is not None
    ]
    write_cells(session, "pembanding", [*given, *standar])


def _write_tahun(session: Session, tahun: int, cells: Sequence[IsianRiwayat]) -> None:
    year = _read_tahun(session, tahun)
    for key, (kind, _), _ in cells:
        _ensure_open(year, kind, year.bahan.get(str(key)))
    targets = [
        ({"indikator_id": key, "tahun": tahun}, "nilai", value)
        for key, (kind, _), value in cells
        if kind == TARGET
    ]
    write_cells(session, "target_tahunan", targets)
    realisasi = [(key, value) for key, (kind, _), value in cells if kind == REALISASI]
    if realisasi:
        write_realisasi(session, Periode(tahun), realisasi)


def _ensure_open(year: _Tahun, kind: str, bahan: BahanUkur | None) -> None:
    reason = _lock_target(year, bahan) if kind == TARGET else _lock_realisasi(year, bahan)
    if reason:
        raise KinerjaError(reason)


def _lock_target(year: _Tahun, bahan: BahanUkur | None) -> str:
    reason = _lock(year, bahan)
    if not reason and bahan and bahan.sumber_target.startswith("Perjanjian"):
        reason = _PERJANJIAN
    return reason.format(tahun=year.tahun)


def _lock_realisasi(year: _Tahun, bahan: BahanUkur | None) -> str:
    reason = _lock(year, bahan)
    if not reason and bahan and bahan.isian_tahunan.nilai is None and _has_triwulan(bahan):
        reason = _TRIWULAN
    return reason.format(tahun=year.tahun)


def _lock(year: _Tahun, bahan: BahanUkur | None) -> str:
    if year.is_final:
        return _FINAL
    return "" if bahan else _BELUM_BERLAKU


def _has_triwulan(bahan: BahanUkur) -> bool:
    return any(isian.nilai is not None for isian in bahan.isian_triwulan.values())


def _read_tahun(session: Session, tahun: int) -> _Tahun:
    year = read_measured(session, tahun)
    return _Tahun(tahun, bool(year.kode), year.profil, {item.id: item for item in year.bahan})


def _read_standar(session: Session, tahun: int) -> dict[UUID, dict[str, IsianStandar]]:
    found: dict[UUID, dict[str, IsianStandar]] = {}
    for row in list_pembanding(session, tahun):
        found.setdefault(row.indikator_id, {})[row.tingkat] = IsianStandar(
            row.nilai, row.sumber, row.tidak_ada
        )
    return found


def _baris(
    row: Indikator, years: Sequence[_Tahun], standar: Mapping[str, IsianStandar]
) -> BarisRiwayat:
    return BarisRiwayat(
        row.id,
        row.kode,
        row.uraian,
        row.satuan,
        {year.tahun: _measured(year, year.bahan.get(str(row.id))) for year in years},
        {tingkat: standar.get(tingkat, IsianStandar()) for tingkat in TINGKAT_PEMBANDING},
    )


def _measured(year: _Tahun, bahan: BahanUkur | None) -> CapaianLama:
    locks = _lock_target(year, bahan), _lock_realisasi(year, bahan)
    if bahan is None:
        capaian = Capaian(Keadaan.TIDAK_BERLAKU, alasan=_BELUM_BERLAKU.format(tahun=year.tahun))
        return CapaianLama(None, None, capaian, *locks)
    utama = measure_indikator(Periode(year.tahun), bahan, year.profil).utama
    return CapaianLama(utama.target, utama.realisasi, utama.capaian, *locks)
