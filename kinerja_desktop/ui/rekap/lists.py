"""The flat lists of the recap: figures, budget, scores, and what to ask units about."""

from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.penerimaan.anggaran import AnggaranUnit
from kinerja_desktop.domain.penerimaan.banding import describe_capaian
from kinerja_desktop.domain.penerimaan.kejanggalan import Kejanggalan
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap, PaketRekap
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.plain_model import Column

_NONE = "–"

FIGURES = (
    Column[BarisRekap]("Unit", lambda row: row.paket.unit, 160),
    Column[BarisRekap](
        "Periode", lambda row: row.paket.periode.label, 84, key=lambda row: _when(row.paket)
    ),
    Column[BarisRekap]("Indikator", lambda row: row.indikator.uraian),
    Column[BarisRekap]("Satuan", lambda row: row.indikator.satuan, 54),
    Column[BarisRekap]("Target", lambda row: format_nilai(row.indikator.target), 62, True),
    Column[BarisRekap]("Realisasi", lambda row: format_nilai(row.indikator.realisasi), 68, True),
    Column[BarisRekap]("Capaian", lambda row: describe_capaian(row.indikator), 70, True),
    Column[BarisRekap]("Kategori", lambda row: row.indikator.kategori, 96),
)
BUDGET = (
    Column[AnggaranUnit]("Unit", lambda row: row.paket.unit),
    Column[AnggaranUnit](
        "Periode", lambda row: row.paket.periode.label, 150, key=lambda row: _when(row.paket)
    ),
    Column[AnggaranUnit]("Program", lambda row: str(row.program), 70, True),
    Column[AnggaranUnit]("Pagu", lambda row: _rupiah(row.pagu), 150, True),
    Column[AnggaranUnit]("Realisasi", lambda row: _rupiah(row.realisasi), 150, True),
    Column[AnggaranUnit]("Serapan", lambda row: _persen(row.serapan), 80, True),
)
SCORES = (
    Column[PaketRekap]("Unit", lambda row: row.unit),
    Column[PaketRekap]("Periode", lambda row: row.periode.label, 120, key=lambda row: _when(row)),
    Column[PaketRekap]("E.81 Renja", lambda row: _evaluasi(row, "renja"), 130, True),
    Column[PaketRekap]("E.81 Renstra", lambda row: _evaluasi(row, "renstra"), 130, True),
    Column[PaketRekap]("LKE mandiri", lambda row: _lke(row), 130, True),
    Column[PaketRekap]("LHE", lambda row: _lhe(row), 90, True),
)
ODD = (
    Column[Kejanggalan]("Unit", lambda row: row.baris.paket.unit, 160),
    Column[Kejanggalan](
        "Periode",
        lambda row: row.baris.paket.periode.label,
        90,
        key=lambda row: _when(row.baris.paket),
    ),
    Column[Kejanggalan]("Indikator", lambda row: row.baris.indikator.uraian),
    Column[Kejanggalan]("Yang perlu ditanyakan", lambda row: row.apa),
)


def _when(paket: PaketRekap) -> tuple[int, int]:
    return compare_periode(paket.periode)


def _rupiah(amount: Decimal | None) -> str:
    return _NONE if amount is None else format_rupiah(amount)


def _persen(value: Decimal | None) -> str:
    return _NONE if value is None else f"{format_angka(value, 2)}%"


def _evaluasi(row: PaketRekap, which: str) -> str:
    found = row.ringkasan.evaluasi
    value = None if found is None else getattr(found, which)
    if found is None or value is None:
        return _NONE
    return f"{format_persen(value)} ({getattr(found, f'predikat_{which}')})"


def _lke(row: PaketRekap) -> str:
    found = row.ringkasan.lke
    if found is None or found.nilai is None:
        return _NONE
    done = "" if found.terjawab == found.kriteria else f", {found.terjawab}/{found.kriteria}"
    return f"{format_angka(found.nilai, 2)} ({found.predikat}{done})"


def _lhe(row: PaketRekap) -> str:
    found = row.ringkasan.lke
    if found is None or found.lhe is None:
        return _NONE
    return f"{format_angka(found.lhe, 2)} ({found.tahun_lhe})"
