"""Pengukuran Kinerja as a workbook, from the same data as the print."""

from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    Angka,
    BarisIndikator,
    PengukuranKinerja,
)

_HEADS = (
    "Tahun", "Triwulan", "SKPD", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi",
    "Capaian (%)", "Kategori", "Alasan", "Target s.d.", "Realisasi s.d.", "Capaian s.d. (%)",
    "Faktor pendorong", "Faktor penghambat", "Rencana tindak lanjut", "Penanggung jawab",
    "Sumber data",
)  # fmt: skip
#: Only where somebody is named: what was frozen before is written again byte for byte.
_WHO_HEADS = ("Penanggung jawab tindak lanjut", "Batas waktu tindak lanjut")


def render_pengukuran_kinerja_xlsx(data: PengukuranKinerja) -> bytes:
    """Write the sheet "Pengukuran Kinerja", like the print, and the flat sheet "Data"."""
    naskah: Naskah = build_pengukuran_kinerja(data)
    items = [(group.sasaran, item) for group in data.kelompok for item in group.indikator]
    heads: tuple[str, ...] = _HEADS
    if any(item.pelaksana or item.batas_waktu for _, item in items):
        heads += _WHO_HEADS
    rows = tuple(_flat_row(data, sasaran, item)[: len(heads)] for sasaran, item in items)
    return render_xlsx(naskah, "Pengukuran Kinerja", FlatSheet(heads, rows))


def _flat_row(data: PengukuranKinerja, sasaran: str, item: BarisIndikator) -> tuple[Value, ...]:
    upto = (item.target_sd, item.realisasi_sd, item.capaian_sd)
    return (
        Decimal(data.periode.tahun),
        data.periode.romawi or None,
        data.skpd,
        sasaran,
        item.indikator,
        item.satuan,
        *map(_value, (item.target, item.realisasi, item.capaian)),
        item.kategori,
        item.capaian.alasan,
        *(_value(angka) if data.periode.triwulan else None for angka in upto),
        item.pendorong,
        item.penghambat,
        item.tindak_lanjut,
        item.penanggung_jawab,
        item.sumber_data,
        item.pelaksana,
        format_tanggal(item.batas_waktu) if item.batas_waktu else "",
    )


def _value(angka: Angka) -> Value:
    if angka == BELUM:
        return "Belum diisi"
    return angka.teks if angka.nilai is None else angka.nilai
