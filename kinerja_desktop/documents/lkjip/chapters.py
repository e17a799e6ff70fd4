"""Tables and charts of Bab I–III that tell the office and the year as a whole."""

from decimal import Decimal

from kinerja_desktop.documents.lkjip.cells import (
    TOTAL_FILL,
    belanja_row,
    capaian_cell,
    make_table,
    rupiah_cell,
    serapan_cell,
    total_row,
    value_cell,
)
from kinerja_desktop.documents.lkjip.writer import Writer, note
from kinerja_desktop.documents.naskah.blocks import Block, ChartBlock
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran
from kinerja_desktop.domain.laporan.grafik import Gauge
from kinerja_desktop.domain.laporan.grafik_kinerja import chart_capaian, chart_serapan
from kinerja_desktop.domain.lkjip.bahan import IndikatorLkjip
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi

_GAUGE_WIDTH = 90.0


def write_pejabat(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """List who holds which post."""
    columns = (
        Column("No", 0.5, "center"), Column("Jabatan", 3), Column("Nama", 2.6),
        Column("Pangkat", 1.8), Column("NIP", 2.4),
    )  # fmt: skip
    rows = [
        Row(
            (
                Cell(str(number)),
                Cell(item.jabatan),
                Cell(item.nama),
                Cell(item.pangkat),
                Cell(format_nip(item.nip) or "-"),
            )
        )
        for number, item in enumerate(writer.analisis.bahan.pejabat, start=1)
    ]
    title = f"Pejabat dan jabatannya per {format_tanggal(writer.analisis.bahan.tanggal)}"
    return writer.table(title, make_table(columns, rows))


def write_renstra(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show tujuan and sasaran with their indicators and the Renstra's targets per year (2.1)."""
    groups = [
        (group.sasaran.uraian, [item.hasil for item in group.indikator])
        for group in writer.analisis.sasaran
    ]
    return _target_table(writer, "Tujuan/Sasaran", groups)


def write_renstra_whole(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show every indicator with the Renstra's targets, those of programs too (lampiran)."""
    groups = [(group.uraian, list(group.indikator)) for group in writer.analisis.hasil.sasaran]
    return _target_table(writer, "Tujuan/Sasaran/Program", groups)


def _target_table(
    writer: Writer, head: str, groups: list[tuple[str, list[HasilIndikator]]]
) -> list[Block]:
    bahan = writer.analisis.bahan
    if bahan.renstra is None:
        return []
    years = range(bahan.renstra.awal, bahan.renstra.akhir + 1)
    extra = {item.id: item for item in bahan.indikator}
    rows: list[Row] = []
    for name, items in groups:
        for number, item in enumerate(items):
            first = (Cell(name, row_span=len(items)),) if number == 0 else ()
            own = extra.get(item.bahan.id, IndikatorLkjip(item.bahan.id))
            targets = (value_cell(own.target_of(year)) for year in years)
            rows.append(Row((*first, Cell(item.bahan.uraian), Cell(item.bahan.satuan), *targets)))
    columns = (
        Column(head, 2.4), Column("Indikator Kinerja", 2.4), Column("Satuan", 0.9, "center"),
        *(Column(str(year), 0.9, "decimal", "Target") for year in years),
    )  # fmt: skip
    title = f"Tujuan, sasaran, dan target Renstra {bahan.renstra.awal}–{bahan.renstra.akhir}"
    return writer.table(title, make_table(columns, rows))


def write_iku(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show each IKU with its definition and formula (2.2, `docs/sakip.md` §7.7)."""
    rows: list[Row] = []
    for group in writer.laporan.beku.lampiran.iku.sasaran:
        for number, item in enumerate(group.iku):
            first = (Cell(group.sasaran, row_span=len(group.iku)),) if number == 0 else ()
            name = f"{item.uraian} ({item.satuan})" if item.satuan else item.uraian
            rows.append(
                Row((*first, Cell(name), Cell(item.penjelasan or "-"), Cell(item.formula or "-")))
            )
    columns = (
        Column("Sasaran Strategis", 2), Column("Indikator Kinerja Utama", 2),
        Column("Definisi Operasional", 2.6), Column("Formula", 2.4),
    )  # fmt: skip
    return writer.table("Definisi dan formula Indikator Kinerja Utama", make_table(columns, rows))


def write_perjanjian(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show what was promised for the year; of a year without a promise, its targets."""
    rows: list[Row] = []
    for group in writer.analisis.sasaran:
        for number, item in enumerate(group.indikator):
            head = (
                (Cell(group.sasaran.uraian, row_span=len(group.indikator)),) if number == 0 else ()
            )
            rows.append(
                Row(
                    (
                        *head,
                        Cell(item.hasil.bahan.uraian),
                        Cell(item.hasil.bahan.satuan),
                        value_cell(item.hasil.utama.target),
                    )
                )
            )
    columns = (
        Column("Sasaran Strategis", 3), Column("Indikator Kinerja", 3),
        Column("Satuan", 1, "center"), Column("Target", 1.2, "decimal"),
    )  # fmt: skip
    items = [item for group in writer.analisis.sasaran for item in group.indikator]
    name = "Perjanjian Kinerja" if any(item.is_promised for item in items) else "Target kinerja"
    return writer.table(f"{name} tahun {writer.tahun}", make_table(columns, rows))


def write_ikhtisar(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show the overall mean at a glance; as on Pengukuran Kinerja, in % with its kategori."""
    mean = writer.analisis.hasil.rata_rata
    word = mean.kategori or "belum dapat dihitung"
    gauge = Gauge(f"Rata-rata capaian kinerja tahun {writer.tahun}", mean.tampil, word)
    return writer.figure("Rata-rata capaian kinerja", ChartBlock(gauge, width=_GAUGE_WIDTH))


def write_capaian(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show every indicator of the year, and the mean of each group as bars (3.1)."""
    hasil = writer.analisis.hasil
    rows = [row for group in hasil.sasaran for row in _capaian_rows(group)]
    if not rows:
        return []
    mean = hasil.rata_rata
    if mean.tampil is not None:
        label = Cell(f"Rata-rata capaian kinerja ({mean.keterangan})", col_span=4)
        figure = Cell(format_angka(mean.tampil), number=mean.tampil)
        rows.append(Row((label, figure, Cell(mean.kategori)), is_total=True))
    columns = (
        Column("Indikator Kinerja", 3.4), Column("Satuan", 0.9, "center"),
        Column("Target", 1.1, "decimal"), Column("Realisasi", 1.1, "decimal"),
        Column("Capaian (%)", 1.2, "decimal"), Column("Kategori", 1.3, "center"),
    )  # fmt: skip
    digits = writer.analisis.profil.digit if writer.edisi > Edisi.TIGA else None
    judul = f"Capaian per sasaran tahun {writer.tahun}"
    chart = chart_capaian(judul, hasil.sasaran, digits=digits)
    return [
        *writer.table(f"Capaian kinerja tahun {writer.tahun}", make_table(columns, rows)),
        *(note(text) for text in writer.analisis.profil.describe()),
        *writer.figure("Capaian per tujuan, sasaran, dan program", ChartBlock(chart)),
    ]


def _capaian_rows(group: HasilSasaran) -> list[Row]:
    head = Cell(group.uraian or "Tanpa sasaran", bold=True, col_span=6, fill=TOTAL_FILL)
    return [
        Row((head,), keep_with_next=True),
        *(
            Row(
                (
                    Cell(item.bahan.uraian),
                    Cell(item.bahan.satuan),
                    value_cell(item.utama.target),
                    value_cell(item.utama.realisasi),
                    capaian_cell(item.utama.capaian),
                    Cell(item.utama.capaian.kategori),
                )
            )
            for item in group.indikator
        ),
    ]


def write_anggaran(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Show pagu, realisasi and serapan down to sub kegiatan, and each program as a bar (3.3)."""
    analisis = writer.analisis
    if not analisis.bahan.belanja:
        return []
    columns = (
        Column("Kode", 1.5), Column("Program/Kegiatan/Sub Kegiatan", 3.4),
        Column("Pagu (Rp)", 1.5, "right"), Column("Realisasi (Rp)", 1.5, "right"),
        Column("%", 0.8, "decimal"),
    )  # fmt: skip
    rows = [belanja_row(row, with_kode=True) for row in analisis.bahan.belanja]
    rows.append(total_row("JUMLAH", 2, analisis.pagu, analisis.realisasi))
    return [
        *writer.table(
            f"Pagu dan realisasi anggaran tahun {writer.tahun}", make_table(columns, rows)
        ),
        *_serapan_chart(writer),
        *_earlier_budgets(writer),
    ]


def _serapan_chart(writer: Writer) -> list[Block]:
    judul = f"Serapan anggaran per program tahun {writer.tahun}"
    program = writer.analisis.program
    chart = chart_serapan(judul, ((row.nama, row.pagu, row.realisasi) for row in program))
    if chart is None:
        return []
    return writer.figure("Serapan anggaran per program", ChartBlock(chart))


def _earlier_budgets(writer: Writer) -> list[Block]:
    analisis = writer.analisis
    years = [(row.tahun, row.pagu, row.realisasi) for row in analisis.bahan.belanja_lalu]
    if not years:
        return []
    years.append((writer.tahun, analisis.pagu, analisis.realisasi))
    columns = (
        Column("Tahun", 1, "center"), Column("Pagu (Rp)", 2, "right"),
        Column("Realisasi (Rp)", 2, "right"), Column("Serapan (%)", 1.2, "decimal"),
    )  # fmt: skip
    rows = [_budget_row(*year) for year in years]
    title = "Anggaran dan realisasi beberapa tahun terakhir"
    return writer.table(title, make_table(columns, rows))


def _budget_row(tahun: int, pagu: Decimal | None, realisasi: Decimal | None) -> Row:
    return Row(
        (
            Cell(str(tahun)), rupiah_cell(pagu), rupiah_cell(realisasi),
            serapan_cell(pagu, realisasi),
        )
    )  # fmt: skip
