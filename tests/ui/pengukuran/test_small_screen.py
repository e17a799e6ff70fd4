"""Pengukuran on 1366 × 768 at 150 %: what the head and the band leave to the table."""

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from tests.finals import finalize
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WIDTH, HEIGHT = 910, 512


def count_whole_rows(page: PengukuranPage) -> int:
    table = page.table
    room = table.viewport().height()
    ends = [
        table.rowViewportPosition(row) + table.rowHeight(row)
        for row in range(page.model.rowCount())
    ]
    return sum(end <= room for end in ends)


def test_a_final_period_leaves_room_for_its_table(qtbot: QtBot, muncar: Office) -> None:
    second = Periode(2024)
    finalize(muncar, second, muncar.today())
    with open_window(qtbot, muncar, (PengukuranPage,), second) as window:
        window.resize(WIDTH, HEIGHT)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        page.table.scrollToTop()
        qtbot.wait(50)
        assert page.mean.height() <= 2 * page.mean.fontMetrics().lineSpacing() + 10
        assert count_whole_rows(page) >= 3
        page.panel.tabs.setCurrentWidget(page.panel.told)
        qtbot.wait(50)
        assert page.panel.follow_up.person.width() >= 140
        assert page.panel.follow_up.due.width() >= 110
        assert window.width() <= WIDTH
        window.resize(1280, 700)
        settle(qtbot, window)
        qtbot.wait(50)
        assert page.mean.height() < 2 * page.mean.fontMetrics().lineSpacing()
