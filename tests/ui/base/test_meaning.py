"""*Apa artinya?* beside warnings, in every dialog that shows problems."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.meaning import ASK, ENOUGH, Meanings
from kinerja_desktop.ui.paper.final_dialog import FinalDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

KNOWN = Problem("IKM: realisasi belum diisi")
ODD = Problem("Ini tidak dikenal bantuan", is_warning=True)


def test_it_tells_what_the_problems_mean_and_what_to_do(qtbot: QtBot) -> None:
    dialog = FinalDialog(None, "Pengukuran Kinerja 2026", [KNOWN, ODD], date(2026, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    assert meanings.button.text() == ASK
    assert not meanings.text.isVisible()
    QTest.keyClick(meanings.button, Qt.Key.Key_Space)
    assert meanings.text.isVisible()
    assert meanings.text.text().startswith("Realisasi belum diisi. Indikator itu")
    assert meanings.button.text() == ENOUGH
    QTest.mouseClick(meanings.button, Qt.MouseButton.LeftButton)
    assert not meanings.text.isVisible()


def test_the_dialog_grows_for_what_it_tells(qtbot: QtBot) -> None:
    """Nothing is cut off, and the field for the reason keeps its height."""
    reasoned = Problem("IKM: faktor penghambat belum diisi", needs_reason=True)
    dialog = FinalDialog(None, "Pengukuran Kinerja 2026", [KNOWN, reasoned], date(2026, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    before, reason = dialog.height(), dialog.reason.height()
    QTest.mouseClick(meanings.button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.height() > before
    assert dialog.reason.height() >= reason
    text = meanings.text
    assert text.height() >= text.heightForWidth(text.width())
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_what_the_help_does_not_know_has_no_button(qtbot: QtBot) -> None:
    dialog = FinalDialog(None, "Pengukuran Kinerja 2026", [ODD], date(2026, 3, 1))
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    assert not meanings.isVisible()


def test_a_list_of_problems_has_it_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        meanings = dialog.findChild(Meanings)
        assert isinstance(meanings, Meanings)
        seen.append(meanings.button.isVisible())
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    dialogs.show_problems(None, "Belum dapat dimasukkan.", [KNOWN])
    assert seen == [True]
