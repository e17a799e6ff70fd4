"""The editor of the LKjIP: marks, lists, tables, what is pasted; without office and saving."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.lkjip.editor import MarkdownEditor
from kinerja_desktop.ui.lkjip.writing import (
    BOLD,
    ITALIC,
    blank_table,
    clean_text,
    continue_item,
    make_picture,
    make_table,
    read_pasted_table,
    toggle_list,
    toggle_mark,
)
from kinerja_desktop.ui.shell.application import make_application

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

# Plain text


def test_control_characters_are_dropped_and_line_ends_are_one() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x00\x07\u200be\ttab") == "a\nb\nc\nde\ttab"
    assert clean_text("\u202eabc \U0001f600 é") == "abc \U0001f600 é"


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("baik", BOLD, "**baik**"),
        ("**baik**", BOLD, "baik"),
        ("baik", ITALIC, "*baik*"),
        ("*baik*", ITALIC, "baik"),
        ("**baik**", ITALIC, "***baik***"),
        ("***baik***", ITALIC, "**baik**"),
        ("***baik***", BOLD, "*baik*"),
        (" dua kata ", BOLD, " **dua kata** "),
        ("satu\n\n- dua", BOLD, "**satu**\n\n- **dua**"),
        ("**satu**\ndua", BOLD, "**satu**\n**dua**"),
        ("", BOLD, ""),
        ("**", BOLD, "******"),
    ],
)
def test_marks_are_put_on_and_taken_off_line_by_line(text: str, mark: str, expected: str) -> None:
    assert toggle_mark(text, mark) == expected


@given(st.text(st.sampled_from("ab c\n"), min_size=1))
def test_a_mark_put_on_and_off_leaves_the_text(text: str) -> None:
    if text.strip():
        assert toggle_mark(toggle_mark(text, BOLD), BOLD) == text


def test_lines_become_a_list_and_plain_lines_again() -> None:
    assert toggle_list(["a", "", "b"], numbered=False) == ["- a", "", "- b"]
    assert toggle_list(["a", "", "b"], numbered=True) == ["1. a", "", "2. b"]
    assert toggle_list(["- a", "- b"], numbered=True) == ["1. a", "2. b"]
    assert toggle_list(["1. a", "", "2) b"], numbered=True) == ["a", "", "b"]
    assert toggle_list(["- a", "* b"], numbered=False) == ["a", "b"]
    assert toggle_list([""], numbered=False) == ["- "]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- a", "- "),
        ("  * a", "  * "),
        ("1. a", "2. "),
        ("9) a", "10) "),
        ("- ", ""),
        ("3.", ""),
        ("kata", None),
        ("2024 adalah", None),
        ("", None),
    ],
)
def test_enter_continues_a_list_until_an_item_stays_blank(line: str, label: str | None) -> None:
    assert continue_item(line) == label


def test_a_table_has_a_head_a_rule_and_equal_rows() -> None:
    assert make_table([["a", "b"], ["1"]]) == "| a | b |\n| --- | --- |\n| 1 |  |"
    assert blank_table(1, 2) == "| Kolom 1 | Kolom 2 |\n| --- | --- |\n|  |  |"


def test_cells_of_excel_become_a_table_and_other_text_does_not() -> None:
    assert read_pasted_table("a|b\tc\n1\t2\n") == "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |"
    assert read_pasted_table("a\tb\nkata") is None
    assert read_pasted_table("kata") is None


def test_the_words_of_a_picture_cannot_end_it() -> None:
    assert make_picture("gambar:ab", "Rapat [1]\nawal") == "![Rapat \\[1\\] awal](gambar:ab)"


# The field


@pytest.fixture
def editor(qtbot: QtBot) -> MarkdownEditor:
    make_application()
    field = MarkdownEditor()
    qtbot.addWidget(field)
    field.resize(400, 300)
    field.show()
    field.setFocus()
    return field


def select(field: MarkdownEditor, start: int, end: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def paste(field: MarkdownEditor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_selection_becomes_bold_and_ctrl_z_takes_it_back(editor: MarkdownEditor) -> None:
    editor.setPlainText("Nilai \U0001f600 naik")
    select(editor, 9, 13)
    editor.toggle_mark(BOLD)
    assert editor.toPlainText() == "Nilai \U0001f600 **naik**"
    editor.toggle_mark(BOLD)
    assert editor.toPlainText() == "Nilai \U0001f600 naik"
    editor.toggle_mark(ITALIC)
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "Nilai \U0001f600 naik"


def test_the_word_at_the_cursor_is_meant_when_nothing_is_selected(editor: MarkdownEditor) -> None:
    editor.setPlainText("satu dua")
    select(editor, 6, 6)
    editor.toggle_mark(BOLD)
    assert editor.toPlainText() == "satu **dua**"


def test_marks_beside_the_selection_come_off(editor: MarkdownEditor) -> None:
    editor.setPlainText("satu **dua** tiga")
    select(editor, 7, 10)
    editor.toggle_mark(BOLD)
    assert editor.toPlainText() == "satu dua tiga"


def test_between_words_the_marks_wait_for_what_is_typed(editor: MarkdownEditor) -> None:
    editor.toggle_mark(BOLD)
    QTest.keyClicks(editor, "baru")
    assert editor.toPlainText() == "**baru**"


def test_the_lines_of_the_selection_become_a_list(editor: MarkdownEditor) -> None:
    editor.setPlainText("satu\ndua\ntiga")
    select(editor, 2, 6)
    editor.toggle_list(numbered=True)
    assert editor.toPlainText() == "1. satu\n2. dua\ntiga"
    editor.toggle_list(numbered=False)
    assert editor.toPlainText() == "- satu\n- dua\ntiga"


def test_enter_continues_a_list_and_ends_it_on_a_blank_item(editor: MarkdownEditor) -> None:
    editor.toggle_list(numbered=False)
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "c")
    assert editor.toPlainText() == "- a\n- b\nc"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "- a\n- b\nc\n"


def test_a_selection_is_replaced_by_enter_as_usual(editor: MarkdownEditor) -> None:
    editor.setPlainText("- abc")
    select(editor, 3, 5)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "- a\n"


def test_a_table_stands_between_blank_lines(editor: MarkdownEditor) -> None:
    editor.setPlainText("atas\nbawah")
    select(editor, 2, 2)
    editor.insert_block("| a |")
    assert editor.toPlainText() == "atas\n\n| a |\n\n\nbawah"
    editor.setPlainText("")
    editor.insert_block("| a |")
    assert editor.toPlainText() == "| a |\n"


def test_pasted_text_is_plain(editor: MarkdownEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>tebal</b><p>kata</p>")
    data.setText("tebal\x07\r\nkata")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "tebal\nkata"


def test_pasted_cells_become_a_table(editor: MarkdownEditor) -> None:
    paste(editor, "Tahun\tNilai\n2024\t81,5\n")
    assert editor.toPlainText() == "| Tahun | Nilai |\n| --- | --- |\n| 2024 | 81,5 |\n"


def test_a_pasted_picture_is_handed_on_as_png(editor: MarkdownEditor, qtbot: QtBot) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(image)
    assert editor.canInsertFromMimeData(data)
    with qtbot.waitSignal(editor.picture_pasted) as caught:
        editor.insertFromMimeData(data)
    content, name = caught.args
    assert content.startswith(b"\x89PNG")
    assert name.endswith(".png")


def test_a_picture_file_is_handed_on_and_other_files_are_text(
    editor: MarkdownEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "catatan.txt")),
                  QUrl.fromLocalFile(str(tmp_path / "foto.JPG"))])  # fmt: skip
    with qtbot.waitSignal(editor.picture_dropped) as caught:
        editor.insertFromMimeData(data)
    assert caught.args == [tmp_path / "foto.JPG"]


def test_nothing_that_can_be_pasted_changes_nothing(editor: MarkdownEditor) -> None:
    editor.insertFromMimeData(QMimeData())
    assert editor.toPlainText() == ""


def test_bold_looks_bold_and_its_marks_step_back(editor: MarkdownEditor) -> None:
    editor.setPlainText("a **b** *c* ***d*** \\*\n- e\n| f | g |\n![h](gambar:00)")
    looks = editor.document().firstBlock().layout().formats()
    bold = [look for look in looks if look.format.fontWeight() == QFont.Weight.Bold]
    italic = [look for look in looks if look.format.fontItalic()]
    text = editor.document().firstBlock().text()
    assert "b" in {text[look.start : look.start + look.length] for look in bold}
    assert "c" in {text[look.start : look.start + look.length] for look in italic}


def test_another_text_keeps_the_place_of_the_cursor(editor: MarkdownEditor) -> None:
    editor.setPlainText("abcdef")
    select(editor, 4, 4)
    editor.show_text("abcxyz")
    assert editor.textCursor().position() == 4
    editor.show_text("a")
    assert editor.textCursor().position() == 1
    editor.go_to_start()
    assert editor.textCursor().position() == 0


def test_the_menu_of_a_field_speaks_indonesian(editor: MarkdownEditor) -> None:
    editor.setPlainText("kata")
    line = QLineEdit()
    for menu in (editor.createStandardContextMenu(), line.createStandardContextMenu()):
        words = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
        assert [word for word in words if word] == [
            "Batalkan ketikan", "Ulangi ketikan", "Potong", "Salin", "Tempel", "Hapus",
            "Pilih semua",
        ]  # fmt: skip
