"""Formulir E.81 as a workbook with live formulas, from the same data as the print."""

from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.laporan.evaluasi_renja import (
    BarisTercetak,
    EvaluasiTercetak,
    kolom_ganda,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM_DIISI, Angka

LEMBAR = "Formulir E.81"
_BLANK = "Belum diisi"


def render_evaluasi_renja_xlsx(data: EvaluasiTercetak, naskah: Naskah) -> bytes:
    """Write the sheet "Formulir E.81", like the print, and the flat sheet "Data".

    Args:
        data: what the form says.
        naskah: its print; see `papers.evaluasi_renja`.
    """
    numbers = [kolom.nomor for kolom in kolom_ganda(data.periode.tahun)]
    heads = (
        "Tahun", "Triwulan", "SKPD", "Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator",
        *(f"({nomor}) {what}" for nomor in numbers for what in ("K", "Rp")),
        "Penanggung jawab", "Keterangan",
    )  # fmt: skip
    rows = tuple(_flat_row(data, baris) for baris in data.baris)
    return render_xlsx(naskah, LEMBAR, FlatSheet(heads, rows))


def _flat_row(data: EvaluasiTercetak, baris: BarisTercetak) -> tuple[Value, ...]:
    """Rp stand at the first row of their line only, or they would count twice."""
    pairs = zip(baris.kinerja, baris.rupiah, strict=True)
    return (
        Decimal(data.periode.tahun),
        data.periode.romawi,
        data.skpd,
        baris.kode,
        baris.nama,
        baris.indikator or None,
        *(value for k, rp in pairs for value in (_value(k), _value(rp) if baris.tinggi else None)),
        baris.unit or None,
        baris.keterangan or None,
    )


def _value(angka: Angka) -> Value:
    if angka.nilai is not None:
        return angka.nilai
    return _BLANK if angka.teks == BELUM_DIISI else angka.teks or None
