"""Pohon Kinerja, landscape: what brings about what, on as many sheets as stay legible.

`docs/sakip.md` §3.3.
"""

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Margins,
    Naskah,
    Paragraph,
    TreeBlock,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah, signature_block
from kinerja_desktop.domain.laporan.grafik import TreeChart
from kinerja_desktop.domain.laporan.kop import FINAL, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja

MARGINS = Margins(top=12, bottom=18, left=15, right=15)
#: What title lines take, and a signature with the line above it, in mm.
_TITLE, _SIGNATURE, _LEGEND = 17.0, 46.0, 7.0
_MEANING = (
    "Garis berarti sebab-akibat: yang di sebelah kanan mewujudkan yang di sebelah kirinya. "
    "Angka dalam kurung adalah target {tahun}."
)


def build_pohon_kinerja(data: PohonKinerja, pengesahan: Pengesahan, tanda: Tanda = FINAL) -> Naskah:
    """Lay out the tree with its title and the Camat's signature."""
    name = f"Pohon Kinerja {data.skpd} Tahun {data.tahun}"
    blocks: tuple[Block, ...] = (
        Heading(f"POHON KINERJA {data.skpd.upper()}", 0),
        Heading(f"TAHUN {data.tahun}", 0),
        *pohon_blocks(data, above=_TITLE, below=_SIGNATURE + _LEGEND),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=MARGINS, footer_note=name
    )


def pohon_blocks(data: PohonKinerja, *, above: float, below: float = _LEGEND) -> tuple[Block, ...]:
    """Return the tree and what its lines mean.

    Args:
        data: the tree.
        above: mm that are taken on the first page.
        below: mm that must stay free on the last page, the meaning of the lines included.
    """
    chart = TreeChart(f"Pohon Kinerja {data.skpd} Tahun {data.tahun}", data.tingkat, data.akar)
    meaning = Paragraph(_MEANING.format(tahun=data.tahun), size=8, italic=True)
    return (TreeBlock(chart, above, below), meaning)
