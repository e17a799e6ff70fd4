"""The one form: all fields of a row below each other, each saved as soon as it is left."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections.fields import Describe, Field, Kind, Resolve, Section
from kinerja_desktop.domain.sections.new_rows import list_unused
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.line_text import show_in_line
from kinerja_desktop.ui.base.reading_only import is_reader
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.base.waiting import WAITING_WORDS, Mark, Stored
from kinerja_desktop.ui.base.writing import READER_REASON
from kinerja_desktop.ui.tables.form_editors import list_options, read_editor

#: Receives field name and parsed value, and stores them; false when refused.
SaveField = Callable[[str, Any], Stored | bool]

_TEXT_HEIGHT = 64
_UNSTORED = "Belum disimpan. Tekan Enter atau pindah dari isian ini untuk mengulang."


class RecordForm(QScrollArea):
    """Shows one row of a section; there is no Save button.

    `CONTRIBUTING.md`, *A change of the data*.

    Signals:
        committed: a field was taken in.
    """

    committed = Signal()

    def __init__(
        self,
        section: Section,
        save: SaveField,
        choices: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
        *,
        names: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"Formulir {section.title}")
        self._fields = [f for f in section.fields if names is None or f.name in names]
        self._section = section.key
        self._save = save
        self._choices = choices
        self._values: dict[str, Any] = {}
        #: What was typed and is not stored yet, by row and field, the latest last.
        self._waiting: dict[tuple[Any, str], list[Any]] = {}
        #: What the office holds where something else is shown.
        self._known: dict[str, Any] = {}
        self._is_locked = False
        self._describe: Describe | None = None
        self._resolve: Resolve | None = None
        self.editors: dict[str, QWidget] = {}
        self._notes: dict[str, QLabel] = {}
        self._holders: dict[str, QWidget] = {}
        self._body = body = QWidget()
        self._form = QFormLayout()
        column = QVBoxLayout(body)
        column.addLayout(self._form)
        column.addStretch()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in self._fields:
            self._add(field)
        self.setWidget(body)
        self.setWidgetResizable(True)
        # Nobody would see it as a stop of Tab; its fields are the stops.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEnabled(False)

    def show_row(
        self,
        values: dict[str, Any] | None,
        describe: Describe | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        """Show another row, or none."""
        self._take(values or {})
        self._describe, self._resolve = describe, resolve
        self.setEnabled(values is not None)
        self.set_locked(self._is_locked)
        for field in self._fields:
            self._fill(field)
        self._show_used()

    def refresh_row(
        self,
        values: dict[str, Any],
        describe: Describe | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        """Show the same row again; what was typed and is not taken in yet stays."""
        kept = {field.name for field in self._fields if self._is_unsaved(field)}
        self._take(values)
        self._describe, self._resolve = describe, resolve
        for field in self._fields:
            if field.name not in kept:
                self._fill(field)
        self._show_used()

    def mark(self, name: str, value: Any) -> Mark:
        """Return how a field of the row that is shown tells that its value waits."""
        place = self._subject(), name

        def wait() -> None:
            self._waiting.setdefault(place, []).append(value)
            self._known.setdefault(name, self._values.get(name))
            self._values[name] = value

        def settle(is_stored: bool) -> None:
            self._waiting[place].pop(0)
            if not self._waiting[place]:
                del self._waiting[place]
            if place[0] != self._subject():
                return
            if is_stored:
                self._known[name] = value
            field = next(field for field in self._fields if field.name == name)
            is_typing = self._is_unsaved(field)
            self._take({**self._values, **self._known})
            if not is_typing:
                self._fill(field)
            self._show_used()

        def keep() -> None:
            if place[0] == self._subject():
                field = next(field for field in self._fields if field.name == name)
                self._fill(field, value)
                self._keep_typed(name)

        return Mark(wait, settle, keep)

    def _subject(self) -> Any:
        """Tell the row that is shown from others; a new one is known by what it belongs to."""
        own = self._values.get("id")
        return own or (self._values.get("indikator_id"), self._values.get("tahun"))

    def _take(self, values: Mapping[str, Any]) -> None:
        """Hold the values of a row, and in their place what waits to be stored."""
        self._values, self._known = dict(values), {}
        subject = self._subject()
        for (whose, name), waiting in self._waiting.items():
            if whose == subject:
                self._known[name], self._values[name] = self._values.get(name), waiting[-1]

    def names(self) -> list[str]:
        """Return the names of its fields."""
        return [field.name for field in self._fields]

    def texts(self) -> dict[str, str]:
        """Return what stands in every field, taken in or not."""
        return {name: read_editor(editor) for name, editor in self.editors.items()}

    def list_unused(self, values: Mapping[str, Any]) -> frozenset[str]:
        """Return the fields that a row has no use for."""
        return list_unused(self._section, values)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        unused = self.list_unused(self._values)
        for name in self.names():
            if name not in unused:
                editor = self.editors[name]
                editor.setFocus()
                if isinstance(editor, QLineEdit):
                    editor.selectAll()
                break

    def set_locked(self, locked: bool) -> None:
        """Let the row only be read; a reader reads every row, and can still scroll."""
        self._is_locked = locked
        self._body.setEnabled(not locked and not is_reader(self))
        self._body.setToolTip(READER_REASON if is_reader(self) else "")

    def row_id(self) -> Any:
        """Return the id of the row that is shown; None for none."""
        return self._values.get("id")

    def shown_value(self, name: str) -> Any:
        """Return the stored value of a column of the row that is shown."""
        return self._values.get(name)

    def watch_date(self, name: str, judge: Callable[[date], str]) -> None:
        """Tell below a date of a paper what is odd about it; see `DateField.watch`."""
        editor = self.editors[name]
        assert isinstance(editor, DateField)
        editor.watch(judge)

    def commit_all(self) -> bool:
        """Take in every editor; False when one of them cannot be."""
        taken = [self.commit(field.name) for field in self._fields]
        return all(taken)

    def commit(self, name: str) -> bool:
        """Take in what stands in an editor; say below it when it cannot be."""
        field = next(field for field in self._fields if field.name == name)
        note = self._notes[name]
        try:
            satuan = str(self._values.get("satuan") or "")
            parsed = field.parse(read_editor(self.editors[name]), self._resolve, satuan=satuan)
        except ValueError as error:
            note.setText(str(error))
            editor = self.editors[name]
            # A date tells by itself, at every key, why it is none.
            note.setVisible(not (isinstance(editor, DateField) and editor.error()))
            return False
        note.hide()
        if parsed == self._values.get(name):
            return True
        taken = self._save(name, parsed)
        if taken is Stored.KEPT:
            self._keep_typed(name)
            return False
        if not taken or taken is Stored.YIELDED:
            self._fill(field)
            return bool(taken)
        self._values[name] = parsed
        self._fill(field)
        self._show_used()
        self.committed.emit()
        return True

    @property
    def unsettled(self) -> tuple[str, str]:
        """What stands in a field and could not be taken, and the field; both empty when none is."""
        for field in self._fields:
            editor, note = self.editors[field.name], self._notes[field.name]
            is_refused = not note.isHidden() or (isinstance(editor, DateField) and editor.error())
            is_waiting = (self._subject(), field.name) in self._waiting
            if self._values and is_refused and not is_waiting and self._is_unsaved(field):
                return str(read_editor(editor)), field.label
        return "", ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut:
            name = watched.objectName()
            if name in self.editors and self._values:
                self.commit(name)
        return super().eventFilter(watched, event)

    def _add(self, field: Field) -> None:
        editor = self._make_editor(field)
        editor.setObjectName(field.name)
        editor.setAccessibleName(field.label)
        editor.setToolTip(field.bantuan)
        editor.installEventFilter(self)
        note = QLabel()
        note.setObjectName("bahaya")
        note.setWordWrap(True)
        note.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(editor)
        if isinstance(editor, DateField):
            column.addWidget(editor.reading)
            editor.date_changed.connect(lambda _, date=editor: _show_reading(date, note))
            _show_reading(editor, note)
        column.addWidget(note)
        self.editors[field.name], self._notes[field.name] = editor, note
        self._holders[field.name] = holder
        label = QLabel(field.label + (" *" if field.required else ""))
        label.setBuddy(editor)
        self._form.addRow(label, holder)

    def _show_used(self) -> None:
        """Leave out what this kind of row has no use for."""
        unused = self.list_unused(self._values)
        for name, holder in self._holders.items():
            if self._form.isRowVisible(holder) == (name in unused):
                self._form.setRowVisible(holder, name not in unused)

    def _make_editor(self, field: Field) -> QWidget:
        if list_options(field, self._choices) is not None:
            box = ChoiceBox()
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            # A turn of the wheel scrolls the form; it must not change what it passes over.
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.activated.connect(lambda: self.commit(field.name))
            return box
        if field.kind is Kind.LONG_TEXT:
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            text.setFixedHeight(_TEXT_HEIGHT)
            # Else its line takes what is left of a short form, and it floats in there.
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            SteadyKeeping(text, lambda: self._values and self.commit(field.name)).follow(text)
            return text
        line = DateField() if field.kind is Kind.TANGGAL else QLineEdit()
        if field.kind.is_number:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.returnPressed.connect(lambda: self.commit(field.name))
        return line

    def _is_unsaved(self, field: Field) -> bool:
        shown = field.format(self._values.get(field.name), self._describe)
        return read_editor(self.editors[field.name]) != shown

    def _keep_typed(self, name: str) -> None:
        """Leave what was typed in its field, and say that it is not stored."""
        self._notes[name].setText(_UNSTORED)
        self._notes[name].show()
        # On a page that was left it would take the keys that are meant for another.
        if self.isVisible():
            self.editors[name].setFocus()

    def _fill(self, field: Field, *typed: Any) -> None:
        """Show what a field holds, or what was typed there."""
        editor = self.editors[field.name]
        value = typed[0] if typed else self._values.get(field.name)
        text = field.format(value, self._describe)
        note = self._notes[field.name]
        note.setText(WAITING_WORDS.capitalize())
        note.setVisible((self._subject(), field.name) in self._waiting)
        if isinstance(editor, QComboBox):
            options = list_options(field, self._choices) or []
            editor.clear()
            editor.addItems([*([] if field.required else [""]), *options])
            editor.setCurrentText(text)
        elif isinstance(editor, QPlainTextEdit):
            # Stored while it is written, it keeps its cursor and the blank that comes next.
            if not editor.hasFocus() or editor.toPlainText().strip() != text:
                editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            show_in_line(editor, text)


def _show_reading(field: DateField, note: QLabel) -> None:
    """Keep the line that tells a date only while there is one to tell."""
    note.hide()
    field.reading.setVisible(bool(field.reading.text()))
