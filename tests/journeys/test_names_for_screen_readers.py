"""What the focus can reach has a name that a screen reader says, on every page of both offices."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from kinerja_desktop.ui.wizard import SetupWizard
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.window import open_window

__all__ = ["bappeda", "sent", "sticks"]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def nameless(window: QWidget) -> Iterator[str]:
    """Tell of all that is in sight and takes the focus, but is called nothing."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not _takes_tab(widget):
            continue
        if isinstance(widget, QTabWidget) or widget.focusProxy() is not None:
            # The focus goes on to what is within, which is looked at itself.
            continue
        reader = QAccessible.queryAccessibleInterface(widget)
        if reader is None or not reader.text(QAccessible.Text.Name).strip():
            above = widget.parentWidget()
            yield f"{type(widget).__name__} {widget.objectName()} in {type(above).__name__}"


def _takes_tab(widget: QWidget) -> bool:
    """A text that is only clicked, to be copied, is no control."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_everything_at_a_kecamatan_is_named(qtbot: QtBot, latihan: Office) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        assert list_nameless(clerk, PAGES) == []


def test_everything_at_bappeda_is_named(qtbot: QtBot, bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as window:
        assert list_nameless(Clerk(qtbot, window), PAGES_BAPPEDA) == []


def test_everything_in_the_wizard_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    office = open_office(tmp_path / "baru")
    context = Context(office)
    wizard = SetupWizard(context)
    qtbot.addWidget(wizard)
    wizard.show()
    found: set[str] = set()
    for number in wizard.pageIds():
        wizard.setStartId(number)
        wizard.restart()
        found |= {f"{wizard.currentPage().title()}: {what}" for what in nameless(wizard)}
    wizard.close()
    context.close()
    office.close()
    assert sorted(found) == []


def list_nameless(clerk: Clerk, pages: Sequence[LazyPage]) -> list[str]:
    """Walk through all tabs, and tell what has no name."""
    return sorted(
        {f"{where}: {what}" for where in walk(clerk, pages) for what in nameless(clerk.window)}
    )
