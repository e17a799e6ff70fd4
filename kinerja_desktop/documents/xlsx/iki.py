"""The form of an official's IKI as a workbook, from the same data as the print."""

from decimal import Decimal

from kinerja_desktop.documents.papers.iki import build_iki
from kinerja_desktop.documents.xlsx.cells import Value
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx
from kinerja_desktop.domain.laporan.iki import FormulirIki
from kinerja_desktop.domain.laporan.kop import Kop, Pengesahan, Tanda

_HEADS = (
    "Tahun", "Nama", "Jabatan", "Kinerja", "Indikator", "Formula/Penjelasan", "Sumber data",
    "Satuan", "Target",
)  # fmt: skip


def render_iki_xlsx(
    data: FormulirIki, pengesahan: Pengesahan, tanda: Tanda, kop: Kop | None
) -> bytes:
    """Write the sheet "IKI", like the print, and the flat sheet "Data"."""
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            Decimal(data.tahun),
            data.pejabat.nama,
            data.pejabat.jabatan,
            group.kinerja,
            item.uraian,
            item.penjelasan,
            item.sumber_data,
            item.satuan,
            item.target.teks if item.target.nilai is None else item.target.nilai,
        )
        for group in data.kinerja
        for item in group.indikator
    )
    return render_xlsx(build_iki(data, pengesahan, tanda, kop), "IKI", FlatSheet(_HEADS, rows))
