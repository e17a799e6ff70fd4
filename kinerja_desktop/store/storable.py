"""The last door before the database: no text goes in that a later door could not hold.

Entry, import and forms clean and bound their texts by `Field.parse`; this stands behind every
other way (letters, reasons, notes, the LKjIP's texts), found or still to come.
"""

from sqlalchemy import inspect

from kinerja_desktop.domain.angka.teks import make_storable
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.records import Record

MAX_TEXT = 200_000
"""Characters of one text, about a hundred printed pages: the longest is a section of the LKjIP."""


def keep_storable(row: Record) -> None:
    """Take out of a row's changed texts what no file, form or workbook can hold.

    Raises:
        KinerjaError: a text is longer than `MAX_TEXT`.
    """
    state = inspect(row)
    names = state.committed_state if state.persistent else state.mapper.columns.keys()
    for name in list(names):
        value = getattr(row, name)
        if not isinstance(value, str):
            continue
        if len(value) > MAX_TEXT:
            raise KinerjaError(
                f"Teksnya {len(value)} huruf, terlalu panjang untuk disimpan.",
                "Ringkaskan, atau lampirkan sebagai berkas.",
            )
        clean = make_storable(value)
        # Setting an attribute marks it as changed, so only where something was taken out.
        if clean != value:
            setattr(row, name, clean)
