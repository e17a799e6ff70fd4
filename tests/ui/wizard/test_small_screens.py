"""The wizard on 1366×768 at 100–150 %: it stays on the screen, and what does not fit scrolls."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWizard
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.cursor_keys import CursorKeys
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.wizard import SetupWizard
from kinerja_desktop.ui.wizard.awal import Awal

NEXT = QWizard.WizardButton.NextButton

#: 1366×768 in device-independent pixels, without title bar and task bar.
SCREENS = {100: QSize(1350, 688), 125: QSize(1076, 534), 150: QSize(894, 432)}


@pytest.fixture
def wizard(qtbot: QtBot, context: Context) -> SetupWizard:
    made = SetupWizard(context)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.focusWidget() is not None)
    return made


def area(wizard: SetupWizard) -> QScrollArea:
    found = wizard.currentPage().findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


@pytest.mark.parametrize("scale", SCREENS)
def test_no_page_is_larger_than_the_screen(qtbot: QtBot, wizard: SetupWizard, scale: int) -> None:
    room = SCREENS[scale]
    wizard.resize(wizard.size().boundedTo(room))
    wizard.start.buttons[Awal.CADANGAN].setChecked(True)
    wizard.start.buttons[Awal.BARU].setChecked(True)
    for page in range(5):
        if page == 1:
            wizard.office_page.kecamatan.setEditText("Candipuro")
        if page == 2:
            wizard.people.rows[0]["nama"].setText("Edwi")
            for _ in range(6):
                wizard.people.add_button.click()
        qtbot.wait(1)
        assert wizard.size().boundedTo(room) == wizard.size(), page
        assert area(wizard).horizontalScrollBar().maximum() == 0, page
        wizard.next()


def test_the_lines_of_nine_officials_keep_their_height(qtbot: QtBot, wizard: SetupWizard) -> None:
    wizard.resize(SCREENS[150])
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.next()
    for _ in range(6):
        wizard.people.add_button.click()
    last = wizard.people.rows[-1]
    shown = area(wizard).viewport()

    def is_in_sight() -> bool:
        place = last["mulai"].mapTo(shown, QPoint(0, last["mulai"].height()))
        return shown.rect().contains(place)

    def is_high_enough() -> bool:
        lines = [row["nama"] for row in wizard.people.rows]
        return all(line.height() >= line.sizeHint().height() for line in lines)

    qtbot.waitUntil(is_high_enough)
    qtbot.waitUntil(is_in_sight)


def test_an_official_stands_in_one_line_where_there_is_room(
    qtbot: QtBot, wizard: SetupWizard
) -> None:
    """What is usual is read whole; on a narrow screen each takes two lines."""
    wizard.resize(SCREENS[100])
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.next()
    row = wizard.people.rows[1]
    qtbot.waitUntil(lambda: row["pangkat"].y() == row["nama"].y())
    wizard.resize(SCREENS[150])
    qtbot.waitUntil(lambda: row["pangkat"].y() > row["nama"].y())
    for name, text in (
        ("nama", "Drs. BAMBANG SUTRISNO, M.Si"),
        ("pangkat", "Pembina Tingkat I / IV.b"),
    ):
        line = row[name]
        assert line.fontMetrics().horizontalAdvance(text) < line.width() - 6
    wizard.resize(SCREENS[100])
    qtbot.waitUntil(lambda: row["pangkat"].y() == row["nama"].y())


def test_tab_goes_through_a_line_as_it_stands(qtbot: QtBot, wizard: SetupWizard) -> None:
    wizard.resize(SCREENS[150])
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.next()
    row = wizard.people.rows[1]
    qtbot.waitUntil(lambda: row["pangkat"].y() > row["nama"].y())
    row["jabatan"].setFocus()
    for name in ("nama", "nip", "hapus", "peran", "pangkat", "status", "mulai"):
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
        assert wizard.focusWidget() is row[name], name


def test_a_line_of_an_official_can_be_taken_away(qtbot: QtBot, wizard: SetupWizard) -> None:
    people = wizard.people
    people.rows[1]["nama"].setText("Siti")
    people.rows[2]["nama"].setText("Ani")
    assert "hapus" not in people.rows[0], "there is always a Camat"
    qtbot.mouseClick(people.rows[1]["hapus"], Qt.MouseButton.LeftButton)
    assert [row["nama"].text() for row in people.rows] == ["", "Ani"]
    assert people.rows[1]["nama"].accessibleName() == "Nama 2"
    assert people.rows[1]["hapus"].accessibleName() == "Hapus baris 2"
    assert [found.nama for found in people.officials()] == ["Ani"]


def test_a_long_name_shows_its_beginning_when_it_is_left(wizard: SetupWizard) -> None:
    line = wizard.people.rows[0]["nama"]
    line.insert("Drs. BAMBANG SUTRISNO, M.Si")
    assert line.cursorPosition() == 27
    line.clearFocus()
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.next()
    line.setFocus()
    line.end(False)
    wizard.people.rows[0]["nip"].setFocus()
    assert line.cursorPosition() == 0
    assert line.toolTip() == "Drs. BAMBANG SUTRISNO, M.Si"


def test_the_file_is_asked_for_below_its_own_choice(wizard: SetupWizard) -> None:
    start = wizard.start
    for awal, after in ((Awal.CADANGAN, Awal.BUKU), (Awal.BUKU, Awal.SERVER)):
        start.buttons[awal].setChecked(True)
        wizard.currentPage().grab()
        above, below = start.buttons[awal], start.buttons[after]
        place = start.file.mapTo(wizard, QPoint(0, 0)).y()
        assert above.mapTo(wizard, QPoint(0, 0)).y() < place
        assert place < below.mapTo(wizard, QPoint(0, 0)).y()
    start.buttons[Awal.BARU].setChecked(True)
    assert not start.file.isVisible()


def test_enter_goes_on_from_the_first_page(qtbot: QtBot, wizard: SetupWizard) -> None:
    assert wizard.focusWidget() is wizard.start.buttons[Awal.BARU]
    QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.currentPage() is wizard.office_page


def test_no_button_of_the_first_pages_takes_enter(wizard: SetupWizard) -> None:
    for page in (wizard.start, wizard.office_page, wizard.people):
        for button in page.findChildren(QPushButton):
            assert button is wizard.strip.cancel_button or not button.autoDefault(), button.text()


def test_alt_with_a_letter_writes_nothing(qtbot: QtBot, wizard: SetupWizard) -> None:
    """*Lanjut* is still grey."""
    taker = CursorKeys(make_application())
    wizard.next()
    line = wizard.office_page.lines["alamat"]
    line.setFocus()
    QTest.keyClicks(line, "Jl")
    QTest.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert line.text() == "Jl"
    QTest.keyClicks(line, ". Raya")
    assert line.text() == "Jl. Raya"
    other = wizard.office_page.lines["telepon"]
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert other.text() == "(0334) "
    taker.setParent(None)


def test_a_year_that_cannot_be_is_told(qtbot: QtBot, wizard: SetupWizard) -> None:
    wizard.next()
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.next()
    wizard.people.rows[0]["nama"].setText("Edwi")
    wizard.next()
    year, note = wizard.formula.year, wizard.formula.note
    before = year.value()
    year.setFocus()
    year.selectAll()
    QTest.keyClicks(year, "1989")
    qtbot.mouseClick(wizard.button(NEXT), Qt.MouseButton.LeftButton)
    assert wizard.currentPage() is wizard.formula
    assert note.isVisible()
    assert note.text() == (
        f"1989 tidak dapat dipakai: isi tahun 1990 sampai 2100. Tahunnya kembali ke {before}."
    )
    qtbot.mouseClick(wizard.button(NEXT), Qt.MouseButton.LeftButton)
    assert wizard.currentPage() is wizard.sop
    wizard.back()
    year.setFocus()
    year.selectAll()
    QTest.keyClicks(year, "2025")
    assert not note.isVisible()


def test_the_word_kecamatan_is_not_written_twice(wizard: SetupWizard) -> None:
    page = wizard.office_page
    wizard.next()
    page.kecamatan.setEditText("Kecamatan Sukodono")
    page.lines["kabupaten"].setText("Kabupaten Lumajang")
    assert page.sample.words()[:2] == ["PEMERINTAH KABUPATEN LUMAJANG", "KECAMATAN SUKODONO"]
    assert page.lines["tujuan_surat"].text() == "Kepala Bappeda Kabupaten Lumajang"
    assert (page.values()["kecamatan"], page.values()["kabupaten"]) == ("Sukodono", "Lumajang")
    assert not page.note.isVisible()
    wizard.next()
    assert wizard.people.rows[0]["jabatan"].text() == "Camat Sukodono"


def test_a_kecamatan_of_a_kota_is_told_what_is_printed(wizard: SetupWizard) -> None:
    page = wizard.office_page
    wizard.next()
    page.lines["kabupaten"].setText("Kota Probolinggo")
    assert page.note.isVisible()
    assert "menulis 'Kabupaten'" in page.note.text()


def test_bappeda_leaves_out_the_word_kabupaten(wizard: SetupWizard) -> None:
    page = wizard.bappeda
    page.lines["kabupaten"].setText("Kab. Lumajang")
    assert page.baru().instansi["kabupaten"] == "Lumajang"
    assert page.sample.words()[0] == "PEMERINTAH KABUPATEN LUMAJANG"
