"""Typed, picked, understood: with real keys, as a clerk would."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

import kinerja_desktop.ui
from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.shell.application import make_application

TODAY = date(2026, 11, 29)
UI = Path(kinerja_desktop.ui.__file__).parent


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    make_application()
    made = DateField(TODAY)
    qtbot.addWidget(made.reading)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def final(qtbot: QtBot) -> FinalDialog:
    make_application()
    dialog = FinalDialog(None, "Pengukuran Kinerja 2026", [], TODAY, BatasTanggal(TODAY))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.date.setFocus()
    return dialog


def type_over(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(
    "text", ["05012026", "5-1-2026", "050126", "5 jan 2026", "5 Januari 2026", "2026-01-05"]
)
def test_what_is_typed_over_the_old_date_takes_its_place(field: DateField, text: str) -> None:
    type_over(field, text)
    assert field.day() == date(2026, 1, 5)
    assert field.reading.text() == "Senin, 5 Januari 2026"
    assert field.error() == ""


@pytest.mark.parametrize("text", ["31-2-2026", "besok", "5-1-98", "0501202"])
def test_what_is_no_date_never_leaves_the_old_one(field: DateField, text: str) -> None:
    type_over(field, text)
    assert field.day() is None
    assert field.error()
    assert field.reading.objectName() == "bahaya"


def test_a_blank_is_a_mistake_only_where_a_date_is_needed(qtbot: QtBot) -> None:
    make_application()
    free, needed = DateField(), DateField(required=True)
    for made in (free, needed):
        qtbot.addWidget(made.reading)
        qtbot.addWidget(made)
    assert (free.error(), free.reading.text()) == ("", "")
    assert needed.reading.text() == "Tanggalnya belum diisi."


# The offscreen platform has nothing to raise and no keyboard to grab.
@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_a_day_is_picked_in_the_calendar(field: DateField) -> None:
    type_over(field, "5-1-2026")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = field.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    assert month.isVisible()
    assert month.selectedDate() == QDate(2026, 1, 5)
    month.setFocus()
    month.setSelectedDate(QDate(2026, 1, 6))
    month.activated.emit(month.selectedDate())
    assert field.text() == "06-01-2026"
    assert field.reading.text() == "Selasa, 6 Januari 2026"


def test_enter_at_once_freezes_the_date_that_was_typed(final: FinalDialog) -> None:
    type_over(final.date, "05012026")
    assert final.accept_button.text() == "Jadikan &final, tertanggal 5 Januari 2026"
    QTest.keyClick(final.date, Qt.Key.Key_Return)
    assert final.result() == QDialog.DialogCode.Accepted
    assert final.tanggal() == date(2026, 1, 5)


def test_tab_and_the_button_freeze_the_date_that_was_typed(final: FinalDialog) -> None:
    type_over(final.date, "5 jan 2026")
    QTest.keyClick(final.date, Qt.Key.Key_Tab)
    assert not final.date.hasFocus()
    QTest.mouseClick(final.accept_button, Qt.MouseButton.LeftButton)
    assert final.result() == QDialog.DialogCode.Accepted
    assert final.tanggal() == date(2026, 1, 5)


@pytest.mark.parametrize("text", ["31-2-2026", "29-11-2", " "])
def test_without_a_date_nothing_becomes_final(final: FinalDialog, text: str) -> None:
    type_over(final.date, text)
    QTest.keyClick(final.date, Qt.Key.Key_Return)
    QTest.mouseClick(final.accept_button, Qt.MouseButton.LeftButton)
    assert final.isVisible()
    assert not final.accept_button.isEnabled()
    assert final.date.reading.text()
    QApplication.processEvents()
    assert final.result() != QDialog.DialogCode.Accepted


def test_a_long_reason_why_it_is_no_date_is_seen_whole(final: FinalDialog) -> None:
    type_over(final.date, "31-13-2025")
    QApplication.processEvents()
    told = final.date.reading
    assert "bulan 13 tidak ada" in told.text()
    assert told.height() >= told.heightForWidth(told.width())


def test_no_page_has_another_field_for_dates() -> None:
    odd = [
        str(path.relative_to(UI))
        for path in UI.rglob("*.py")
        if re.search(r"QDateEdit|QDateTimeEdit|QTimeEdit", path.read_text(encoding="utf-8"))
    ]
    assert odd == []


def test_no_page_reads_dates_by_itself() -> None:
    # A text field with a parser of its own would be a second date field.
    readers = [
        path.name
        for path in UI.rglob("*.py")
        if "parse_tanggal" in path.read_text(encoding="utf-8")
    ]
    assert readers == ["date_field.py"]


def test_the_reading_follows_in_a_dialog(qtbot: QtBot) -> None:
    make_application()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = DateField(required=True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(field.reading)
    heard: list[object] = []
    field.date_changed.connect(heard.append)
    field.set_date(date(2026, 1, 5))
    field.set_date(None)
    assert heard == [date(2026, 1, 5), None]


def test_what_is_odd_about_a_day_is_told_beside_it_and_it_is_taken_all_the_same(
    final: FinalDialog,
) -> None:
    type_over(final.date, "30-11-2026")
    below = final.date.remark
    assert below is not None
    assert final.date.reading.text() == "Senin, 30 November 2026"
    assert below.text() == "△ Hari itu belum tiba: periksa lagi."
    # Two lines of words have room, whatever is told: the dialog does not grow by itself.
    assert below.height() >= 2 * final.date.fontMetrics().lineSpacing()
    assert final.accept_button.isEnabled()
    type_over(final.date, "29-11-2026")
    assert below.text() == ""


def test_where_there_is_no_line_below_it_is_told_with_the_weekday(field: DateField) -> None:
    field.watch(BatasTanggal(TODAY).describe_odd)
    type_over(field, "30-11-2026")
    assert field.reading.text() == ("Senin, 30 November 2026. △ Hari itu belum tiba: periksa lagi.")
    assert field.reading.objectName() == "ingat"
    type_over(field, "29-11-2026")
    assert field.reading.objectName() == "redup"


def test_enter_takes_an_odd_date_only_when_it_was_told(final: FinalDialog) -> None:
    type_over(final.date, "30-11-2026")
    QTest.keyClick(final.date, Qt.Key.Key_Return)
    assert final.isVisible()
    # Another odd one is told as well.
    type_over(final.date, "01-12-2026")
    QTest.keyClick(final.date, Qt.Key.Key_Enter)
    assert final.isVisible()
    QTest.keyClick(final.date, Qt.Key.Key_Return)
    assert final.result() == QDialog.DialogCode.Accepted
    assert final.tanggal() == date(2026, 12, 1)


def test_an_odd_date_that_stood_there_from_the_beginning_was_told(qtbot: QtBot) -> None:
    make_application()
    dialog = FinalDialog(
        None, "Pengukuran Kinerja 2026", [], date(2026, 11, 30), BatasTanggal(TODAY)
    )
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.date, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
