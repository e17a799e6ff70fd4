"""F1 and *?*: opens the help of the page that is shown, follows it, and goes with Esc."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QWidget

from kinerja_desktop.domain.bantuan.lembar import LembarBantuan
from kinerja_desktop.ui.bantuan.dialog_help import DialogHelp
from kinerja_desktop.ui.bantuan.field_words import describe_field
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.page_view import PageView

if TYPE_CHECKING:
    from kinerja_desktop.ui.bantuan.pane import HelpPane

#: How long after a page was opened its buttons stand where they stay.
_SETTLED_MS = 300
#: How wide a page is left before the help gives way, in device-independent pixels.
_PAGE = 600
#: Under which it is remembered whether the help is open.
_ROOM = "bantuan"


class HelpDesk(QObject):
    """Keeps the pane at the right of the window, and the page wholly beside it.

    Where there is no room for both, the pane becomes narrower, then the list of pages shows its
    icons alone, then the page is moved sideways. Never does the one lie above the other: what is
    explained is seen.
    """

    def __init__(
        self,
        window: QMainWindow,
        body: QWidget,
        view: PageView,
        stack: QStackedWidget,
        context: Context,
        *,
        side: int,
        fold: Callable[[bool], int],
        is_bappeda: bool,
    ) -> None:
        """Make the desk; the pane is made when it is first asked for.

        Args:
            window: it belongs to.
            body: of the window: the list of pages and the page.
            view: through which the page is seen.
            stack: of the pages.
            context: of the window.
            side: width of the whole list of pages, in device-independent pixels.
            fold: shows the list of pages in short, or whole; returns its width.
            is_bappeda: its pages have their own help.
        """
        super().__init__(window)
        self._side, self._fold = side, fold
        self._window, self._body, self._view, self._stack = window, body, view, stack
        self._context, self._is_bappeda = context, is_bappeda
        self._back_to: QWidget | None = None
        self.pane: HelpPane | None = None
        self.dialogs = DialogHelp(window, self._find_sheet)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timer.timeout.connect(self._show_page)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        key.setWhatsThis("Bantuan halaman ini")
        key.activated.connect(self.toggle)
        context.help_wanted.connect(self.open)
        stack.currentChanged.connect(self._follow_page)
        body.installEventFilter(self)
        window.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the help is seen."""
        return self.pane is not None and not self.pane.isHidden()

    def toggle(self) -> None:
        """Open the help; go to it when it is open; leave it when one is in it."""
        if self.pane is None or not self.is_open:
            self.open("")
        elif self.pane.isAncestorOf(QApplication.focusWidget() or self._window):
            self.close()
        else:
            self.pane.text.setFocus()

    def open(self, tautan: str) -> None:
        """Show the help, and go to it.

        Args:
            tautan: of a place in the help; empty for the page that is shown.
        """
        self._show(tautan).text.setFocus()

    def open_as_left(self) -> None:
        """Show the help beside the first page where it was left open; the cursor stays there."""
        if self._context.memory.is_folded(_ROOM) is False:
            self._show("")

    def _show(self, tautan: str) -> "HelpPane":
        pane = self._make_pane()
        self._back_to = QApplication.focusWidget()
        self._show_page()
        if tautan:
            pane.open_link(tautan)
        pane.show_field(*describe_field(self._back_to))
        pane.show()
        self._context.memory.fold(_ROOM, is_folded=False)
        self._lay_out()
        pane.raise_()
        return pane

    def close(self) -> None:
        """Put the help away; the cursor goes back to where it was."""
        if self.pane is None:
            return
        had_focus = self.pane.isAncestorOf(QApplication.focusWidget() or self._window)
        self.pane.hide()
        self._lay_out()
        self._context.memory.fold(_ROOM, is_folded=True)
        if had_focus and self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another page, or a page that shows other buttons, needs other room.
        if watched is self._body and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._lay_out()
        if (
            watched is self._window
            and self.is_open
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            # Nothing on the page wanted the key for itself.
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _make_pane(self) -> "HelpPane":
        # Most windows are closed without it.
        from kinerja_desktop.ui.bantuan.pane import HelpPane

        if self.pane is None:
            self.pane = HelpPane()
            self.pane.setParent(self._body)
            self.pane.close_wanted.connect(self.close)
            self.pane.print_wanted.connect(self._print)
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self._follow_focus)
        return self.pane

    def _follow_page(self) -> None:
        if self.is_open:
            self._lay_out()
            self._timer.start()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.pane is None or not self.is_open or now is None or self.pane.isAncestorOf(now):
            return
        self.pane.show_field(*describe_field(now))

    def _find_sheet(self) -> LembarBantuan | None:
        from kinerja_desktop.services.bantuan.isi import page_sheet

        page = self._stack.currentWidget()
        return page_sheet(page.KEY, is_bappeda=self._is_bappeda) if isinstance(page, Page) else None

    def _show_page(self) -> None:
        from kinerja_desktop.services.bantuan.isi import meaning_of
        from kinerja_desktop.ui.bantuan.shortcuts import list_shortcuts, list_window_shortcuts

        page = self._stack.currentWidget()
        if self.pane is None or not isinstance(page, Page):
            return
        sheet = self._find_sheet()
        if sheet is not None:
            seen = (meaning_of(label.text()) for label in _labels(page))
            meanings = list(dict.fromkeys(arti for arti in seen if arti))
            always = list_window_shortcuts(self._window)
            self.pane.show_page(sheet, list_shortcuts(page), always, meanings)

    def _lay_out(self) -> None:
        """Give the pane the right edge, and the page what is left of the width."""
        if self.pane is None:
            return
        layout = self._body.layout()
        assert layout is not None
        least = self._side + _PAGE + self.pane.least_width()
        left = self._body.width() - self._fold(self.is_open and self._body.width() < least)
        wide = self.pane.take_width(left - max(_PAGE, self._view.needed_width()))
        self._view.let_scroll(self.is_open and left - wide < self._view.needed_width())
        gutter = wide if self.is_open else 0
        if layout.contentsMargins().right() != gutter:
            layout.setContentsMargins(0, 0, gutter, 0)
        # What is given to the pane must not keep the window from becoming smaller.
        needed = self._side + self._view.needed_width()
        self._body.setMinimumWidth(needed if gutter else 0)
        size = self._body.size()
        self.pane.setGeometry(QRect(size.width() - wide, 0, wide, size.height()))

    def _print(self, kind: str) -> None:
        from kinerja_desktop.ui.bantuan.printing import print_help

        page = self._stack.currentWidget()
        assert isinstance(page, Page), "the help stands beside a page"
        print_help(self._context, page, kind)


def _labels(page: Page) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
