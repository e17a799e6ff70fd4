"""One sheet of a workbook while its rows are gone through: what is there, what is otherwise."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from kinerja_desktop.domain.angka.teks import bare_name, clean_text
from kinerja_desktop.domain.sections.fields import Kind, Section
from kinerja_desktop.services.kantor.data_entry import Row
from kinerja_desktop.services.riwayat.import_plan import IsiLembar
from kinerja_desktop.store.records import RECORDS

Key = tuple[Any, ...]


class ImportSheet:
    """What is known of one sheet while its rows are gone through."""

    def __init__(self, section: Section, present: Iterable[Row]) -> None:
        self.section = section
        self.fields = {field.name: field for field in section.fields}
        #: By field: what stood in a cell, with its type where it is no text, and what it means.
        self.parsed: dict[str, dict[Any, Any]] = {name: {} for name in self.fields}
        self._figures = {field.name for field in section.fields if field.kind is Kind.NILAI}
        self.counts = IsiLembar(section.title)
        self.has_rows = False
        defaults = defaults_of(section)
        #: What a blank cell means where the program has an answer of its own, such as the paper.
        self._answers = {
            field.name: defaults[field.name]
            for field in section.fields
            if not field.required and not field.kind.is_text and defaults[field.name] is not None
        }
        #: Two rows may differ in capitals alone: each is found as it is written.
        self._as_written = {key_of(section, row): row for row in present}

    @cached_property
    def _by_key(self) -> dict[Key, Row]:
        return {fold_key(key): row for key, row in self._as_written.items()}

    @property
    def has_figures(self) -> bool:
        """Whether it has columns of targets or realisasi."""
        return bool(self._figures)

    def is_figure(self, name: str) -> bool:
        """Tell whether a column holds targets or realisasi."""
        return name in self._figures

    def find(self, key: Key) -> Row | None:
        """Return the present row that people would call the same."""
        return self._as_written.get(key) or self._by_key.get(fold_key(key))

    def find_changes(self, values: Row, before: Row) -> Row:
        """Return what a row of the workbook says otherwise than the present row."""
        changed = {}
        for name, value in values.items():
            old = before[name]
            if value is old or value == old:
                continue
            if value is None and name in self._answers:
                value = self._answers[name]
            if value != old and not self._reads_alike(name, value, old):
                changed[name] = value
        return changed

    def count(self, *, is_sound: bool, is_new: bool, has_changed: bool) -> None:
        """Count a row that is not locked."""
        if not is_sound:
            self.counts.salah += 1
        elif is_new:
            self.counts.baru += 1
        elif has_changed:
            self.counts.berubah += 1
        else:
            self.counts.tetap += 1

    def _reads_alike(self, name: str, value: Any, old: Any) -> bool:
        """Old data may hold signs that no workbook shows, and names in small letters.

        As it would be read from a cell now, it is no difference.
        """
        field = self.fields[name]
        if not field.kind.is_text or not isinstance(old, str):
            return False
        plain = clean_text(old, keep_lines=field.kind is Kind.LONG_TEXT)
        return bool(value == (bare_name(plain, field.awalan) if field.awalan else plain))


def key_of(section: Section, values: Row) -> Key:
    """Return what tells a row from others for people."""
    found = [values[name] for name in section.kunci]
    return tuple([clean_text(value) if isinstance(value, str) else value for value in found])


def fold_key(key: Key) -> Key:
    """Return a key for which capitals do not matter."""
    return tuple([value.casefold() if isinstance(value, str) else value for value in key])


def defaults_of(section: Section) -> Row:
    """Return the values of a new row."""
    fields = RECORDS[section.key].model_fields
    return {f.name: fields[f.name].get_default(call_default_factory=True) for f in section.fields}
