"""A bug is told in plain words, kept in the log, and sent nowhere."""

import logging
import os
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell.application import run_window
from kinerja_desktop.ui.shell.crash import LOG, keep_log, report_bugs
from kinerja_desktop.ui.wizard import SetupWizard


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: words.append(error.message))
    monkeypatch.setattr(dialogs, "show_crash", lambda parent, text, log: words.append(text))
    return words


def read_log(folder: Path) -> str:
    return (folder / "kinerja.log").read_text("utf-8")


def raise_through_the_hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_bug_is_shown_and_logged(qtbot: QtBot, tmp_path: Path, told: list[str]) -> None:
    hooks = sys.excepthook, threading.excepthook
    with keep_log(tmp_path), report_bugs(tmp_path):
        raise_through_the_hook(ZeroDivisionError("bagi nol"))
        raise_through_the_hook(KinerjaError("Flashdisk penuh."))
        raise_through_the_hook(KeyboardInterrupt())
    assert "ZeroDivisionError: bagi nol" in told[0]
    assert told[1:] == ["Flashdisk penuh."]
    assert "ZeroDivisionError: bagi nol" in read_log(tmp_path)
    assert (sys.excepthook, threading.excepthook) == hooks
    assert LOG.handlers == []


def test_a_bug_in_a_thread_is_logged(qtbot: QtBot, tmp_path: Path) -> None:
    def fail() -> None:
        raise ValueError("di utas lain")

    with keep_log(tmp_path), report_bugs(tmp_path):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "ValueError: di utas lain" in read_log(tmp_path)


def test_what_qt_complains_of_is_logged(qtbot: QtBot, tmp_path: Path) -> None:
    with keep_log(tmp_path), report_bugs(tmp_path):
        qWarning("keluhan")
    assert "Qt: keluhan" in read_log(tmp_path)


def test_without_a_place_for_the_log_the_program_still_starts(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with keep_log(tmp_path / "berkas" / "data"):
        pass
    assert LOG.handlers == []


def test_without_a_place_for_a_crash_the_program_still_starts(tmp_path: Path) -> None:
    (tmp_path / "kinerja.crash.log").mkdir()
    with keep_log(tmp_path):
        LOG.info("jalan")
    assert "jalan" in read_log(tmp_path)
    assert LOG.handlers == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_log_that_has_no_room_says_nothing_on_the_console(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with keep_log(tmp_path):
        (handler,) = LOG.handlers
        assert isinstance(handler, RotatingFileHandler)
        assert handler.stream is not None
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, handler.stream.fileno())
        os.close(full)
        LOG.warning("tidak muat")
    assert capfd.readouterr().err == ""


def test_a_log_tells_of_a_bug_in_what_is_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with keep_log(tmp_path):
        (handler,) = LOG.handlers
        handler.emit(logging.makeLogRecord({"msg": "%d", "args": ("bukan angka",)}))
    assert "Logging error" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    (tmp_path / "kinerja.crash.log").symlink_to("/dev/full")
    with keep_log(tmp_path):
        (handler,) = LOG.handlers
        assert isinstance(handler, RotatingFileHandler)
        assert handler.stream is not None
        # What is buffered meets the full disk when the file is closed.
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, handler.stream.fileno())
        os.close(full)
        handler.stream.write("x")
    assert LOG.handlers == []


def test_the_whole_program_opens_on_the_sample_and_closes(qtbot: QtBot, tmp_path: Path) -> None:
    def close() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "jendela"]
        if windows and windows[0].isVisible():
            windows[0].close()
            QTimer.singleShot(50, QApplication.quit)
        else:
            QTimer.singleShot(20, close)

    QTimer.singleShot(0, close)
    assert run_window(tmp_path / "data", contoh=True) == 0
    assert not (tmp_path / "data" / "sedang-dibuka").exists()


def test_a_folder_that_cannot_be_opened_ends_the_program(
    qtbot: QtBot, tmp_path: Path, told: list[str]
) -> None:
    (tmp_path / "berkas").write_text("x")
    assert run_window(tmp_path / "berkas" / "data") == 1
    assert len(told) == 1


def test_who_turns_away_from_the_wizard_leaves_nothing_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SetupWizard, "exec", lambda self: 0)
    assert run_window(tmp_path / "data") == 0
    assert run_window(tmp_path / "data") == 0
