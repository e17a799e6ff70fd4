"""The planning papers as workbooks, from the same data as their prints.

The sheet "Data" has a row for each indicator and one for each line of the budget; *Jenis* tells
them apart.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import Naskah, PageBreak
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.angka.tanggal import BULAN
from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM, Angka
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak
from kinerja_desktop.domain.laporan.rencana_aksi import KISI_BULAN, RencanaAksiTercetak
from kinerja_desktop.domain.laporan.rencana_kinerja import (
    ProgramBerpagu,
    RencanaKinerja,
    SasaranBertarget,
)

_PLAN_HEADS = (
    "Jenis", "Sasaran", "Indikator", "Satuan", "Target", "Kode", "Program/Kegiatan/Sub Kegiatan",
    "Anggaran (Rp)", "Keterangan",
)  # fmt: skip
_Row = tuple[Value, ...]


def render_iku_xlsx(data: PenetapanIku, naskah: Naskah) -> bytes:
    """Write the sheet "Penetapan IKU", like the print, and the flat sheet "Data"."""
    heads = (
        "SKPD", "Masa", "Sasaran", "Indikator Kinerja Utama", "Satuan", "Definisi operasional",
        "Formula", "Sumber data", "Penanggung jawab",
        *(f"Target {tahun}" for tahun in data.tahun),
    )  # fmt: skip
    rows: list[_Row] = [
        (
            data.skpd, data.masa.removeprefix("TAHUN "), group.sasaran, item.uraian,
            *(text or None for text in (item.satuan, item.penjelasan, item.formula,
                                        item.sumber_data, item.penanggung_jawab)),
            *map(_value, item.target),
        )
        for group in data.sasaran
        for item in group.iku
    ]  # fmt: skip
    return render_xlsx(naskah, "Penetapan IKU", FlatSheet(heads, tuple(rows)))


def render_rkt_xlsx(data: RencanaKinerja, naskah: Naskah) -> bytes:
    """Write the sheet "RKT", like the print, and the flat sheet "Data"."""
    whose: _Row = (Decimal(data.tahun), data.skpd)
    rows = _plan_rows(whose, data.sasaran, data.program)
    return render_xlsx(naskah, "RKT", FlatSheet(("Tahun", "SKPD", *_PLAN_HEADS), rows))


def render_perjanjian_xlsx(data: PerjanjianTercetak, naskah: Naskah) -> bytes:
    """Write the Lampiran as the sheet "Perjanjian Kinerja", and the flat sheet "Data".

    The statement before it has no figures.
    """
    start = naskah.blocks.index(PageBreak()) + 1
    lampiran = replace(naskah, blocks=naskah.blocks[start:])
    whose: _Row = (Decimal(data.tahun), data.kode, data.pertama.nama, data.pertama.jabatan)
    heads = ("Tahun", "Perjanjian", "Pihak pertama", "Jabatan", *_PLAN_HEADS)
    rows = _plan_rows(whose, data.sasaran, data.program)
    return render_xlsx(lampiran, "Perjanjian Kinerja", FlatSheet(heads, rows))


def render_rencana_aksi_xlsx(data: RencanaAksiTercetak, naskah: Naskah) -> bytes:
    """Write the sheet "Rencana Aksi", like the print, and the flat sheet "Data"."""
    is_monthly = data.kisi == KISI_BULAN
    periods = BULAN if is_monthly else [f"TW {nama}" for nama in ROMAWI]
    heads = (
        "Tahun", "SKPD", "Sasaran", "Indikator", "Satuan", "Target tahunan", "Rencana aksi",
        *(f"Target {nama}" for nama in periods),
        "Program/Kegiatan/Sub Kegiatan", "Anggaran (Rp)", "Penanggung jawab",
    )  # fmt: skip
    rows: list[_Row] = [
        (
            Decimal(data.tahun), data.skpd, group.sasaran, item.indikator, item.satuan or None,
            _value(item.target), item.aktivitas or None, *map(_value, item.berkala),
            item.program or None, item.pagu.nilai, item.penanggung_jawab or None,
        )
        for group in data.sasaran
        for item in group.indikator
    ]  # fmt: skip
    return render_xlsx(naskah, "Rencana Aksi", FlatSheet(heads, tuple(rows)))


def _plan_rows(
    whose: _Row, sasaran: Iterable[SasaranBertarget], program: Iterable[ProgramBerpagu]
) -> tuple[_Row, ...]:
    rows: list[_Row] = [
        (*whose, "Indikator", group.sasaran, item.uraian, item.satuan or None,
         _value(item.target), None, None, None, None)
        for group in sasaran
        for item in group.indikator
    ]  # fmt: skip
    rows += [
        (*whose, "Anggaran", None, None, None, None, line.kode or None, line.nama, line.pagu,
         line.keterangan or None)
        for line in program
    ]  # fmt: skip
    return tuple(rows)


def _value(angka: Angka) -> Value:
    if angka.nilai is not None:
        return angka.nilai
    return "Belum diisi" if angka == BELUM else angka.teks or None
