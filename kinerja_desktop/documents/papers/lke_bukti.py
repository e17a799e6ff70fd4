"""Daftar bukti LKE: by criterion what is there, what is missing, and who can supply it."""

from collections.abc import Iterable

from kinerja_desktop.documents.naskah.blocks import KeyValues, Margins, Naskah, Spacer
from kinerja_desktop.documents.naskah.office_parts import make_naskah
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import title_blocks
from kinerja_desktop.domain.laporan.kop import FINAL, Tanda
from kinerja_desktop.domain.laporan.lke import BuktiKriteria, DaftarBukti

_COLUMNS = (
    Column("Kode", 0.6),
    Column("Kriteria", 3.2),
    Column("Jawaban", 0.75, "center"),
    Column("Bukti yang ada", 3.6),
    Column("Yang masih kurang", 3.0),
    Column("Dapat diminta dari", 1.5),
)


def build_daftar_bukti(data: DaftarBukti, tanda: Tanda = FINAL) -> Naskah:
    """Lay out the listing, landscape, without a signature: it is a guide to the pack."""
    name = f"Daftar Bukti LKE {data.skpd} Tahun {data.tahun}"
    proved = sum(bool(item.ada) for item in data.kriteria)
    files = sum(len(item.ada) for item in data.kriteria)
    head = (
        ("Kriteria dengan bukti", f"{proved} dari {len(data.kriteria)}"),
        ("Jumlah berkas", str(files)),
        ("Kriteria", data.lembar),
    )
    rows = tuple(_row(item) for item in data.kriteria)
    titles = ("DAFTAR BUKTI LEMBAR KERJA EVALUASI", data.skpd.upper(), f"TAHUN {data.tahun}")
    blocks = (
        *title_blocks(titles, attached=False),
        Spacer(2),
        KeyValues(head),
        Spacer(2),
        Table(_COLUMNS, rows, size=8),
    )
    margins = Margins(top=15, bottom=18, left=15, right=15)
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=margins, footer_note=name
    )


def _row(item: BuktiKriteria) -> Row:
    present = _lines(f"{nama} ({keterangan})" for nama, keterangan in item.ada)
    missing = _lines(item.kurang)
    return Row(
        (
            Cell(item.kode),
            Cell(item.uraian),
            Cell(item.jawaban or "belum dijawab", italic=not item.jawaban),
            Cell(present or "belum ada", italic=not present),
            Cell(missing or "–"),
            Cell(item.pemasok if missing else "–"),
        )
    )


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
