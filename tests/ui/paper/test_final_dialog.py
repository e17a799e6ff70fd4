"""What hinders a document is told apart from what is only remarked on, and leads to its place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.shell.application import make_application
from tests.ui.speech import Speech

DAY = date(2025, 10, 13)
EARLY = Problem("Tahun 2025 belum berakhir", is_warning=True)
STORY = Problem("IKM: di bawah target", is_warning=True, needs_reason=True, about="b")
BLANK = Problem("IKM: realisasi belum diisi", about="a")
OPENS = "Klik dua kali, atau Enter, pada sebuah baris membuka tempatnya."


def texts(dialog: FinalDialog) -> list[str]:
    return [dialog.lines.item(row).text() for row in range(dialog.lines.count())]


def said(dialog: FinalDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def show(qtbot: QtBot, problems: list[Problem], opened: list[str]) -> FinalDialog:
    make_application()
    dialog = FinalDialog(
        None, "Pengukuran", problems, DAY, BatasTanggal(DAY),
        lead=lambda problem: (lambda: opened.append(problem.about)) if problem.about else None,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_blocks_stands_first_and_each_line_bears_its_sign(qtbot: QtBot) -> None:
    dialog = show(qtbot, [EARLY, STORY, BLANK], [])
    assert texts(dialog) == [
        "■ IKM: realisasi belum diisi", "△ IKM: di bawah target", "△ Tahun 2025 belum berakhir",
    ]  # fmt: skip
    told = said(dialog)
    assert "Lengkapi dulu yang bertanda ■; yang bertanda △ sebaiknya diperiksa" in told
    assert OPENS in told
    assert "bertanda" not in said(show(qtbot, [BLANK], []))
    assert OPENS not in said(show(qtbot, [EARLY], []))


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_line_leads_to_its_place(qtbot: QtBot, by_mouse: bool) -> None:
    opened: list[str] = []
    dialog = show(qtbot, [EARLY, STORY], opened)
    lines = dialog.lines
    if by_mouse:
        place = lines.visualItemRect(lines.item(0)).center()
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keyClick(lines, Qt.Key.Key_Return)
    assert opened == ["b"]
    assert not dialog.isVisible()
    assert dialog.result() == FinalDialog.DialogCode.Rejected


def test_enter_on_a_line_makes_nothing_final(qtbot: QtBot) -> None:
    opened: list[str] = []
    dialog = show(qtbot, [EARLY], opened)
    assert dialog.accept_button.isEnabled()
    QTest.keyClick(dialog.lines, Qt.Key.Key_Down)
    QTest.keyClick(dialog.lines, Qt.Key.Key_Enter)
    assert dialog.isVisible()
    assert opened == []


def test_a_reason_that_was_typed_is_asked_about_before_it_goes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech, opened = Speech(monkeypatch), list[str]()
    speech.answers["confirm"] = False
    dialog = show(qtbot, [STORY], opened)
    QTest.keyClicks(dialog.reason, "Survei ditunda")
    QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert opened == []
    speech.answers["confirm"] = True
    QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert opened == ["b"]
