"""Who has the office's data open now: name, since when, at which PC."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.kantor.connection import Person, list_people
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dialogs import make_close
from kinerja_desktop.ui.base.screen_room import resize_within

_SIZE = (520, 300)


def describe_person(person: Person) -> str:
    """Write a person as one line."""
    parts = [
        person.nama + (" (Anda, jendela ini)" if person.adalah_saya else ""),
        f"sejak {format_waktu(person.sejak)}" if person.sejak else "",
        f"di komputer {person.komputer}" if person.komputer else "",
    ]
    return ", ".join(part for part in parts if part)


class PeopleList(QWidget):
    """A line for each window that is open on the data."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.lines = QLabel()
        self.lines.setWordWrap(True)
        note = QLabel(
            "Setiap orang mengisi atas namanya sendiri, dan yang diisi orang lain langsung tampil "
            "di sini. Yang dibatalkan dengan Ctrl+Z hanya pekerjaan sendiri."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.lines)
        layout.addWidget(note)
        layout.addStretch()

    def load(self) -> None:
        """Read who is in again."""
        self._context.load(self, list_people, self.show_people)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who is in."""
        self.lines.setText("\n".join(f"• {describe_person(person)}" for person in people))


class PeopleDialog(QDialog):
    """The list on its own."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setWindowTitle("Yang sedang bekerja")
        resize_within(self, *_SIZE)
        self.people = PeopleList(context)
        layout = QVBoxLayout(self)
        layout.addWidget(self.people, 1)
        layout.addWidget(make_close(self))
        self.people.load()
