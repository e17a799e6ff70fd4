"""The last door before the database: nothing goes in that a later door could not hold.

Entry, import and forms clean and bound what they take by `Field.parse`; this stands behind every
other way (services that are handed values, letters, reasons, notes, the LKjIP's texts), found or
still to come. The limits are those of `docs/architecture.md` §4.9.
"""

from collections.abc import Mapping

from sqlalchemy import inspect
from sqlalchemy.orm import object_session

from kinerja_desktop.domain.angka.teks import make_storable
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.domain.sections.limits import require_value
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.records import Record
from kinerja_desktop.store.row_locks import TAKES_BACK

MAX_TEXT = 200_000
"""Characters of one text, about a hundred printed pages: the longest is a section of the LKjIP."""

_FIELDS: Mapping[str, Mapping[str, Field]] = {
    key: {field.name: field for field in section.fields} for key, section in SECTIONS.items()
}


def keep_storable(row: Record) -> None:
    """Take out of a row's changed texts what no file, form or workbook can hold, and bound it.

    Raises:
        KinerjaError: a text is too long, or a number cannot be measured or printed.
    """
    state = inspect(row)
    session = object_session(row)
    names = state.committed_state if state.persistent else state.mapper.columns.keys()
    # What was there before the limits may come back by undoing.
    is_bounded = session is None or not session.info.get(TAKES_BACK)
    fields = _FIELDS.get(str(row.__tablename__), {}) if is_bounded else {}
    for name in list(names):
        value = getattr(row, name)
        if isinstance(value, str):
            value = _keep_text(row, name, value)
        if name in fields:
            try:
                require_value(fields[name], value)
            except ValueError as error:
                raise KinerjaError(f"{error}.") from error


def _keep_text(row: Record, name: str, value: str) -> str:
    if len(value) > MAX_TEXT:
        raise KinerjaError(
            f"Teksnya {len(value)} huruf, terlalu panjang untuk disimpan.",
            "Ringkaskan, atau lampirkan sebagai berkas.",
        )
    clean = make_storable(value)
    # Setting an attribute marks it as changed, so only where something was taken out.
    if clean != value:
        setattr(row, name, clean)
    return clean
