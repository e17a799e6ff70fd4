"""What the editors of a form hold, and what can be picked in them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop.domain.sections.fields import Field, Kind


def read_editor(editor: QWidget) -> str:
    """Return what stands in an editor."""
    match editor:
        case QComboBox():
            return editor.currentText()
        case QPlainTextEdit():
            return editor.toPlainText()
        case QLineEdit():
            return editor.text()
    raise TypeError(type(editor).__name__)


def list_options(field: Field, choices: Callable[[str], Sequence[str]]) -> Sequence[str] | None:
    """Return what can be picked for a field; None when it is typed."""
    match field.kind:
        case Kind.PILIHAN:
            return list((field.choices or {}).values())
        case Kind.YA_TIDAK:
            return ["Ya", "Tidak"]
        case Kind.ACUAN:
            return choices(field.acuan)
    return None
