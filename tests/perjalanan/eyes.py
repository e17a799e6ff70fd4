"""What stands on the program's screen, asked through a socket: the eyes of the person who acts.

Runs inside the program's process, and only looks: no widget is changed, focused or called. What is
told is what a person sees or a screen reader says: words, places, what is grey, where the cursor
is. It answers on the UI thread, so that a program that hangs is seen to hang.
"""

import json
import socket
import traceback
import weakref
from collections.abc import Iterator
from ctypes import POINTER, c_uint8, c_uint16, cast
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from kinerja_desktop.ui.base.tasks import TaskRunner
from tests.perjalanan.things import list_things, tell_focus

_KEY_PRESS, _GENERIC = 2, 35
_XI_BUTTON_PRESS = 4
#: Shift, Ctrl and Alt of both sides on the keyboard of evdev.
_MODIFIERS = frozenset({37, 50, 62, 64, 105, 108})
#: Where these stand in an event of XInput2, in words of 16 bits; and what is called the pointer.
_EVENT_TYPE, _DEVICE, _POINTER = 4, 5, 2


class PressCounter(QAbstractNativeEventFilter):
    """Counts the keys and buttons that have reached the program."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> Any:
        address = int(message)
        first = cast(address, POINTER(c_uint8))
        code = first[0] & 0x7F
        if code == _KEY_PRESS:
            self.count += first[1] not in _MODIFIERS
        elif code == _GENERIC:
            words = cast(address, POINTER(c_uint16))
            # Each comes twice: of the pointer, and of the mouse that moves it.
            self.count += (words[_EVENT_TYPE], words[_DEVICE]) == (_XI_BUTTON_PRESS, _POINTER)
        return False, 0


class Eyes(QObject):
    """Answers each line of a socket with one line that tells what is to be seen."""

    def __init__(self, asker: int) -> None:
        super().__init__()
        self._presses = PressCounter()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installNativeEventFilter(self._presses)
        self._runners: weakref.WeakSet[TaskRunner] = weakref.WeakSet()
        self._watch_runners()
        self._asker = socket.socket(fileno=asker)
        self._notifier = QSocketNotifier(asker, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._hear())

    def _watch_runners(self) -> None:
        """Know of every worker, to tell when one of them has something left to do."""
        begin, runners = TaskRunner.__init__, self._runners

        def noted(runner: TaskRunner, parent: QObject | None = None) -> None:
            begin(runner, parent)
            runners.add(runner)

        TaskRunner.__init__ = noted  # type: ignore[method-assign,assignment]

    def _hear(self) -> None:
        if not self._asker.recv(4096):
            self._notifier.setEnabled(False)
            return
        # What a press has set going by a timer of no time is done before it is told.
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._tell))

    def _tell(self) -> None:
        try:
            seen = self._see()
        except Exception:  # noqa: BLE001, told to who asked: the program has done nothing wrong
            seen = {"error": traceback.format_exc()}
        self._asker.sendall(json.dumps(seen).encode() + b"\n")

    def _see(self) -> dict[str, Any]:
        return {
            "presses": self._presses.count,
            "pending": sum(runner.pending for runner in self._runners),
            "held": _list_held(),
            "active": _is_active(),
            "focus": tell_focus(),
            "windows": [_title(window) for window in front_windows()],
            "things": [thing for window in front_windows() for thing in list_things(window)],
        }


def front_windows() -> Iterator[QWidget]:
    """Yield what can be acted on: an open list or menu, else the top dialog, else all windows."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if front is not None:
        yield front
        return
    yield from (window for window in QApplication.topLevelWidgets() if window.isVisible())


def _list_held() -> list[str]:
    """Name the buttons that are held down: one whose letter was pressed acts when it is let go."""
    if QApplication.activePopupWidget() is not None:
        # A button stays down while its menu is open.
        return []
    buttons = (w for w in QApplication.allWidgets() if isinstance(w, QAbstractButton))
    # Qt's dialog for files holds the button of its present view down for good.
    return [
        button.text()
        for button in buttons
        if button.isDown() and not isinstance(button, QToolButton)
    ]


def _is_active() -> bool:
    """Tell whether the keyboard is given to what can be acted on."""
    active, dialog = QApplication.activeWindow(), QApplication.activeModalWidget()
    return active is not None and dialog in (None, active)


def _title(window: QWidget) -> str:
    return window.windowTitle()
