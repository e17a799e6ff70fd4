"""Ctrl+F in every table of every page, of both kinds of office."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.window import current_page, open_window

__all__ = ["bappeda", "sent", "sticks"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def list_deaf(clerk: Clerk, pages: Sequence[LazyPage]) -> Iterator[str]:
    """Tell which tables in sight have nowhere to type what is looked for."""
    for where in walk(clerk, pages):
        for table in current_page(clerk.window).findChildren(QTableView):
            if not table.isVisible() or not table.isEnabled() or not table.model().rowCount():
                continue
            table.setFocus()
            QTest.keySequence(table, "Ctrl+F")
            field = clerk.window.focusWidget()
            if not isinstance(field, QLineEdit) or not field.placeholderText():
                yield f"{where}: {table.accessibleName()}"
                continue
            QTest.keyClicks(field, "zzzz")
            field.clear()


def test_in_a_kecamatan(qtbot: QtBot, latihan: Office) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        assert list(list_deaf(clerk, PAGES)) == []


def test_at_bappeda(qtbot: QtBot, bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        assert list(list_deaf(Clerk(qtbot, window), PAGES_BAPPEDA)) == []
