"""A mixed series of deeds on different pages, all the way back by Ctrl+Z, and forward again."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.tables.add_dialog import AddDialog
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.journeys.clerk import Clerk, at_work, contents, fill_workbook
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.sop.window import answer
from tests.ui.speech import Speech

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

REALISASI = 4


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    return Speech(monkeypatch)


def editor_of(clerk: Clerk, page: RenstraPage | PengaturanPage, key: str) -> SectionEditor:
    """Turn to the tab of a section."""
    editor = page.tab(key)
    assert isinstance(editor, SectionEditor)
    clerk.turn_to(page.tabs, editor)
    return editor


def rename_sasaran(clerk: Clerk) -> None:
    editor = editor_of(clerk, clerk.go(RenstraPage), "sasaran")
    clerk.type_text(editor.form.editors["uraian"], "Sasaran yang salah tulis")


def paste_realisasi(clerk: Clerk) -> None:
    page = clerk.go(PengukuranPage)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, REALISASI))
    QGuiApplication.clipboard().setText("90\n80\n70\n60\n")
    clerk.shortcut("Ctrl+V")


def type_realisasi(clerk: Clerk) -> None:
    page = clerk.go(PengukuranPage)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(3, REALISASI))
    clerk.type_cell(page.table, "81,5")


def tell_story(clerk: Clerk) -> None:
    page = clerk.go(PengukuranPage)
    page.panel.tabs.setCurrentWidget(page.panel.told)
    clerk.type_text(page.panel.story.boxes["penghambat"], "Petugas kurang")


def add_indikator(clerk: Clerk) -> None:
    editor = editor_of(clerk, clerk.go(RenstraPage), "indikator")

    def fill(dialog: AddDialog) -> None:
        # The next kode stands there already.
        assert dialog.form.shown_value("kode") == "B4"
        QTest.keyClicks(dialog.form.editors["uraian"], "Indikator keliru")
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    answer(fill)
    clerk.press(editor.add_row_button)
    assert editor.model.rowCount() == 5


def remove_indikator(clerk: Clerk) -> None:
    editor = editor_of(clerk, clerk.go(RenstraPage), "indikator")
    (row,) = list_rows(clerk.window.context.office, "indikator", kode="B4")
    editor.choose_row(row["id"])
    clerk.press(editor.remove_button)
    assert editor.model.rowCount() == 4


def change_profile(clerk: Clerk) -> None:
    editor = editor_of(clerk, clerk.go(PengaturanPage), "profil_rumus")
    clerk.type_text(editor.form.editors["cap_capaian"], "110")


def import_workbook(clerk: Clerk, speech: Speech, path: Path) -> None:
    page = clerk.go(PengumpulanPage).open_workbook()
    speech.answers |= {"choose_save_file": path, "choose_file": path}
    clerk.press(page.blank_button)
    fill_workbook(
        path,
        {
            "Sasaran": [{"tujuan_id": "T1", "kode": "C", "uraian": "Sasaran dari Excel"}],
            "Target Tahunan": [{"indikator_id": "A1", "tahun": TAHUN, "nilai": 95}],
        },
    )
    clerk.press(page.import_button)
    clerk.press(page.apply_button)


def test_everything_is_taken_back_and_done_again(
    qtbot: QtBot, office: Office, tmp_path: Path, speech: Speech
) -> None:
    fill_kantor(office)
    office.journal.forget()
    deeds: list[Callable[[Clerk], None]] = [
        rename_sasaran, paste_realisasi, type_realisasi, tell_story, add_indikator,
        remove_indikator, change_profile,
        lambda clerk: import_workbook(clerk, speech, tmp_path / "isian.xlsx"),
    ]  # fmt: skip
    with at_work(qtbot, office, Periode(TAHUN)) as clerk:
        states: list[dict[str, list[dict[str, Any]]]] = [contents(office)]
        for deed in deeds:
            deed(clerk)
            states.append(contents(office))
            assert states[-1] != states[-2], f"{deed.__name__} changes something"
        assert not clerk.window.top.redo_action.isEnabled()
        for state in reversed(states[:-1]):
            clerk.shortcut("Ctrl+Z")
            assert contents(office) == state
        assert not clerk.window.top.undo_action.isEnabled()
        for state in states[1:]:
            clerk.shortcut("Ctrl+Y")
            assert contents(office) == state
        assert not clerk.window.top.redo_action.isEnabled()
        assert speech.said == []


def test_ctrl_z_reaches_the_office_from_a_field_that_has_nothing_to_take_back(
    qtbot: QtBot, office: Office
) -> None:
    """After Tab the next field has the focus; its own undo must not swallow the key."""
    fill_kantor(office)
    with at_work(qtbot, office, Periode(TAHUN)) as clerk:
        page = clerk.go(RenstraPage)
        editor = editor_of(clerk, page, "indikator")
        satuan = editor.form.editors["satuan"]
        assert isinstance(satuan, QLineEdit)
        clerk.type_text(satuan, "Orang")
        penanggung = editor.form.editors["penanggung_jawab"]
        penanggung.setFocus()
        QTest.keySequence(penanggung, "Ctrl+Z")
        clerk.wait()
        assert [row["satuan"] for row in list_rows(office, "indikator")] == ["%"] * 4
        assert satuan.text() == "%", "the form shows it"
        QTest.keySequence(penanggung, "Ctrl+Y")
        clerk.wait()
        assert satuan.text() == "Orang"


def test_ctrl_z_takes_letters_back_while_one_types(qtbot: QtBot, office: Office) -> None:
    fill_kantor(office)
    with at_work(qtbot, office, Periode(TAHUN)) as clerk:
        editor = editor_of(clerk, clerk.go(RenstraPage), "indikator")
        satuan = editor.form.editors["satuan"]
        assert isinstance(satuan, QLineEdit)
        label = office.journal.undo_label
        satuan.setFocus()
        QTest.keyClicks(satuan, "x")
        QTest.keySequence(satuan, "Ctrl+Z")
        assert satuan.text() == "%"
        assert office.journal.undo_label == label
        assert Decimal(100) in {row["nilai"] for row in list_rows(office, "target_tahunan")}
