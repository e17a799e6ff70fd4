"""Ctrl+K: opens the box, keeps what can be found up to date, and goes to what was chosen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page, PageEntry

if TYPE_CHECKING:
    from kinerja_desktop.domain.bantuan.cari import IndeksCari, Temuan
    from kinerja_desktop.ui.cari.box import SearchBox

#: A page that was opened fills itself first.
_FILLED_MS = 250
#: How often it is looked whether a button is there by now.
_TRIES = 6
_NOT_NOW = "“{}” sekarang tidak ada atau tidak dapat dipakai di halaman ini. F1 menerangkannya."
_COUNT = re.compile(r" \(\d+\)$")


class SearchDesk(QObject):
    """Reads what can be found on the worker, when the box is opened after a change."""

    def __init__(
        self,
        window: QMainWindow,
        stack: QStackedWidget,
        context: Context,
        pages: Sequence[PageEntry],
        *,
        is_bappeda: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._stack, self._context = window, stack, context
        self._titles: Mapping[str, str] = {page.KEY: page.TITLE for page in pages}
        self._is_bappeda = is_bappeda
        self._is_stale = True
        self.box: SearchBox | None = None
        context.tables_changed.connect(self._forget)
        context.periode_changed.connect(self._forget)

    def open(self) -> None:
        """Show the box; what changed since is read while the clerk types."""
        from kinerja_desktop.ui.cari.box import SearchBox

        if self.box is None:
            self.box = SearchBox(self._window)
            self.box.chosen.connect(self._go)
        self.box.open()
        if self._is_stale:
            self._read(self.box)

    def _forget(self) -> None:
        self._is_stale = True

    def _read(self, box: "SearchBox") -> None:
        from kinerja_desktop.services.bantuan.indeks import read_indeks

        periode, titles, is_bappeda = self._context.periode, self._titles, self._is_bappeda
        self._is_stale = False
        box.show_reading()

        def show(index: "IndeksCari") -> None:
            box.show_index(index)

        self._context.load(
            box, lambda office: read_indeks(office, periode, titles, is_bappeda=is_bappeda), show
        )

    def _go(self, temuan: "Temuan") -> None:
        from kinerja_desktop.domain.bantuan.cari import JenisTemuan

        if temuan.jenis is JenisTemuan.BANTUAN:
            self._context.help_wanted.emit(temuan.tujuan)
        elif temuan.jenis in (JenisTemuan.TINDAKAN, JenisTemuan.ISIAN):
            page, steps = temuan.halaman, temuan.tujuan
            self._context.open_page(page)
            QTimer.singleShot(_FILLED_MS, self, lambda: self._point_at(page, steps))
        else:
            self._context.open_page(temuan.halaman, temuan.tujuan)
            self._enter()

    def _enter(self) -> None:
        """Let the keyboard go on within the page: in its uppermost tabs, table or list.

        Qt leaves it at the head of the page, with whatever button stands first.
        """
        page, focus = self._stack.currentWidget(), self._window.focusWidget()
        if not isinstance(page, QWidget):
            return
        parts: list[QWidget] = [*page.findChildren(QTabBar), *page.findChildren(QAbstractItemView)]
        first = min(filter(_takes_tab, parts), key=_height_of, default=None)
        if first is None:
            return
        is_within = focus is not None and page.isAncestorOf(focus)
        if focus is None or not is_within or _height_of(focus) < _height_of(first):
            first.setFocus()

    def _point_at(self, page_key: str, steps: Sequence[str], tries: int = _TRIES) -> None:
        """Open the tabs, then put the cursor on the button or field; the clerk goes on there.

        A tab fills itself after it was opened, so that its button may be there only then.
        """
        page = self._stack.currentWidget()
        if not isinstance(page, Page) or page_key != page.KEY:
            return
        *tabs, last = steps
        if all(_open_tab(page, tab) for tab in tabs) and _reach(page, last, is_within=bool(tabs)):
            return
        if tries > 1:
            QTimer.singleShot(_FILLED_MS, self, lambda: self._point_at(page_key, steps, tries - 1))
        else:
            self._context.say(_NOT_NOW.format(steps[-1]))


def _open_tab(page: QWidget, words: str, *, is_last: bool = False) -> bool:
    """Open the tab of these words; where there is none to be seen, what it holds may be shown."""
    for bar in page.findChildren(QTabBar):
        for place in range(bar.count()):
            if _plain(bar.tabText(place)) == words and bar.isVisible():
                bar.setCurrentIndex(place)
                if is_last:
                    bar.setFocus()
                return True
    return False


def _reach(page: QWidget, words: str, *, is_within: bool) -> bool:
    """Go to a button; else to a field, where a tab was opened for it, or to a tab."""
    buttons = page.findChildren(QAbstractButton)
    if _point_to(item for item in buttons if _plain(item.text()) == words):
        return True
    if is_within:
        fields = page.findChildren(QWidget)
        return _point_to(item for item in fields if item.accessibleName() == words)
    return _open_tab(page, words, is_last=True)


def _point_to(parts: Iterable[QWidget]) -> bool:
    """Put the cursor on the first of these that can take it."""
    for part in parts:
        if part.isVisible() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            part.setFocus()
            _bring_into_sight(part)
            return True
    return False


def _bring_into_sight(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _takes_tab(part: QWidget) -> bool:
    can_take = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can_take and part.isVisible() and part.isEnabled()


def _height_of(part: QWidget) -> int:
    return part.mapToGlobal(part.rect().topLeft()).y()


def _plain(text: str) -> str:
    """Return what a button is called: no letter of Alt, no count behind it."""
    called = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return _COUNT.sub("", called).rstrip("…").strip()
