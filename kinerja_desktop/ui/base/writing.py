"""What changes the office's data is marked where it is made: a reader sees it greyed, and why.

The refusals below stay (rights lie in the database); this only says it before anything is done.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kinerja_desktop.ui.base.one_press import OnePress
from kinerja_desktop.ui.base.reading_only import is_reader

#: Said by whatever is grey for this reason.
READER_REASON = (
    "Anda masuk sebagai pembaca: dapat melihat dan mencetak, tidak mengubah. Untuk mengisi, minta "
    "pengelola server memberi peran operator."
)
_Text = QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox
_ENABLING = (QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange)


def writes(*widgets: QWidget) -> None:
    """Mark buttons and fields that change the data.

    In the window of a reader a button is greyed and a text can only be read, whatever its page
    says later; both give the reason when they are pointed at. In every other window a double click
    presses a button once, and nothing else happens.
    """
    for widget in widgets:
        widget.installEventFilter(_guard())
        if isinstance(widget, QAbstractButton):
            OnePress(widget)


class _Guard(QObject):
    """Hears when a marked widget is shown, or its page lets it be used."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENABLING and isinstance(watched, QWidget):
            if is_reader(watched):
                _hold_back(watched)
            elif event.type() == QEvent.Type.Show:
                # Who may write stays one who may: it need not be heard again.
                watched.removeEventFilter(self)
        return False


def _hold_back(widget: QWidget) -> None:
    if isinstance(widget, _Text):
        if widget.isReadOnly():
            return
        widget.setReadOnly(True)
    elif widget.isEnabled():
        widget.setEnabled(False)
    else:
        return
    widget.setToolTip(READER_REASON)


def _guard() -> _Guard:
    """Return the one guard; it goes with the program."""
    application = QApplication.instance()
    assert application is not None, "there is a program before there are widgets"
    found = application.findChild(_Guard, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, _Guard) else _Guard(application)
