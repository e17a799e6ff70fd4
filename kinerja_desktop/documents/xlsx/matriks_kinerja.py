"""The cascading as a workbook, from the same data as its table in print."""

from decimal import Decimal

from kinerja_desktop.documents.papers.matriks_kinerja import build_matriks_cascading
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.laporan.kop import Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pohon_kinerja import TINGKAT, PohonKinerja

_HEADS = ("Tahun", "SKPD", "Level", "Kinerja", "Indikator", "Satuan", "Target", "Penanggung jawab")


def render_matriks_cascading_xlsx(
    data: PohonKinerja, pengesahan: Pengesahan, tanda: Tanda
) -> bytes:
    """Write the sheet "Matriks Cascading", like the print, and the flat sheet "Data"."""
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            Decimal(data.tahun),
            data.skpd,
            TINGKAT[simpul.tingkat],
            simpul.kinerja,
            item.uraian,
            item.satuan,
            item.target.teks if item.target.nilai is None else item.target.nilai,
            simpul.pemilik,
        )
        for simpul in data.semua
        for item in simpul.indikator
    )
    naskah = build_matriks_cascading(data, pengesahan, tanda)
    return render_xlsx(naskah, "Matriks Cascading", FlatSheet(_HEADS, rows))
