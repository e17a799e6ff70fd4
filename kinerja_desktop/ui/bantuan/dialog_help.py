"""F1 and *?* in a dialog: the help beside it, as the pane of the window is out of reach then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan
from kinerja_desktop.ui.bantuan.field_words import describe_field

#: What is written into or chosen from.
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)
_BUTTON = "bantuan"
_HEIGHT, _GAP = 520, 8


class DialogHelp(QObject):
    """Gives every dialog above a window the key F1, and its *?* where it has one, a meaning.

    The window may be a dialog itself, as the wizard of the first start is.
    """

    def __init__(self, window: QWidget, find_sheet: Callable[[], LembarBantuan | None]) -> None:
        """Serve the dialogs of a window.

        Args:
            window: above which they stand.
            find_sheet: returns the help of what the window shows now; None for none.
        """
        super().__init__(window)
        self._window, self._find_sheet = window, find_sheet
        #: The help that is shown beside a dialog.
        self.beside: QDialog | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or isinstance(dialog, QFileDialog):
            return
        if dialog is self.beside or not _is_above(dialog, self._window):
            return
        if dialog.findChild(_Served, options=_DIRECT) is None:
            self._serve(dialog)

    def _serve(self, dialog: QDialog) -> None:
        _Served(dialog)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
        key.setWhatsThis("Bantuan")
        key.activated.connect(lambda: self._turn(dialog))
        for button in dialog.findChildren(QAbstractButton, _BUTTON):
            button.clicked.connect(lambda: self._turn(dialog))

    def _turn(self, dialog: QDialog) -> None:
        """Show the help beside a dialog; put it away when it is there."""
        if self.beside is not None:
            self.beside.close()
        else:
            self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        # Most windows are closed without it.
        from kinerja_desktop.ui.bantuan.pane import HelpPane

        sheet = self._find_sheet()
        if sheet is None:
            return
        field = QApplication.focusWidget()
        pane = HelpPane(is_whole=False)
        pane.show_page(sheet, [], [], [], list_fields(dialog))
        pane.show_field(*describe_field(field))
        beside = QDialog(dialog)
        beside.setWindowTitle("Bantuan")
        beside.setWindowModality(Qt.WindowModality.NonModal)
        layout = QVBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        pane.close_wanted.connect(beside.close)

        def follow(_old: QWidget | None, now: QWidget | None) -> None:
            if now is not None and dialog.isAncestorOf(now) and now.window() is dialog:
                pane.show_field(*describe_field(now))

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(follow)

        def end() -> None:
            application.focusChanged.disconnect(follow)
            self.beside = None
            beside.deleteLater()
            if dialog.isVisible():
                dialog.activateWindow()

        beside.finished.connect(end)
        dialog.finished.connect(beside.close)
        self.beside = beside
        _place(beside, dialog, pane.width())
        beside.show()
        pane.text.setFocus()


def list_fields(dialog: QWidget) -> list[tuple[str, str]]:
    """Return the fields of a dialog that say what they ask for, with what they say."""
    found = [
        describe_field(widget)
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, _FIELDS) and not widget.isHidden() and widget.isVisibleTo(dialog)
    ]
    return list(dict.fromkeys(words for words in found if all(words)))


class _Served(QObject):
    """Marks a dialog that has its keys; it goes with it."""


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _is_above(dialog: QWidget, window: QWidget) -> bool:
    above: QWidget | None = dialog
    while above is not None and above is not window:
        above = above.parentWidget()
    return above is window


def _place(beside: QDialog, dialog: QDialog, width: int) -> None:
    """Stand at the right of the dialog, which moves to the left where the screen has no room."""
    room = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    # Both have the same frame around them.
    title, edge = frame.height() - dialog.height(), frame.width() - dialog.width()
    height = min(max(_HEIGHT, dialog.height()), room.height() - title)
    beside.resize(width, height)
    whole_width, whole_height = width + edge, height + title
    missing = frame.right() + _GAP + whole_width - room.right()
    if missing > 0:
        dialog.move(max(room.left(), frame.left() - missing), frame.top())
        frame.moveTo(dialog.frameGeometry().topLeft())
    left = min(frame.right() + _GAP, room.right() - whole_width)
    top = max(room.top(), min(frame.top(), room.bottom() - whole_height))
    beside.move(QPoint(left, top))
