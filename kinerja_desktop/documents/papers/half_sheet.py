"""How high a kop and plain tables stand, reckoned before pages are made: for forms on half a sheet.

Every other paper leaves that to its renderer, which breaks the page where it is full; two forms on
one page, cut in the middle, must know it before (`docs/sakip.md` §9, *Lembar Disposisi*).
"""

from collections.abc import Sequence

from kinerja_desktop.documents.naskah.blocks import Letterhead, LetterheadLine
from kinerja_desktop.documents.naskah.cell_places import cell_places
from kinerja_desktop.documents.naskah.tables import Column, Table
from kinerja_desktop.documents.pictures.photos import picture_size
from kinerja_desktop.documents.typeset import Style, TextBox, set_text

#: Points in a millimetre.
MM = 72 / 25.4
#: What the pages put around the text of a cell, and below the last line of a kop with its rules.
_PAD_X, _PAD_Y, _BELOW_KOP = 3.0, 2.5, 9.0
#: Points between a logo and the lines beside it.
_LOGO_GAP = 8.0


def kop_height(kop: Letterhead, width: float) -> float:
    """Return how high a kop stands in points, with its rules.

    Args:
        kop: its lines and logo.
        width: of the text on the page, in points.
    """
    logo_width, logo_height = _logo_size(kop, width)
    beside = logo_width + _LOGO_GAP if logo_width else 0
    longest = max((_set(line, 10_000).lines[0].width for line in kop.lines), default=0)
    # Centred on the page where the white at the right can be as wide as the logo.
    room = width - (2 if longest <= width - 2 * beside else 1) * beside
    return max(sum(_set(line, room).height for line in kop.lines), logo_height) + _BELOW_KOP


def _logo_size(kop: Letterhead, width: float) -> tuple[float, float]:
    if not kop.logo:
        return 0, 0
    across, up = picture_size(kop.logo)
    logo_width = min(kop.logo_height * MM * across / up, width / 3)
    return logo_width, logo_width * up / across


def _set(line: LetterheadLine, room: float) -> TextBox:
    return set_text(line.text, room, Style(line.size, "center", line.bold))


def table_height(table: Table, width: float) -> float:
    """Return how high a table without a head stands in points; its cells span columns only.

    Args:
        table: with a size of its own.
        width: of the text on the page, in points.
    """
    assert table.size
    assert not table.has_head
    heights = [row.min_height * MM for row in table.rows]
    for place in cell_places(table.rows, len(table.columns)):
        columns = table.columns[place.column : place.column_end]
        box = set_text(
            place.cell.text,
            _share(columns, table.columns) * width - 2 * _PAD_X,
            Style(table.size, bold=place.cell.bold),
        )
        heights[place.row] = max(heights[place.row], box.height + 2 * _PAD_Y)
    return sum(heights)


def _share(some: Sequence[Column], columns: Sequence[Column]) -> float:
    return sum(column.weight for column in some) / sum(column.weight for column in columns)
