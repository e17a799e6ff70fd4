"""The recap of Bappeda as a workbook: one flat sheet of figures, and others beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from kinerja_desktop.documents.xlsx.flat import FlatValue, LongSheet, render_flat
from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.penerimaan.anggaran import AnggaranUnit
from kinerja_desktop.domain.penerimaan.banding import KATA_KEADAAN
from kinerja_desktop.domain.penerimaan.kejanggalan import Kejanggalan
from kinerja_desktop.domain.penerimaan.kelompok import Sebutan, fold_sebutan
from kinerja_desktop.domain.penerimaan.rekap import BarisPenyampaian, BarisRekap, PaketRekap
from kinerja_desktop.progress import Progress, silent, tell_through

T = TypeVar("T")

#: Of so many rows one is told.
_TOLD = 50

_HEADS = {
    "Unit": 26, "Tahun": 8, "Triwulan": 9, "Sasaran": 34, "Kode": 10, "Indikator": 44,
    "Disamakan sebagai": 30, "Satuan": 12, "Target": 11, "Realisasi": 11, "Capaian (%)": 12,
    "Kategori": 15, "Keadaan": 19, "Alasan": 26, "Versi": 7, "Kode verifikasi": 22,
}  # fmt: skip
_DELIVERY_HEADS = {
    "Unit": 26, "Tahun": 8, "Triwulan": 9, "Keadaan": 20, "Tenggat": 12, "Pertama diterima": 16,
    "Terlambat (hari kalender)": 24, "Versi berlaku": 13, "Ditulis": 12, "Diterima": 12,
    "Banyaknya paket": 16, "Dokumen": 44, "Kode verifikasi": 22, "Penerima": 22,
    "Tanda terima": 20, "Alasan": 30,
}  # fmt: skip


_BUDGET_HEADS = {
    "Unit": 26, "Tahun": 8, "Triwulan": 9, "Kode": 14, "Program": 50, "Pagu (Rp)": 18,
    "Realisasi (Rp)": 18, "Serapan (%)": 12,
}  # fmt: skip
_SCORE_HEADS = {
    "Unit": 26, "Tahun": 8, "Triwulan": 9, "E.81 triwulan": 13, "E.81 capaian Renja (%)": 22,
    "Predikat Renja": 16, "E.81 capaian Renstra (%)": 23, "Predikat Renstra": 16,
    "LKE mandiri": 12, "Predikat LKE": 12, "Kriteria terjawab": 16, "Kriteria": 9, "Nilai LHE": 10,
    "Tahun LHE": 10,
}  # fmt: skip
_ODD_HEADS = {
    "Unit": 26, "Tahun": 8, "Triwulan": 9, "Indikator": 44, "Yang perlu ditanyakan": 70,
}  # fmt: skip


@dataclass(frozen=True)
class LembarRekap:
    """What the workbook holds.

    Attributes:
        baris: the indicators of all units.
        padanan: what Bappeda calls a wording of an indicator.
        penyampaian: who has delivered what.
        anggaran: the budget of each package that tells one.
        bernilai: the packages that tell a score of E.81 or LKE.
        kejanggalan: what units should be asked about.
    """

    baris: Sequence[BarisRekap]
    padanan: Mapping[Sebutan, str]
    penyampaian: Sequence[BarisPenyampaian]
    anggaran: Sequence[AnggaranUnit] = ()
    bernilai: Sequence[PaketRekap] = ()
    kejanggalan: Sequence[Kejanggalan] = ()


def render_rekap_xlsx(
    isi: LembarRekap, title: str, author: str, progress: Progress = silent
) -> bytes:
    """Write the recap.

    Args:
        isi: what it holds.
        title: for the file's properties.
        author: the same.
        progress: told of its rows; what it raises ends the work.
    """

    def told(items: Sequence[T], name: str) -> Iterator[T]:
        return tell_through(items, progress, f"Menulis lembar {name}…", _TOLD)

    sheets = (
        LongSheet(
            "Data", _HEADS, (_figures(item, isi.padanan) for item in told(isi.baris, "Data"))
        ),
        LongSheet(
            "Penyampaian",
            _DELIVERY_HEADS,
            (_delivery(item) for item in told(isi.penyampaian, "Penyampaian")),
        ),
        LongSheet(
            "Anggaran",
            _BUDGET_HEADS,
            (row for item in told(isi.anggaran, "Anggaran") for row in _budget(item)),
        ),
        LongSheet(
            "E.81 dan LKE",
            _SCORE_HEADS,
            (_scores(item) for item in told(isi.bernilai, "E.81 dan LKE")),
        ),
        LongSheet(
            "Kejanggalan", _ODD_HEADS, (_odd(item) for item in told(isi.kejanggalan, "Kejanggalan"))
        ),
    )
    return render_flat(sheets, title, author)


def _of(paket: PaketRekap) -> tuple[FlatValue, ...]:
    return paket.unit, paket.periode.tahun, paket.periode.triwulan


def _budget(item: AnggaranUnit) -> Iterator[tuple[FlatValue, ...]]:
    for row in item.paket.anggaran:
        serapan = compute_serapan(row.pagu, row.realisasi)
        yield (*_of(item.paket), row.kode, row.nama, row.pagu, row.realisasi, serapan)


def _scores(paket: PaketRekap) -> tuple[FlatValue, ...]:
    evaluasi, lke = paket.ringkasan.evaluasi, paket.ringkasan.lke
    first: tuple[FlatValue, ...] = (None,) * 5
    second: tuple[FlatValue, ...] = (None,) * 6
    if evaluasi is not None:
        first = (
            evaluasi.triwulan, evaluasi.renja, evaluasi.predikat_renja, evaluasi.renstra,
            evaluasi.predikat_renstra,
        )  # fmt: skip
    if lke is not None:
        second = (
            lke.nilai, lke.predikat, lke.terjawab, lke.kriteria, lke.lhe, lke.tahun_lhe,
        )  # fmt: skip
    return (*_of(paket), *first, *second)


def _odd(item: Kejanggalan) -> tuple[FlatValue, ...]:
    return (*_of(item.baris.paket), item.baris.indikator.uraian, item.apa)


def _figures(item: BarisRekap, padanan: Mapping[Sebutan, str]) -> tuple[FlatValue, ...]:
    paket, figure = item
    joined = padanan.get(fold_sebutan(figure.uraian, figure.satuan)) if padanan else None
    return (
        *_of(paket), figure.sasaran, figure.kode, figure.uraian, joined, figure.satuan,
        _number(figure.target), _number(figure.realisasi), figure.capaian, figure.kategori,
        KATA_KEADAAN[figure.keadaan], figure.alasan, paket.versi, paket.kode,
    )  # fmt: skip


def _number(nilai: Nilai | None) -> FlatValue:
    """Return a number as one; a range or a word of a predikat is a text."""
    return nilai if isinstance(nilai, Decimal) else format_nilai(nilai) or None


def _delivery(item: BarisPenyampaian) -> tuple[FlatValue, ...]:
    return (
        item.unit, item.periode.tahun, item.periode.triwulan, item.keadaan, item.tenggat,
        item.pertama, item.hari, item.versi, item.ditulis, item.terakhir, item.banyaknya,
        "; ".join(item.dokumen), item.kode, item.penerima, item.tanda_terima, item.alasan,
    )  # fmt: skip
