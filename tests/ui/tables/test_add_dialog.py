"""*Tambah* by the keyboard alone: the first field has the focus, Enter adds, the next follows."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import blank_row
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.pick_dialog import PickDialog
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.tables.add_dialog import AddDialog, Tell
from kinerja_desktop.ui.tables.section_words import SectionWords

TUJUAN, SASARAN, CAMAT = UUID(int=1), UUID(int=2), UUID(int=3)
WORDS = SectionWords(
    {
        "tujuan": {TUJUAN: "T1 – Tujuan"},
        "sasaran": {SASARAN: "S1 – Sasaran"},
        "pejabat": {CAMAT: "Camat Uji"},
    }
)
ADDED = QDialog.DialogCode.Accepted
Open = Callable[..., AddDialog]


@pytest.fixture
def added() -> list[dict[str, Any]]:
    return []


@pytest.fixture
def open_dialog(qtbot: QtBot, added: list[dict[str, Any]]) -> Iterator[Open]:
    make_application()
    parent = QWidget()
    qtbot.addWidget(parent)

    def add(values: dict[str, Any], tell: Tell) -> bool:
        if values.get("uraian") == "Ditolak":
            tell(KinerjaError("Uraian itu ditolak.", "Tulis uraian lain."))
            return False
        added.append(dict(values))
        return True

    def make(section: str, *kode: str, names: list[str] | None = None) -> AddDialog:
        others = [{"kode": item, "jenis": blank_row(section).get("jenis")} for item in kode]
        dialog = AddDialog(parent, SECTIONS[section], blank_row(section), WORDS, add, names, others)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    parent.close()


def editor(dialog: AddDialog, name: str) -> QWidget:
    return dialog.form.editors[name]


def test_the_first_field_has_the_focus_and_ctrl_enter_adds(
    open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    dialog = open_dialog("sasaran", "S1", "S2")
    assert editor(dialog, "tujuan_id").hasFocus()
    kode = editor(dialog, "kode")
    assert isinstance(kode, QLineEdit)
    assert kode.text() == "S3"
    text = editor(dialog, "uraian")
    text.setFocus()
    QTest.keyClicks(text, "Sasaran ketiga")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == ADDED
    # The only tujuan was chosen.
    assert [(row["tujuan_id"], row["kode"], row["uraian"]) for row in added] == [
        (TUJUAN, "S3", "Sasaran ketiga")
    ]


def test_enter_in_a_line_adds(open_dialog: Open, added: list[dict[str, Any]]) -> None:
    dialog = open_dialog("periode_renstra")
    focused = dialog.focusWidget()
    assert focused is editor(dialog, "nama")
    for name, text in (("nama", "2025-2029"), ("tahun_awal", "2025"), ("tahun_akhir", "2029")):
        editor(dialog, name).setFocus()
        QTest.keyClicks(editor(dialog, name), text)
    QTest.keyClick(editor(dialog, "tahun_akhir"), Qt.Key.Key_Return)
    assert dialog.result() == ADDED
    assert [row["tahun_akhir"] for row in added] == [2029]


def test_enter_on_a_row_that_is_not_whole_keeps_asking(
    open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    dialog = open_dialog("periode_renstra")
    QTest.keyClick(editor(dialog, "nama"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert added == []


def test_tambah_lagi_adds_and_asks_for_the_next(
    open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    dialog = open_dialog("sasaran", "S1")
    QTest.keyClicks(editor(dialog, "uraian"), "Kedua")
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.told.text() == "Sasaran S2 ditambahkan."
    assert editor(dialog, "tujuan_id").hasFocus()
    box, kode, text = (editor(dialog, name) for name in ("tujuan_id", "kode", "uraian"))
    assert isinstance(box, QComboBox)
    assert isinstance(kode, QLineEdit)
    assert isinstance(text, QPlainTextEdit)
    assert (box.currentText(), kode.text(), text.toPlainText()) == ("T1 – Tujuan", "S3", "")
    QTest.keyClicks(text, "Ketiga")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(row["kode"], row["uraian"]) for row in added] == [("S2", "Kedua"), ("S3", "Ketiga")]


def test_an_indicator_shows_what_its_jenis_needs(
    open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    names = ["kode", "uraian", "jenis", "sasaran_id", "pejabat_id", "satuan"]
    dialog = open_dialog("indikator", "IKU-1", names=names)
    kode, jenis, pejabat = (editor(dialog, name) for name in ("kode", "jenis", "pejabat_id"))
    assert isinstance(kode, QLineEdit)
    assert isinstance(jenis, QComboBox)
    assert isinstance(pejabat, QComboBox)
    assert kode.hasFocus()
    assert (kode.text(), jenis.currentText()) == ("IKU-2", "IKU")
    assert not pejabat.isVisible()
    assert editor(dialog, "satuan").isVisible()
    jenis.setCurrentText("IKI")
    dialog.form.commit("jenis")
    assert (kode.text(), pejabat.currentText()) == ("IKI-1", "Camat Uji")
    assert pejabat.isVisible()


def test_a_kode_that_was_typed_stays_when_the_jenis_changes(open_dialog: Open) -> None:
    dialog = open_dialog("indikator", "IKU-1", names=["kode", "jenis"])
    kode, jenis = editor(dialog, "kode"), editor(dialog, "jenis")
    assert isinstance(kode, QLineEdit)
    assert isinstance(jenis, QComboBox)
    QTest.keyClicks(kode, "XX")
    jenis.setCurrentText("IKI")
    dialog.form.commit_all()
    assert kode.text() == "XX"


def test_the_only_thing_to_pick_is_picked(qtbot: QtBot) -> None:
    make_application()
    parent = QWidget()
    qtbot.addWidget(parent)
    one = PickDialog(parent, "Tambah butir", [(None, "IKU"), (1, "Satu")], "&Tambahkan")
    with qtbot.waitActive(one):
        one.show()
        one.activateWindow()
    assert one.search.hasFocus()
    assert one.picked() == [1]
    QTest.keyClick(one.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert one.result() == ADDED


def test_things_are_found_and_picked_by_the_keyboard(qtbot: QtBot) -> None:
    make_application()
    parent = QWidget()
    qtbot.addWidget(parent)
    many = PickDialog(parent, "Tambah butir", [(1, "Satu"), (2, "Dua")], "&Tambahkan")
    with qtbot.waitActive(many):
        many.show()
        many.activateWindow()
    assert many.picked() == []
    QTest.keyClicks(many.search, "xyz")
    QTest.keyClick(many.search, Qt.Key.Key_Return)
    assert many.search.hasFocus()
    many.search.clear()
    QTest.keyClicks(many.search, "dua")
    QTest.keyClick(many.search, Qt.Key.Key_Return)
    assert many.items.hasFocus()
    QTest.keyClick(many.items, Qt.Key.Key_Space)
    QTest.keyClick(many.items, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (many.picked(), many.result()) == ([2], ADDED)


def test_what_is_refused_is_told_in_the_dialog_and_stays(
    open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    dialog = open_dialog("sasaran", "S1")
    text = editor(dialog, "uraian")
    text.setFocus()
    QTest.keyClicks(text, "Ditolak")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.refused.text() == "Uraian itu ditolak. Tulis uraian lain."
    assert dialog.form.texts()["uraian"] == "Ditolak"
    assert isinstance(text, QPlainTextEdit)
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, " tidak lagi")
    dialog.accept_button.click()
    assert dialog.refused.isHidden()
    assert [row["uraian"] for row in added] == ["Ditolak tidak lagi"]


def test_escape_asks_before_what_was_typed_is_gone(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, question: str, _yes: str, _detail: str = "") -> bool:
        asked.append(question)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "confirm", answer)
    dialog = open_dialog("sasaran", "S1")
    text = editor(dialog, "uraian")
    text.setFocus()
    QTest.keyClicks(text, "Enam belas isian")
    for is_open in (True, False):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible() is is_open
    assert asked == ["Isian ini belum ditambahkan. Buang?"] * 2
    # What only the program has filled in goes without a question.
    untouched = open_dialog("sasaran", "S1")
    QTest.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()
    assert len(asked) == 2


def test_the_next_row_begins_without_complaints(
    qtbot: QtBot, open_dialog: Open, added: list[dict[str, Any]]
) -> None:
    dialog = open_dialog("periode_renstra")
    for name, words in (("nama", "2025-2029"), ("tahun_awal", "2025"), ("tahun_akhir", "2029")):
        editor(dialog, name).setFocus()
        QTest.keyClicks(editor(dialog, name), words)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor(dialog, "tahun_akhir"), Qt.Key.Key_Return, both)
    assert len(added) == 1
    qtbot.wait(20)
    red = [label.text() for label in dialog.findChildren(QLabel, "bahaya") if label.isVisible()]
    assert red == []


def test_a_unit_comes_after_the_last_of_the_list(open_dialog: Open) -> None:
    dialog = open_dialog("perangkat_daerah")
    urut, nama = editor(dialog, "urut"), editor(dialog, "nama")
    assert isinstance(urut, QLineEdit)
    assert urut.text() == "1"
    QTest.keyClicks(nama, "Senduro")
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    assert urut.text() == "2"
