"""What stood on the screen when something was typed."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.sight import find_sight, keep_sight, sight_of_typing, typed_at

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


def test_where_nobody_else_is_nothing_is_remembered(page: QWidget) -> None:
    keep_sight(page, None)
    assert sight_of_typing(page) is None


def test_a_text_keeps_what_stood_there_at_its_first_letter(qtbot: QtBot, page: QWidget) -> None:
    line, text = QLineEdit(page), QPlainTextEdit(page)
    keep_sight(page, 5)
    qtbot.keyClicks(line, "a")
    text.setPlainText("from the program")
    keep_sight(page, 9)
    assert find_sight(line) == 9
    assert sight_of_typing(page) == 5
    line.setText("stored")
    assert sight_of_typing(page) == 9
    qtbot.keyClicks(text, "b")
    keep_sight(page, 12)
    assert sight_of_typing(page) == 9
    with typed_at(3):
        assert sight_of_typing(page) == 3
    with typed_at(None):
        assert sight_of_typing(page) == 9


def test_a_page_that_was_not_filled_goes_by_the_parts_that_are_shown(
    qtbot: QtBot, page: QWidget
) -> None:
    shown, hidden = QWidget(page), QWidget(page)
    page.show()
    hidden.hide()
    keep_sight(shown, 7)
    keep_sight(hidden, 2)
    assert sight_of_typing(page) == 7


def test_what_is_done_after_a_dialog_rests_on_what_stood_there_when_it_opened(
    qtbot: QtBot, page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_sight(page, 5)
    dialog = QDialog(page)
    inside = QWidget(dialog)
    modal: list[QWidget] = [dialog]
    monkeypatch.setattr(QApplication, "activeModalWidget", lambda: modal[0] if modal else None)
    keep_sight(page, 9)
    keep_sight(page, 8)
    keep_sight(inside, 9)
    assert (find_sight(page), find_sight(inside)) == (5, 9)
    qtbot.wait(250)
    assert find_sight(page) == 5
    modal.clear()
    qtbot.waitUntil(lambda: find_sight(page) == 9)
    qtbot.wait(150)
    assert find_sight(page) == 9
