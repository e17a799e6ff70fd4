"""Find rows of one section from another: by the words people use, and back."""

from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.teks import clean_text
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.store.queries.rows import list_columns


class Directory:
    """The key texts of all sections that are referred to, read once from a session.

    `resolve` and `describe` are what `Field.parse` and `Field.format` ask for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: dict[str, dict[UUID, str]] = {}
        self._ids: dict[str, dict[str, UUID]] = {}

    def resolve(self, section: str, text: str) -> UUID | None:
        """Return the id of the row with a key text; capitals and spaces do not matter.

        Where two differ in capitals alone, each is found as it is written.
        """
        self._load(section)
        ids, plain = self._ids[section], _normal(text)
        return ids.get(plain) or ids.get(plain.casefold())

    def describe(self, section: str, row_id: Any) -> str:
        """Return the key text of a row; empty when there is no such row."""
        return self.choices(section).get(row_id, "")

    def choices(self, section: str) -> dict[UUID, str]:
        """Return the key texts of all rows of a section, by id."""
        self._load(section)
        return self._texts[section]

    def add(self, section: str, row_id: UUID, text: str) -> None:
        """Make a row known that is about to be written."""
        self._load(section)
        self._texts[section][row_id] = text
        self._name(section, row_id, text)

    def _load(self, section: str) -> None:
        if section in self._texts:
            return
        name = SECTIONS[section].acuan
        found = list_columns(self._session, section, ("id", name))
        texts: dict[UUID, str] = {key: str(text) for key, text in found}
        self._texts[section] = dict(sorted(texts.items(), key=lambda item: order_kode(item[1])))
        self._ids[section] = {}
        for row_id, text in texts.items():
            self._name(section, row_id, text)

    def _name(self, section: str, row_id: UUID, text: str) -> None:
        ids, plain = self._ids[section], _normal(text)
        ids[plain] = row_id
        ids.setdefault(plain.casefold(), row_id)


def _normal(text: str) -> str:
    return clean_text(text)
