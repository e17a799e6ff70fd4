"""Write frozen dataclasses as plain JSON data, and read them back: what was signed never changes.

The one way in which anything is frozen. The fields' own types say how; a value is read back equal
to what was written (`docs/architecture.md` §2.5). What was frozen under an older program is read
by the same rules, and its kode verifikasi stays the same: `tests/arsip` keeps examples.
"""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kinerja_desktop.domain.capaian.nilai import Rentang, nilai_from_text, nilai_to_text

T = TypeVar("T")

_PLAIN = (str, int, bool, type(None))
#: The members of `nilai.Nilai` beside the number itself.
_NILAI = {Decimal, Rentang, str}
#: The key of what belongs to the whole year beside its triwulan, in a `Maps.OBJECTS`.
_YEAR = "tahun"
#: In the metadata of an attribute: its value in all that was frozen before there was one.
_BEFORE = "before"


class Maps(Enum):
    """How a mapping is written; kinds of documents differ, and their kode must not change.

    PAIRS keeps any key and the order; OBJECTS is read more easily by other programs, and its keys
    are texts, triwulan numbers, or None for the year.
    """

    PAIRS = "pairs"
    OBJECTS = "objects"


def added_later(before: object) -> dict[str, object]:
    """Return the metadata of an attribute that earlier releases did not freeze.

    What they froze is read with `before`, whatever the default is, and that value is not written:
    so what was signed is written again as it was, and its kode verifikasi stays the same.

    Args:
        before: what it was, unsaid, in what was frozen earlier.
    """
    return {_BEFORE: before}


def freeze(value: Any, maps: Maps = Maps.PAIRS) -> Any:
    """Return a value as plain data: dicts, lists, texts, numbers.

    Raises:
        TypeError: it holds something that is no plain value, such as bytes or a float.
    """
    match value:
        case Enum():
            return value.value
        case _ if isinstance(value, _PLAIN):
            return value
        case Decimal():
            return f"{value:f}"
        case Rentang():
            return nilai_to_text(value)
        case date():
            return value.isoformat()
        case tuple():
            return [freeze(item, maps) for item in value]
        case Mapping() if maps is Maps.OBJECTS:
            return {_write_key(key): freeze(item, maps) for key, item in value.items()}
        case Mapping():
            return [[freeze(key, maps), freeze(item, maps)] for key, item in value.items()]
    if dataclasses.is_dataclass(value):
        names, before = _hints(cast(Any, type(value))), _before(cast(Any, type(value)))
        written = {name: getattr(value, name) for name in names}
        return {
            name: freeze(item, maps)
            for name, item in written.items()
            if name not in before or item != before[name]
        }
    raise TypeError(f"Not a plain value: {value!r}")


def thaw(kind: type[T], data: Any) -> T:
    """Read back a value of a type that `freeze` wrote, however it wrote mappings.

    Attributes that a later program has added keep their default, or what `added_later` says.
    """
    return cast(T, _thaw(kind, data))


def _thaw(kind: Any, data: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _thaw_choice(arguments, data)
    if origin is tuple:
        if arguments[1:] == (...,):
            return tuple(_thaw(arguments[0], item) for item in data)
        return tuple(_thaw(part, item) for part, item in zip(arguments, data, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return _thaw_mapping(arguments, data)
    if kind in _PLAIN:
        return data
    if dataclasses.is_dataclass(kind):
        hints = _hints(cast(Any, kind))
        found = {n: _thaw(hints[n], item) for n, item in data.items() if n in hints}
        return cast(Any, kind)(**{**_before(cast(Any, kind)), **found})
    if kind is date:
        return date.fromisoformat(data)
    return kind(data)


def _thaw_mapping(arguments: tuple[Any, ...], data: Any) -> dict[Any, Any]:
    if isinstance(data, Mapping):
        return {_read_key(arguments[0], key): _thaw(arguments[1], data[key]) for key in data}
    return {_thaw(arguments[0], key): _thaw(arguments[1], item) for key, item in data}


def _thaw_choice(members: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    some = [member for member in members if member is not type(None)]
    if set(some) == _NILAI:
        return nilai_from_text(data)
    (only,) = some
    return _thaw(only, data)


def _write_key(key: Any) -> str:
    return _YEAR if key is None else str(freeze(key))


def _read_key(kind: Any, text: str) -> Any:
    members = get_args(kind) or (kind,)
    if text == _YEAR and type(None) in members:
        return None
    return int(text) if int in members else text


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """Return the types of a dataclass's attributes, in their order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


@cache
def _before(kind: Any) -> dict[str, Any]:
    """Return the attributes that were added later, with what they were before."""
    return {
        field.name: field.metadata[_BEFORE]
        for field in dataclasses.fields(kind)
        if _BEFORE in field.metadata
    }
