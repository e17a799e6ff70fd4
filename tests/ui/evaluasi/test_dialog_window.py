"""Dialog Kinerja from the page: typed for a triwulan, printed for office or official."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.evaluasi.dialog_window import DialogKinerjaWindow
from kinerja_desktop.ui.evaluasi.page import EvaluasiPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.evaluasi.office import TW3, fill_evaluasi
from tests.services.evaluasi.test_dialog import ROW
from tests.ui.window import current_page, open_window, settle


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    fill_evaluasi(office)
    with open_window(qtbot, office, [EvaluasiPage, DokumenPage], TW3) as opened:
        yield opened


def test_a_dialog_is_typed_and_printed(
    qtbot: QtBot, window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = current_page(window)
    assert isinstance(page, EvaluasiPage)

    def talk(self: DialogKinerjaWindow) -> int:
        settle(qtbot, window)
        assert self.editor.empty.isVisibleTo(self)
        row = {**ROW, "tahun": TW3.tahun, "triwulan": 3, "tanggal": date(2024, 10, 4)}
        add_row(office, "dialog_kinerja", row)
        settle(qtbot, window)
        qtbot.waitUntil(lambda: self.editor.current_id() is not None)
        qtbot.mouseClick(self.print_button, Qt.MouseButton.LeftButton)
        return self.result()

    monkeypatch.setattr(DialogKinerjaWindow, "exec", talk)
    page.dialog_action.trigger()
    settle(qtbot, window)
    shown = current_page(window)
    assert isinstance(shown, DokumenPage)
    assert shown.side.kunci == "dialog-kinerja"
    assert list_rows(office, "dialog_kinerja")[0]["catatan"].startswith("IKM")


def test_turning_away_prints_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = current_page(window)
    assert isinstance(page, EvaluasiPage)
    monkeypatch.setattr(DialogKinerjaWindow, "exec", lambda self: self.reject() or 0)
    page.dialog_action.trigger()
    settle(qtbot, window)
    assert current_page(window) is page


def test_a_year_as_a_whole_has_no_dialog(qtbot: QtBot, window: MainWindow) -> None:
    page = current_page(window)
    assert isinstance(page, EvaluasiPage)
    assert page.others_button.isEnabled()
    window.context.set_periode(Periode(TW3.tahun))
    settle(qtbot, window)
    assert not page.others_button.isEnabled()
