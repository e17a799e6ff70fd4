"""Where there is no indicator every page says so in the same words, and leads on by a button."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.empty_sheet import EmptySheet
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NO_INDIKATOR = "Belum ada indikator yang berlaku pada Tahun 2019.\nIsi dulu sasaran, indikator dan"


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, PAGES, Periode(2019)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("pengukuran", NO_INDIKATOR),
        ("rencana_aksi", NO_INDIKATOR),
        ("pengumpulan", "Tidak ada yang ditanyakan untuk Tahun 2019."),
    ],
)
def test_an_empty_page_leads_to_where_it_is_filled(
    qtbot: QtBot, window: MainWindow, key: str, words: str
) -> None:
    window.open_page(key)
    settle(qtbot, window)
    (sheet,) = [s for s in current_page(window).findChildren(EmptySheet) if s.isVisible()]
    assert sheet.text().startswith(words)
    assert "Renstra & IKU" in sheet.text()
    assert sheet.button.text() == "Buka Renstra && IKU"
    QTest.mouseClick(sheet.button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert current_page(window).KEY == "renstra"
