"""Every page and tab of the practice office has something to show."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

#: Pages that begin with cards or a form, not with a list.
_WITHOUT_LISTS = frozenset({"beranda", "pengaturan"})
#: A triwulan that is still being measured is not sent yet: the page says what comes first.
_RUNNING = _WITHOUT_LISTS | {"kirim"}


@pytest.fixture
def window(qtbot: QtBot, latihan: Office) -> Iterator[MainWindow]:
    make_application()
    context = Context(latihan)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    context.close()


def views(page: QWidget) -> list[QAbstractItemView]:
    """Return the lists and tables that are in sight."""
    found = page.findChildren(QAbstractItemView)
    return [view for view in found if view.isVisible() and view.model() is not None]


def rows(view: QAbstractItemView) -> int:
    """Return how many lines a list has."""
    return view.model().rowCount(view.rootIndex())


@pytest.mark.parametrize(
    ("periode", "without"), [(Periode(2025, 3), _RUNNING), (Periode(2024, 4), _WITHOUT_LISTS)]
)
def test_no_list_is_empty(
    qtbot: QtBot, window: MainWindow, periode: Periode, without: frozenset[str]
) -> None:
    window.context.set_periode(periode)
    empty: list[str] = []
    for entry in PAGES:
        window.open_page(entry.KEY)
        settle(qtbot, window)
        page = current_page(window)
        shown = views(page)
        assert shown or entry.KEY in without, entry.KEY
        empty += [f"{entry.KEY}: {view.accessibleName()}" for view in shown if not rows(view)]
        for tabs in (tabs for tabs in page.findChildren(QTabWidget) if tabs.isVisible()):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                settle(qtbot, window)
                where = f"{entry.KEY}, {tabs.tabText(number)}"
                empty += [f"{where}: {v.accessibleName()}" for v in views(tabs) if not rows(v)]
    assert empty == []
