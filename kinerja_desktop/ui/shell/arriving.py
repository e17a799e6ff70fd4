"""Where the cursor stands on a page that somebody was led to: in its table, not on its head."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.tasks import TaskRunner


class Arrival(QObject):
    """Brings the cursor to where one goes on by keyboard, once what is shown was read.

    Qt gives it to the first button of the page. Whoever came to fill in figures would press that
    with the first Enter, and what is typed would go nowhere.
    """

    def __init__(self, page: Page, tasks: TaskRunner) -> None:
        super().__init__(page)
        self._page, self._tasks = page, tasks
        self._left, self._is_over = QApplication.focusWidget(), False
        tasks.busy_changed.connect(self._try, Qt.ConnectionType.QueuedConnection)
        self._try()

    def _try(self) -> None:
        """Go to the table if there is one by now; give up when the clerk went elsewhere."""
        if self._is_over:
            return
        now = QApplication.focusWidget()
        is_placed = now is not self._left or not self._is_chance(now)
        table = None if is_placed or not self._page.isVisible() else _find_table(self._page)
        if table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_placed or table is not None or not self._tasks.pending:
            self._is_over = True
            self.deleteLater()

    def _is_chance(self, widget: QWidget | None) -> bool:
        """Whether nobody chose this place: nowhere, or a button of the page."""
        on_page = isinstance(widget, QAbstractButton) and self._page.isAncestorOf(widget)
        return widget is None or on_page


def _find_table(page: Page) -> QAbstractItemView | None:
    views = (view for view in page.findChildren(QAbstractItemView) if view.isVisible())
    takes = (view for view in views if view.isEnabled() and view.focusPolicy())
    return next((view for view in takes if view.model() and view.model().rowCount()), None)
