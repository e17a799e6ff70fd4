"""Find the row that a table of the office means: by its kode, else by its words."""

from collections.abc import Iterable
from difflib import get_close_matches

from sqlmodel import Session

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.pemetaan.words import fold
from kinerja_desktop.store.queries.rows import list_columns

#: The fields that say in words what a key text stands for.
_EXPLAINED = ("uraian", "nama")
_MOST_NEAREST, _NEAR = 3, 0.5
_SHOWN = 60


class References:
    """The rows of sections that are referred to, by kode and by words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, _Known] = {}

    def find(self, section: str, text: str) -> str:
        """Return the key text of the row that is meant.

        Raises:
            ValueError: there is none, or there are several; says in Indonesian which are near.
        """
        known, title = self._load(section), SECTIONS[section].title
        found = known.find(text)
        if len(found) == 1:
            return found[0]
        shown = text[:_SHOWN]
        if found:
            raise ValueError(
                f"'{shown}' ada {len(found)} di {title} ({', '.join(found)}): tulis kodenya"
            )
        near = known.nearest(text)
        hint = f". Yang mirip: {'; '.join(near)}" if near else ""
        raise ValueError(
            f"'{shown}' tidak ditemukan di {title}: periksa tulisannya, atau tambahkan dulu{hint}"
        )

    def has(self, section: str, text: str) -> bool:
        """Tell whether one or several rows are meant."""
        return bool(self._load(section).find(text))

    def official(self, section: str, kode: str) -> tuple[str, str] | None:
        """Return kode and words of a row as they stand in the office, however its kode is written.

        None when there is no such row, or several.
        """
        known = self._load(section)
        found = [kode] if kode in known.texts else known.by_kode(kode)
        return (found[0], known.texts[found[0]]) if len(found) == 1 else None

    def keys(self, section: str) -> Iterable[str]:
        """Return the key texts of all rows of a section."""
        return self._load(section).texts

    def _load(self, section: str) -> "_Known":
        if section not in self._known:
            acuan = SECTIONS[section].acuan
            names = [field.name for field in SECTIONS[section].fields]
            words = next((name for name in _EXPLAINED if name in names), acuan)
            found = list_columns(self._session, section, (acuan, words))
            self._known[section] = _Known(dict(sorted(found, key=lambda row: order_kode(row[0]))))
        return self._known[section]


class _Known:
    """The rows of one section."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self._by_kode: dict[str, list[str]] = {}
        self._by_words: dict[str, list[str]] = {}
        for kode, words in texts.items():
            self._by_kode.setdefault(fold(kode), []).append(kode)
            self._by_words.setdefault(fold(words), []).append(kode)

    def find(self, text: str) -> list[str]:
        """Return the kode of all rows that a text can mean."""
        if text in self.texts:
            return [text]
        words = fold(text)
        first, _, rest = text.strip().partition(" ")
        # As `IKU-1 – Indeks …` or as `3. Indeks …`.
        return (
            self._by_kode.get(words)
            or self._by_words.get(words)
            or (rest and self._by_kode.get(fold(first)))
            or self._by_words.get(fold(rest))
            or []
        )

    def by_kode(self, text: str) -> list[str]:
        """Return the kode of all rows whose kode is written alike."""
        return self._by_kode.get(fold(text), [])

    def nearest(self, text: str) -> list[str]:
        """Return a few rows whose words are near, as people call them."""
        near = get_close_matches(fold(text), self._by_words, _MOST_NEAREST, _NEAR)
        return [
            f"{kode} ({self.texts[kode][:_SHOWN]})"
            for words in near
            for kode in self._by_words[words]
        ]
