"""Lay out the papers of collecting data (`docs/sakip.md` §9, §11.3)."""

from collections.abc import Sequence

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Rule,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import (
    letterhead,
    make_naskah,
    signature,
    signature_block,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.pengumpulan import (
    DaftarTerima,
    NotaDinas,
    RiwayatPengumpulan,
)

_DOTS = "." * 40
_INDENT = 12.5
#: Share of the width that a running number takes.
_NO = 0.07
#: mm for a signature or a paraf by hand.
_HAND = 11.0
_WIDE = Margins(top=15, bottom=18, left=20, right=15)


def build_nota_dinas(notes: Sequence[NotaDinas], title: str) -> Naskah:
    """Lay out one nota dinas, or several, each on a page of its own.

    Args:
        notes: at least one.
        title: of the file.
    """
    blocks: list[Block] = []
    for number, note in enumerate(notes):
        if number:
            blocks.append(PageBreak())
        blocks += _nota_dinas(note)
    return make_naskah(title, tuple(blocks), notes[0].tanda, is_paged=False)


def _nota_dinas(data: NotaDinas) -> tuple[Block, ...]:
    facts = [
        ("Yth.", "\n".join(data.yth)),
        ("Dari", data.dari),
        ("Tembusan", ", ".join(data.tembusan) or "-"),
        ("Tanggal", data.tanggal),
        ("Nomor", data.nomor or _DOTS),
        ("Sifat", data.sifat),
        ("Lampiran", data.lampiran),
        ("Hal", data.hal),
    ]
    table: tuple[Block, ...] = ()
    if data.kepala:
        rest = (1 - _NO) / (len(data.kepala) - 1)
        columns = tuple(
            Column(text, _NO if not place else rest, "center" if not place else "left")
            for place, text in enumerate(data.kepala)
        )
        rows = tuple(Row(tuple(Cell(text) for text in line)) for line in data.baris)
        table = (Table(columns, rows, size=10), Spacer(3))
    return (
        letterhead(data.kop),
        Heading("NOTA DINAS", 0),
        Spacer(2),
        KeyValues(tuple(facts), label_width=28),
        Rule(),
        Spacer(2),
        *(Paragraph(text, "justify", first_indent=_INDENT) for text in data.alinea),
        *table,
        *(
            Paragraph(text, "justify", first_indent=_INDENT, keep_with_next=True)
            for text in data.penutup
        ),
        SignatureBlock(signature(data.penanda)),
    )


def build_daftar_terima(data: DaftarTerima) -> Naskah:
    """Lay out the receipt list of forms, with room for a signature on each line."""
    columns = (
        Column("No", 0.5, "center"),
        Column("Pemegang data", 3),
        Column("Berkas formulir", 3.4),
        Column("Dikirim", 1.6),
        Column("Kembali", 1.6),
        Column("Keadaan", 1.8),
        Column("Tanda tangan", 1.8),
    )
    rows = tuple(
        Row(
            (
                Cell(f"{number}."), Cell(row.pemegang), Cell(row.berkas), Cell(row.dikirim),
                Cell(row.masuk), Cell(row.keadaan), Cell(),
            ),
            min_height=_HAND,
        )
        for number, row in enumerate(data.baris, start=1)
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        letterhead(data.kop),
        Heading("DAFTAR PENERIMAAN FORMULIR DATA KINERJA", 0),
        Paragraph(data.periode, "center"),
        Spacer(2),
        KeyValues((("Batas waktu", data.tenggat),)),
        Table(columns, rows, size=9, keep_with_next=True),
        signature_block(data.pengesahan, data.tanda),
    )
    title = "Daftar Penerimaan Formulir"
    return make_naskah(title, blocks, data.tanda, landscape=True, margins=_WIDE)


def build_riwayat_pengumpulan(data: RiwayatPengumpulan) -> Naskah:
    """Lay out the log of collecting the data of a period."""
    columns = (
        Column("No", 0.5, "center"),
        Column("Waktu", 1.7),
        Column("Kejadian", 1.7),
        Column("Pemegang data", 2.8),
        Column("Berkas", 3.2),
        Column("Keterangan", 3.2),
    )
    rows = tuple(
        Row(
            tuple(
                Cell(text)
                for text in (
                    f"{number}.", row.waktu, row.kejadian, row.pemegang, row.berkas, row.isi,
                )
            )
        )
        for number, row in enumerate(data.baris, start=1)
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        letterhead(data.kop),
        Heading("RIWAYAT PENGUMPULAN DATA KINERJA", 0),
        Paragraph(data.periode, "center"),
        Spacer(2),
        KeyValues(data.ringkasan),
        Table(columns, rows, size=9, keep_with_next=True),
        signature_block(data.pengesahan, data.tanda),
    )
    title = "Riwayat Pengumpulan Data"
    return make_naskah(title, blocks, data.tanda, landscape=True, margins=_WIDE, footer_note=title)
