"""What is said of a cell that cannot be taken as it stands, and where it is."""

from typing import Any

from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.exchange.workbook_cells import DoubtfulPercent, is_error

UNCOMPUTED = "rumus di sel ini belum pernah dihitung: buka dan simpan di Excel, atau ketik angkanya"


def describe_fault(field: Field, value: Any) -> str | None:
    """Return why a cell is not taken: its formula failed, or its percent is hardly meant.

    Args:
        field: what the cell is read as.
        value: as `Sheet.values` found it.
    """
    if value is not None and is_error(value):
        what = "angkanya" if field.kind.is_number else "isinya"
        return (
            f"{field.label}: rumus Excel di sel ini gagal ({value.strip()}): "
            f"ketik {what}, atau kosongkan selnya"
        )
    if isinstance(value, DoubtfulPercent):
        return (
            f"{field.label}: sel ini berformat persen dan tampil sebagai {value}, agaknya bukan "
            "itu maksudnya: ketik ulang angkanya di sel itu, misalnya 90%"
        )
    return None


def column_letter(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
