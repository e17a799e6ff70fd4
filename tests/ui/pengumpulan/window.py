"""The window on the page Pengumpulan Data, and the heartbeat of the UI thread."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengumpulan.forms_tab import FormsTab
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.pengumpulan.office import PERIODE
from tests.ui.sop.window import answer as answer_dialog
from tests.ui.window import open_window, settle

LEFT = Qt.MouseButton.LeftButton
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@contextmanager
def collecting(qtbot: QtBot, office: Office) -> Iterator[tuple[MainWindow, FormsTab]]:
    """Show the real window with this page first, and those that it opens."""
    pages = (PengumpulanPage, DokumenPage, BerandaPage)
    with open_window(qtbot, office, pages, PERIODE) as window:
        window.open_page("pengumpulan")
        settle(qtbot, window)
        found = window.findChild(PengumpulanPage)
        assert isinstance(found, PengumpulanPage)
        found.tabs.setCurrentWidget(found.forms)
        yield window, found.forms


def press(qtbot: QtBot, window: MainWindow, button: QWidget) -> None:
    """Click what can be seen and pressed, and wait for the worker."""
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    settle(qtbot, window)


def answer(act: Callable[[Any], None]) -> None:
    """Do something with the next dialog once it stands open; a test that fails in it closes it."""

    def guarded(dialog: Any) -> None:
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise

    answer_dialog(guarded)


def drop(window: MainWindow, paths: list[Path], at: QPoint | None = None) -> list[bool]:
    """Drag files over the window and let them go, as the desktop does; return what it accepts."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return drop_data(window, data, at)


def drop_data(window: MainWindow, data: QMimeData, at: QPoint | None = None) -> list[bool]:
    """Drag anything over a place of the window, else its middle, and let it go there."""
    middle, none = at or window.rect().center(), Qt.KeyboardModifier.NoModifier
    handle = window.windowHandle()
    with warnings.catch_warnings():
        # PySide6 6.12 calls this way of making the events old; earlier ones know no other.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(middle, _ACTIONS, data, LEFT, none)
        move = QDragMoveEvent(middle, _ACTIONS, data, LEFT, none)
    # Windows offers to move what lies on the same drive.
    enter.setDropAction(Qt.DropAction.MoveAction)
    end = QDropEvent(QPointF(middle), _ACTIONS, data, LEFT, none)
    accepted = []
    for event in (enter, move, end):
        QApplication.sendEvent(handle, event)
        accepted.append(event.isAccepted())
        if event.isAccepted():
            assert event.dropAction() == Qt.DropAction.CopyAction
    return accepted


class Heart:
    """Beats every millisecond on the UI thread; its longest pause is what a clerk feels."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._clock.start()
        self._timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
