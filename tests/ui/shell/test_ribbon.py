"""The band of a sample office, and the way out of it through the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor import last_place
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.latihan.terputus import note_begun
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell import application
from kinerja_desktop.ui.shell.application import make_application, run_window
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.wizard import SetupWizard
from tests.ui.speech import Speech
from tests.ui.window import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


@pytest.fixture
def practice(qtbot: QtBot, latihan: Office) -> Iterator[Context]:
    make_application()
    made = Context(latihan)
    yield made
    made.close()


def open_window(qtbot: QtBot, context: Context) -> MainWindow:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    settle(qtbot, window)
    return window


def test_it_tells_the_day_of_the_practice_office(qtbot: QtBot, practice: Context) -> None:
    window = open_window(qtbot, practice)
    assert window.ribbon.isVisible()
    assert "Hari ini di kantor latihan: 13 Oktober 2025" in window.ribbon.label.text()
    assert window.top.tahun.currentText() == "2025"
    window.close()


def test_the_sample_of_muncar_has_the_days_of_the_pc(qtbot: QtBot, sample: Context) -> None:
    window = open_window(qtbot, sample)
    assert window.ribbon.isVisible()
    assert "Hari ini" not in window.ribbon.label.text()
    window.close()


def test_a_real_office_has_no_way_out(qtbot: QtBot, sample: Context, speech: Speech) -> None:
    (instansi,) = list_rows(sample.office, "instansi")
    change_field(sample.office, "instansi", instansi["id"], "contoh", False)
    window = open_window(qtbot, sample)
    assert not window.ribbon.isVisible()
    window.ribbon.leave_button.click()
    assert "data kantor sungguhan" in speech.said[0]
    assert speech.asked == []
    assert sample.next_place is None
    window.close()


@pytest.mark.sqlite_only("of a server it is not offered")
def test_whoever_founded_the_wrong_office_begins_again(
    qtbot: QtBot, office: Office, speech: Speech
) -> None:
    make_application()
    set_up_bappeda(office, bappeda_of("Lumajang"))
    context = Context(office)
    window = open_window(qtbot, context)
    assert window.ribbon.isVisible()
    assert window.ribbon.label.text().startswith("Kantor ini baru disiapkan")
    qtbot.mouseClick(window.ribbon.leave_button, Qt.MouseButton.LeftButton)
    (asked,) = speech.asked
    assert asked[:3] == ("confirm", "Ulangi panduan awal?", "Ulangi panduan awal")
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "alamat", "Jalan Alun-alun Utara 7")
    settle(qtbot, window)
    assert not window.ribbon.isVisible()
    window.close()
    context.close()


def test_it_asks_before_it_leaves(qtbot: QtBot, sample: Context, speech: Speech) -> None:
    window = open_window(qtbot, sample)
    qtbot.mouseClick(window.ribbon.leave_button, Qt.MouseButton.LeftButton)
    (asked,) = speech.asked
    assert asked[:3] == ("confirm", "Hapus data latihan dan mulai kantor sendiri?",
                         "Hapus data latihan")  # fmt: skip
    assert "disimpan dulu" in asked[3]
    assert window.isVisible()
    assert sample.farewell is None
    assert sample.next_place is None
    window.close()


@pytest.mark.sqlite_only("a folder that is emptied")
def test_the_program_goes_from_the_practice_office_to_the_wizard(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole door: the button, the data laid aside, the wizard on the same, empty folder."""
    folder = tmp_path / "data"
    office = open_office(folder)
    fill_sample(office)
    office.close()
    monkeypatch.setattr(dialogs, "confirm", lambda *words: True)
    monkeypatch.setattr(last_place, "default_data_folder", lambda: tmp_path / "biasa")
    begun: list[bool] = []

    def begin(wizard: SetupWizard) -> int:
        begun.append(wizard.context.office.instansi() is None)
        return 0

    def leave(_application: QApplication) -> int:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        (window,) = (w for w in shown if isinstance(w, MainWindow))
        settle(qtbot, window)
        window.ribbon.leave_button.click()
        return 0

    monkeypatch.setattr(SetupWizard, "exec", begin)
    monkeypatch.setattr(QApplication, "exec", leave)
    monkeypatch.setattr(application, "start_background_work", lambda *words: None)
    # Asked to fill an empty folder with the sample, it does so at its start, not afterwards.
    assert run_window(folder, contoh=True) == 0
    assert begun == [True]
    (aside,) = folder.glob("latihan-*")
    assert (aside / "kinerja.db").exists()
    # The place that opens by itself is the one it was.
    assert not (tmp_path / "biasa").exists()


@pytest.mark.sqlite_only("a folder that is emptied; of a server it says whom to ask")
def test_a_half_of_the_practice_office_is_laid_aside_at_the_next_start(
    muncar: Office, monkeypatch: pytest.MonkeyPatch, speech: Speech
) -> None:
    """As after a power failure in the middle of filling it."""
    note_begun(muncar)
    folder = muncar.folder
    muncar.close()
    told: list[str] = []

    def begin(wizard: SetupWizard) -> int:
        told.append(wizard.start.note.text())
        return 0

    monkeypatch.setattr(SetupWizard, "exec", begin)
    assert run_window(folder) == 0
    assert len(told) == 1
    assert "Kantor latihan terputus" in told[0]
    assert len(list(folder.glob("latihan-2*"))) == 1
    assert speech.said == []
