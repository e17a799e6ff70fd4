"""The recap of Bappeda as a workbook: figures of all units, and who has delivered what."""

from collections.abc import Iterable
from decimal import Decimal

from kinerja_desktop.documents.xlsx.flat import FlatValue, LongSheet, render_flat
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.penerimaan.banding import KATA_KEADAAN
from kinerja_desktop.domain.penerimaan.rekap import BarisPenyampaian, BarisRekap

_HEADS = (
    "Unit", "Tahun", "Triwulan", "Sasaran", "Kode", "Indikator", "Satuan", "Target", "Realisasi",
    "Capaian (%)", "Kategori", "Keadaan", "Alasan", "Versi", "Kode verifikasi",
)  # fmt: skip
_DELIVERY_HEADS = (
    "Unit", "Tahun", "Triwulan", "Keadaan", "Tenggat", "Pertama diterima",
    "Terlambat (hari kalender)", "Versi berlaku", "Ditulis", "Diterima", "Banyaknya paket",
    "Dokumen", "Kode verifikasi", "Penerima", "Tanda terima", "Alasan",
)  # fmt: skip


def render_rekap_xlsx(
    baris: Iterable[BarisRekap], penyampaian: Iterable[BarisPenyampaian], title: str, author: str
) -> bytes:
    """Write the recap.

    Args:
        baris: the indicators of all units.
        penyampaian: who has delivered what.
        title: for the file's properties.
        author: the same.
    """
    sheets = (
        LongSheet("Data", _HEADS, (_figures(item) for item in baris)),
        LongSheet("Penyampaian", _DELIVERY_HEADS, (_delivery(item) for item in penyampaian)),
    )
    return render_flat(sheets, title, author)


def _figures(item: BarisRekap) -> tuple[FlatValue, ...]:
    figure = item.indikator
    return (
        item.unit, item.periode.tahun, item.periode.triwulan, figure.sasaran, figure.kode,
        figure.uraian, figure.satuan, _number(figure.target), _number(figure.realisasi),
        figure.capaian, figure.kategori, KATA_KEADAAN[figure.keadaan], figure.alasan, item.versi,
        item.kode,
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
