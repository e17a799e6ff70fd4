"""Evaluasi Hasil Renja: the budget's lines with their indicators, and what people say of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, select

from kinerja_desktop.domain.anggaran.rincian_anggaran import (
    BarisRincian,
    RealisasiRupiah,
    Simpul,
    add_up,
    find_counted,
    roll_up,
)
from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, measure_indikator
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.evaluasi.bahan import (
    TINGKAT,
    BahanBaris,
    BahanEvaluasi,
    BahanIndikator,
    Rupiah,
    RupiahBaris,
)
from kinerja_desktop.store.queries.anggaran import (
    list_mata_anggaran,
    list_pagu,
    list_realisasi,
    load_rincian,
    load_simpul,
)
from kinerja_desktop.store.queries.bahan import (
    is_in_force,
    list_indikator,
    load_bahan,
    load_profil,
)
from kinerja_desktop.store.queries.renstra import find_renstra, load_targets
from kinerja_desktop.store.records import DialogKinerja, EvaluasiRenja, Indikator, Realisasi

_SETAHUN = "realisasi anggaran hanya diisi setahun, tidak per triwulan"
Amounts = Mapping[str, Rupiah]


def find_evaluasi(session: Session, periode: Periode) -> EvaluasiRenja | None:
    """Return the foot of a triwulan's form; None while nothing was written."""
    query = select(EvaluasiRenja).where(
        EvaluasiRenja.tahun == periode.tahun, EvaluasiRenja.triwulan == periode.triwulan
    )
    return session.exec(query).first()


def find_dialog(
    session: Session, periode: Periode, pejabat_id: UUID | None
) -> DialogKinerja | None:
    """Return what was said of a triwulan's figures: of an official's, or (None) of the office's."""
    query = select(DialogKinerja).where(
        DialogKinerja.tahun == periode.tahun,
        DialogKinerja.triwulan == periode.triwulan,
        DialogKinerja.pejabat_id == pejabat_id,
    )
    return session.exec(query).first()


def list_tindak_lanjut(session: Session, periode: Periode) -> list[tuple[Indikator, Realisasi]]:
    """Return what was entered of the office's own indicators, in the order of every paper."""
    query = select(Realisasi).where(
        Realisasi.tahun == periode.tahun, Realisasi.triwulan == periode.triwulan
    )
    entered = {row.indikator_id: row for row in session.exec(query)}
    rows = list_indikator(session, periode.tahun)
    return [(row, entered[row.id]) for row in rows if row.id in entered]


def load_evaluasi(session: Session, tahun: int, triwulan: int) -> BahanEvaluasi:
    """Return everything that the evaluation of a triwulan is reckoned from.

    A line is there when it has an amount or an indikator, or one below it has.

    Args:
        session: a reading session.
        tahun: the year of the Renja.
        triwulan: 1 to 4.
    """
    row = find_renstra(session, tahun)
    renstra = (row.tahun_awal, row.tahun_akhir) if row else None
    first, last = renstra or (tahun, tahun)
    years = range(first, last + 1)
    indikator = _load_indikator(session, tahun, list(years))
    lines = load_simpul(session)
    budget = _Budget(session, lines, Periode(tahun, triwulan), years)
    units = _load_units(session)
    wanted = _with_parents(lines, {*budget.known, *indikator})
    baris = tuple(
        BahanBaris(
            line.simpul.kode,
            line.simpul.nama,
            line.tingkat,
            budget.amounts_of(line.simpul.id),
            tuple(indikator.get(line.simpul.id, ())),
            units.get(line.simpul.id, ""),
            _SETAHUN if line.simpul.id in budget.only_yearly else "",
        )
        for line in roll_up(lines, {}, {})
        if line.simpul.id in wanted
    )
    return BahanEvaluasi(tahun, triwulan, renstra, baris)


class _Budget:
    """The amounts of every line over the years of a Renstra, summed upward by `roll_up`."""

    def __init__(
        self, session: Session, lines: list[Simpul], periode: Periode, years: Iterable[int]
    ) -> None:
        rincian = load_rincian(session, periode, periode.last_day)
        self._pagu = {row.simpul.id: row.pagu for row in rincian}
        self._renstra = _over_years(
            _sum_up(
                lines, {str(row.mata_anggaran_id): row.renstra for row in list_pagu(session, tahun)}
            )
            for tahun in years
        )
        before = [tahun for tahun in years if tahun < periode.tahun]
        self._sebelum = _over_years(
            {row.simpul.id: row.realisasi for row in _spent_in(session, tahun)} for tahun in before
        )
        spent = {
            str(row.mata_anggaran_id): RealisasiRupiah(
                (row.tw1, row.tw2, row.tw3, row.tw4), row.tahunan
            )
            for row in list_realisasi(session, periode.tahun)
        }
        is_last = periode.triwulan == TRIWULAN[-1]
        whole = Periode(periode.tahun) if is_last else periode
        upto = {key: amounts.sampai(whole) for key, amounts in spent.items()}
        self._setahun = _sum_up(lines, upto) if is_last else {}
        counted = find_counted(lines, upto)
        self._triwulan = [
            _sum_up(lines, {key: spent[key].triwulan[tw - 1] for key in counted})
            for tw in TRIWULAN
            if periode.triwulan is not None and tw <= periode.triwulan
        ]
        self.only_yearly = {
            key
            for key, amounts in spent.items()
            if amounts.tahunan is not None and add_up(amounts.triwulan) is None
        }
        self.known = {
            key
            for amounts in (self._pagu, self._renstra, self._sebelum, *self._triwulan)
            for key, amount in amounts.items()
            if amount is not None
        } | self.only_yearly

    def amounts_of(self, key: str) -> RupiahBaris:
        """Return the amounts of a line."""
        quarters = [amounts.get(key) for amounts in self._triwulan]
        tw1, tw2, tw3, tw4 = (*quarters, None, None, None, None)[:4]
        return RupiahBaris(
            self._renstra.get(key),
            self._sebelum.get(key),
            self._pagu.get(key),
            (tw1, tw2, tw3, tw4),
            self._setahun.get(key),
        )


def _spent_in(session: Session, tahun: int) -> list[BarisRincian]:
    periode = Periode(tahun)
    return load_rincian(session, periode, periode.last_day)


def _sum_up(lines: list[Simpul], own: Amounts) -> Amounts:
    return {row.simpul.id: row.pagu for row in roll_up(lines, own, {})}


def _over_years(by_year: Iterable[Amounts]) -> dict[str, Decimal | None]:
    found: dict[str, list[Rupiah]] = {}
    for amounts in by_year:
        for key, amount in amounts.items():
            found.setdefault(key, []).append(amount)
    return {key: add_up(amounts) for key, amounts in found.items()}


def _with_parents(lines: list[Simpul], wanted: Iterable[str]) -> set[str]:
    parents = {line.id: line.induk for line in lines}
    found: set[str] = set()
    for key in wanted:
        above: str | None = key
        while above is not None and above not in found:
            found.add(above)
            above = parents.get(above)
    return found


def _load_units(session: Session) -> dict[str, str]:
    """Return who answers for each line: its own word, else that of the next line above."""
    rows = {row.id: row for row in list_mata_anggaran(session)}

    def find(key: UUID) -> str:
        seen: set[UUID] = set()
        above: UUID | None = key
        while above is not None and above not in seen and above in rows:
            seen.add(above)
            if unit := rows[above].penanggung_jawab.strip():
                return unit
            above = rows[above].induk_id
        return ""

    return {str(key): find(key) for key in rows}


def _load_indikator(
    session: Session, tahun: int, years: list[int]
) -> dict[str, list[BahanIndikator]]:
    """Return the indicators of programs, kegiatan and sub kegiatan, by their budget line."""
    rows = {
        str(row.id): row
        for row in list_indikator(session, tahun)
        if row.level in TINGKAT and row.mata_anggaran_id
    }
    targets = load_targets(session, years)
    earlier = {year: _measured(session, year, set(rows)) for year in years if rows and year < tahun}
    found: dict[str, list[BahanIndikator]] = {}
    for item in load_bahan(session, tahun):
        if (row := rows.get(item.id)) is None:
            continue
        of_years = targets.get(row.id, {})
        in_force: dict[int, Nilai | None] = {
            year: of_years.get(year) for year in years if is_in_force(row, year)
        }
        before = {year: known[item.id] for year, known in earlier.items() if item.id in known}
        found.setdefault(str(row.mata_anggaran_id), []).append(
            BahanIndikator(item, in_force, before)
        )
    return found


def _measured(session: Session, tahun: int, wanted: set[str]) -> dict[str, IsianRealisasi]:
    """Return the realisasi of a whole year of these indicators, as Pengukuran has it."""
    profil = load_profil(session, tahun)
    return {
        item.id: _of_year(item, tahun, profil)
        for item in load_bahan(session, tahun)
        if item.id in wanted
    }


def _of_year(item: BahanUkur, tahun: int, profil: ProfilRumus) -> IsianRealisasi:
    measured = measure_indikator(Periode(tahun), item, profil).utama
    whole = item.isian_tahunan
    is_off = measured.realisasi is None and measured.capaian.keadaan == "tidak_berlaku"
    return replace(
        whole,
        nilai=measured.realisasi,
        tidak_berlaku=is_off,
        alasan=measured.capaian.alasan if is_off else whole.alasan,
    )
