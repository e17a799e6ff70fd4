"""Pengukuran Kinerja as a workbook, from the same data as the print."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.profil import Aturan
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    Angka,
    BarisIndikator,
    BarisProgram,
    KelompokSasaran,
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
#: Not on forms that were signed before the fourth edition.
_MORE_HEADS = (
    "Kode", "Kode program", "Program", "Pagu (Rp)", "Realisasi anggaran (Rp)", "Serapan (%)",
)  # fmt: skip


def render_pengukuran_kinerja_xlsx(data: PengukuranKinerja) -> bytes:
    """Write the sheet "Pengukuran Kinerja", like the print, and the flat sheet "Data"."""
    naskah: Naskah = build_pengukuran_kinerja(data)
    items = [(group.sasaran, item) for group in data.kelompok for item in group.indikator]
    heads: tuple[str, ...] = _HEADS
    if any(item.pelaksana or item.batas_waktu for _, item in items):
        heads += _WHO_HEADS
    if data.aturan <= Aturan.TIGA:
        rows = [_flat_row(data, sasaran, item)[: len(heads)] for sasaran, item in items]
    else:
        rows = [row for group in data.kelompok for row in _group_rows(data, group, len(heads))]
        heads += _MORE_HEADS
    return render_xlsx(naskah, "Pengukuran Kinerja", FlatSheet(heads, tuple(rows)))


def _group_rows(
    data: PengukuranKinerja, group: KelompokSasaran, width: int
) -> Iterator[tuple[Value, ...]]:
    """Set programs beside the indicators of their sasaran, each amount once."""
    for item, program in zip_longest(group.indikator, group.program):
        if item:
            row = _flat_row(data, group.sasaran, item)[:width]
        else:
            row = (*_whose(data, group.sasaran), *[None] * width)[:width]
        kode = item.asal.bahan.kode if item and item.asal else ""
        yield (*row, kode or None, *_of_program(program))


def _of_program(program: BarisProgram | None) -> tuple[Value, ...]:
    if program is None:
        return (None,) * 5
    name = program.nama.removeprefix(f"{program.kode} ")
    if program.rujukan:
        return (program.kode or None, name, None, None, None)
    amounts = (program.pagu, program.realisasi, program.serapan)
    return (program.kode or None, name, *map(_value, amounts))


def _whose(data: PengukuranKinerja, sasaran: str) -> tuple[Value, ...]:
    return (Decimal(data.periode.tahun), data.periode.romawi or None, data.skpd, sasaran)


def _flat_row(data: PengukuranKinerja, sasaran: str, item: BarisIndikator) -> tuple[Value, ...]:
    upto = (item.target_sd, item.realisasi_sd, item.capaian_sd)
    return (
        *_whose(data, sasaran),
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
