"""The help of the wizard: beside it, of the page that is shown, and the first to go with Esc."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget, QWizard
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.bantuan.isi import wizard_sheet
from kinerja_desktop.ui.bantuan.dialog_help import DialogHelp
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.wizard import SetupWizard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEXT = QWizard.WizardButton.NextButton

#: 1366×768 in device-independent pixels, without the task bar; the last is the test's own.
SCREENS = {"100 %": QRect(0, 0, 1366, 728), "150 %": QRect(0, 0, 911, 485), "this": None}


@pytest.fixture
def wizard(qtbot: QtBot, context: Context) -> Iterator[SetupWizard]:
    made = SetupWizard(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def helping(qtbot: QtBot, wizard: SetupWizard) -> DialogHelp:
    made = DialogHelp(wizard, lambda: wizard_sheet(wizard.topic()))
    with qtbot.waitActive(wizard):
        wizard.activateWindow()
    return made


def open_help(wizard: SetupWizard, helping: DialogHelp) -> QDialog:
    focused = wizard.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F1)
    assert helping.beside is not None
    return helping.beside


def words(beside: QDialog) -> str:
    pane = beside.findChild(HelpPane)
    assert isinstance(pane, HelpPane)
    return pane.text.toPlainText()


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_of_the_wizard_lies_below_its_help(
    qtbot: QtBot,
    wizard: SetupWizard,
    helping: DialogHelp,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
) -> None:
    room = SCREENS[screen]
    if room is not None:
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(room))
        wizard.setGeometry(QRect(43, 24, min(1280, room.width() - 16), room.height() - 48))
    before = wizard.geometry()
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.people.rows[0]["nama"].setText("Edwi")
    beside = open_help(wizard, helping)
    for page in (wizard.office_page, wizard.people, wizard.formula, wizard.sop):
        assert wizard.currentPage() is page
        qtbot.waitUntil(lambda: not wizard.geometry().intersects(beside.geometry()))
        within = room or wizard.screen().availableGeometry()
        assert within.left() <= wizard.x()
        assert beside.geometry().right() <= within.right()
        wizard.next()
    beside.close()
    qtbot.waitUntil(lambda: wizard.geometry() == before)


def test_the_help_follows_the_page(qtbot: QtBot, wizard: SetupWizard, helping: DialogHelp) -> None:
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    beside = open_help(wizard, helping)
    assert "Kode unit surat" in words(beside)
    wizard.activateWindow()
    qtbot.mouseClick(wizard.button(NEXT), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard_sheet("pejabat").judul in words(beside))
    assert "Menjabat sejak 1" in words(beside)
    assert "Kode unit surat" not in words(beside)
    # Once it is closed, nothing follows.
    beside.close()
    wizard.back()
    QApplication.processEvents()


def test_escape_puts_the_help_away_before_it_leaves_the_wizard(
    wizard: SetupWizard, helping: DialogHelp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: QWidget, question: str, *_: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    wizard.next()
    beside = open_help(wizard, helping)
    wizard.activateWindow()
    QTest.keyClick(wizard.office_page.lines["alamat"], Qt.Key.Key_Escape)
    assert not beside.isVisible()
    assert helping.beside is None
    assert asked == []
    QTest.keyClick(wizard.office_page.lines["alamat"], Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert wizard.isVisible()
