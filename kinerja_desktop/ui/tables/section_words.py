"""The words for the rows that a section refers to, and the way back from the words."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID


class SectionWords:
    """What `RecordForm` and `RecordTableModel` ask for, from labels that were read once."""

    def __init__(self, labels: Mapping[str, Mapping[UUID, str]]) -> None:
        self._labels = labels
        self._ids = {
            section: {label: row_id for row_id, label in words.items()}
            for section, words in labels.items()
        }

    def choices(self, section: str) -> Sequence[str]:
        """Return what can be picked."""
        return list(self._labels.get(section, {}).values())

    def describe(self, section: str, row_id: Any) -> str:
        """Return the words for a row; empty when there is no such row."""
        return self._labels.get(section, {}).get(row_id, "")

    def resolve(self, section: str, text: str) -> UUID | None:
        """Return the row that words stand for."""
        return self._ids.get(section, {}).get(text)


NO_WORDS = SectionWords({})
