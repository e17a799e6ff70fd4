"""What all parts of an LKjIP share while its blocks are written: the report and its counters."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kinerja_desktop.documents.naskah.blocks import Block, Caption, Paragraph
from kinerja_desktop.documents.naskah.markdown import markdown_blocks
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LaporanLkjip
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi

#: Finds the bytes of a stored picture by its SHA-256; None when it is not there.
Gambar = Callable[[str], bytes | None]

_SMALL = 8.5
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
    def tahun(self) -> int:
        """The year of the report."""
        return self.analisis.bahan.tahun

    def sasaran_of(self, bagian: BagianTerisi) -> AnalisisSasaran | None:
        """Return the sasaran that a comparison stands below."""
        return self.analisis.find_sasaran(bagian.cetak.sasaran)

    def text(self, markdown: str) -> list[Block]:
        """Return the blocks of what was written in a section."""
        return list(markdown_blocks(markdown, self.gambar))

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


def note(text: str) -> Paragraph:
    """Return a small line below a table."""
    return Paragraph(text, size=_SMALL, space_after=1)
