"""Tables and charts of the seven comparisons of one sasaran.

`docs/sakip.md` §7.3, tables 3.1–3.6.
"""

from kinerja_desktop.documents.lkjip.cells import (
    belanja_row,
    capaian_cell,
    exact_cell,
    make_table,
    rupiah_cell,
    total_row,
    value_cell,
)
from kinerja_desktop.documents.lkjip.writer import Writer, note
from kinerja_desktop.documents.naskah.blocks import Block, ChartBlock
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.profil import Efisiensi
from kinerja_desktop.domain.laporan.grafik import TrendChart
from kinerja_desktop.domain.laporan.grafik_kinerja import chart_tren
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bahan import TINGKAT
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi
from kinerja_desktop.domain.lkjip.penunjang import mean_of_line, own_indicators

_INDIKATOR = Column("Indikator Kinerja", 3)
_SATUAN = Column("Satuan", 0.9, "center")
_KATEGORI = Column("Kategori", 1.3, "center")
#: What stands where there is no standard, and where nobody has said so: never 0
#: (`docs/sakip.md` §7.3).
TIDAK_ADA, BELUM_DIISI = "Tidak ada", "Belum diisi"
_LONGEST_NAME = 80


def write_comparison(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Return the table and charts of a comparison; nothing where there is nothing to compare."""
    sasaran = writer.sasaran_of(bagian)
    if sasaran is None or not sasaran.indikator:
        return []
    return _WRITERS[bagian.cetak.bagian.isi](writer, sasaran)


def _short(sasaran: AnalisisSasaran) -> str:
    """Name a sasaran so that a caption and its line in the daftar tabel stay short."""
    words = sasaran.sasaran.uraian
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"


def _target(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    rows = [
        Row(
            (
                Cell(item.hasil.bahan.uraian),
                Cell(item.hasil.bahan.satuan),
                value_cell(item.hasil.utama.target),
                value_cell(item.hasil.utama.realisasi),
                capaian_cell(item.hasil.utama.capaian),
                Cell(item.hasil.utama.capaian.kategori),
            )
        )
        for item in sasaran.indikator
    ]
    mean = sasaran.rata_rata
    if len(rows) > 1 and mean.tampil is not None:
        figures = Cell(format_angka(mean.tampil), number=mean.tampil)
        rows.append(
            Row(
                (Cell(f"Rata-rata ({mean.keterangan})", col_span=4), figures, Cell(mean.kategori)),
                is_total=True,
            )
        )
    columns = (
        _INDIKATOR, _SATUAN, Column("Target", 1.1, "decimal"),
        Column("Realisasi", 1.1, "decimal"), Column("Capaian (%)", 1.2, "decimal"), _KATEGORI,
    )  # fmt: skip
    title = f"Target, realisasi, dan capaian tahun {writer.tahun}: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


def _years(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    columns = (
        _INDIKATOR, Column("Tahun", 0.8, "center"), Column("Target", 1.1, "decimal"),
        Column("Realisasi", 1.1, "decimal"), Column("Capaian (%)", 1.2, "decimal"), _KATEGORI,
    )  # fmt: skip
    rows = [row for item in sasaran.indikator for row in _year_rows(writer, item)]
    title = f"Realisasi dan capaian beberapa tahun terakhir: {_short(sasaran)}"
    blocks = writer.table(title, make_table(columns, rows))
    for item in sasaran.indikator:
        if chart := _trend(writer, item):
            blocks += writer.figure(f"Perkembangan {item.hasil.bahan.uraian}", ChartBlock(chart))
    return blocks


def _year_rows(writer: Writer, item: AnalisisIndikator) -> list[Row]:
    utama = item.hasil.utama
    years = [(year.tahun, year.target, year.realisasi, year.capaian) for year in item.tahun_lalu]
    years.append((writer.tahun, utama.target, utama.realisasi, utama.capaian))
    rows = []
    for number, (tahun, target, realisasi, capaian) in enumerate(years):
        head = (Cell(item.hasil.bahan.uraian, row_span=len(years)),) if number == 0 else ()
        rows.append(
            Row(
                (
                    *head,
                    Cell(str(tahun)),
                    value_cell(target),
                    value_cell(realisasi),
                    capaian_cell(capaian),
                    Cell(capaian.kategori),
                )
            )
        )
    return rows


def _trend(writer: Writer, item: AnalisisIndikator) -> TrendChart | None:
    """Draw target and realisasi over the years, once there are two years of numbers."""
    utama = item.hasil.utama
    known = {year.tahun: (year.target, year.realisasi) for year in item.tahun_lalu}
    known[writer.tahun] = (utama.target, utama.realisasi)
    return chart_tren(item.hasil.bahan.uraian, item.hasil.bahan.satuan, known)


def _renstra(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    last = sasaran.indikator[0].tahun_akhir
    columns = (
        _INDIKATOR, _SATUAN, Column(f"Realisasi {writer.tahun}", 1.2, "decimal"),
        Column(f"Target akhir Renstra {last or ''}".strip(), 1.4, "decimal"),
        Column("Tingkat kemajuan (%)", 1.4, "decimal"),
    )  # fmt: skip
    rows = [
        Row(
            (
                Cell(item.hasil.bahan.uraian),
                Cell(item.hasil.bahan.satuan),
                value_cell(item.hasil.utama.realisasi),
                value_cell(item.target_akhir),
                capaian_cell(item.kemajuan) if item.target_akhir is not None else Cell("-"),
            )
        )
        for item in sasaran.indikator
    ]
    title = f"Kemajuan menuju target akhir Renstra: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


def _standar(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    columns = (
        _INDIKATOR, Column(f"Realisasi {writer.tahun}", 1.1, "decimal"),
        Column("Nasional", 1.1, "decimal", "Standar"),
        Column("Provinsi", 1.1, "decimal", "Standar"),
        Column("Kabupaten", 1.1, "decimal", "Standar"),
    )  # fmt: skip
    rows = []
    for item in sasaran.indikator:
        rows.append(
            Row(
                (
                    Cell(item.hasil.bahan.uraian),
                    value_cell(item.hasil.utama.realisasi),
                    *(_standard_cell(item, tingkat) for tingkat in TINGKAT),
                )
            )
        )
    title = f"Realisasi dibandingkan dengan standar: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


def _standard_cell(item: AnalisisIndikator, tingkat: str) -> Cell:
    given = {found.standar.tingkat: found.standar.nilai for found in item.standar}
    if value := format_nilai(given.get(tingkat)):
        return Cell(value)
    return Cell(TIDAK_ADA if tingkat in item.tanpa_standar else BELUM_DIISI)


def _causes(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    """Causes and solutions are words; their figures stand in the tables above."""
    return []


def _efficiency(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    if not sasaran.program:
        return []
    mean, found = sasaran.rata_rata, sasaran.efisiensi
    head, label = _EFFICIENCY_HEADS[writer.analisis.profil.efisiensi]
    columns: tuple[Column, ...] = (
        Column("Capaian (%)", 1, "decimal"), Column("Pagu (Rp)", 1.5, "right"),
        Column("Realisasi (Rp)", 1.5, "right"), Column("Serapan (%)", 1, "decimal"),
        Column(head, 1.2, "decimal"), Column(label, 1.4, "center"),
    )  # fmt: skip
    rated = Cell("-") if found is None else Cell(format_angka(found.nilai), number=found.nilai)
    word = found.label if found is not None else ""
    if sasaran.nilai_efisiensi is not None:
        word = format_angka(sasaran.nilai_efisiensi)
    row = Row(
        (
            Cell("-") if mean.tampil is None else Cell(format_angka(mean.tampil)),
            rupiah_cell(sasaran.pagu),
            rupiah_cell(sasaran.realisasi),
            exact_cell(sasaran.serapan),
            rated,
            Cell(word or "-"),
        )
    )
    title = f"Efisiensi penggunaan sumber daya: {_short(sasaran)}"
    if writer.analisis.profil.efisiensi is Efisiensi.EF_MANUAL:
        # Typed by the office: there is nothing to compute beside the figures.
        row, columns = Row(row.cells[:4]), columns[:4]
    is_reckoned = writer.analisis.profil.efisiensi in _RECKONED and found is not None
    said = [note(_EXACT)] if is_reckoned and writer.edisi > Edisi.TIGA else []
    return [*writer.table(title, make_table(columns, [row])), *said]


#: Who subtracts or divides the printed figures finds another last decimal.
_EXACT = "Efisiensi dihitung dari capaian dan serapan sebelum dibulatkan."
_RECKONED = (Efisiensi.EF_SELISIH, Efisiensi.EF_PMK, Efisiensi.EF_RASIO)
#: What the last two columns of the efficiency table are called, by method (`docs/sakip.md` §4.8).
_EFFICIENCY_HEADS = {
    Efisiensi.EF_SELISIH: ("Selisih (poin)", "Efisiensi"),
    Efisiensi.EF_PMK: ("Efisiensi (%)", "Nilai efisiensi"),
    Efisiensi.EF_RASIO: ("Rasio", "Efisiensi"),
    Efisiensi.EF_RUPIAH: ("Sisa (Rp)", "Efisiensi"),
    Efisiensi.EF_MANUAL: ("Efisiensi", "Keterangan"),
}


def _programs(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    if writer.edisi is not Edisi.SATU:
        return [*_lines(writer, sasaran), *_measured_lines(writer, sasaran)]
    columns = (
        Column("Program", 3), Column("Pagu (Rp)", 1.5, "right"),
        Column("Realisasi (Rp)", 1.5, "right"), Column("%", 0.9, "decimal"),
    )  # fmt: skip
    rows = [belanja_row(row, with_kode=False) for row in sasaran.program]
    if len(rows) > 1:
        rows.append(total_row("JUMLAH", 1, sasaran.pagu, sasaran.realisasi))
    title = f"Program penunjang: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


def _lines(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    """Show what supports a sasaran down to sub kegiatan, with the mean of its own indicators."""
    columns = (
        Column("Program/Kegiatan/Sub Kegiatan", 3), Column("Capaian (%)", 1, "decimal"),
        Column("Pagu (Rp)", 1.4, "right"), Column("Realisasi (Rp)", 1.4, "right"),
        Column("Serapan (%)", 1, "decimal"),
    )  # fmt: skip
    rows = []
    for line in sasaran.rincian:
        name, *amounts = belanja_row(line, with_kode=False).cells
        mean = mean_of_line(writer.analisis, line.kode)
        figure = mean.tampil if mean else None
        cell = Cell("-") if figure is None else Cell(format_angka(figure), number=figure)
        rows.append(Row((name, cell, *amounts), keep_with_next=line.tingkat == 0))
    if len(sasaran.program) > 1:
        total = total_row("JUMLAH", 2, sasaran.pagu, sasaran.realisasi)
        rows.append(total)
    title = f"Program, kegiatan, dan sub kegiatan penunjang: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


def _measured_lines(writer: Writer, sasaran: AnalisisSasaran) -> list[Block]:
    """Show the indicators of these lines; nothing where none has any."""
    rows: list[Row] = []
    for line in sasaran.rincian:
        found = own_indicators(writer.analisis, line.kode)
        for number, item in enumerate(found):
            head = (Cell(line.nama, row_span=len(found)),) if number == 0 else ()
            rows.append(
                Row(
                    (
                        *head,
                        Cell(item.bahan.uraian),
                        Cell(item.bahan.satuan),
                        value_cell(item.utama.target),
                        value_cell(item.utama.realisasi),
                        capaian_cell(item.utama.capaian),
                    )
                )
            )
    columns = (
        Column("Program/Kegiatan/Sub Kegiatan", 2.4), Column("Indikator Kinerja", 2.4), _SATUAN,
        Column("Target", 1, "decimal"), Column("Realisasi", 1.1, "decimal"),
        Column("Capaian (%)", 1.1, "decimal"),
    )  # fmt: skip
    title = f"Capaian program, kegiatan, dan sub kegiatan penunjang: {_short(sasaran)}"
    return writer.table(title, make_table(columns, rows))


_WRITERS = {
    "analisis_1": _target,
    "analisis_2": _years,
    "analisis_3": _renstra,
    "analisis_4": _standar,
    "analisis_5": _causes,
    "analisis_6": _efficiency,
    "analisis_7": _programs,
    "": _causes,
}
