"""What a chart shows, as plain data.

`documents.charts` draws it on paper, `ui.grafik` on the screen: both the same figures and words.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A chart of Beranda is no tree, and needs nothing of the papers.
    from kinerja_desktop.domain.laporan.pohon_kinerja import SimpulKinerja


@dataclass(frozen=True)
class Bar:
    """One bar of a `BarChart`.

    Attributes:
        label: what was measured, such as the sasaran.
        value: its value in the chart's unit; ``None`` when there is no number.
        word: printed instead of a number, such as "belum diisi" or "tidak dapat dihitung".
    """

    label: str
    value: Decimal | None
    word: str = ""


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars with a line at the target, such as capaian per sasaran.

    Attributes:
        title: printed above the chart.
        bars: from top to bottom.
        target: where the target line stands; ``None`` for no line.
        unit: printed behind every value.
        digits: decimals that every value gets, as in the table beside it; ``None`` for as many as
            the finest has on the screen, and each its own on paper.
    """

    title: str
    bars: tuple[Bar, ...]
    target: Decimal | None = Decimal(100)
    unit: str = "%"
    digits: int | None = None


@dataclass(frozen=True)
class Series:
    """One line of a `TrendChart`; a year without a number is ``None`` and leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class TrendChart:
    """Lines over the years, such as target and realisasi of one indicator."""

    title: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True)
class Serapan:
    """Pagu and realisasi of one program in rupiah, and the serapan in % as already computed."""

    label: str
    pagu: Decimal
    realisasi: Decimal | None
    persen: Decimal | None


@dataclass(frozen=True)
class SerapanChart:
    """How much of each program's pagu has been spent."""

    title: str
    rows: tuple[Serapan, ...]


@dataclass(frozen=True)
class Gauge:
    """One overall number on a half circle, with its kategori in words.

    Attributes:
        title: printed above the gauge.
        value: the number in %; ``None`` when it cannot be computed.
        word: kategori, or the reason why there is no number.
        maximum: the right end of the scale; a larger value points there and is printed as it is.
    """

    title: str
    value: Decimal | None
    word: str
    maximum: Decimal = Decimal(120)


@dataclass(frozen=True)
class OrgBox:
    """A post in a struktur organisasi, with those below it.

    Attributes:
        lines: jabatan, nama, NIP; the first is bold.
    """

    lines: tuple[str, ...]
    children: "tuple[OrgBox, ...]" = ()


@dataclass(frozen=True)
class OrgChart:
    """The struktur organisasi as boxes joined by lines, the head of the office at the top."""

    title: str
    root: OrgBox


@dataclass(frozen=True)
class TreeChart:
    """One sheet of a Pohon Kinerja: boxes joined by lines, the outcome at the left.

    Attributes:
        title: printed above the chart; empty for none.
        tingkat: the levels that have a column, from left to right; the same on every sheet.
        akar: the boxes of this sheet.
    """

    title: str
    tingkat: tuple[str, ...]
    akar: "tuple[SimpulKinerja, ...]"


Chart = BarChart | TrendChart | SerapanChart | Gauge | OrgChart | TreeChart
