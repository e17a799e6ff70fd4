"""Buku Panduan and the card, from the pane of the help."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.bantuan.panduan import build_panduan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from tests.journeys.clerk import Clerk, at_work
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were handed to the system's viewer."""
    seen: list[str] = []

    def show(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return seen


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answer the dialog ahead; returns what it proposed."""
    proposed: list[str] = []

    def choose(parent: object, title: str, suggestion: str, pattern: str) -> Path | None:
        proposed.append(suggestion)
        return path

    monkeypatch.setattr(dialogs, "choose_save_file", choose)
    return proposed


def press(clerk: Clerk, name: str) -> None:
    clerk.shortcut("F1")
    pane = clerk.window.help.pane
    assert isinstance(pane, HelpPane)
    button = getattr(pane, name)
    assert isinstance(button, QPushButton)
    clerk.press(button)


def test_the_manual_is_written_and_opened(
    qtbot: QtBot,
    muncar: Office,
    tmp_path: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "Buku.pdf"
    proposed = answer(monkeypatch, target)
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(clerk, "manual_button")
        assert proposed == ["Buku_Panduan.pdf"]
        assert target.read_bytes() == build_panduan(muncar, "panduan")
        assert [Path(name) for name in opened] == [target]
        assert clerk.window.foot.result.label.text() == f"Tersimpan: {target}"


def test_the_manual_is_stopped_and_waits_for_what_runs(
    qtbot: QtBot,
    muncar: Office,
    tmp_path: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "Buku.pdf"
    proposed = answer(monkeypatch, target)
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        strip = current_page(clerk.window).work_strip()
        press_batal(monkeypatch, strip, at=20)
        press(clerk, "manual_button")
        assert last_state(clerk.window) is WorkState.CANCELLED
        assert not target.exists()
        assert opened == []
        said = clerk.window.statusBar().currentMessage()
        assert said.startswith("Penyimpanan panduan dibatalkan.")
        go_on = Event()
        strip.run("Lain…", lambda _: go_on.wait(5), lambda _: None, lambda _: None)
        pane = clerk.window.help.pane
        assert pane is not None
        pane.card_button.click()
        said = clerk.window.statusBar().currentMessage()
        assert said.startswith("Pekerjaan sebelumnya belum selesai.")
        assert proposed == ["Buku_Panduan.pdf"]
        go_on.set()
        settle(qtbot, clerk.window)


def test_the_card_is_written_too(
    qtbot: QtBot,
    muncar: Office,
    tmp_path: Path,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proposed = answer(monkeypatch, tmp_path / "kartu.pdf")
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(clerk, "card_button")
        assert proposed == ["Kartu_Saku.pdf"]
        assert (tmp_path / "kartu.pdf").read_bytes() == build_panduan(muncar, "kartu")


def test_who_turns_away_gets_nothing(
    qtbot: QtBot, muncar: Office, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, None)
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(clerk, "card_button")
        assert opened == []
