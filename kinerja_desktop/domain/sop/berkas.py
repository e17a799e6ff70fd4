"""SOP files: one JSON file for one SOP, read with all its problems and written back exactly.

The keys of the file are the fields of the dataclasses. A field with its default value is left
out, and an `Isian` of which only `tercetak` is known is a plain text, so that the file stays
readable.
"""

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.errors import DataProblemsError, Problem

#: The SOPs that travel with the program in ``resources/sop/``, in the order of the SAKIP cycle:
#: planning, collecting, measuring, reporting (`docs/sakip.md` §2.1).
BERKAS_BAWAAN = (
    "lumajang_perencanaan_2022.json",
    "lumajang_pengumpulan.json",
    "lumajang_pengukuran_2024.json",
    "candipuro_pengukuran_2024.json",
    "pasrujambe_pengumpulan_2018.json",
)

_WORDS: dict[type, str] = {str: "teks", int: "angka bulat", bool: "true atau false"}


def read_sop(text: str, file: str = "") -> Sop:
    """Read an SOP file.

    Args:
        text: the content of the file.
        file: its name, for the messages.

    Raises:
        DataProblemsError: the file is no SOP, or its steps do not hang together; all problems
            are named at once.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise DataProblemsError(
            [Problem(f"berkas SOP tidak dapat dibaca: {error}", file)]
        ) from None
    reader = _Reader(file)
    sop: Sop = reader.read(Sop, data, "sop")
    if reader.problems:
        raise DataProblemsError(reader.problems)
    problems = check_sop(sop, file)
    if any(not problem.is_warning for problem in problems):
        raise DataProblemsError(problems)
    return sop


def sop_to_json(sop: Sop) -> str:
    """Write an SOP as the text of its file; `read_sop` gives back an equal SOP."""
    return json.dumps(_to_plain(sop), ensure_ascii=False, indent=1) + "\n"


def _to_plain(value: Any) -> Any:
    match value:
        case Isian(tercetak, None, "", None):
            return tercetak
        case tuple():
            return [_to_plain(item) for item in value]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
    if is_dataclass(value):
        shown = ((f.name, getattr(value, f.name), f.default) for f in fields(value))
        return {name: _to_plain(item) for name, item, default in shown if item != default}
    return value


@cache
def _fields_of(kind: Any) -> tuple[dict[str, Field[Any]], dict[str, Any]]:
    """Return a dataclass's fields and their types, by name: worked out once for all its objects."""
    return {field.name: field for field in fields(kind)}, get_type_hints(kind)


class _Reader:
    """Turns plain JSON values into the dataclasses, noting every problem with its place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def read(self, kind: Any, value: Any, place: str) -> Any:
        """Return `value` as `kind`; after a problem the result is not used."""
        if isinstance(kind, types.UnionType):
            if value is None:
                return None
            kind = get_args(kind)[0]
        if get_origin(kind) is tuple:
            return self._read_list(get_args(kind)[0], value, place)
        if kind is Isian and (value is None or isinstance(value, str)):
            return Isian(value)
        if is_dataclass(kind):
            return self._read_object(kind, value, place)
        if issubclass(kind, Enum) or kind is date:
            return self._read_word(kind, value, place)
        if type(value) is not kind:
            self._note(place, f"harus {_WORDS[kind]}")
        return value

    def _read_list(self, kind: Any, value: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self._note(place, "harus daftar")
            return ()
        return tuple(self.read(kind, item, f"{place}[{n}]") for n, item in enumerate(value, 1))

    def _read_object(self, kind: Any, value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            self._note(place, "harus kelompok isian")
            return None
        known, types_of = _fields_of(kind)
        for name in value.keys() - known.keys():
            self._note(f"{place}.{name}", "tidak dikenal")
        missing = [name for name in known.keys() - value.keys() if _is_required(known[name])]
        for name in missing:
            self._note(f"{place}.{name}", "harus diisi")
        given = {
            name: self.read(types_of[name], value[name], f"{place}.{name}")
            for name in known
            if name in value
        }
        return kind(**given) if not missing else None

    def _read_word(self, kind: Any, value: Any, place: str) -> Any:
        try:
            return date.fromisoformat(value) if kind is date else kind(value)
        except (TypeError, ValueError):
            self._note(place, f"'{value}' tidak dikenal")
            return None

    def _note(self, place: str, what: str) -> None:
        self.problems.append(Problem(f"{place} {what}", self.file))


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING
