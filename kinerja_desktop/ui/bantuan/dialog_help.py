"""F1 and *?* in a dialog: the help beside it, as the pane of the window is out of reach then."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
    QWizard,
)

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan
from kinerja_desktop.ui.bantuan.field_words import describe_field
from kinerja_desktop.ui.bantuan.held_help import BUTTON, HeldHelp, HoldsHelp

if TYPE_CHECKING:
    from kinerja_desktop.ui.bantuan.pane import HelpPane

#: What is written into or chosen from.
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


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
        if isinstance(dialog, HoldsHelp) and _is_above(dialog, self._window):
            if dialog.findChild(HeldHelp, options=_DIRECT) is None:
                HeldHelp(dialog)
            return
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
        for button in dialog.findChildren(QAbstractButton, BUTTON):
            button.clicked.connect(lambda: self._turn(dialog))

    def _turn(self, dialog: QDialog) -> None:
        """Show the help beside a dialog; put it away when it is there."""
        if self.beside is not None:
            self.beside.close()
        else:
            self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        # Most windows are closed without it.
        from kinerja_desktop.ui.bantuan.beside import BesideDialog
        from kinerja_desktop.ui.bantuan.pane import HelpPane

        sheet = self._find_sheet()
        if sheet is None:
            return
        field = QApplication.focusWidget()
        pane = HelpPane(is_whole=False)
        beside = BesideDialog(dialog, pane)
        beside.setWindowModality(Qt.WindowModality.NonModal)
        pane.close_wanted.connect(beside.close)
        self._fill(pane, dialog, sheet, field)

        def follow(_old: QWidget | None, now: QWidget | None) -> None:
            if now is not None and dialog.isAncestorOf(now) and now.window() is dialog:
                pane.show_field(*describe_field(now))

        def follow_page() -> None:
            # A wizard that was left has no page.
            sheet = self._find_sheet() if dialog.isVisible() else None
            if sheet is not None:
                self._fill(pane, dialog, sheet, QApplication.focusWidget())
                beside.place()

        def turned() -> None:
            # Only afterwards is the page laid out.
            QTimer.singleShot(0, beside, follow_page)

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(follow)
        if isinstance(dialog, QWizard):
            dialog.currentIdChanged.connect(turned)

        def end() -> None:
            application.focusChanged.disconnect(follow)
            if isinstance(dialog, QWizard):
                dialog.currentIdChanged.disconnect(turned)
            dialog.removeEventFilter(self)
            self.beside = None
            beside.deleteLater()
            if dialog.isVisible():
                beside.give_back()
                dialog.activateWindow()

        beside.finished.connect(end)
        dialog.finished.connect(beside.close)
        dialog.installEventFilter(self)
        self.beside = beside
        beside.place()
        beside.show()
        pane.text.setFocus()

    def _fill(
        self, pane: "HelpPane", dialog: QDialog, sheet: LembarBantuan, field: QWidget | None
    ) -> None:
        pane.show_page(sheet, [], [], [], list_fields(dialog))
        pane.show_field(*describe_field(field))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the help away first, when the dialog is to be left with Esc."""
        beside = self.beside
        if (
            beside is not None
            and watched is beside.parent()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            beside.close()
            return True
        return super().eventFilter(watched, event)


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
