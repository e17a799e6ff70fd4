"""Matriks tindak lanjut LHE: what was recommended and what became of it (`docs/sakip.md` §11.3)."""

from kinerja_desktop.documents.naskah.blocks import Block, KeyValues, Margins, Naskah, Spacer
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import or_dash, title_blocks
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.lke import ButirRekomendasi, MatriksLhe

_COLUMNS = (
    Column("No", 0.45, "center"),
    Column("Rekomendasi", 3.4),
    Column("Rencana Tindak Lanjut", 3.2),
    Column("Penanggung Jawab", 1.6),
    Column("Tenggat", 1.3, "center"),
    Column("Status/Progres", 1.8),
    Column("Bukti", 2.2),
)


def build_matriks_lhe(
    data: MatriksLhe, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out the matrix, landscape."""
    name = f"Matriks Tindak Lanjut LHE {data.skpd} atas Kinerja Tahun {data.tahun}"
    titles = (
        "MATRIKS TINDAK LANJUT HASIL EVALUASI AKIP",
        data.skpd.upper(),
        f"ATAS KINERJA TAHUN {data.tahun}",
    )
    done = sum(item.is_done for item in data.butir)
    head = (
        *(("LHE", words) for words in data.lhe),
        ("Selesai ditindaklanjuti", f"{done} dari {len(data.butir)} rekomendasi"),
    )
    rows = tuple(_row(number, item) for number, item in enumerate(data.butir, 1))
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        *title_blocks(titles, attached=False),
        Spacer(2),
        KeyValues(head),
        Table(_COLUMNS, rows, numbered=True, size=9, keep_with_next=True),
        signature_block(pengesahan, tanda),
    )
    margins = Margins(top=15, bottom=18, left=20, right=20)
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=margins, footer_note=name
    )


def _row(number: int, item: ButirRekomendasi) -> Row:
    status = item.status
    if item.selesai:
        status += f" {format_tanggal(item.selesai)}"
    if item.keterangan:
        status += f"\n{item.keterangan}"
    return Row(
        (
            Cell(str(number)),
            Cell(item.rekomendasi),
            Cell(or_dash(item.rencana)),
            Cell(or_dash(item.penanggung_jawab)),
            Cell(format_tanggal(item.batas_waktu) if item.batas_waktu else or_dash("")),
            Cell(status),
            Cell("\n".join(item.bukti) or or_dash("")),
        )
    )
