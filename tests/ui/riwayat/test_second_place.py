"""The band of the second place, on the tab Cadangan."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.riwayat.second_place import choose_second_place
from kinerja_desktop.ui.riwayat import backup_tab
from kinerja_desktop.ui.riwayat.backup_tab import BackupTab
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.conftest import Clock
from tests.services.dokumen.papers import TAHUN
from tests.stages import PERIODE, first_indikator
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    monkeypatch.setattr(backup_tab, "list_drives", list)
    return Speech(monkeypatch)


@pytest.fixture
def tab(qtbot: QtBot, muncar: Office, speech: Speech) -> Iterator[BackupTab]:
    with open_window(qtbot, muncar, (RiwayatPage,), TAHUN) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        page.tabs.setCurrentWidget(page.backups)
        settle(qtbot, window)
        yield page.backups


def rest(qtbot: QtBot, tab: BackupTab) -> None:
    window = tab.window()
    assert isinstance(window, MainWindow)
    settle(qtbot, window)


def press(qtbot: QtBot, tab: BackupTab, name: str) -> None:
    qtbot.mouseClick(getattr(tab.second, name), LEFT)
    rest(qtbot, tab)


def test_a_place_is_chosen_and_a_backup_goes_there(
    qtbot: QtBot, tab: BackupTab, speech: Speech, clock: Clock, tmp_path: Path
) -> None:
    assert tab.second.label.text().startswith("Belum ada tempat kedua")
    assert tab.second.write_button.isHidden()
    stick = tmp_path / "STIK"
    stick.mkdir()
    speech.answers["choose_folder"] = stick
    press(qtbot, tab, "choose_button")
    assert len(list(stick.glob("Kinerja_cadangan_*.kinerja"))) == 1
    assert f"Cadangkan juga ke {stick}. Terakhir" in tab.second.label.text()
    assert "tujuh hari" not in tab.second.label.text()
    clock.moment += timedelta(days=8)
    tab.load()
    rest(qtbot, tab)
    assert "Sudah lebih dari tujuh hari" in tab.second.label.text()
    press(qtbot, tab, "write_button")
    assert len(list(stick.glob("Kinerja_cadangan_*.kinerja"))) == 2


def test_a_place_may_be_turned_away_or_refused(
    qtbot: QtBot, tab: BackupTab, speech: Speech, muncar: Office
) -> None:
    speech.answers["choose_folder"] = None
    press(qtbot, tab, "choose_button")
    speech.answers["choose_folder"] = muncar.folder / "cadangan"
    press(qtbot, tab, "choose_button")
    assert "folder data" in str(speech.said)
    assert tab.second.label.text().startswith("Belum ada tempat kedua")


def test_damaged_evidence_is_told(
    qtbot: QtBot, tab: BackupTab, speech: Speech, muncar: Office, tmp_path: Path
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"isi")
    attach_bukti(muncar, first_indikator(muncar), PERIODE, tmp_path / "foto.jpg")
    (digest,) = muncar.evidence.stored()
    muncar.evidence.path_of(digest).write_bytes(b"lain")
    choose_second_place(muncar, tmp_path)
    tab.load()
    rest(qtbot, tab)
    assert "Belum pernah" in tab.second.label.text()
    press(qtbot, tab, "write_button")
    assert "Yang rusak tidak ikut" in str(speech.said)
