"""What is being typed stays, also when the page reads its data again meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from tests.services.kantor.small import fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def editor() -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


@pytest.mark.parametrize("kind", [RencanaAksiPage, PengukuranPage])
def test_a_reload_leaves_the_open_cell_alone(
    qtbot: QtBot, office: Office, kind: type[RencanaAksiPage] | type[PengukuranPage]
) -> None:
    fill_kantor(office)
    with open_window(qtbot, office, (kind,)) as window:
        page = current_page(window)
        assert isinstance(page, RencanaAksiPage | PengukuranPage)
        table = page.grid.table if isinstance(page, RencanaAksiPage) else page.table
        table.setFocus()
        QTest.keyClicks(table, "6")
        page.reload()
        settle(qtbot, window)
        assert editor().text() == "6"
        QTest.keyClicks(editor(), "0")
        QTest.keyClick(editor(), Qt.Key.Key_Return)
        # Closing the editor is put off by a turn of the event loop.
        for _ in range(3):
            QApplication.processEvents()
        settle(qtbot, window)
        stored = [row.get("tw1") or row.get("nilai") for row in list_rows(office, "rencana_aksi")]
        stored += [row["nilai"] for row in list_rows(office, "realisasi")]
        assert stored == [60]
