"""Ctrl+F and Ctrl+P, which every page answers in its own way."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QMainWindow, QStackedWidget, QTreeView

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page

#: The page on which every paper can be printed.
_DOCUMENTS = "dokumen"


class PageKeys:
    """Hands the keys of the window over to the page that is shown."""

    def __init__(
        self,
        window: QMainWindow,
        stack: QStackedWidget,
        context: Context,
        pages: Callable[[], set[str]],
    ) -> None:
        self._stack, self._context, self._pages = stack, context, pages
        for keys, words, deed in (
            (QKeySequence.StandardKey.Find, "Mencari di halaman ini", self._find),
            (QKeySequence.StandardKey.Print, "Mencetak", self._print),
        ):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(deed)

    def _find(self) -> None:
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            return
        if not page.find_here():
            self._context.say("Tidak ada daftar untuk dicari di halaman ini.")
        elif isinstance(page.window().focusWidget(), QListView | QTreeView):
            # It has no search line: Qt goes to what is typed, which nobody sees.
            self._context.say("Ketik awal namanya: daftar ini menuju ke sana.")

    def _print(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page) and not page.print_document() and _DOCUMENTS in self._pages():
            self._context.open_page(_DOCUMENTS)
