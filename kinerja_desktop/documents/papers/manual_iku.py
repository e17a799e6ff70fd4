"""Manual IKU: a page for each indicator, what is missing as lines to write on.

`docs/sakip.md` §3.1.
"""

from collections.abc import Iterator

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.kop import FINAL, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.manual_iku import BARIS, LembarIku, ManualIku

_MARGINS = Margins(top=20, bottom=20, left=25, right=20)
_LINE = "." * 60
_COLUMNS = (Column("No", 0.35, "center"), Column("Uraian", 2), Column("Keterangan", 4.6))


def build_manual_iku(data: ManualIku, pengesahan: Pengesahan, tanda: Tanda = FINAL) -> Naskah:
    """Lay out the sheets, upright; the Camat signs below the last."""
    blocks: list[Block] = []
    for number, lembar in enumerate(data.lembar, start=1):
        is_last = number == len(data.lembar)
        blocks += _sheet(data, lembar, number, is_last=is_last)
    name = f"Manual IKU {data.skpd} {data.masa.removeprefix('TAHUN ')}"
    return make_naskah(
        name,
        (*blocks, signature_block(pengesahan, tanda)),
        tanda,
        font_size=10.5,
        margins=_MARGINS,
        footer_note=name,
    )


def _sheet(data: ManualIku, lembar: LembarIku, number: int, *, is_last: bool) -> Iterator[Block]:
    if number > 1:
        yield PageBreak()
    yield Heading("MANUAL INDIKATOR KINERJA UTAMA", 0)
    yield Heading(data.skpd.upper(), 0)
    yield Heading(data.masa, 0)
    yield Spacer(3)
    title = f"IKU {number} dari {len(data.lembar)}" + (f" – {lembar.kode}" if lembar.kode else "")
    yield Paragraph(title, bold=True, keep_with_next=True)
    rows = tuple(
        Row((Cell(str(place)), Cell(words), Cell(lembar.isi.get(key) or _LINE)))
        for place, (key, words) in enumerate(BARIS.items(), start=1)
    )
    yield Table(_COLUMNS, rows, keep_with_next=is_last and not data.tahun)
    yield Spacer(3)
    yield Paragraph("Target", bold=True, keep_with_next=True)
    columns = tuple(Column(str(tahun), 1, "center", "Target Tahun") for tahun in data.tahun)
    target = tuple(Cell(item.teks, number=item.nilai) for item in lembar.target)
    yield Table(columns, (Row(target),), keep_with_next=is_last)
