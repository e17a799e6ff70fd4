"""On a full disk nothing typed is thrown away: not by leaving the field, not by closing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.store.failing import sqlite_error
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window, settle

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.sqlite_only("its own result codes"),
]

TAHUN = Periode(2024)
ISU = "isu_strategis"
UNSTORED = "Yang terakhir diketik belum tersimpan."


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


def is_told(window: MainWindow, speech: Speech) -> bool:
    """Tell whether a band says it, and no box took the keys of who types."""
    band = window.storage_band
    assert speech.said == []
    return band.isVisible() and "penyimpanannya penuh" in band.label.text()


def questions(speech: Speech) -> list[str]:
    return [question for _, question, *_ in speech.asked]


@pytest.fixture
def window(qtbot: QtBot, muncar: Office, speech: Speech) -> Iterator[MainWindow]:
    pages = PengukuranPage, PengaturanPage, LkjipPage
    with open_window(qtbot, muncar, pages, TAHUN) as opened:
        yield opened
        speech.answers["confirm"] = True


@contextmanager
def full_disk() -> Iterator[None]:
    def refuse(_connection: object) -> None:
        raise OperationalError("", None, sqlite_error(sqlite3.SQLITE_FULL))

    event.listen(Engine, "commit", refuse)
    try:
        yield
    finally:
        event.remove(Engine, "commit", refuse)


def stories(window: MainWindow) -> list[str]:
    rows = list_rows(window.context.office, "realisasi", tahun=TAHUN.tahun, triwulan=None)
    return [row["penghambat"] for row in rows if row["penghambat"]]


def type_story(qtbot: QtBot, window: MainWindow, text: str) -> None:
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    (row,) = list_rows(window.context.office, "indikator", kode="IKU-2")
    page.receive(TempatIndikator(TAHUN, row["id"], None))
    settle(qtbot, window)
    box = page.panel.story.boxes["penghambat"]
    page.panel.tabs.setCurrentWidget(page.panel.told)
    box.setFocus()
    box.setPlainText(text)


def test_a_story_stays_on_the_screen_and_closing_asks(
    qtbot: QtBot, window: MainWindow, speech: Speech
) -> None:
    before = stories(window)
    with full_disk():
        type_story(qtbot, window, "Kalimat yang tidak boleh hilang")
        window.close()
        assert window.isVisible()
        assert is_told(window, speech)
        assert questions(speech) == [UNSTORED]
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        text = page.panel.story.boxes["penghambat"].toPlainText()
        assert text == "Kalimat yang tidak boleh hilang"
    assert stories(window) == before
    # There is room again.
    page.panel.story.boxes["penghambat"].setFocus()
    window.close()
    assert not window.isVisible()
    assert questions(speech) == [UNSTORED]
    assert "Kalimat yang tidak boleh hilang" in stories(window)


def test_a_field_keeps_what_was_typed(qtbot: QtBot, window: MainWindow, speech: Speech) -> None:
    window.open_page("pengaturan")
    settle(qtbot, window)
    line = current_page(window).findChild(QLineEdit, "alamat")
    assert line is not None
    with full_disk():
        line.setFocus()
        line.setText("Jl. Baru 2")
        line.clearFocus()
        assert line.text() == "Jl. Baru 2"
        assert is_told(window, speech)
        speech.answers["confirm"] = True
        window.close()
    assert not window.isVisible()
    assert questions(speech) == [UNSTORED]
    assert window.context.office.require_instansi().alamat != "Jl. Baru 2"


def test_a_section_of_the_report_stays_whether_the_worker_or_the_window_was_refused(
    qtbot: QtBot, window: MainWindow, speech: Speech
) -> None:
    window.open_page("lkjip")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, LkjipPage)
    page.outline.choose(ISU)
    settle(qtbot, window)
    with full_disk():
        page.pane.editor.setFocus()
        page.pane.editor.setPlainText("Isu yang tidak boleh hilang")
        window.close()
        qtbot.waitUntil(lambda: is_told(window, speech))
        settle(qtbot, window)
        assert window.isVisible()
        assert is_told(window, speech)
        window.close()
        assert window.isVisible()
        assert set(questions(speech)) == {UNSTORED}
        assert page.pane.editor.toPlainText() == "Isu yang tidak boleh hilang"
    page.pane.editor.setFocus()
    page.pane.editor.clearFocus()
    settle(qtbot, window)
    assert not window.storage_band.isVisible(), "it is stored again"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    rows = read_lkjip(window.context.office, TAHUN.tahun).bagian
    assert next(row for row in rows if row.kunci == ISU).teks == "Isu yang tidak boleh hilang"


def test_behind_a_dialog_a_band_would_not_be_seen(
    qtbot: QtBot, window: MainWindow, speech: Speech
) -> None:
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    with full_disk():
        window.context.store(dialog, lambda: change_alamat(window.context.office, "Jl. Baru 3"))
    assert not window.storage_band.isVisible()
    assert "penyimpanannya penuh" in str(speech.said[-1])


def change_alamat(office: Office, alamat: str) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], "alamat", alamat)


def test_a_server_that_is_away_as_well_does_not_keep_the_window_open(
    window: MainWindow, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for it is given up too; else closing would wait for it without end."""
    context = window.context
    given_up: list[bool] = []
    context.has_unstored = True
    monkeypatch.setattr(context.line, "is_away", True)
    monkeypatch.setattr(context.waiting, "give_up", lambda: given_up.append(True))
    speech.answers["confirm"] = True
    window.close()
    assert not window.isVisible()
    assert given_up == [True]
