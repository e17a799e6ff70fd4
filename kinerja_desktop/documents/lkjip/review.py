"""Pernyataan Telah Direviu and Checklist Reviu (PermenPANRB 53/2014 III/1-2 and III/2-2)."""

from kinerja_desktop.documents.lkjip.cells import TOTAL_FILL, make_table
from kinerja_desktop.documents.lkjip.writer import Writer, note
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Paragraph,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.domain.lkjip.checklist import fill_checklist
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi

_TICK = "√"
_DOTS = "……………………"


def write_reviewed(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Write the statement in the words of the form, with lines for the Inspektur to fill in."""
    instansi = writer.analisis.bahan.instansi
    pemda = f"Pemerintah Kabupaten {instansi.kabupaten}"
    paragraphs = (
        f"Kami telah mereviu Laporan Kinerja instansi pemerintah Kecamatan {instansi.kecamatan} "
        f"{pemda} untuk tahun anggaran {writer.tahun} sesuai Pedoman Reviu atas Laporan Kinerja. "
        "Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung jawab manajemen "
        f"Kecamatan {instansi.kecamatan}.",
        "Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan "
        "secara akurat, andal, dan valid.",
        "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan "
        "dalam meyakini keandalan informasi yang disajikan di dalam laporan kinerja ini.",
    )
    signer = Signature(("Inspektur,",), "", ("NIP",), f"{instansi.tempat}, {_DOTS}")
    return [
        _title("PERNYATAAN TELAH DIREVIU"),
        _title(f"KECAMATAN {instansi.kecamatan.upper()}"),
        _title(f"TAHUN ANGGARAN {writer.tahun}"),
        Spacer(6),
        *(Paragraph(text, "justify", space_after=10) for text in paragraphs),
        Spacer(6),
        SignatureBlock(signer),
    ]


def write_checklist(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Write the checklist; what the data proves is ticked, the rest is left to a person."""
    rows: list[Row] = []
    before = ""
    for item in fill_checklist(writer.analisis, writer.laporan.bagian):
        if item.kelompok != before:
            before = item.kelompok
            head = Cell(item.kelompok, bold=True, col_span=3, fill=TOTAL_FILL)
            rows.append(Row((head,), keep_with_next=True))
        tick = Cell(_TICK if item.terjawab else "")
        rows.append(Row((Cell(str(item.nomor)), Cell(item.pernyataan), tick)))
    columns = (
        Column("No", 0.4, "center"), Column("Pernyataan", 5), Column("Check list", 0.9, "center"),
    )  # fmt: skip
    explained = f"{_TICK} terjawab dari data program; yang kosong diisi oleh pemeriksa."
    return [make_table(columns, rows), note(explained)]


def _title(text: str) -> Paragraph:
    return Paragraph(text, "center", bold=True, space_after=2)
