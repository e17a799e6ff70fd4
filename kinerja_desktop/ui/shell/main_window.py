"""The window: navigation on the left, period and undo at the top, what is saved at the bottom."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import ROMAWI, Periode
from kinerja_desktop.services.riwayat.status import StatusKantor, read_status
from kinerja_desktop.ui.bantuan.desk import HelpDesk
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page, PageEntry
from kinerja_desktop.ui.base.reading_only import ReaderBand, note_reader
from kinerja_desktop.ui.base.screen_room import FRAME
from kinerja_desktop.ui.base.undo_keys import REDO, UndoKeys
from kinerja_desktop.ui.base.waiting import WAITING_WORDS
from kinerja_desktop.ui.cari.desk import SearchDesk
from kinerja_desktop.ui.penerimaan.entry import PENERIMAAN_PAGE
from kinerja_desktop.ui.shell.clock_words import write_clock, write_day_and_clock
from kinerja_desktop.ui.shell.diary_button import DiaryButton
from kinerja_desktop.ui.shell.dropping import DropTaker, watch_drops
from kinerja_desktop.ui.shell.fitting_list import FittingList
from kinerja_desktop.ui.shell.line_band import LineBand, may_leave
from kinerja_desktop.ui.shell.notice import NoticeBand
from kinerja_desktop.ui.shell.page_keys import PageKeys
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.shell.people_button import PeopleButton
from kinerja_desktop.ui.shell.preparing import PagePreparer, polish
from kinerja_desktop.ui.shell.result_line import ResultLine
from kinerja_desktop.ui.shell.ribbon import SampleRibbon
from kinerja_desktop.ui.shell.undoing import take_in_turn

_NAVIGATION_WIDTH = 208
_CLOSING = "Masih ada yang menunggu disimpan. Jendela menutup sendiri sesudahnya."
_YEARS_AHEAD, _YEARS_BACK = 2, 8
_AFTER_PAINT_MS = 10
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
        self.navigation = self._make_navigation(pages)
        self.stack = QStackedWidget()
        self.ribbon = SampleRibbon(context)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.ribbon)
        self.line_band = LineBand(context)
        right.addWidget(self.line_band)
        note_reader(self, may_write=context.may_write)
        right.addWidget(ReaderBand(may_write=context.may_write))
        self.notice = NoticeBand(context)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(right, 1)
        self.setCentralWidget(body)
        self._make_toolbar()
        self._make_status_bar()
        context.page_wanted.connect(self.open_page)
        context.make_page = self._make_page
        context.tables_changed.connect(self._hear)
        context.said.connect(lambda text: self.statusBar().showMessage(text, 8000))
        context.waiting.changed.connect(self._show_waiting)
        context.refused.connect(self._stay)
        context.tasks.busy_changed.connect(lambda count: self._busy.setVisible(count > 0))
        self._undo_keys = UndoKeys(self)
        is_bappeda = PENERIMAAN_PAGE in pages
        self.help = HelpDesk(self, body, self.stack, context, is_bappeda=is_bappeda)
        self.search = SearchDesk(self, self.stack, context, pages, is_bappeda=is_bappeda)
        self.search_action.triggered.connect(self.search.open)
        self._page_keys = PageKeys(self, self.stack, context, lambda: set(self._pages))
        left = context.memory.page()
        self._first = left if left in self._pages else pages[0].KEY
        self._preparer = PagePreparer(self, context.tasks, pages, self._prepare)
        self._refresh_status()

    def open_page(self, key: str, argument: Any = None) -> None:
        """Show a page, built when it is first shown."""
        row = self._row_of(key)
        if self.navigation.currentRow() != row:
            self.navigation.setCurrentRow(row)
        if argument is not None:
            self._built[key].receive(argument)

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
        if not may_leave(self.context, self):
            event.ignore()
            return
        if self._is_closing or not self.context.waiting.do(lambda: self._close_if_asked):
            self._is_closing = True
            self._show_waiting(self.context.waiting.count)
            self.statusBar().showMessage(_CLOSING)
            event.ignore()
            return
        item = self.navigation.currentItem()
        key = item.data(Qt.ItemDataRole.UserRole) if item else ""
        self.context.memory.keep(self.context.periode, key, self.saveGeometry())
        super().closeEvent(event)

    def _close_if_asked(self) -> None:
        """Close in its turn, when everything typed before is stored."""
        if self._is_closing:
            self._is_closing = False
            self.close()

    def _stay(self) -> None:
        """Stay open after a refusal: what was typed has to be typed again."""
        self._is_closing = False
        self.statusBar().clearMessage()

    def _open_first(self) -> None:
        if self.navigation.currentRow() < 0:
            self.open_page(self._first)
        self.help.open_as_left()

    def _make_navigation(self, pages: Sequence[PageEntry]) -> QListWidget:
        listing = FittingList()
        listing.setObjectName("navigasi")
        listing.setFixedWidth(_NAVIGATION_WIDTH)
        listing.setIconSize(QSize(18, 18))
        listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing.setAccessibleName("Daftar halaman")
        group = ""
        for page in pages:
            if page.GROUP and group != page.GROUP:
                heading = QListWidgetItem(page.GROUP.upper())
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                listing.addItem(heading)
            group = page.GROUP
            item = QListWidgetItem(style.icon(page.ICON, "NAV_INK"), page.TITLE)
            item.setData(Qt.ItemDataRole.UserRole, page.KEY)
            listing.addItem(item)
        listing.fit()
        # A list that is given the focus chooses its first line, before the page that was left.
        listing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        listing.currentItemChanged.connect(self._show_item)
        return listing

    def _row_of(self, key: str) -> int:
        rows = range(self.navigation.count())
        role = Qt.ItemDataRole.UserRole
        return next(row for row in rows if self.navigation.item(row).data(role) == key)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        key = item.data(Qt.ItemDataRole.UserRole) if item else None
        if key is None:
            return
        self._build(key)
        self.stack.setCurrentWidget(self._built[key])
        if self.navigation.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self.navigation.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if self.focusWidget() is None:
                self.navigation.setFocus()

    def _make_page(self, key: str, context: Context) -> QWidget | None:
        """Build a page once more, apart from the window: for a picture of it."""
        return self._pages[key](context) if key in self._pages else None

    def _build(self, key: str) -> None:
        if key not in self._built:
            self._built[key] = self._pages[key](self.context)
            self.stack.addWidget(self._built[key])

    def _prepare(self, key: str) -> None:
        # The first page to be added would be shown.
        if self.stack.count() and key not in self._built:
            self._build(key)
            polish(self._built[key], self.stack.size())

    def _make_toolbar(self) -> None:
        bar = QToolBar("Periode")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        self.office_label = QLabel()
        self.office_label.setObjectName("subjudul")
        self.office_label.setContentsMargins(style.MEDIUM, 0, 0, 0)
        bar.addWidget(self.office_label)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.search_action = self._add_action(bar, "cari", "Cari", [QKeySequence("Ctrl+K")])
        self.search_action.setToolTip("Cari halaman, data, surat, bantuan (Ctrl+K)")
        self.tahun, self.triwulan = QComboBox(), QComboBox()
        year = self.context.office.today().year
        for tahun in range(year + _YEARS_AHEAD, year - _YEARS_BACK - 1, -1):
            self.tahun.addItem(str(tahun), tahun)
        self.triwulan.addItem("Setahun", None)
        for number, romawi in enumerate(ROMAWI, start=1):
            self.triwulan.addItem(f"Triwulan {romawi}", number)
        for caption, box in (("&Tahun", self.tahun), ("T&riwulan", self.triwulan)):
            label = QLabel(caption)
            label.setBuddy(box)
            bar.addWidget(label)
            # A screen reader calls a box by what is chosen in it, not by its label.
            box.setAccessibleName(caption.replace("&", ""))
            bar.addWidget(box)
            box.activated.connect(self._choose_periode)
        self._show_periode(self.context.periode)
        self.context.periode_changed.connect(self._show_periode)
        undo = [QKeySequence(QKeySequence.StandardKey.Undo)]
        self.undo_action = self._add_action(bar, "batalkan", "Batalkan", undo)
        self.redo_action = self._add_action(bar, "ulangi", "Ulangi", REDO)
        self.undo_action.triggered.connect(self._undo)
        self.redo_action.triggered.connect(self._redo)

    def _add_action(
        self, bar: QToolBar, icon: str, text: str, shortcuts: Sequence[QKeySequence]
    ) -> QAction:
        action = QAction(style.icon(icon), text, self)
        action.setShortcuts(shortcuts)
        bar.addAction(action)
        return action

    def _make_status_bar(self) -> None:
        self.result = ResultLine(self.context)
        self.statusBar().addWidget(self.result, 1)
        self.saved_label, self.backup_label = QLabel(), QLabel()
        self.saved_label.setContentsMargins(style.MEDIUM, 0, style.LARGE, 0)
        self.waiting_label = QLabel()
        self.waiting_label.setObjectName("pita")
        self.waiting_label.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(90)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self.people_button = PeopleButton(self.context)
        self.diary_button = DiaryButton(self.context)
        for button in (self.people_button, self.diary_button):
            self.statusBar().addPermanentWidget(button)
        for widget in (self._busy, self.waiting_label, self.saved_label, self.backup_label):
            self.statusBar().addPermanentWidget(widget)

    def _choose_periode(self) -> None:
        self.context.set_periode(Periode(self.tahun.currentData(), self.triwulan.currentData()))

    def _show_periode(self, periode: Periode) -> None:
        if self.tahun.findData(periode.tahun) < 0:
            self.tahun.addItem(str(periode.tahun), periode.tahun)
        self.tahun.setCurrentIndex(self.tahun.findData(periode.tahun))
        self.triwulan.setCurrentIndex(self.triwulan.findData(periode.triwulan))

    def _undo(self) -> None:
        journal = self.context.office.journal
        self._take("Dibatalkan", journal.undo, lambda: journal.undo_rows)

    def _redo(self) -> None:
        journal = self.context.office.journal
        self._take("Diulangi", journal.redo, lambda: journal.redo_rows)

    def _take(
        self, said: str, act: Callable[[], str | None], count_rows: Callable[[], int]
    ) -> None:
        buttons = self.undo_action, self.redo_action
        take_in_turn(self.context, self, said, act, count_rows, buttons, self._show_undo)

    def _hear(self, _tables: set[str]) -> None:
        self._refresh_status()

    def _refresh_status(self) -> None:
        self._show_undo()
        self.context.load(self, read_status, self._show_status)

    def _show_waiting(self, count: int) -> None:
        typed = count - self._is_closing
        self.waiting_label.setText(f"{typed} isian {WAITING_WORDS}")
        self.waiting_label.setVisible(typed > 0)
        self._show_undo()

    def _show_undo(self) -> None:
        journal = self.context.office.journal
        for action, verb, label in (
            (self.undo_action, "Batalkan", journal.undo_label),
            (self.redo_action, "Ulangi", journal.redo_label),
        ):
            # What waits to be stored can be taken back too, in its turn.
            action.setEnabled(label is not None or self.context.waiting.count > 0)
            action.setToolTip(
                f"{verb}: {label}" if label else f"Tidak ada yang dapat di{verb.lower()}"
            )

    def _show_status(self, status: StatusKantor) -> None:
        self.office_label.setText(status.nama)
        self.ribbon.show_status(status)
        today = self.context.office.today()
        self.saved_label.setText(
            f"Tersimpan {write_clock(status.tersimpan)}" if status.tersimpan else "Belum ada data"
        )
        self.backup_label.setText(
            f"Cadangan terakhir {write_day_and_clock(status.cadangan, today)}"
            if status.cadangan
            else "Belum ada cadangan"
        )
