"""The field in which a section is written: Markdown with a few keys, pasted text made plain."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kinerja_desktop.ui.lkjip import writing
from kinerja_desktop.ui.lkjip.highlighter import MarkdownHighlighter

_PICTURES = (".png", ".jpg", ".jpeg")
_PASTED_NAME = "tempelan.png"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkdownEditor(QPlainTextEdit):
    """Edits Markdown text; sections and saving are the affair of its owner.

    Signals:
        picture_pasted: bytes of a picture from the clipboard, and a name for it.
        picture_dropped: a picture file that was pasted or dropped.
    """

    picture_pasted = Signal(bytes, str)
    picture_dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Teks bagian")
        self.highlighter = MarkdownHighlighter(self.document())

    def show_text(self, text: str) -> None:
        """Show another text; the cursor stays where it was when that place still exists."""
        place = self.textCursor().position()
        scroll = self.verticalScrollBar().value()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def go_to_start(self) -> None:
        """Put the cursor before the first letter and show it."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def toggle_mark(self, mark: str) -> None:
        """Make the selection (or the word at the cursor) bold or italic, or plain again."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.hasSelection():
            self._insert(mark + mark)
            cursor = self.textCursor()
            cursor.setPosition(cursor.position() - len(mark))
            self.setTextCursor(cursor)
            return
        self._widen_over(cursor, mark)
        self._replace(cursor, writing.toggle_mark(_words(cursor), mark))

    def toggle_list(self, *, numbered: bool) -> None:
        """Make the selected lines a list, or plain lines again."""
        cursor = self._whole_lines()
        lines = writing.toggle_list(_words(cursor).split("\n"), numbered=numbered)
        had_selection = self.textCursor().hasSelection()
        self._replace(cursor, "\n".join(lines))
        if not had_selection:
            self.moveCursor(QTextCursor.MoveOperation.EndOfBlock)

    def insert_block(self, text: str) -> None:
        """Put a table or picture at the cursor, with blank lines around it."""
        cursor = self.textCursor()
        cursor.clearSelection()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        before = "\n\n" if cursor.block().text().strip() else ""
        after = "\n\n" if cursor.block().next().text().strip() else "\n"
        cursor.insertText(before + text + after)
        self.setTextCursor(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in _ENTER and not event.modifiers() and not self.isReadOnly()
        if is_enter and self._continue_list():
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if file := _picture_file(source):
            self.picture_dropped.emit(file)
        elif source.hasText() and source.text().strip():
            text = writing.clean_text(source.text())
            table = writing.read_pasted_table(text)
            if table is None:
                self._insert(text)
            else:
                self.insert_block(table)
        elif content := _picture_bytes(source):
            self.picture_pasted.emit(content, _PASTED_NAME)

    def _continue_list(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        line = cursor.block().text()[: cursor.positionInBlock()]
        label = writing.continue_item(line)
        if label is None:
            return False
        if label:
            cursor.insertText("\n" + label)
        else:
            # Enter on a blank item ends the list.
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _widen_over(self, cursor: QTextCursor, mark: str) -> None:
        """Take marks into the selection that stand right beside it, so that they come off."""
        start, end, width = cursor.selectionStart(), cursor.selectionEnd(), len(mark)
        around = QTextCursor(self.document())
        around.setPosition(max(0, start - width))
        last = self.document().characterCount() - 1
        around.setPosition(min(last, end + width), QTextCursor.MoveMode.KeepAnchor)
        words = _words(around)
        inside = _words(cursor)
        if words == mark + inside + mark and not inside.startswith("*"):
            cursor.setPosition(start - width)
            cursor.setPosition(end + width, QTextCursor.MoveMode.KeepAnchor)

    def _whole_lines(self) -> QTextCursor:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        first = cursor.position()
        cursor.setPosition(end)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        last = cursor.position()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _insert(self, text: str) -> None:
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def _replace(self, cursor: QTextCursor, text: str) -> None:
        """Exchange what a cursor has selected as one step of undo, and select what came."""
        start = cursor.selectionStart()
        cursor.insertText(text)
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()


def _words(cursor: QTextCursor) -> str:
    return cursor.selectedText().replace("\u2029", "\n")


def _picture_file(source: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix.lower() in _PICTURES), None)


def _picture_bytes(source: QMimeData) -> bytes:
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
