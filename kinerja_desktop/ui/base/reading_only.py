"""A window whose user may only read: what is typed in says so before anything is typed."""

from PySide6.QtWidgets import QLabel, QWidget

_READER = "hanya_membaca"
_TOLD = (
    "Anda masuk sebagai pembaca: semua dapat dilihat, dicetak, dan dicadangkan, tetapi tidak "
    "diisi. Untuk mengisi, minta pengelola server memberi peran operator."
)


def note_reader(window: QWidget, *, may_write: bool) -> None:
    """Let a window know whether its user may change the data."""
    window.setProperty(_READER, not may_write)


def is_reader(widget: QWidget) -> bool:
    """Tell whether the user of a widget's window may only read."""
    return bool(widget.window().property(_READER))


class ReaderBand(QLabel):
    """Says it, for as long as the window is open."""

    def __init__(self, *, may_write: bool) -> None:
        super().__init__(_TOLD)
        self.setObjectName("pita")
        self.setWordWrap(True)
        self.setVisible(not may_write)
