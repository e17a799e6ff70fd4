"""Whether a value may be kept at all, whichever door it came through.

`Field.parse` reads what people wrote; this judges what a program hands over: a service, an undo, a
script, code still to come (`docs/architecture.md` §4.9).
"""

from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.angka import require_angka, require_rupiah
from kinerja_desktop.domain.angka.teks import require_length
from kinerja_desktop.domain.capaian.nilai import Rentang, is_word
from kinerja_desktop.domain.sections.fields import Field, Kind


def require_value(field: Field, value: Any) -> None:
    """Refuse what could not be measured, printed, frozen or written to a workbook.

    Args:
        field: the column that it goes into.
        value: as `Field.parse` returns it; a blank is always kept.

    Raises:
        ValueError: says in Indonesian which field and what is wrong.
    """
    try:
        match value:
            case Decimal():
                (require_rupiah if field.kind is Kind.RUPIAH else require_angka)(value)
                field.require_within(value)
            case Rentang():
                require_angka(value.min)
                require_angka(value.maks)
            case bool():
                return
            case int():
                field.require_whole(value)
            case str() if field.kind is Kind.NILAI:
                if not is_word(value):
                    raise ValueError(f"'{value[:40]}' bukan angka: tulis seperti 93,75")
            case str():
                require_length(value, field.most_letters)
    except ValueError as error:
        error.args = (f"{field.label}: {error}",)
        raise
