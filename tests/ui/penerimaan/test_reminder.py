"""Surat pengingat: the button says how many, the dialog to whom."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.penerimaan.reminder_dialog import ReminderDialog
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.documents.reading import pages_of
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.senders import take
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, open_window, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office, sticks: Path) -> Iterator[MainWindow]:
    take(bappeda, sticks / "v1")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("penerimaan")
        settle(qtbot, opened)
        yield opened


def test_the_letters_are_written_for_those_who_are_late(
    qtbot: QtBot, window: MainWindow, bappeda: Office, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    button = page.remind_button
    assert (button.text(), button.isEnabled()) == ("Surat &pengingat…", False)
    assert "pilih triwulannya" in button.toolTip()
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    qtbot.waitUntil(button.isEnabled)
    assert button.text() == "Surat &pengingat… (20)"
    told: list[str] = []

    def answer(dialog: ReminderDialog) -> int:
        told.append(dialog.findChildren(QLabel)[0].text())
        dialog.batas.setText("31 apa")
        assert not dialog.accept_button.isEnabled()
        dialog.batas.setText("20-2-2025")
        assert dialog.accept_button.isEnabled()
        dialog.nomor.setText("700/9/427.70/2025")
        return int(dialog.DialogCode.Accepted if len(told) > 1 else dialog.DialogCode.Rejected)

    monkeypatch.setattr(ReminderDialog, "exec", answer)
    places: list[Path | None] = [None, tmp_path / "surat.pdf"]
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: places.pop(0))
    for _ in range(3):  # turned away, without a place, written
        qtbot.mouseClick(button, LEFT)
        settle(qtbot, window)
    assert told[0].startswith("20 surat dalam satu berkas")
    assert "Kecamatan Klakah" in told[0]
    pages = pages_of((tmp_path / "surat.pdf").read_bytes())
    places.append(tmp_path / "lagi.pdf")
    press_batal(monkeypatch, page.work_strip())
    qtbot.mouseClick(button, LEFT)
    settle(qtbot, window)
    assert last_state(window) is WorkState.CANCELLED
    assert not (tmp_path / "lagi.pdf").exists()
    assert len(pages) == 20
    assert "20 Februari 2025" in pages[0]
    assert button.isEnabled()
    window.context.set_periode(Periode(2024, 4))
    settle(qtbot, window)
    assert button.text() == "Surat &pengingat… (21)"
