"""The keys of what is shown, read from the widgets themselves, so that no list goes stale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QTabBar, QWidget

_NATIVE = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True)
class KeyWords:
    """A key, and what it does in the clerk's words."""

    keys: str
    words: str


@runtime_checkable
class HasKeys(Protocol):
    """A widget that answers keys of its own, and says which."""

    KEYS: Sequence[tuple[str, str]]


def list_shortcuts(page: QWidget) -> list[KeyWords]:
    """Return the keys that do something on what is seen of a page, each once."""
    return _once([*_letters(page), *_shortcuts(page), *_own_keys(page)])


def list_window_shortcuts(window: QMainWindow) -> list[KeyWords]:
    """Return the keys that do the same on every page."""
    only = Qt.FindChildOption.FindDirectChildrenOnly
    actions = window.findChildren(QAction, options=only)
    found = [KeyWords(_write(action), _plain(action.text())) for action in actions]
    for shortcut in window.findChildren(QShortcut, options=only):
        found.append(KeyWords(shortcut.key().toString(_NATIVE), shortcut.whatsThis()))
    return _once(found)


def _once(found: Sequence[KeyWords]) -> list[KeyWords]:
    return list(dict.fromkeys(item for item in found if item.keys and item.words))


def _letters(page: QWidget) -> Iterator[KeyWords]:
    """The letters of Alt, as they are underlined."""
    for text in _texts(page):
        letter = QKeySequence.mnemonic(text).toString(_NATIVE)
        if letter:
            yield KeyWords(letter, _plain(text))


def _texts(page: QWidget) -> Iterator[str]:
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.text()
    for bar in page.findChildren(QTabBar):
        if bar.isVisible():
            yield from (bar.tabText(place) for place in range(bar.count()))
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None:
            yield label.text()


def _shortcuts(page: QWidget) -> Iterator[KeyWords]:
    for shortcut in page.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.isVisible() and shortcut.isEnabled():
            yield KeyWords(shortcut.key().toString(_NATIVE), shortcut.whatsThis())
    for action in page.findChildren(QAction):
        owner = action.parent()
        if isinstance(owner, QWidget) and owner.isVisible():
            yield KeyWords(_write(action), _plain(action.text()))


def _own_keys(page: QWidget) -> Iterator[KeyWords]:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, HasKeys):
            yield from (KeyWords(keys, words) for keys, words in widget.KEYS)


def _write(action: QAction) -> str:
    return " atau ".join(keys.toString(_NATIVE) for keys in action.shortcuts())


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").strip()
