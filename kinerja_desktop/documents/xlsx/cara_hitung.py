"""*Lampiran cara hitung* as a workbook, from the same data as the print."""

from decimal import Decimal

from kinerja_desktop.documents.papers.cara_hitung import build_cara_hitung
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.laporan.cara_hitung import (
    BELUM_ADA,
    BELUM_DIISI,
    BarisCaraHitung,
    CaraHitungTercetak,
    write_kategori,
)

_HEADS = (
    "Tahun", "Triwulan", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)",
    "Kategori", "Cara hitung", "Keterangan",
)  # fmt: skip


def render_cara_hitung_xlsx(data: CaraHitungTercetak) -> bytes:
    """Write the sheet "Cara Hitung", like the print, and the flat sheet "Data"."""
    rows = tuple(
        _flat(data, sasaran, item) for sasaran, items, _ in data.kelompok for item in items
    )
    return render_xlsx(build_cara_hitung(data), "Cara Hitung", FlatSheet(_HEADS, rows))


def _flat(data: CaraHitungTercetak, sasaran: str, item: BarisCaraHitung) -> tuple[Value, ...]:
    hasil, utama = item.hasil, item.hasil.utama
    return (
        Decimal(data.periode.tahun),
        data.periode.romawi or None,
        sasaran,
        hasil.bahan.uraian,
        hasil.bahan.satuan,
        _value(utama.target, BELUM_ADA),
        _value(utama.realisasi, BELUM_DIISI),
        utama.capaian.tampil,
        write_kategori(utama.capaian),
        "\n".join(line for ukuran in item.cara.ukuran for line in (ukuran.kepala, *ukuran.langkah)),
        "\n".join(f"{label}: {text}" for label, text in item.cara.keterangan),
    )


def _value(nilai: Nilai | None, nothing: str) -> Value:
    return nilai if isinstance(nilai, Decimal) else format_nilai(nilai) or nothing
