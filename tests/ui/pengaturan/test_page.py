from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.awal.self_check import Finding
from kinerja_desktop.services.awal.setup import add_holidays
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.pengaturan import about_tab
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.ui.stopping import press_batal


@pytest.fixture
def page(qtbot: QtBot, sample: Context) -> PengaturanPage:
    made = PengaturanPage(sample)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, page: PengaturanPage) -> None:
    qtbot.waitUntil(lambda: page.context.tasks.pending == 0)


def test_the_office_is_changed_by_leaving_a_field(qtbot: QtBot, page: PengaturanPage) -> None:
    line = page.office_tab.form.editors["alamat"]
    assert isinstance(line, QLineEdit)
    assert line.text() == "ALAMAT KANTOR (CONTOH)"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Jl. Raya 1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.context.office.require_instansi().alamat == "Jl. Raya 1"
    settle(qtbot, page)


def test_a_field_that_must_be_there_is_not_emptied(qtbot: QtBot, page: PengaturanPage) -> None:
    line = page.office_tab.form.editors["kecamatan"]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.context.office.require_instansi().kecamatan == "Muncar"


def test_a_logo_is_taken_in_and_shown(qtbot: QtBot, page: PengaturanPage, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    picture = QPixmap(10, 10)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(path))
    page.office_tab.set_logo(path)
    settle(qtbot, page)
    assert not page.office_tab.logo.pixmap().isNull()


def test_what_is_no_picture_is_refused(
    page: PengaturanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "logo.png"
    bad.write_text("x")
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: bad)
    page.office_tab.findChildren(QPushButton)[0].click()
    problem = page.office_tab.problem
    assert problem.text() == (
        "logo.png bukan gambar, atau terlalu besar. Pilih PNG atau JPEG yang lebih kecil."
    )
    assert page.context.office.require_instansi().logo == ""
    picture = QPixmap(10, 10)
    picture.save(str(tmp_path / "baik.png"))
    page.office_tab.set_logo(tmp_path / "baik.png")
    assert problem.text() == ""


@pytest.mark.parametrize(
    "key", ["pejabat", "penempatan", "unit_kerja", "profil_rumus", "hari_libur", "pembaruan"]
)
def test_every_section_has_its_tab(qtbot: QtBot, page: PengaturanPage, key: str) -> None:
    page.receive(key)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.tab(key).isVisible())


def test_an_unknown_wish_changes_no_tab(page: PengaturanPage) -> None:
    page.receive("tidak ada")
    assert page.office_tab.isVisible()


def test_the_holidays_of_the_chosen_year_are_filled_in(qtbot: QtBot, page: PengaturanPage) -> None:
    office = page.context.office
    before = len(list_rows(office, "hari_libur"))
    page.holidays.click()
    assert len(list_rows(office, "hari_libur")) == before
    page.context.set_periode(page.context.periode.__class__(2020))
    page.holidays.click()
    assert len(list_rows(office, "hari_libur")) > before
    settle(qtbot, page)


def test_a_double_click_on_hapus_removes_one_line_and_goes_to_its_neighbour(
    qtbot: QtBot, page: PengaturanPage
) -> None:
    """The second click used to remove the first line of the list, which nobody had chosen."""
    page.receive("hari_libur")
    settle(qtbot, page)
    editor = page.tab("hari_libur")
    assert isinstance(editor, SectionEditor)
    before = [row["tanggal"] for row in list_rows(page.context.office, "hari_libur")]
    said: list[str] = []
    page.context.said.connect(said.append)
    editor.table.selectRow(3)
    gone = str(editor.table.currentIndex().siblingAtColumn(0).data())
    below = editor.model.row_id(editor.sorted.mapToSource(editor.sorted.index(4, 0)))
    qtbot.mouseClick(editor.remove_button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(editor.remove_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert len(list_rows(page.context.office, "hari_libur")) == len(before) - 1
    assert editor.current_id() == below
    assert said[-1].startswith(f"Hari Libur {gone}")
    # The last line has its neighbour above, and the only one has none.
    editor.table.selectRow(editor.sorted.rowCount() - 1)
    above = editor.model.row_id(
        editor.sorted.mapToSource(editor.sorted.index(editor.sorted.rowCount() - 2, 0))
    )
    editor.remove_current()
    settle(qtbot, page)
    assert editor.current_id() == above
    editor.table.selectAll()
    editor.remove_current()
    settle(qtbot, page)
    assert editor.current_id() is None
    assert said[-1].startswith(f"{len(before) - 2} baris dihapus")


@pytest.mark.parametrize(
    ("finding", "line", "verdict"),
    [
        (Finding("PDF", "41984 byte"), "baik   PDF: 41984 byte", "Semua bagian program bekerja."),
        (
            Finding("PDF", problem=Problem("rusak", "PDF")),
            "SALAH  PDF: rusak",
            "1 bagian perlu diperbaiki; lihat di bawah.",
        ),
    ],
)
def test_the_program_checks_itself_and_reports(
    qtbot: QtBot,
    page: PengaturanPage,
    monkeypatch: pytest.MonkeyPatch,
    finding: Finding,
    line: str,
    verdict: str,
) -> None:
    monkeypatch.setattr(about_tab, "check_program", lambda *words: [finding])
    page.receive("tentang")
    qtbot.mouseClick(page.about.check, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.about.report.toPlainText().endswith(line)
    assert page.about.verdict.text() == verdict
    page.about.copy.click()
    assert QGuiApplication.clipboard().text() == page.about.report.toPlainText()


def test_the_check_is_stopped_between_its_parts(
    qtbot: QtBot, page: PengaturanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    page.context.said.connect(said.append)
    report = page.about.report.toPlainText()
    press_batal(monkeypatch, page.about.strip, at=2)
    page.about.check.click()
    settle(qtbot, page)
    assert said == ["Pemeriksaan dihentikan sebelum selesai. Data tidak diubah."]
    assert page.context.diary.works[-1].state is WorkState.CANCELLED
    assert page.about.report.toPlainText() == report
    assert page.about.check.isEnabled()


def test_a_check_that_cannot_even_begin_is_explained(
    qtbot: QtBot, page: PengaturanPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KinerjaError("Folder data hilang.", "Colokkan lagi.")

    told: list[str] = []
    monkeypatch.setattr(about_tab, "check_program", fail)
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(str(error)))
    page.about.check.click()
    settle(qtbot, page)
    assert told == ["Folder data hilang. Colokkan lagi."]
    assert page.about.check.isEnabled()


def test_holidays_begin_at_the_year_one_works_in(qtbot: QtBot, page: PengaturanPage) -> None:
    office = page.context.office
    add_holidays(office, 2024)
    add_holidays(office, 2026)
    page.context.set_periode(Periode(2026))
    page.receive("hari_libur")
    settle(qtbot, page)
    editor = page.tab("hari_libur")
    assert isinstance(editor, SectionEditor)
    index = editor.table.currentIndex()
    assert index.data() == "01-01-2026"
    assert editor.table.rowAt(0) == index.row() > 10


def test_a_row_is_removed_with_the_delete_key(qtbot: QtBot, page: PengaturanPage) -> None:
    page.receive("hari_libur")
    add_holidays(page.context.office, 2024)
    settle(qtbot, page)
    editor = page.tab("hari_libur")
    assert isinstance(editor, SectionEditor)
    before = len(list_rows(page.context.office, "hari_libur"))
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert len(list_rows(page.context.office, "hari_libur")) == before - 1


@pytest.mark.sqlite_only("of a server it is not offered")
def test_a_wrong_choice_leads_back_to_the_wizard(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some entries the ribbon is gone."""
    make_application()
    set_up_bappeda(office, bappeda_of("Lumajang"))
    add_holidays(office, 2026)
    context = Context(office)
    made = PengaturanPage(context)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, made)
    assert made.office_tab.again_button.isVisible()
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda _, question, *more: asked.append(question))
    qtbot.mouseClick(made.office_tab.again_button, Qt.MouseButton.LeftButton)
    assert asked == ["Ulangi panduan awal?"]
    assert context.next_place is None
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    qtbot.mouseClick(made.office_tab.again_button, Qt.MouseButton.LeftButton)
    assert context.next_place == office.folder
    context.close()


def test_an_office_that_is_worked_in_is_not_begun_again(page: PengaturanPage) -> None:
    assert not page.office_tab.again_button.isVisible()
