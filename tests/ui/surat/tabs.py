"""The tabs of the page Surat, shown and filled."""

from typing import Any

from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.surat.page import SuratPage
from tests.ui.window import current_page, settle


def tab(qtbot: QtBot, window: MainWindow, key: str) -> Any:
    window.open_page("surat", key)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, SuratPage)
    return page.tab(key)
