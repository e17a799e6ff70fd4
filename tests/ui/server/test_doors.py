"""The doors with a way of their own: the report's texts and the letters."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.surat.tulis import change_isi, read_naskah
from kinerja_desktop.ui.base import reconnecting
from kinerja_desktop.ui.base.meeting import Choice
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.page import SuratPage
from tests.postgres import BUDI, Cluster
from tests.services.surat.letters import begin
from tests.ui.server.conftest import Chooser
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TAHUN, KUNCI = 2024, "kata_pengantar"


@pytest.fixture
def full(
    cluster: Cluster,
    database: str,
    sri: Office,
    tmp_path: Path,
    clock: Callable[[], datetime],
) -> Iterator[Office]:
    """The sample office, as Budi has it open."""
    fill_sample(sri)
    office = open_office(cluster.address(database, tmp_path / "budi", BUDI), clock)
    yield office
    office.close()


@pytest.fixture
def report(qtbot: QtBot, full: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(reconnecting, "_PAUSE_MS", 100)
    with open_window(qtbot, full, (LkjipPage,), Periode(TAHUN)) as opened:
        yield opened


def text_of(office: Office) -> str:
    rows = {row.kunci: row for row in read_lkjip(office, TAHUN).bagian}
    return rows[KUNCI].teks


def type_text(qtbot: QtBot, page: LkjipPage, text: str) -> None:
    """Type a text into the section that is shown; it is not handed over yet."""
    editor = page.pane.editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def lkjip(window: MainWindow) -> LkjipPage:
    page = current_page(window)
    assert isinstance(page, LkjipPage)
    assert page.pane.kunci == KUNCI
    return page


@pytest.mark.parametrize("choice", [Choice.THEIRS, Choice.MINE, Choice.BACK])
def test_two_who_write_one_section_lose_nothing(
    qtbot: QtBot, report: MainWindow, sri: Office, chooser: Chooser, choice: Choice
) -> None:
    page = lkjip(report)
    type_text(qtbot, page, "teks budi")
    write_text(sri, TAHUN, KUNCI, "teks sri")
    chooser.answers = [choice]
    page.pane.flush()
    qtbot.waitUntil(lambda: bool(chooser.shown), timeout=20_000)
    settle(qtbot, report)
    (line,) = [line for line in chooser.shown if "Teks" in line[0]]
    assert line[2:] == ["teks sri", "teks budi"]
    editor = page.pane.editor
    match choice:
        case Choice.THEIRS:
            qtbot.waitUntil(lambda: editor.toPlainText() == "teks sri", timeout=20_000)
            assert text_of(sri) == "teks sri"
        case Choice.MINE:
            qtbot.waitUntil(lambda: text_of(sri) == "teks budi", timeout=20_000)
            # He goes on typing without being asked for the same change again.
            type_text(qtbot, page, "teks budi lagi")
            page.pane.flush()
            qtbot.waitUntil(lambda: text_of(sri) == "teks budi lagi", timeout=20_000)
        case Choice.BACK:
            assert editor.toPlainText() == "teks budi"
            assert page.pane.is_unsaved
            assert text_of(sri) == "teks sri"
            chooser.answers = [Choice.THEIRS]  # what is left unsaved is asked for once more
            page.pane.flush()
            settle(qtbot, report)


def test_a_text_typed_while_the_server_is_away_is_stored_later(
    qtbot: QtBot, report: MainWindow, sri: Office, cluster: Cluster
) -> None:
    page = lkjip(report)
    type_text(qtbot, page, "teks budi")
    cluster.stop()
    try:
        page.pane.flush()
        qtbot.waitUntil(report.line_band.isVisible, timeout=20_000)
        assert page.pane.state.text() == "Menunggu disimpan"
        assert page.pane.editor.toPlainText() == "teks budi"
    finally:
        cluster.start()
    qtbot.waitUntil(lambda: not report.context.line.is_away, timeout=20_000)
    settle(qtbot, report)
    assert text_of(sri) == "teks budi"


def test_two_who_write_one_letter_are_told(
    qtbot: QtBot, full: Office, sri: Office, chooser: Chooser
) -> None:
    key = begin(sri, "nota-dinas", hal="Undangan")
    with open_window(qtbot, full, (SuratPage,), Periode(TAHUN)) as window:
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, SuratPage)
        letters = page.tab("naskah")
        assert isinstance(letters, LettersTab)
        letters.table.selectRow(0)
        settle(qtbot, window)
        form = letters.form
        box = form.boxes["hal"]
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, "Rapat")
        change_isi(sri, key, replace(read_naskah(sri, key).isi, hal="Teguran"))
        settle(qtbot, window)
        chooser.answers = [Choice.MINE]
        assert form.commit()
        # One question, for the letter and for what the register says of it.
        assert len(chooser.offered) == 1
        assert chooser.shown[0][1:] == ["Hal: Undangan", "Hal: Teguran", "Hal: Rapat"]
        assert read_naskah(sri, key).isi.hal == "Rapat"
