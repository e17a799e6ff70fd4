"""What a page of the wizard keeps of itself, as plain texts, and how it takes that back."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit

from kinerja_desktop.services.awal.draf_panduan import IsiHalaman


class Follower:
    """A line that says what follows from another one, until somebody writes in it himself."""

    def __init__(self, source: QLineEdit, line: QLineEdit, make: Callable[[str], str]) -> None:
        self._line, self._make = line, make
        self._said = line.text()
        source.textChanged.connect(self._follow)

    def _follow(self, text: str) -> None:
        if self._line.text() == self._said:
            self._said = self._make(text.strip())
            self._line.setText(self._said)


def text_of(state: IsiHalaman, name: str, default: str = "") -> str:
    """Return a text of a state; the default where there is none."""
    value = state.get(name, default)
    return value if isinstance(value, str) else default


def names_of(state: IsiHalaman, name: str) -> list[str]:
    """Return a list of names of a state."""
    value = state.get(name, [])
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def rows_of(state: IsiHalaman, name: str) -> list[dict[str, str]]:
    """Return the rows of a state."""
    value = state.get(name, [])
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def restore_line(line: QLineEdit, state: IsiHalaman, name: str) -> None:
    """Put a text back into its line; what was not kept stays as it is."""
    line.setText(text_of(state, name, line.text()))


def restore_choice(box: QComboBox, state: IsiHalaman, name: str) -> None:
    """Choose again what was chosen, by its words; words that there are no more choose nothing."""
    place = box.findText(text_of(state, name))
    if place >= 0:
        box.setCurrentIndex(place)
