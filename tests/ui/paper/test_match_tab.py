"""Photos and scans of signed papers, opened or dropped, in the windows of both kinds of office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.paper import match_tab
from kinerja_desktop.ui.paper.match_tab import MatchTab
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.documents.pictures.scans import LAIN, photograph
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import rows, take
from tests.ui.window import current_page, open_window, settle

__all__ = ["bappeda", "sent", "sticks"]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office, sticks: Path) -> Iterator[MainWindow]:
    take(bappeda, sticks / "v1", sticks / "v2")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("penerimaan", "cocokkan")
        settle(qtbot, opened)
        yield opened


@pytest.fixture
def tab(window: MainWindow) -> MatchTab:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    found = page.tab("cocokkan")
    assert isinstance(found, MatchTab)
    return found


def save(folder: Path, *pages: tuple[str, ...]) -> Path:
    """Write a photo, or a scan of several pages, of papers with these kode."""
    drawn = [photograph(*kode) for kode in pages]
    path = folder / ("tumpukan.pdf" if len(pages) > 1 else "foto.jpg")
    if len(pages) > 1:
        drawn[0].save(path, save_all=True, append_images=drawn[1:])
    else:
        drawn[0].save(path)
    return path


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.windowHandle(), event)


def test_papers_of_a_scan_are_matched_one_after_the_other(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, bappeda: Office, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    first, second = (row.kode for row in sorted(rows(bappeda), key=lambda row: row.versi))
    files = [save(tmp_path, (first,), (), (second, "https://lumajangkab.go.id"), (LAIN,))]
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: files)
    qtbot.mouseClick(tab.file_button, LEFT)
    assert not tab.file_button.isEnabled()
    settle(qtbot, window)
    text = tab.text.toPlainText()
    assert text.startswith("tumpukan.pdf")
    assert text.count("Cocok: semua angka sesuai dengan kode ini") == 2
    assert f"Yang berlaku versi 2, kode {second}" in text
    assert "1 kode QR lain bukan kode verifikasi." in text
    assert f"Tidak ada paket atau dokumen dengan kode {LAIN}" in text
    assert tab.file_button.isEnabled()
    files.clear()
    qtbot.mouseClick(tab.file_button, LEFT)  # turned away
    settle(qtbot, window)
    assert tab.text.toPlainText() == text


def test_what_cannot_be_read_stops_no_other_file(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, bappeda: Office, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7")
    (kode, _) = (row.kode for row in rows(bappeda))
    drop(window, broken, save(tmp_path, (kode,)))
    qtbot.waitUntil(lambda: "Cocok:" in tab.text.toPlainText(), timeout=20_000)
    text = tab.text.toPlainText()
    assert text.startswith("rusak.pdf\nPDF ini rusak atau tidak berisi halaman.")
    settle(qtbot, window)


def test_it_is_stopped_and_takes_nothing_more_meanwhile(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def read(_path: Path, _render: object, _report: object, is_cancelled: object) -> Pindaian:
        tasks.append(tab.strip._task)
        tab.strip._task.cancel()  # type: ignore[union-attr]
        return Pindaian((LAIN,), 300, 0, has_more=True)

    tasks: list[Task | None] = []
    monkeypatch.setattr(match_tab, "read_pindaian", read)
    path = save(tmp_path, ())
    tab.match_files([path, path])
    tab.match_files([path])
    settle(qtbot, window)
    assert len(tasks) == 1
    text = tab.text.toPlainText()
    assert "Hanya 300 halaman pertama yang dibaca." in text
    assert text.endswith("Dihentikan sebelum semua dibaca.")


def test_elsewhere_what_is_dropped_is_looked_through_for_packages(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, sticks: Path
) -> None:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    receiving = page.tab("terima")
    assert isinstance(receiving, ReceiveTab)
    window.open_page("rekap")
    settle(qtbot, window)
    drop(window, sticks / "klakah")
    qtbot.waitUntil(lambda: receiving.model.rowCount() == 1, timeout=20_000)
    assert current_page(window) is page
    assert page.tabs.currentIndex() == 0
    settle(qtbot, window)


def test_a_kecamatan_matches_its_own_old_papers(
    qtbot: QtBot, muncar: Office, tmp_path: Path
) -> None:
    kode = finalize(muncar, TAHUN, TANGGAL).kode
    with open_window(qtbot, muncar, (KirimPage, PengumpulanPage), TAHUN) as window:
        page = current_page(window)
        assert isinstance(page, KirimPage)
        page.tabs.setCurrentWidget(page.matching)
        drop(window, save(tmp_path, (kode,)))
        text = page.matching.text
        qtbot.waitUntil(lambda: "Pengukuran Kinerja" in text.toPlainText(), timeout=20_000)
        assert "Cocok:" in text.toPlainText()
        settle(qtbot, window)
        # On another tab it goes where files always went.
        page.tabs.setCurrentIndex(0)
        drop(window, tmp_path / "foto.jpg")
        qtbot.waitUntil(lambda: isinstance(current_page(window), PengumpulanPage), timeout=20_000)
        settle(qtbot, window)


def test_what_is_typed_next_empties_what_was_found(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, bappeda: Office, tmp_path: Path
) -> None:
    """Whoever checks a pile of papers must not take a mistyped one for proven."""
    kode = rows(bappeda)[0].kode
    qtbot.keyClicks(tab.kode, kode)
    qtbot.keyClick(tab.kode, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Cocok:" in tab.text.toPlainText()
    # The figures follow at once on the word that asks for them; what came after stands below.
    text = tab.text.toPlainText()
    assert (
        text.index("Bandingkan dengan kertasnya:") < text.index("Versi 1") < text.index("Di situ")
    )
    qtbot.keyClick(tab.kode, "A")
    assert tab.text.toPlainText() == ""
    qtbot.keyClicks(tab.kode, "AAA-1111")
    qtbot.keyClick(tab.kode, Qt.Key.Key_Return)
    settle(qtbot, window)
    # In the page, not in a box: a dialog would fail the test.
    assert "16" in tab.text.toPlainText()
    assert "Cocok" not in tab.text.toPlainText()
    assert tab.kode.selectedText() == "AAAA-1111"
    tab.match_files([save(tmp_path, (kode,))])
    assert (tab.kode.text(), tab.text.toPlainText()) == ("", "")
    qtbot.waitUntil(lambda: "Cocok:" in tab.text.toPlainText(), timeout=20_000)
    settle(qtbot, window)


def test_an_answer_that_comes_late_stands_below_no_other_kode(
    qtbot: QtBot, window: MainWindow, tab: MatchTab, bappeda: Office
) -> None:
    qtbot.keyClicks(tab.kode, rows(bappeda)[0].kode)
    tab.match()
    qtbot.keyClick(tab.kode, "B")
    settle(qtbot, window)
    assert tab.text.toPlainText() == ""
    tab.kode.clear()
    tab.match()
    settle(qtbot, window)
    assert tab.text.toPlainText() == ""
