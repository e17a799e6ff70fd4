"""Whoever writes a long text loses a few seconds of it when the power fails, no more."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import (
    EvaluasiRenja,
    JawabanLke,
    Lhe,
    NaskahDinas,
    Realisasi,
)
from kinerja_desktop.store.records.base import Record
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TW = Periode(2025, 3)
WORDS = "Jaringan terputus "


@pytest.fixture
def window(qtbot: QtBot, latihan: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(SteadyKeeping.__init__, "__defaults__", (20, 100))
    with open_window(qtbot, latihan, PAGES, TW) as opened:
        yield opened


def find_box(page: Page, name: str) -> QPlainTextEdit:
    """Return the long text of that name that can be typed in; its tab is brought to the front."""
    if isinstance(page, PengukuranPage):
        page.panel.open_story()
    boxes = (box for box in page.findChildren(QPlainTextEdit) if box.accessibleName() == name)
    return next(box for box in boxes if box.isVisible() and box.isEnabled())


@pytest.mark.parametrize(
    ("place", "name", "record"),
    [
        (("pengukuran", None), "Faktor pendorong", Realisasi),
        (("evaluasi", None), "Faktor pendorong keberhasilan kinerja", EvaluasiRenja),
        (("lke", "kriteria"), "Catatan", JawabanLke),
        (("lke", "lhe"), "Keterangan", Lhe),
        (("surat", "naskah"), "Pembuka", NaskahDinas),
    ],
)
def test_a_long_text_is_stored_while_it_is_written(
    qtbot: QtBot,
    window: MainWindow,
    latihan: Office,
    place: tuple[str, str | None],
    name: str,
    record: type[Record],
) -> None:
    window.open_page(*place)
    settle(qtbot, window)
    box = find_box(current_page(window), name)
    box.setFocus()
    box.clear()
    QTest.keyClicks(box, WORDS)

    def is_stored() -> bool:
        with latihan.journal.reading() as session:
            return any(WORDS.strip() in repr(row) for row in session.exec(select(record)))

    qtbot.waitUntil(is_stored)
    settle(qtbot, window)
    # Whoever writes notices nothing: the blank, the cursor and the place are as they were.
    assert window.focusWidget() is box
    assert (box.toPlainText(), box.textCursor().position()) == (WORDS, len(WORDS))
    QTest.keyClicks(box, "lagi")
    assert box.toPlainText() == WORDS + "lagi"


def test_what_is_taken_back_while_it_is_written_does_not_come_back(
    qtbot: QtBot, window: MainWindow, latihan: Office
) -> None:
    """Each Ctrl+Z in the text is stored; one more used to take that back as a deed."""
    window.open_page("pengukuran")
    settle(qtbot, window)
    box = find_box(current_page(window), "Faktor pendorong")
    box.setFocus()
    before = box.toPlainText()
    QTest.keyClicks(box, WORDS)
    qtbot.wait(60)
    settle(qtbot, window)
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(60)
        settle(qtbot, window)
        assert box.toPlainText() == before
    QTest.keyClick(box, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == before + WORDS
    # Elsewhere the key means the deeds of the office again, and so it does on coming back.
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.table.setFocus()
    settle(qtbot, window)
    assert not box.document().isRedoAvailable()


def test_who_types_on_and_on_is_stored_in_between(qtbot: QtBot) -> None:
    make_application()
    box, kept = QPlainTextEdit(), list[str]()
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    keeping = SteadyKeeping(box, lambda: kept.append(box.toPlainText()), 200, 300)
    keeping.follow(box)
    # What the program shows is nothing typed.
    box.clearFocus()
    box.setPlainText("dari data")
    qtbot.wait(350)
    assert kept == []
    box.setFocus()
    for _ in range(10):
        QTest.keyClick(box, Qt.Key.Key_A)
        qtbot.wait(50)
    assert kept, "no pause was as long as the patience"
    qtbot.waitUntil(lambda: kept[-1] == box.toPlainText())
    count = len(kept)
    QTest.keyClick(box, Qt.Key.Key_B)
    keeping.rest()
    qtbot.wait(350)
    assert len(kept) == count
