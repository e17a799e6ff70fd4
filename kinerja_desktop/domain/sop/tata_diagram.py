"""The flowchart of an SOP in lengths: where each symbol and line lies, for paper and screen alike.

x runs to the right, y downwards; the unit is the caller's (points on paper, pixels on screen).
All sizes follow from `satuan`, about the size of the type. The room within a row is shared out so
that no line runs through a symbol: symbols stand in the middle, level lines from row to row in
the white above and below them, and ways back in the white beside them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.sop.diagram import Alir, Baris, Diagram, Kembali, Lambang, Simbol
from kinerja_desktop.domain.sop.langkah import Keterlibatan

Titik = tuple[float, float]

# In satuan: heights of the symbols, and distances of lines from the edges of row and column.
_TINGGI = {Simbol.KAPSUL: 1.9, Simbol.KOTAK: 1.9, Simbol.BELAH_KETUPAT: 2.8, Simbol.SEGI_LIMA: 1.7}
_TINGGI_KECIL = 1.1
_LEBAR_SEGI_LIMA = 1.5
_SALURAN = 0.45
_SALURAN_BAWAH = 0.95
# Shares of the column's width.
_LEBAR = {Simbol.KAPSUL: 0.58, Simbol.KOTAK: 0.54, Simbol.BELAH_KETUPAT: 0.52}
_LEBAR_KECIL = 0.3
_JALUR, _ANTAR_JALUR = 0.065, 0.055
# More lanes beside each other would run through the symbols.
_JALUR_TERAKHIR = 2
# The widest a main symbol gets, in satuan: wide columns need no wide symbols.
_LEBAR_MAKS = 6.0

#: Height of the band for segi lima, in satuan.
TINGGI_PITA = 2.6
_TINGGI_BARIS, _TINGGI_BARIS_KEPUTUSAN = 3.8, 5.0


@dataclass(frozen=True)
class Bentuk:
    """A symbol with its middle at (x, y).

    Attributes:
        sequence: of its step; 0 for a segi lima.
        is_ringan: drawn lighter, because this peran does not do the step.
        teks: stands in it; an asterisk means that the step's pelaksana or its decision was
            deduced and is not confirmed.
    """

    simbol: Simbol
    x: float
    y: float
    lebar: float
    tinggi: float
    sequence: int = 0
    teks: str = ""
    is_ringan: bool = False

    @property
    def kiri(self) -> float:
        """The x of its left edge."""
        return self.x - self.lebar / 2

    @property
    def kanan(self) -> float:
        """The x of its right edge."""
        return self.x + self.lebar / 2

    @property
    def atas(self) -> float:
        """The y of its upper edge."""
        return self.y - self.tinggi / 2

    @property
    def bawah(self) -> float:
        """The y of its lower edge."""
        return self.y + self.tinggi / 2

    def sudut(self) -> tuple[Titik, ...]:
        """Return the corners of the shapes that have corners."""
        match self.simbol:
            case Simbol.BELAH_KETUPAT:
                return (
                    (self.x, self.atas), (self.kanan, self.y),
                    (self.x, self.bawah), (self.kiri, self.y),
                )  # fmt: skip
            case Simbol.SEGI_LIMA:
                shoulder = self.atas + 0.6 * self.tinggi
                return (
                    (self.kiri, self.atas), (self.kanan, self.atas), (self.kanan, shoulder),
                    (self.x, self.bawah), (self.kiri, shoulder),
                )  # fmt: skip
        return (
            (self.kiri, self.atas), (self.kanan, self.atas),
            (self.kanan, self.bawah), (self.kiri, self.bawah),
        )  # fmt: skip


@dataclass(frozen=True)
class Garis:
    """A line through points, each level or upright, perhaps with an arrow head at its end."""

    titik: tuple[Titik, ...]
    is_panah: bool = True
    is_ringan: bool = False


@dataclass(frozen=True)
class Tulisan:
    """A word beside a line, with its baseline at y; `is_kanan` when it ends at x."""

    teks: str
    x: float
    y: float
    is_kanan: bool = False


@dataclass(frozen=True)
class TataDiagram:
    """All that is drawn on one page."""

    bentuk: tuple[Bentuk, ...]
    garis: tuple[Garis, ...]
    tulisan: tuple[Tulisan, ...]


@dataclass(frozen=True)
class Bidang:
    """Where the rows of one page lie.

    Attributes:
        kolom: x of the edges of the columns, one more than there are columns.
        baris: upper and lower edge of each row on the page.
        awal: the plan's number of the first row on the page.
        satuan: about the size of the type.
        pita_atas: middle of the band for segi lima above the rows; unused on the first page.
        pita_bawah: the same below the rows; unused on the last page.
    """

    kolom: Sequence[float]
    baris: Sequence[tuple[float, float]]
    awal: int
    satuan: float
    pita_atas: float = 0.0
    pita_bawah: float = 0.0


def min_tinggi(baris: Baris) -> float:
    """Return the least height of a row, in satuan."""
    is_decision = baris.utama.simbol is Simbol.BELAH_KETUPAT
    return _TINGGI_BARIS_KEPUTUSAN if is_decision else _TINGGI_BARIS


def lay_out_diagram(
    diagram: Diagram, bidang: Bidang, huruf: Mapping[Alir | Kembali, str] | None = None
) -> TataDiagram:
    """Lay out the part of a plan that stands on one page.

    Args:
        diagram: the plan.
        bidang: where its columns and the rows of this page lie.
        huruf: letters of the ways that cross pages (`diagram.name_segi_lima`).
    """
    return _Penggambar(diagram, bidang, huruf or {}).draw()


class _Penggambar:
    """Collects the shapes, lines and words of one page."""

    def __init__(
        self, diagram: Diagram, bidang: Bidang, huruf: Mapping[Alir | Kembali, str]
    ) -> None:
        self.diagram = diagram
        self.bidang = bidang
        self.huruf = huruf
        self.bentuk: list[Bentuk] = []
        self.garis: list[Garis] = []
        self.tulisan: list[Tulisan] = []
        last = bidang.awal + len(bidang.baris)
        self.shapes = {n: self._row(n, diagram.baris[n]) for n in range(bidang.awal, last)}

    def draw(self) -> TataDiagram:
        for n, shapes in self.shapes.items():
            self.bentuk += shapes.values()
            self._join(n, self.diagram.baris[n])
        for way in self.diagram.alir:
            self._draw_on(way)
        for back in self.diagram.kembali:
            self._draw_back(back)
        return TataDiagram(tuple(self.bentuk), tuple(self.garis), tuple(self.tulisan))

    def _middle(self, column: int) -> float:
        return (self.bidang.kolom[column] + self.bidang.kolom[column + 1]) / 2

    def _edges(self, row: int) -> tuple[float, float]:
        return self.bidang.baris[row - self.bidang.awal]

    def _main(self, row: int) -> Bentuk:
        return self.shapes[row][self.diagram.baris[row].utama.kolom]

    def _row(self, n: int, row: Baris) -> dict[int, Bentuk]:
        """Place the symbols of a row, by column."""
        top, bottom = self._edges(n)
        return {
            lambang.kolom: self._place(row, lambang, (top + bottom) / 2) for lambang in row.lambang
        }

    def _place(self, row: Baris, lambang: Lambang, y: float) -> Bentuk:
        unit = self.bidang.satuan
        width = self.bidang.kolom[lambang.kolom + 1] - self.bidang.kolom[lambang.kolom]
        if lambang.is_utama:
            size = (
                min(_LEBAR[lambang.simbol] * width, _LEBAR_MAKS * unit),
                _TINGGI[lambang.simbol] * unit,
            )
        else:
            size = min(_LEBAR_KECIL * width, _LEBAR_MAKS / 2 * unit), _TINGGI_KECIL * unit
        mark = "*" if lambang.is_utama and row.is_disimpulkan else ""
        return Bentuk(
            lambang.simbol,
            self._middle(lambang.kolom),
            y,
            *size,
            sequence=row.sequence,
            teks=lambang.teks + mark,
            is_ringan=lambang.sebagai is not Keterlibatan.PELAKSANA,
        )

    def _join(self, n: int, row: Baris) -> None:
        """Draw the level lines from the main symbol outwards, from one to the next."""
        shapes, middle = self.shapes[n], row.utama.kolom
        for side in (-1, 1):
            before = shapes[middle]
            outwards = sorted(
                (item for item in row.lain if (item.kolom - middle) * side > 0),
                key=lambda item: abs(item.kolom - middle),
            )
            for item in outwards:
                shape = shapes[item.kolom]
                ends = (before.kanan, shape.kiri) if side > 0 else (before.kiri, shape.kanan)
                points = ((ends[0], before.y), (ends[1], shape.y))
                is_handed = item.sebagai is Keterlibatan.PENERIMA
                is_light = item.sebagai is Keterlibatan.MENDAMPINGI
                self.garis.append(Garis(points, is_panah=is_handed, is_ringan=is_light))
                before = shape

    def _draw_on(self, way: Alir) -> None:
        """Draw the way from a row to the next, or its two halves on two pages."""
        x = self._middle(way.kolom)
        aim = self._middle(self.diagram.baris[way.dari + 1].utama.kolom)
        is_here, is_next_here = way.dari in self.shapes, way.dari + 1 in self.shapes
        if is_here:
            start = (x, self.shapes[way.dari][way.kolom].bawah)
            if way.label:
                self._label_ya(way, start, is_left=aim > x and is_next_here)
        if is_here and is_next_here:
            channel = self._edges(way.dari)[1] - _SALURAN * self.bidang.satuan
            end = (aim, self._main(way.dari + 1).atas)
            bend = () if aim == x else ((x, channel), (aim, channel))
            self.garis.append(Garis((start, *bend, end)))
        elif is_here:
            sign = self._segi_lima(way, x, self.bidang.pita_bawah)
            self.garis.append(Garis((start, (x, sign.atas))))
        elif is_next_here:
            sign = self._segi_lima(way, aim, self.bidang.pita_atas)
            self.garis.append(Garis(((aim, sign.bawah), (aim, self._main(way.dari + 1).atas))))

    def _label_ya(self, way: Alir, start: Titik, *, is_left: bool) -> None:
        unit = self.bidang.satuan
        x = start[0] + (-0.3 if is_left else 0.3) * unit
        self.tulisan.append(Tulisan(way.label, x, start[1] + 0.62 * unit, is_kanan=is_left))

    def _draw_back(self, way: Kembali) -> None:
        """Draw a way back, or its two halves on two pages."""
        is_here, is_aim_here = way.dari in self.shapes, way.ke in self.shapes
        lane = self._lane(way)
        start = self._leave(way, lane) if is_here else ()
        end = self._arrive(way, lane) if is_aim_here else ()
        if is_here and not is_aim_here:
            sign = self._segi_lima(way, lane, self.bidang.pita_atas)
            end = ((lane, sign.bawah),)
        elif is_aim_here and not is_here:
            sign = self._segi_lima(way, lane, self.bidang.pita_bawah)
            start = ((lane, sign.atas),)
        if start:
            self.garis.append(Garis((*start, *end)))

    def _lane(self, way: Kembali) -> float:
        column = self.diagram.baris[way.dari].utama.kolom
        left, right = self.bidang.kolom[column], self.bidang.kolom[column + 1]
        share = _JALUR + min(way.jalur, _JALUR_TERAKHIR) * _ANTAR_JALUR
        inset = share * (right - left)
        return right - inset if way.is_kanan else left + inset

    def _leave(self, way: Kembali, lane: float) -> tuple[Titik, ...]:
        """Return the points from the decision to the lane, and write the word there."""
        unit, shape = self.bidang.satuan, self._main(way.dari)
        inner = lane + (-0.25 if way.is_kanan else 0.25) * unit
        if way.is_bawah:
            x = shape.x + (0.25 if way.is_kanan else -0.25) * shape.lebar
            y = self._edges(way.dari)[1] - _SALURAN_BAWAH * unit
            self.tulisan.append(Tulisan(way.label, inner, y - 0.2 * unit, is_kanan=way.is_kanan))
            return (x, shape.y + 0.25 * shape.tinggi), (x, y), (lane, y)
        tip = shape.kanan if way.is_kanan else shape.kiri
        self.tulisan.append(Tulisan(way.label, inner, shape.y - 0.8 * unit, is_kanan=way.is_kanan))
        return (tip, shape.y), (lane, shape.y)

    def _arrive(self, way: Kembali, lane: float) -> tuple[Titik, ...]:
        """Return the points from the lane to the top of the symbol it leads to."""
        shape = self._main(way.ke)
        y = self._edges(way.ke)[0] + _SALURAN * self.bidang.satuan
        return (lane, y), (shape.x, y), (shape.x, shape.atas)

    def _segi_lima(self, way: Alir | Kembali, x: float, y: float) -> Bentuk:
        unit = self.bidang.satuan
        sign = Bentuk(
            Simbol.SEGI_LIMA, x, y, _LEBAR_SEGI_LIMA * unit, _TINGGI[Simbol.SEGI_LIMA] * unit,
            teks=self.huruf[way],
        )  # fmt: skip
        if sign not in self.bentuk:
            self.bentuk.append(sign)
        return sign
