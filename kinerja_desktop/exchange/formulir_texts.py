"""What stands in the cells of a form, and how high its rows must be."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.pengumpulan.lembar import BUKTI, RUPIAH, IndikatorDitanya
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.exchange.formulir_layout import KOLOM, Kolom, is_number

#: Points of a line of print, of a row that is written on with a pen, of the highest row.
LINE, _PEN, _HIGHEST = 12.5, 48.0, 400.0


def describe_indikator(item: IndikatorDitanya) -> str:
    """Return what is measured and what is to be entered, a line each."""
    parts = (
        item.definisi,
        f"Cara menghitung: {item.formula}" if item.formula else "",
        f"Pembilang: {item.pembilang}" if item.has_rasio else "",
        f"Penyebut: {item.penyebut}" if item.has_rasio else "",
        f"Isi dengan {item.cara}." if item.cara else "",
    )
    return "\n".join(part for part in parts if part)


def printed_style(kolom: Kolom) -> str:
    """Return the look of a cell that is only read."""
    if kolom.name in ("no", "rp_no", "satuan"):
        return "tengah"
    return "kanan" if kolom.name in ("target", "lalu", "rp_pagu", "rp_lalu") else "cetak"


def label_of(name: str) -> str:
    """Return what people call a cell to fill in."""
    known = {kolom.name: kolom.judul for kolom in KOLOM} | {"rupiah": RUPIAH.label}
    return known.get(name, BUKTI.label)


def as_number(wanted: Field, value: Any) -> Any:
    """Return a figure as a number where it is one; everything else stays as it is."""
    if not isinstance(value, str) or not is_number(wanted):
        return value if value != "" else None
    try:
        parsed = wanted.parse(value, copied=True)
    except ValueError:
        return value
    return parsed if isinstance(parsed, Decimal) or parsed is None else value


def row_height(shown: Sequence[tuple[Any, int]], least: float = _PEN) -> float:
    """Return the height of a row in points, by the texts in it and the widths of their columns."""
    lines = max(
        (
            sum(1 + len(line) // max(width - 1, 1) for line in str(text).split("\n"))
            for text, width in shown
            if isinstance(text, str)
        ),
        default=1,
    )
    return min(max(lines * LINE + 4, least), _HIGHEST)
