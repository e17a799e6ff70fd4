"""Ask for what a new row needs, and add it only when it is whole."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.section_words import SectionWords

#: Adds a row; False when refused (and explained).
Add = Callable[[dict[str, Any]], bool]


class AddDialog(QDialog):
    """Stays open until the row is in, or the clerk turns away."""

    def __init__(
        self,
        parent: QWidget,
        section: Section,
        values: Mapping[str, Any],
        words: SectionWords,
        add: Add,
        names: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Tambah {section.title}")
        self.resize(560, 420)
        self._values = dict(values)
        self._add = add
        self.form = RecordForm(section, self._note, words.choices, names=names)
        self.form.show_row(self._values, words.describe, words.resolve)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton("&Tambah", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form, 1)
        layout.addWidget(buttons)

    def _note(self, name: str, value: Any) -> bool:
        self._values[name] = value
        return True

    def _try(self) -> None:
        if self.form.commit_all() and self._add(self._values):
            self.accept()
