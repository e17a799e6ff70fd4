"""The pages of the program, by group, on the left of the window."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.page import PageEntry
from kinerja_desktop.ui.shell.fitting_list import FittingList

#: How wide it is with the icons alone, in device-independent pixels.
_FOLDED = 46
_KEY = Qt.ItemDataRole.UserRole


class Navigation(FittingList):
    """One line a page under the heading of its group.

    Signals:
        chosen: the key of the page whose line became the current one.

    Attributes:
        WIDTH: with the titles, in device-independent pixels.
    """

    WIDTH = 208

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("navigasi")
        self.setFixedWidth(self.WIDTH)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Daftar halaman")
        group = ""
        for page in pages:
            if page.GROUP and group != page.GROUP:
                self._add_heading(page.GROUP)
            group = page.GROUP
            item = QListWidgetItem(style.icon(page.ICON, "NAV_INK"), page.TITLE)
            item.setData(_KEY, page.KEY)
            self.addItem(item)
        self.fit()
        self._titles = _Titles(self)
        self.setItemDelegate(self._titles)
        # A list that is given the focus chooses its first line, before the page that was left.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.currentItemChanged.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of the current page; empty before the first one is shown."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def fold(self, is_folded: bool) -> int:
        """Show the icons alone, or the titles again; return how wide the list is now."""
        wide = _FOLDED if is_folded else self.WIDTH
        if is_folded == self.shows_headings:
            self.shows_headings, self._titles.are_shown = not is_folded, not is_folded
            for row in range(self.count()):
                item = self.item(row)
                item.setToolTip(item.text() if is_folded else "")
            self.setFixedWidth(wide)
            self.fit()
        return wide

    def keyboardSearch(self, search: str) -> None:
        """Let letters go nowhere: whoever means to type elsewhere would lose the page."""

    def choose(self, key: str) -> None:
        """Go to the line of a page."""
        if self.key != key:
            rows = range(self.count())
            self.setCurrentRow(next(row for row in rows if self.item(row).data(_KEY) == key))

    def _add_heading(self, group: str) -> None:
        heading = QListWidgetItem(group.upper())
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(heading)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(_KEY) is None:
            return
        self.chosen.emit(self.key)
        if self.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if self.window().focusWidget() is None:
                self.setFocus()


class _Titles(QStyledItemDelegate):
    """Leaves the titles out where the list is folded; who hears the screen still hears them."""

    are_shown = True

    def initStyleOption(self, option: QStyleOptionViewItem, index: Any) -> None:
        super().initStyleOption(option, index)
        if not self.are_shown:
            option.text = ""
