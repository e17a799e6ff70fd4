"""Surat pengantar and tanda terima for what goes to Bappeda (`docs/sakip.md` §9)."""

from dataclasses import replace

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Naskah,
    Paragraph,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterhead, make_naskah, signature
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from kinerja_desktop.domain.laporan.kop import Penandatangan
from kinerja_desktop.domain.laporan.surat import ButirKiriman, SuratPengantar, TandaTerima

_DOTS = "." * 40
# Left half of the paper; the addressee begins right of its middle.
_RIGHT_HALF = 85.0


def build_surat_pengantar(data: SuratPengantar) -> Naskah:
    """Lay out a surat pengantar, upright."""
    blocks: tuple[Block, ...] = (
        letterhead(data.kop),
        Paragraph(data.tempat_tanggal, indent=_RIGHT_HALF),
        Spacer(2),
        Paragraph(data.yth, label="Yth.", hang=10, space_after=0),
        Paragraph("di", indent=10, space_after=0),
        Paragraph(data.di, indent=17),
        Spacer(6),
        Heading("SURAT PENGANTAR", 0),
        Paragraph(f"Nomor: {data.nomor or _DOTS}", "center"),
        Spacer(4),
        _table("Naskah Dinas/Barang yang Dikirim", data.kiriman),
        Spacer(3),
        Paragraph(f"Diterima tanggal {data.diterima_tanggal or _DOTS}", keep_with_next=True),
        SignatureBlock(signature(data.pengirim), receiver(data.penerima)),
    )
    return make_naskah("Surat Pengantar", blocks, data.tanda, is_paged=False)


def build_tanda_terima(data: TandaTerima) -> Naskah:
    """Lay out a tanda terima, upright."""
    facts = [("Telah diterima dari", data.dari), ("Untuk", data.untuk)]
    facts.append(("Hari/tanggal", data.hari_tanggal or _DOTS))
    number: tuple[Block, ...] = ()
    if data.nomor:
        number = (Paragraph(f"Nomor: {data.nomor}", "center"),)
    remark: tuple[Block, ...] = ()
    if data.catatan:
        remark = (Spacer(2), Paragraph(data.catatan, keep_with_next=True))
    blocks: tuple[Block, ...] = (
        letterhead(data.kop),
        Heading("TANDA TERIMA", 0),
        *number,
        Spacer(4),
        KeyValues(tuple(facts)),
        _table("Dokumen/Berkas yang Diterima", data.kiriman),
        *remark,
        SignatureBlock(signature(data.penyerah, data.tempat_tanggal), receiver(data.penerima)),
    )
    return make_naskah("Tanda Terima", blocks, data.tanda, is_paged=False)


def receiver(penerima: Penandatangan) -> Signature:
    """Leave dotted lines for what the receiver writes by hand (`docs/sakip.md` §9)."""
    lines = signature(penerima)
    if penerima.nama:
        return lines
    return replace(lines, below=(f"NIP {_DOTS}", f"No. Telepon {_DOTS}"))


def _table(what: str, kiriman: tuple[ButirKiriman, ...]) -> Table:
    columns = (
        Column("No", 0.5, "center"),
        Column(what, 4),
        Column("Banyaknya", 1.5, "center"),
        Column("Keterangan", 2.6),
    )
    rows = (
        Row((Cell(f"{number}."), Cell(item.nama), Cell(item.banyaknya), Cell(item.keterangan)))
        for number, item in enumerate(kiriman, start=1)
    )
    return Table(columns, tuple(rows), size=10, keep_with_next=True)
