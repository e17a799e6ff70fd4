"""A second start on the same data shows the window of the first."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell import application, opening, second_start
from kinerja_desktop.ui.shell.application import (
    make_application,
    open_or_explain,
)
from kinerja_desktop.ui.shell.opening import WindowCalledError
from kinerja_desktop.ui.shell.second_start import (
    FILE_NAME,
    CallListener,
    call_open_window,
    show_windows,
)
from tests.systems import pretend_system

RAISING = pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints")
SECOND = """
import sys
from functools import partial
from pathlib import Path
from kinerja_desktop.ui.shell.application import run_window
sys.exit(run_window(Path(sys.argv[1])))
"""


def test_a_second_process_calls_the_first_and_ends(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    make_application()
    parent, shown = QObject(), []
    listener = CallListener(office.folder, lambda: shown.append(True), parent)
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(office.folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    assert shown == [True]
    assert listener.parent() is parent


def _has(answers: list[bool], count: int) -> bool:
    return len(answers) == count


def test_it_can_be_called_again(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    parent, shown, answers = QObject(), [], []
    _listener = CallListener(tmp_path, lambda: shown.append(True), parent)
    for calls in (1, 2):
        Thread(target=lambda: answers.append(call_open_window(tmp_path))).start()
        qtbot.waitUntil(partial(_has, answers, calls), timeout=10_000)
    assert (answers, shown) == ([True, True], [True, True])


def test_without_a_window_nobody_answers(tmp_path: Path) -> None:
    assert not call_open_window(tmp_path, 0.1)
    (tmp_path / FILE_NAME).write_text("")
    assert not call_open_window(tmp_path, 0.1)
    # The call is taken back: the next window to open must not jump up.
    assert (tmp_path / FILE_NAME).read_bytes() == b""


def test_a_command_that_has_the_data_is_explained(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    assert open_or_explain(office.folder) is None
    assert "sedang dibuka" in told[0]


def test_a_window_that_has_the_data_is_called(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    monkeypatch.setattr(opening, "call_open_window", lambda _: True)
    with pytest.raises(WindowCalledError):
        open_or_explain(office.folder)
    assert application.run_window(office.folder) == 0


@RAISING
def test_a_hidden_window_and_its_dialog_come_to_the_front(qtbot: QtBot) -> None:
    make_application()
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    show_windows()
    assert not window.isMinimized()
    assert dialog.isVisible()
    dialog.close()


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(qtbot: QtBot, tmp_path: Path) -> None:
    make_application()
    parent = QObject()
    CallListener(tmp_path / "tidak ada", lambda: None, parent)
    assert not call_open_window(tmp_path / "tidak ada", 0.1)


def test_windows_is_asked_to_let_the_other_come_forward(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    allowed: list[int] = []

    class User32:
        @staticmethod
        def AllowSetForegroundWindow(process: int) -> None:
            allowed.append(process)

    class Ctypes:
        class windll:  # noqa: N801, the name of ctypes
            user32 = User32

    pretend_system(monkeypatch, second_start, "win32")
    monkeypatch.setattr(second_start, "import_module", lambda _: Ctypes)
    (tmp_path / FILE_NAME).write_text("")
    call_open_window(tmp_path, 0.01)
    assert allowed == [-1]
