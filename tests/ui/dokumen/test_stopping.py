"""*Batal* while a document is saved: no file, the diary tells it, the page is as before."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import settle


@pytest.mark.parametrize("bentuk", ["pdf", "docx", "xlsx"])
def test_saving_is_stopped_and_done_again(
    qtbot: QtBot, opened: tuple[MainWindow, DokumenPage], speech: Speech, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, bentuk: str,
) -> None:  # fmt: skip
    window, page = opened
    folder = tmp_path / "keluar"
    folder.mkdir()
    button: QPushButton = getattr(page, f"{bentuk}_button")
    speech.answers["choose_save_file"] = folder / f"uji.{bentuk}"
    with monkeypatch.context() as pressed:
        press_batal(pressed, page.strip, at=2)
        button.click()
        assert page.strip.cancel_button.isEnabled()
        settle(qtbot, window)
    assert list(folder.iterdir()) == []
    assert last_state(window) is WorkState.CANCELLED
    assert window.statusBar().currentMessage().startswith("Penyimpanan dokumen dibatalkan.")
    assert speech.said == []
    assert page.strip.isHidden()
    assert button.isEnabled()
    button.click()
    settle(qtbot, window)
    assert [path.name for path in folder.iterdir()] == [f"uji.{bentuk}"]
    assert last_state(window) is WorkState.DONE
