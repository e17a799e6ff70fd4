"""Ctrl+Z and Ctrl+Y reach the office also from a field that has nothing of its own to take back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

#: Both are taken everywhere: who comes from Windows presses the first.
REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class UndoKeys(QObject):
    """Follows the focus; Qt's fields would swallow the keys even when they do nothing with them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = _own(watched)
            if _is_redo(event):
                event.setAccepted(redo)
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not undo:
                event.ignore()
                return True
        if isinstance(watched, QLineEdit | QPlainTextEdit) and (
            event.type() == QEvent.Type.KeyPress and _is_redo(event)
        ):
            # Qt itself knows one of the two keys; which one depends on the desktop.
            watched.redo()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and isinstance(before, QPlainTextEdit) and isValid(before):
            # Left for another place: what was taken back there is done with.
            before.document().clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        # A cell that is being typed in is not yet a deed: the key belongs to its editor alone.
        if isinstance(now, QLineEdit | QPlainTextEdit) and not _is_cell(now):
            now.installEventFilter(self)


def _is_redo(event: QEvent) -> bool:
    """Tell Ctrl+Y and Ctrl+Shift+Z, on every desktop."""
    return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) in REDO


def _own(field: QObject) -> tuple[bool, bool]:
    """Tell whether a field has letters of its own to take back, and to bring back.

    A long text is stored while it is written, also while it is taken back letter by letter: where
    none is left the key ends there. As a deed of the office it would bring the letters back.
    """
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        redo = field.document().isRedoAvailable()
        return field.document().isUndoAvailable() or redo, redo
    return True, True


def _is_cell(field: QWidget) -> bool:
    viewport = field.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QAbstractItemView)
