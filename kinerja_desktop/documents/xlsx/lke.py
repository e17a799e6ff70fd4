"""The LKE and the matrix of follow-up as workbooks, from the same data as the print."""

from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.lke import (
    DaftarBukti,
    KriteriaTercetak,
    LkeTercetak,
    MatriksLhe,
)

_NONE = KriteriaTercetak()


def render_lke_xlsx(data: LkeTercetak, naskah: Naskah) -> bytes:
    """Write the sheet "LKE" with live formulas, like the print, and the flat sheet "Data"."""
    heads = (
        "Tahun", "SKPD", "Komponen", "Subkomponen", "Kode", "Kriteria", "Jawaban", "Skor",
        "Catatan", "Bukti",
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for komponen in data.nilai.komponen:
        for sub in komponen.subkomponen:
            for answer in sub.jawaban:
                written = data.isian.get(answer.kriteria.kode, _NONE)
                rows.append(
                    (
                        Decimal(data.tahun), data.skpd, komponen.komponen.nama,
                        sub.subkomponen.nama, answer.kriteria.kode, answer.kriteria.uraian,
                        answer.pilihan.kode if answer.pilihan else None,
                        answer.pilihan.nilai if answer.pilihan else None,
                        written.catatan or None, "; ".join(written.bukti) or None,
                    )
                )  # fmt: skip
    return render_xlsx(naskah, "LKE", FlatSheet(heads, tuple(rows)))


def render_matriks_xlsx(data: MatriksLhe, naskah: Naskah) -> bytes:
    """Write the sheet "Tindak lanjut LHE", like the print, and the flat sheet "Data"."""
    heads = (
        "Tahun", "SKPD", "Rekomendasi", "Rencana tindak lanjut", "Penanggung jawab", "Tenggat",
        "Status", "Tanggal selesai", "Keterangan", "Bukti",
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            Decimal(data.tahun), data.skpd, item.rekomendasi, item.rencana or None,
            item.penanggung_jawab or None,
            format_tanggal(item.batas_waktu) if item.batas_waktu else None,
            item.status, format_tanggal(item.selesai) if item.selesai else None,
            item.keterangan or None, "; ".join(item.bukti) or None,
        )
        for item in data.butir
    )  # fmt: skip
    return render_xlsx(naskah, "Tindak lanjut LHE", FlatSheet(heads, rows))


def render_bukti_xlsx(data: DaftarBukti, naskah: Naskah) -> bytes:
    """Write the sheet "Daftar bukti", like the print, and the flat sheet "Data", a row a file."""
    heads = (
        "Tahun", "SKPD", "Kode", "Kriteria", "Jawaban", "Berkas", "Keterangan", "Kurang",
        "Dapat diminta dari",
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for item in data.kriteria:
        begin = (Decimal(data.tahun), data.skpd, item.kode, item.uraian, item.jawaban or None)
        rows += [(*begin, nama, what, None, None) for nama, what in item.ada]
        rows += [(*begin, None, None, text, item.pemasok) for text in item.kurang]
    return render_xlsx(naskah, "Daftar bukti", FlatSheet(heads, tuple(rows)))
