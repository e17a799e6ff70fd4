"""What was typed in a dialog and is used nowhere yet is not thrown away by an Escape."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.typed_dialog import TypedDialog
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.sop.case_dialogs import StartDialog

QUESTION = "Yang diketik belum dipakai. Buang?"


class Answers:
    """Answers every question alike, and keeps them."""

    def __init__(self, answer: bool) -> None:
        self.answer, self.asked = answer, list[str]()

    def __call__(self, _parent: object, question: str, *_words: str) -> bool:
        self.asked.append(question)
        return self.answer


@pytest.fixture
def dialog(qtbot: QtBot) -> TypedDialog:
    make_application()
    made = TypedDialog()
    rows = QVBoxLayout(made)
    title, choice = QLineEdit("Undangan rapat"), ChoiceBox()
    choice.setEditable(True)
    for widget in (title, QPlainTextEdit(), DateField(date(2025, 1, 15)), choice):
        rows.addWidget(widget)
    qtbot.addWidget(made)
    made.show()
    return made


def editors(dialog: TypedDialog) -> tuple[QLineEdit, QPlainTextEdit, DateField, ChoiceBox]:
    title = dialog.findChildren(QLineEdit)[0]
    reason, day = dialog.findChild(QPlainTextEdit), dialog.findChild(DateField)
    choice = dialog.findChild(ChoiceBox)
    assert isinstance(reason, QPlainTextEdit)
    assert isinstance(day, DateField)
    assert isinstance(choice, ChoiceBox)
    return title, reason, day, choice


@pytest.mark.parametrize("stays", [True, False])
def test_a_typed_reason_is_asked_about(
    dialog: TypedDialog, monkeypatch: pytest.MonkeyPatch, stays: bool
) -> None:
    answers = Answers(not stays)
    monkeypatch.setattr(dialogs, "confirm", answers)
    editors(dialog)[1].setPlainText("Berkas belum lengkap\ndua lembar hilang")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers.asked == [QUESTION]
    assert dialog.isVisible() is stays
    if stays:
        assert editors(dialog)[1].toPlainText().startswith("Berkas belum lengkap")


def test_a_changed_title_is_asked_about_too(
    dialog: TypedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(False)
    monkeypatch.setattr(dialogs, "confirm", answers)
    editors(dialog)[0].setText("Undangan rapat koordinasi")
    dialog.close()
    assert answers.asked == [QUESTION]
    assert dialog.isVisible()


def test_what_is_typed_again_at_once_is_not_asked_about(
    dialog: TypedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(False)
    monkeypatch.setattr(dialogs, "confirm", answers)
    _, reason, day, choice = editors(dialog)
    reason.setPlainText(" a ")
    day.setText("31-12-2025")
    choice.setEditText("Kecamatan Candipuro")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers.asked == []
    assert not dialog.isVisible()


def test_a_reason_that_is_used_is_not_asked_about(
    dialog: TypedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(False)
    monkeypatch.setattr(dialogs, "confirm", answers)
    editors(dialog)[1].setPlainText("Angka keliru dibaca")
    dialog.accept()
    assert answers.asked == []
    assert not dialog.isVisible()


def test_a_dialog_grows_with_what_it_says_is_wrong(qtbot: QtBot, office: Office) -> None:
    make_application()
    dialog = StartDialog(None, [], Periode(2025, 3), office.today(), lambda _: True)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.kapan.tanggal, "31-02-2025")
    assert "bukan tanggal" in dialog.kapan.reading.text()
    for label in dialog.findChildren(QLabel):
        if label.wordWrap() and label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
