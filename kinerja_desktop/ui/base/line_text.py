"""What a line shows of a text that is longer than the line."""

from PySide6.QtWidgets import QLineEdit


def show_in_line(line: QLineEdit, text: str) -> None:
    """Put a text into a line and show its beginning; who types there goes on where they were."""
    line.setText(text)
    show_beginning(line)


def show_beginning(line: QLineEdit) -> None:
    """Show the beginning of what stands in a line, unless somebody is typing there."""
    if not line.hasFocus():
        line.setCursorPosition(0)
