"""The newcomer's first screen: help for every page and field, and no step that surprises."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget, QWizard
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.services.bantuan.isi import wizard_sheet
from kinerja_desktop.ui.bantuan.dialog_help import DialogHelp
from kinerja_desktop.ui.bantuan.field_words import describe_field
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.wizard import SetupWizard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEXT, ASK = QWizard.WizardButton.NextButton, QWizard.WizardButton.HelpButton


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


def pane_of(helping: DialogHelp) -> HelpPane:
    assert helping.beside is not None
    pane = helping.beside.findChild(HelpPane)
    assert isinstance(pane, HelpPane)
    return pane


def test_every_page_has_its_help(wizard: SetupWizard) -> None:
    titles = set()
    for _ in range(5):
        titles.add(wizard_sheet(wizard.topic()).judul)
        wizard.office_page.kecamatan.setEditText("Lumajang")
        wizard.people.rows[0]["nama"].setText("Edwi")
        wizard.next()
    assert len(titles) == 5


def test_f1_and_the_question_mark_open_the_help_of_the_page(
    qtbot: QtBot, wizard: SetupWizard, helping: DialogHelp
) -> None:
    qtbot.mouseClick(wizard.button(NEXT), Qt.MouseButton.LeftButton)
    line = wizard.office_page.lines["kode_unit"]
    line.setFocus()
    QApplication.processEvents()
    QTest.keyClick(line, Qt.Key.Key_F1)
    pane = pane_of(helping)
    assert "kantor dan kop surat" in pane.text.toPlainText()
    assert pane.field.text() == "Kode unit surat: Bagian nomor surat, misalnya 427.90."
    assert helping.beside is not None
    helping.beside.close()
    wizard.activateWindow()
    qtbot.mouseClick(wizard.button(ASK), Qt.MouseButton.LeftButton)
    assert "kantor dan kop surat" in pane_of(helping).text.toPlainText()


def test_every_field_says_what_it_asks_for(wizard: SetupWizard) -> None:
    pages = (wizard.office_page, wizard.people, wizard.formula, wizard.bappeda)
    fields: list[QWidget] = []
    for page in pages:
        for kind in (QLineEdit, QComboBox):
            for widget in page.findChildren(kind):
                # A line inside a box is the box's.
                if widget.objectName() not in ("qt_spinbox_lineedit", "") or not isinstance(
                    widget.parent(), QComboBox
                ):
                    fields.append(widget)
    silent = [describe_field(field)[0] for field in fields if not describe_field(field)[1]]
    assert [name for name in silent if name] == []
    assert len(fields) > 20


@pytest.mark.parametrize("typed", ["kecamatan senduro", "SENDURO", "senduro", "Kec. sEnduro"])
def test_a_kecamatan_of_the_list_is_written_as_there(wizard: SetupWizard, typed: str) -> None:
    wizard.office_page.kecamatan.setEditText(typed)
    wizard.office_page.lines["kabupaten"].setText("kabupaten lumajang")
    wizard.office_page.lines["provinsi"].setText("provinsi jawa timur")
    values = wizard.office_page.values()
    assert (values["kecamatan"], values["kabupaten"]) == ("Senduro", "Lumajang")
    assert values["provinsi"] == "Jawa Timur"


def test_escape_asks_before_it_ends_the_program(
    wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: QWidget, question: str, *_: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    wizard.next()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert "Yang sudah diketik disimpan" in asked[0]
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_a_wide_logo_leaves_the_letterhead_in_sight(wizard: SetupWizard, tmp_path: Path) -> None:
    wide = QPixmap(3000, 200)
    wide.fill(Qt.GlobalColor.red)
    assert wide.save(str(tmp_path / "lebar.png"))
    wizard.next()
    before = wizard.office_page.sample.minimumSizeHint().width()
    wizard.office_page.set_logo(tmp_path / "lebar.png")
    assert wizard.office_page.logo_label.pixmap().width() <= 200
    assert wizard.office_page.sample.minimumSizeHint().width() < before + 200


def test_a_nip_is_read_whole_as_the_program_writes_it(wizard: SetupWizard) -> None:
    line = wizard.people.rows[0]["nip"]
    text = format_nip("197001011990031001")
    assert text == "19700101 199003 1 001"
    assert line.minimumWidth() > line.fontMetrics().horizontalAdvance(text)


def test_who_comes_into_office_tomorrow_signs_nothing_today(wizard: SetupWizard) -> None:
    camat = wizard.people.rows[0]
    camat["nama"].setText("Edwi")
    assert "Edwi" in " ".join(wizard.people.sample.words())
    camat["mulai"].setText("01-01-2099")
    assert "Edwi" not in " ".join(wizard.people.sample.words())
    assert "Edwi, menjabat sejak 01-01-2099. Hari itu belum tiba" in wizard.people.note.text()


def test_a_year_that_is_refused_is_quoted_as_it_was_typed(wizard: SetupWizard) -> None:
    year = wizard.formula.year
    year.setFocus()
    year.selectAll()
    QTest.keyClicks(year.lineEdit(), "2150")
    year.interpretText()
    assert wizard.formula.note.text().startswith("2150 tidak dapat dipakai")
