"""What was typed and is stored nowhere yet: asked about before it goes with its window."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kinerja_desktop.ui.base.date_field import DateField

_DRAFT = "konsep"
_UNFINISHED = "Yang diketik belum dipakai. Buang?"
#: Less is typed again sooner than the question is answered.
_WORTH = 3
_Editor = QLineEdit | QPlainTextEdit


class TypedDialog(QDialog):
    """A dialog in which a reason or a title is typed: Escape is pressed easily."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun: dict[_Editor, str] | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begun is None:
            self._begun = {editor: _text(editor) for editor in _editors(self)}

    def reject(self) -> None:
        """Ask before words that were typed are thrown away."""
        # It needs the dialogs, of which one is of this kind.
        from kinerja_desktop.ui.base import dialogs

        begun = self._begun or {}
        is_typed = any(
            len(_text(editor)) >= _WORTH and _text(editor) != begun.get(editor, "")
            for editor in _editors(self)
        )
        if not is_typed or dialogs.confirm(self, _UNFINISHED, "Buang isian"):
            super().reject()


def mark_draft(editor: QPlainTextEdit, name: str) -> None:
    """Mark an editor of a page whose text is stored by a button: closing the window asks.

    Args:
        editor: holds nothing once its text is stored.
        name: what is being written, as a sentence goes on: ``komentar untuk unit``.
    """
    editor.setProperty(_DRAFT, name)


def list_drafts(window: QWidget) -> list[str]:
    """Return the names of what is being written in a window and stored nowhere."""
    editors = window.findChildren(QPlainTextEdit)
    return [str(box.property(_DRAFT)) for box in editors if box.property(_DRAFT) and _text(box)]


def _editors(dialog: QDialog) -> list[_Editor]:
    lines = [
        line
        for line in dialog.findChildren(QLineEdit)
        if not isinstance(line, DateField)
        and not isinstance(line.parent(), QAbstractSpinBox | QComboBox)
    ]
    return [*lines, *dialog.findChildren(QPlainTextEdit)]


def _text(editor: _Editor) -> str:
    return (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()).strip()
