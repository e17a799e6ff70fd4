"""The pages of the program, by group, on the left of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.page import PageEntry
from kinerja_desktop.ui.shell.fitting_list import FittingList

_WIDTH = 208
_KEY = Qt.ItemDataRole.UserRole


class Navigation(FittingList):
    """One line a page under the heading of its group.

    Signals:
        chosen: the key of the page whose line became the current one.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("navigasi")
        self.setFixedWidth(_WIDTH)
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
        # A list that is given the focus chooses its first line, before the page that was left.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.currentItemChanged.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of the current page; empty before the first one is shown."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

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
