"""The window: navigation on the left, period and undo at the top, what is saved at the bottom."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kinerja_desktop.services.riwayat.status import StatusKantor, read_status
from kinerja_desktop.ui.bantuan.desk import HelpDesk
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page, PageEntry
from kinerja_desktop.ui.base.page_view import PageView
from kinerja_desktop.ui.base.reading_only import ReaderBand, note_reader
from kinerja_desktop.ui.base.screen_room import FRAME
from kinerja_desktop.ui.base.undo_keys import UndoKeys
from kinerja_desktop.ui.cari.desk import SearchDesk
from kinerja_desktop.ui.penerimaan.entry import PENERIMAAN_PAGE
from kinerja_desktop.ui.shell.arriving import Arrival
from kinerja_desktop.ui.shell.dropping import DropTaker, watch_drops
from kinerja_desktop.ui.shell.foot import Foot
from kinerja_desktop.ui.shell.leaving import may_leave
from kinerja_desktop.ui.shell.line_band import LineBand
from kinerja_desktop.ui.shell.navigation import Navigation
from kinerja_desktop.ui.shell.notice import NoticeBand
from kinerja_desktop.ui.shell.page_keys import PageKeys
from kinerja_desktop.ui.shell.page_stack import PageStack
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.shell.part_keys import PartKeys
from kinerja_desktop.ui.shell.preparing import PagePreparer, polish
from kinerja_desktop.ui.shell.ribbon import SampleRibbon
from kinerja_desktop.ui.shell.storage_band import StorageBand
from kinerja_desktop.ui.shell.top_bar import TopBar

_CLOSING = "Masih ada yang menunggu disimpan. Jendela menutup sendiri sesudahnya."
_AFTER_PAINT_MS = 10
_ASK_AGAIN_MS = 20
_SIZE = QSize(1280, 700)


class MainWindow(QMainWindow):
    """Made for 1366×768 at 100–150 %, keyboard first (`docs/architecture.md` §4.4)."""

    def __init__(self, context: Context, pages: Sequence[PageEntry] = PAGES) -> None:
        super().__init__()
        self.context = context
        self._is_closing = False
        self._drops: DropTaker | None = None
        self._pages = {page.KEY: page for page in pages}
        self._built: dict[str, Page] = {}
        self.setObjectName("jendela")
        self.setWindowTitle("Kinerja Desktop")
        self.setWindowIcon(style.icon("aplikasi", style.BRAND))
        self.resize(_SIZE)
        note_reader(self, may_write=context.may_write)
        self.navigation = Navigation(pages)
        self.stack = PageStack()
        self.view = PageView(self.stack)
        self.ribbon = SampleRibbon(context)
        body = self._make_body()
        self.setCentralWidget(body)
        self.top = TopBar(self, context)
        self.addToolBar(self.top)
        self.foot = Foot(context)
        self.setStatusBar(self.foot)
        self._listen()
        self._undo_keys = UndoKeys(self)
        is_bappeda = PENERIMAAN_PAGE in pages
        self.help = HelpDesk(
            self, body, self.view, self.stack, context,
            side=self.navigation.WIDTH, fold=self.navigation.fold, is_bappeda=is_bappeda,
        )  # fmt: skip
        self.search = SearchDesk(self, self.stack, context, pages, is_bappeda=is_bappeda)
        self.top.search_action.triggered.connect(self.search.open)
        self._page_keys = PageKeys(self, self.stack, context, lambda: set(self._pages))
        self._part_keys = PartKeys(self, self.stack, self.navigation)
        left = context.memory.page()
        self._first = left if left in self._pages else pages[0].KEY
        self._preparer = PagePreparer(self, context.tasks, pages, self._prepare)
        style.dress(self)
        self._refresh_status()

    def open_page(self, key: str, argument: Any = None) -> None:
        """Show a page, built when it is first shown."""
        self.navigation.choose(key)
        page = self._built[key]
        if argument is not None:
            page.receive(argument)
        Arrival(page, self.context.tasks)

    def show_on(self, available: QSize) -> None:
        """Show the window where it was left; else it fills a screen that has no room for it.

        Such as 1366×768, or any at 150 %.
        """
        place = self.context.memory.place()
        if place is not None and self.restoreGeometry(place):
            self.show()
            return
        if (_SIZE + FRAME).boundedTo(available) == _SIZE + FRAME:
            self.show()
            return
        self.resize(_SIZE.boundedTo(available - FRAME))
        self.showMaximized()

    def showEvent(self, event: QShowEvent) -> None:
        """Paint the frame first; the first page follows at once."""
        super().showEvent(event)
        self._drops = self._drops or watch_drops(
            self, self.context, self._pages, self.stack.currentWidget
        )
        if self.navigation.currentRow() < 0:
            QTimer.singleShot(_AFTER_PAINT_MS, self._open_first)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let an editor that is still open hand its text over; what waits is stored before."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        # Not the first that is, but all of them hand over.
        on_the_way = [page.is_handing_over() for page in self._built.values()]
        if any(on_the_way) and not self.context.has_unstored:
            self._is_closing = True
            QTimer.singleShot(_ASK_AGAIN_MS, self, self._close_if_asked)
            event.ignore()
            return
        if not may_leave(self.context, self):
            event.ignore()
            return
        if self._is_closing or not self.context.waiting.do(lambda: self._close_if_asked):
            self._is_closing = True
            self._show_waiting(self.context.waiting.count)
            self.foot.showMessage(_CLOSING)
            event.ignore()
            return
        self.context.memory.keep(self.context.periode, self.navigation.key, self.saveGeometry())
        super().closeEvent(event)

    def _close_if_asked(self) -> None:
        """Close in its turn, when everything typed before is stored."""
        if self._is_closing:
            self._is_closing = False
            self.close()

    def _stay(self) -> None:
        """Stay open after a refusal: what was typed has to be typed again."""
        self._is_closing = False
        self.foot.clearMessage()

    def _open_first(self) -> None:
        if self.navigation.currentRow() < 0:
            self.open_page(self._first)
        self.help.open_as_left()

    def _make_body(self) -> QWidget:
        context = self.context
        self.line_band, self.notice = LineBand(context), NoticeBand(context)
        self.storage_band = StorageBand(context)
        reader = ReaderBand(may_write=context.may_write)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for band in (self.ribbon, self.line_band, self.storage_band, reader, self.notice):
            right.addWidget(band)
        right.addWidget(self.view, 1)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        return body

    def _listen(self) -> None:
        context = self.context
        self.navigation.chosen.connect(self._show_page)
        context.page_wanted.connect(self.open_page)
        context.make_page = self._make_page
        context.tables_changed.connect(self._hear)
        context.waiting.changed.connect(self._show_waiting)
        context.refused.connect(self._stay)

    def _show_page(self, key: str) -> None:
        self._build(key)
        self.stack.setCurrentWidget(self._built[key])

    def _make_page(self, key: str, context: Context) -> QWidget | None:
        """Build a page once more, apart from the window: for a picture of it."""
        if key not in self._pages:
            return None
        page = self._pages[key](context)
        style.dress(page)
        return page

    def _build(self, key: str) -> None:
        if key not in self._built:
            self._built[key] = self._pages[key](self.context)
            self.stack.addWidget(self._built[key])

    def _prepare(self, key: str) -> None:
        # The first page to be added would be shown.
        if self.stack.count() and key not in self._built:
            self._build(key)
            polish(self._built[key], self.stack.size())

    def _hear(self, _tables: set[str]) -> None:
        self._refresh_status()

    def _refresh_status(self) -> None:
        self.top.show_undo()
        self.context.load(self, read_status, self._show_status)

    def _show_waiting(self, count: int) -> None:
        self.foot.show_waiting(count - self._is_closing)
        self.top.show_undo()

    def _show_status(self, status: StatusKantor) -> None:
        self.top.office_label.setText(status.nama)
        self.ribbon.show_status(status)
        self.foot.show_status(status)
