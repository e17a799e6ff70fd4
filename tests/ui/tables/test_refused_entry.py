"""A figure that cannot be taken stays in its cell, wherever the clerk goes instead."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

REALISASI = 4
FIRST, SECOND = 1, 3


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    fill_kantor(office)
    with open_window(qtbot, office, (PengukuranPage, PengaturanPage)) as opened:
        opened.context.set_periode(Periode(TAHUN))
        settle(qtbot, opened)
        yield opened


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is asked before the window closes; the answer is to close."""
    questions: list[str] = []

    def answer(_parent: object, question: str, _yes: str, _detail: str = "") -> bool:
        questions.append(question)
        return True

    monkeypatch.setattr(dialogs, "confirm", answer)
    return questions


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    return found


def type_wrong(page: PengukuranPage, text: str) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(FIRST, REALISASI))
    QTest.keyClicks(page.table, text[:1])
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])


def click_cell(page: PengukuranPage, row: int) -> None:
    place = page.table.visualRect(page.model.index(row, REALISASI)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_editor(page: PengukuranPage) -> QLineEdit | None:
    """Return where the next key goes; one that is closed may still stand there for a moment."""
    focus = page.window().focusWidget()
    return focus if isinstance(focus, QLineEdit) else None


def typed(page: PengukuranPage) -> str:
    """Return what stands in the open editor, for the cell it belongs to."""
    assert page.table.currentIndex().row() == FIRST
    editor = open_editor(page)
    return editor.text() if editor is not None else ""


def test_a_click_on_another_cell_leaves_it_where_it_was_typed(
    qtbot: QtBot, page: PengukuranPage
) -> None:
    type_wrong(page, "sembilan")
    click_cell(page, SECOND)
    qtbot.waitUntil(lambda: typed(page) == "sembilan")
    assert "'sembilan'" in page.line.text()


def test_a_button_or_another_field_leaves_it_there_too(qtbot: QtBot, page: PengukuranPage) -> None:
    type_wrong(page, "9o")
    page.whose.setFocus()
    qtbot.waitUntil(lambda: typed(page) == "9o")


def test_another_page_leaves_it_there_for_coming_back(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    window.open_page("pengaturan")
    settle(qtbot, window)
    window.open_page("pengukuran")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: typed(page) == "9o")


def test_on_another_page_the_keys_go_where_one_clicks(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    window.open_page("pengaturan", "profil_rumus")
    settle(qtbot, window)
    digits = current_page(window).findChild(QLineEdit, "digit")
    assert digits is not None
    QTest.mouseClick(digits, Qt.MouseButton.LeftButton)
    # Whatever opens by itself has its chance first.
    qtbot.wait(50)
    assert window.focusWidget() is digits
    assert page.table.unsettled == "9o"
    assert list_rows(window.context.office, "realisasi", tahun=TAHUN) == []


def test_what_waited_for_its_page_is_forgotten_with_its_line(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    window.open_page("pengaturan")
    settle(qtbot, window)
    page.model.beginResetModel()
    page.model.endResetModel()
    window.open_page("pengukuran")
    settle(qtbot, window)
    qtbot.wait(50)
    assert not page.table.unsettled
    assert page.table.findChild(QLineEdit) is None or open_editor(page) is None


def test_it_does_not_come_along_to_another_year(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    page.whose.setFocus()
    qtbot.waitUntil(lambda: typed(page) == "9o")
    window.context.set_periode(Periode(TAHUN - 1))
    settle(qtbot, window)
    qtbot.wait(50)
    assert open_editor(page) is None
    assert not page.table.unsettled
    assert page.line.text() == "'9o' belum masuk dan tidak ikut pindah: isi lagi di tempatnya."
    QTest.keyClicks(page.table, "5")
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "5"


def test_a_question_of_one_year_is_not_asked_of_the_next(
    qtbot: QtBot, page: PengukuranPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        dialogs, "choose", lambda _parent, question, _choices: asked.append(question)
    )
    cell = QPersistentModelIndex(page.model.index(FIRST, REALISASI))
    page.table._editing.settle((cell, "1.234"), QAbstractItemDelegate.EndEditHint.NoHint)
    # Another year comes before the question does.
    page.model.scope = Periode(TAHUN - 1)
    qtbot.wait(50)
    assert asked == []
    assert "'1.234' belum masuk" in page.line.text()


def test_a_final_year_opens_no_editor_for_what_was_refused_before(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    # The cell is locked before the entry comes back into its editor.
    page.model.set_hasil(page._isi.hasil, locked=True)  # type: ignore[union-attr]
    click_cell(page, SECOND)
    qtbot.wait(50)
    assert open_editor(page) is None
    assert not page.table.unsettled


def test_what_was_told_of_one_year_is_not_told_of_the_next(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage
) -> None:
    page.table.rejected.emit("Angka di tabel ini sekarang hanya dapat dibaca.")
    window.context.set_periode(Periode(TAHUN - 1))
    settle(qtbot, window)
    assert "hanya dapat dibaca" not in page.line.text()


def test_escape_gives_it_up(qtbot: QtBot, page: PengukuranPage) -> None:
    type_wrong(page, "9o")
    click_cell(page, SECOND)
    qtbot.waitUntil(lambda: typed(page) == "9o")
    editor = open_editor(page)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: open_editor(page) is None)
    click_cell(page, SECOND)
    assert page.table.currentIndex().row() == SECOND
    assert not page.table.unsettled


def test_closing_asks_before_it_is_lost(
    window: MainWindow, page: PengukuranPage, asked: list[str]
) -> None:
    type_wrong(page, "9o")
    window.close()
    assert asked == ["'9o' belum masuk ke Tabel pengukuran."]
    assert not window.isVisible()


def test_a_field_that_cannot_be_taken_is_asked_about_too(
    qtbot: QtBot, window: MainWindow, asked: list[str]
) -> None:
    window.open_page("pengaturan", "profil_rumus")
    settle(qtbot, window)
    digits = current_page(window).findChild(QLineEdit, "digit")
    assert digits is not None
    digits.setFocus()
    digits.setText("dua")
    window.close()
    assert asked == ["'dua' belum masuk ke Angka di belakang koma."]


def test_who_does_not_want_it_lost_finds_it_in_its_cell(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_wrong(page, "9o")
    with monkeypatch.context() as patch:
        patch.setattr(dialogs, "confirm", lambda *_: False)
        window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: typed(page) == "9o")


def test_a_figure_that_was_taken_asks_nothing(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage, asked: list[str]
) -> None:
    type_wrong(page, "9o")
    click_cell(page, SECOND)
    qtbot.waitUntil(lambda: typed(page) == "9o")
    editor = open_editor(page)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "90")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.unsettled)
    window.close()
    assert not window.isVisible()
    assert not asked
    assert len(list_rows(window.context.office, "realisasi", tahun=TAHUN)) == 1


@pytest.fixture
def come_back(qtbot: QtBot, window: MainWindow, page: PengukuranPage) -> QLineEdit:
    """Return the editor to which *Jadikan final* and Enter on its first line lead back.

    *2 hari kerja* was refused there; the line is that of the same indicator.
    """
    type_wrong(page, "2 hari kerja")
    left: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        # It comes when what is missing was read.
        if not isinstance(dialog, FinalDialog):
            QTimer.singleShot(20, leave)
            return
        left.append(dialog.lines.item(0).text())
        QTest.keyClick(dialog.lines, Qt.Key.Key_Return)

    QTimer.singleShot(0, leave)
    QTest.mouseClick(page.lifecycle.final_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(left))
    assert left == ["■ Indikator A1: realisasi belum diisi"]
    # A screen gives the window the keys again; the one of the tests does not.
    with qtbot.waitActive(window):
        window.activateWindow()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: typed(page) == "2 hari kerja")
    editor = open_editor(page)
    assert editor is not None
    return editor


def test_the_way_back_from_what_is_missing_leads_into_its_editor(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage, come_back: QLineEdit
) -> None:
    assert QApplication.focusWidget() is come_back
    assert come_back.selectedText() == "2 hari kerja"
    QTest.keyClicks(come_back, "2")
    assert come_back.text() == "2"
    QTest.keyClick(come_back, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.unsettled)
    (row,) = list_rows(window.context.office, "realisasi", tahun=TAHUN)
    assert row["nilai"] == 2


def test_escape_gives_it_up_after_the_way_back_too(
    qtbot: QtBot, page: PengukuranPage, come_back: QLineEdit
) -> None:
    QTest.keyClick(come_back, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: open_editor(page) is None)
    assert not page.table.unsettled
    assert page.table.state() == QTableView.State.NoState


def test_what_is_typed_at_the_table_goes_into_the_open_editor(
    qtbot: QtBot, page: PengukuranPage
) -> None:
    type_wrong(page, "9o")
    page.whose.setFocus()
    qtbot.waitUntil(lambda: typed(page) == "9o")
    editor = open_editor(page)
    assert editor is not None
    # As when a popup or another window gave the cursor back to the table, not to its editor.
    editor.removeEventFilter(page.table.itemDelegate())
    page.table.setFocus()
    assert page.window().focusWidget() is editor
    assert editor.selectedText() == "9o"
