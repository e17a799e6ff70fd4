"""1366×768 at 150 %: lists and trees of the pages say whole what tells lines apart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTreeView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.wrapping import WrappingDelegate
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.lke.page import LkePage
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from tests.journeys.clerk import at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_WIDE, _HIGH = 910, 485
#: Beside the text of a cell, on both sides together.
_EDGES = 6


def view_of(page: Page, name: str) -> QAbstractItemView:
    (view,) = (
        view for view in page.findChildren(QAbstractItemView) if view.accessibleName() == name
    )
    assert view.isVisible()
    return view


def cells_in_sight(view: QTreeView) -> Iterator[QModelIndex]:
    index = view.indexAt(QPoint(0, 2))
    while index.isValid() and view.visualRect(index).top() < view.viewport().height():
        columns = range(view.model().columnCount(index.parent()))
        yield from (
            index.siblingAtColumn(place) for place in columns if not view.isColumnHidden(place)
        )
        index = view.indexBelow(index)


def list_cut(view: QTreeView) -> list[str]:
    """Texts in sight that are higher than their lines."""
    cut = []
    for index in cells_in_sight(view):
        text, rect = str(index.data() or ""), view.visualRect(index)
        own = index.data(Qt.ItemDataRole.FontRole)
        font = own if isinstance(own, QFont) else view.font()
        area = rect.adjusted(0, 0, -_EDGES, 10_000)
        wrapped = Qt.TextFlag.TextWordWrap.value
        needed = QFontMetrics(font).boundingRect(area, wrapped, text)
        if text and needed.height() > rect.height():
            cut.append(text)
    return cut


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (LkePage, "Kriteria LKE"),
        (LkjipPage, "Kerangka laporan"),
        (RiwayatPage, "Riwayat tindakan"),
    ],
)
def test_each_line_is_read_whole_on_a_small_screen(
    qtbot: QtBot, muncar: Office, kind: type[Page], name: str
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.window.resize(_WIDE, _HIGH)
        view = view_of(clerk.go(kind), name)
        assert isinstance(view, QTreeView)
        assert isinstance(view.itemDelegate(), WrappingDelegate)
        qtbot.waitUntil(lambda: bool(list(cells_in_sight(view))) and not list_cut(view))
        view.scrollToBottom()
        qtbot.waitUntil(lambda: not list_cut(view))
        # More room, fewer lines; and back.
        clerk.window.resize(1366, 700)
        qtbot.waitUntil(lambda: not list_cut(view))
        clerk.window.resize(_WIDE, _HIGH)
        qtbot.waitUntil(lambda: not list_cut(view))


def test_the_documents_have_as_many_lines_as_name_and_state_need(
    qtbot: QtBot, muncar: Office
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.window.resize(_WIDE, _HIGH)
        view = view_of(clerk.go(DokumenPage), "Daftar dokumen")
        line = view.fontMetrics().height()
        names = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        long = next(index for index in names if str(index.data()).endswith("Individu (IKI)"))
        short = next(index for index in names if index.data() == "Pengukuran Kinerja")
        view.scrollTo(long)
        qtbot.waitUntil(lambda: view.visualRect(long).height() >= 3 * line)
        clerk.window.resize(1920, 1000)
        qtbot.waitUntil(lambda: view.visualRect(long).height() == view.visualRect(short).height())
