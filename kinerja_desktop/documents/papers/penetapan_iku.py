"""Penetapan IKU: the Lampiran of a Keputusan Camat, landscape (`docs/sakip.md` §3.1)."""

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import grouped_rows, or_dash, title_blocks
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.kop import FINAL, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.penetapan_iku import BarisIku, PenetapanIku

_DOTS = "." * 40
# Where the Lampiran's head begins on an F4 sheet lying across, in mm from the left margin.
_HEAD_INDENT = 180.0
_COLUMNS = (
    Column("No", 0.45, "center"),
    Column("Sasaran Strategis", 2.4),
    Column("Indikator Kinerja Utama", 2.4),
    Column("Satuan", 0.95, "center"),
    Column("Alasan/Penjelasan (Definisi Operasional)", 3.2),
    Column("Formula Perhitungan", 2.8),
    Column("Sumber Data", 1.7),
    Column("Penanggung Jawab", 1.6),
)


def build_penetapan_iku(data: PenetapanIku, pengesahan: Pengesahan, tanda: Tanda = FINAL) -> Naskah:
    """Lay out the Lampiran of a Keputusan Camat tentang Penetapan IKU; it has no kop."""
    blocks = (
        _lampiran_head(data),
        Spacer(4),
        *iku_blocks(data, attached=False),
        signature_block(pengesahan, tanda),
    )
    name = f"Penetapan IKU {data.skpd} {data.tahun_awal}–{data.tahun_akhir}"
    return make_naskah(
        name,
        blocks,
        tanda,
        landscape=True,
        font_size=10,
        margins=Margins(top=15, bottom=18, left=20, right=20),
        footer_note=name,
        tanggal=data.tanggal,
    )


def iku_blocks(
    data: PenetapanIku, *, attached: bool = True, with_target: bool = True
) -> tuple[Block, ...]:
    """Return title, head and tables without the Lampiran's head and the signature.

    Args:
        data: what it says.
        attached: it lies in another document, such as the LKjIP.
        with_target: also the targets of the years.
    """
    titles = ("INDIKATOR KINERJA UTAMA", data.skpd.upper(), data.masa)
    targets = _target_blocks(data, is_kept=not attached) if with_target and data.tahun else ()
    return (
        *title_blocks(titles, attached=attached),
        Spacer(3),
        KeyValues(
            (
                ("1. Nama Organisasi", data.skpd),
                ("2. Tugas", or_dash(data.tugas)),
                ("3. Fungsi", or_dash(data.fungsi)),
            )
        ),
        Table(
            _COLUMNS,
            _rows(data),
            numbered=True,
            size=9,
            keep_with_next=not attached and not targets,
        ),
        *targets,
    )


def _lampiran_head(data: PenetapanIku) -> Block:
    tanggal = format_tanggal(data.tanggal) if data.tanggal else _DOTS
    rows = (
        ("Lampiran", data.keputusan),
        ("Nomor", data.nomor or _DOTS),
        ("Tanggal", tanggal),
        ("Tentang", "Penetapan Indikator Kinerja Utama"),
    )
    return KeyValues(rows, indent=_HEAD_INDENT)


def _rows(data: PenetapanIku) -> tuple[Row, ...]:
    return grouped_rows(
        ((group.sasaran, [_cells(item) for item in group.iku]) for group in data.sasaran),
        len(_COLUMNS),
    )


def _cells(item: BarisIku) -> tuple[Cell, ...]:
    texts = (
        item.satuan, item.penjelasan, item.formula, item.sumber_data, item.penanggung_jawab,
    )  # fmt: skip
    return (Cell(item.uraian), *(Cell(or_dash(text)) for text in texts))


def _target_blocks(data: PenetapanIku, *, is_kept: bool) -> tuple[Block, ...]:
    """Set the targets of the Renstra, the years across."""
    columns = (
        Column("No", 0.45, "center"),
        Column("Sasaran Strategis", 3.4),
        Column("Indikator Kinerja Utama", 3.4),
        Column("Satuan", 1.1, "center"),
        *(Column(str(tahun), 1.1, "decimal", "Target Tahun") for tahun in data.tahun),
    )
    groups = (
        (
            group.sasaran,
            [
                (
                    Cell(item.uraian),
                    Cell(or_dash(item.satuan)),
                    *(Cell(target.teks, number=target.nilai) for target in item.target),
                )
                for item in group.iku
            ],
        )
        for group in data.sasaran
    )
    rows = grouped_rows(groups, len(columns))
    title = Paragraph("Target Indikator Kinerja Utama", bold=True, keep_with_next=True)
    return (Spacer(3), title, Table(columns, rows, size=9, keep_with_next=is_kept))
