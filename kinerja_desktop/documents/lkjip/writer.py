"""What all parts of an LKjIP share while its blocks are written: the report and its counters."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from kinerja_desktop.documents.naskah.blocks import Block, Caption, ImageBlock, Paragraph
from kinerja_desktop.documents.naskah.markdown import markdown_blocks
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LaporanLkjip
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi

#: Finds the bytes of a stored picture by its SHA-256; None when it is not there.
Gambar = Callable[[str], bytes | None]

_SMALL = 8.5
_LONGEST_TITLE, _LONGEST_INTRO = 150, 300
_TYPED_NUMBER = re.compile(r"^tabel\s+[\d.]*\s*[:.]?\s*", re.IGNORECASE)
_NAMES = {"tabel": "Tabel", "gambar": "Gambar"}


@dataclass
class Writer:
    """Writes the blocks of one report.

    Attributes:
        laporan: what is reported.
        gambar: finds pictures.
        tanda: marks, kode and paper of the report.
        bab: number of the present chapter, which numbers of tables begin with; "" before Bab I,
            and the letter of a lampiran.
    """

    laporan: LaporanLkjip
    gambar: Gambar
    tanda: Tanda
    bab: str = ""
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def analisis(self) -> AnalisisLkjip:
        """The figures of the seven comparisons that tables and sentences tell."""
        return self.laporan.analisis

    @property
    def edisi(self) -> Edisi:
        """By which edition the report is printed."""
        return self.laporan.beku.edisi

    @property
    def tahun(self) -> int:
        """The year of the report."""
        return self.analisis.bahan.tahun

    def sasaran_of(self, bagian: BagianTerisi) -> AnalisisSasaran | None:
        """Return the sasaran that a comparison stands below."""
        return self.analisis.find_sasaran(bagian.cetak.sasaran)

    def text(self, markdown: str, judul: str) -> list[Block]:
        """Return the blocks of what was written in a section.

        Its tables and pictures are numbered with all others: a table is named by the bold line
        above it, a picture by its caption, both else by the section's heading.
        """
        blocks = list(markdown_blocks(markdown, self.gambar))
        if self.edisi is Edisi.SATU:
            return blocks
        numbered: list[Block] = []
        for place, block in enumerate(_with_their_lists(blocks)):
            before = numbered[-1] if numbered else None
            match block:
                case Table():
                    title = _title_above(before)
                    if title:
                        numbered.pop()
                    numbered += self.table(title or judul, block) or [block]
                case ImageBlock():
                    numbered += self.figure(block.alt or judul, block)
                case Paragraph() if place and _is_caption(blocks[place - 1], block):
                    pass
                case _:
                    numbered.append(block)
        return numbered

    def table(self, title: str, table: Table) -> list[Block]:
        """Return a table below its numbered caption; nothing for a table without rows."""
        return [self._caption("tabel", title), table] if table.rows else []

    def figure(self, title: str, block: Block) -> list[Block]:
        """Return a picture or chart above its numbered caption."""
        return [block, self._caption("gambar", title)]

    def _caption(self, kind: Literal["tabel", "gambar"], title: str) -> Caption:
        key = (kind, self.bab)
        self._counts[key] = self._counts.get(key, 0) + 1
        number = ".".join(part for part in (self.bab, str(self._counts[key])) if part)
        return Caption(f"{_NAMES[kind]} {number} {title}", kind)


def _with_their_lists(blocks: list[Block]) -> list[Block]:
    """Keep a short line that ends with a colon on the page of what it introduces."""
    return [
        replace(block, keep_with_next=True)
        if isinstance(block, Paragraph)
        and place < len(blocks) - 1
        and not block.label
        and plain(block.text).rstrip().endswith(":")
        and len(plain(block.text)) < _LONGEST_INTRO
        else block
        for place, block in enumerate(blocks)
    ]


def _title_above(block: Block | None) -> str:
    """Return the bold line above a table without the number that the office typed; else nothing."""
    if not isinstance(block, Paragraph) or block.label or isinstance(block.text, str):
        return ""
    words = plain(block.text).strip()
    is_bold = all(run.bold for run in block.text if run.text.strip())
    if not is_bold or not words or "\n" in words or len(words) > _LONGEST_TITLE:
        return ""
    return _TYPED_NUMBER.sub("", words)


def _is_caption(picture: Block, block: Paragraph) -> bool:
    """Tell whether a line is what the Markdown prints below a picture as its caption."""
    if not isinstance(picture, ImageBlock) or not picture.alt:
        return False
    return block.italic and plain(block.text) == picture.alt


def note(text: str) -> Paragraph:
    """Return a small line below a table."""
    return Paragraph(text, size=_SMALL, space_after=1)
