"""F1 and ?: the help of the page that is shown, by keyboard and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.bantuan.field_words import describe_field
from kinerja_desktop.ui.bantuan.pane import NARROW, WIDTH, HelpPane
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.journeys.clerk import Clerk, at_work
from tests.services.penerimaan.senders import open_bappeda
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def pane_of(window: MainWindow) -> HelpPane:
    assert window.help.pane is not None
    return window.help.pane


def said(window: MainWindow) -> str:
    return pane_of(window).text.toPlainText()


def open_help(clerk: Clerk) -> None:
    clerk.shortcut("F1")
    assert clerk.window.help.is_open


def test_f1_shows_the_help_of_the_page_and_escape_leads_back(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        page.table.setFocus()
        open_help(clerk)
        text = said(clerk.window)
        assert "Tiga hal di halaman ini" in text
        assert text.startswith("Pengukuran")
        assert pane_of(clerk.window).text.hasFocus()
        QTest.keyClick(pane_of(clerk.window).text, Qt.Key.Key_Escape)
        assert not clerk.window.help.is_open
        assert page.table.hasFocus()


def test_f1_goes_to_the_help_and_away_again(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        open_help(clerk)
        page.table.setFocus()
        clerk.shortcut("F1")
        assert pane_of(clerk.window).text.hasFocus()
        clerk.shortcut("F1")
        assert not clerk.window.help.is_open


def test_escape_on_the_page_puts_the_help_away(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        open_help(clerk)
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        assert not clerk.window.help.is_open
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        assert not clerk.window.help.is_open


def test_every_page_has_the_button(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(RenstraPage)
        button = page.findChild(QToolButton, "bantuan")
        assert isinstance(button, QToolButton)
        assert button.accessibleName() == "Bantuan halaman ini"
        clerk.press(button)
        assert said(clerk.window).startswith("Renstra & IKU")
        clerk.press(pane_of(clerk.window).close_button)
        assert not clerk.window.help.is_open


def test_the_help_follows_the_page(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.go(RenstraPage)
        open_help(clerk)
        clerk.go(PengukuranPage)
        clerk.until(lambda: said(clerk.window).startswith("Pengukuran"))


def test_links_lead_through_the_help_and_back(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.go(PengukuranPage)
        open_help(clerk)
        pane = pane_of(clerk.window)
        assert not pane.back_button.isEnabled()
        pane.text.anchorClicked.emit(QUrl("istilah#capaian"))
        assert pane.place() == "istilah#capaian"
        assert "Dasar: PermenPANRB 53/2014" in said(clerk.window)
        clerk.press(pane.back_button)
        assert said(clerk.window).startswith("Pengukuran")
        assert not pane.back_button.isEnabled()


def test_the_keys_are_those_of_the_page(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024, 2)) as clerk:
        page = clerk.go(PengukuranPage)
        open_help(clerk)
        text = said(clerk.window)
        assert "Ctrl+L\nSeperti TW lalu" in text
        assert "Ctrl+D\nMengisi ke bawah" in text
        assert "F1\nBantuan halaman ini" in text
        assert "Ctrl+Z\nBatalkan" in text
        assert page.table.KEYS[0] == ("Enter", "Ke bawah")
        clerk.go(RenstraPage)
        clerk.until(lambda: said(clerk.window).startswith("Renstra"))
        assert "Ctrl+L" not in said(clerk.window)


def test_the_field_under_the_cursor_says_what_it_asks_for(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(RenstraPage)
        open_help(clerk)
        editors = [
            editor
            for editor in page.findChildren(QLineEdit)
            if editor.isVisible() and editor.toolTip() == "Misalnya 2025–2029."
        ]
        (editor,) = [item for item in editors if item.accessibleName() == "Nama periode"]
        editor.setFocus()
        QApplication.processEvents()
        pane = pane_of(clerk.window)
        assert pane.field.isVisible()
        assert pane.field.text() == "Nama periode: Misalnya 2025–2029."
        page.tabs.tabBar().setFocus()
        QApplication.processEvents()
        assert not pane.field.isVisible()


def test_a_hint_that_begins_with_the_name_is_said_once(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        open_help(clerk)
        button = clerk.here(BerandaPage).findChild(QToolButton, "bantuan")
        assert isinstance(button, QToolButton)
        button.setFocus()
        QApplication.processEvents()
        assert pane_of(clerk.window).field.text() == "Bantuan halaman ini (F1)"


def test_the_page_gives_way_where_there_is_room(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        clerk.window.resize(1600, 800)
        wide = page.width()
        open_help(clerk)
        QApplication.processEvents()
        assert page.width() == wide - WIDTH
        clerk.window.resize(1000, 700)
        QApplication.processEvents()
        assert clerk.window.width() == 1000
        assert pane_of(clerk.window).geometry().right() < clerk.window.width()
        assert NARROW <= pane_of(clerk.window).width() < WIDTH
        clerk.window.help.close()
        clerk.window.resize(1600, 800)
        QApplication.processEvents()
        assert page.width() == wide


def test_bappeda_has_its_own_help(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_bappeda(tmp_path / "bappeda")
    with open_window(qtbot, office, PAGES_BAPPEDA, Periode(2024)) as window:
        window.help.open("")
        settle(qtbot, window)
        assert current_page(window).KEY == "beranda"
        assert "Beranda Bappeda" in said(window)
    office.close()


def test_what_a_warning_on_the_page_means_is_told(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        page.line.setText("IKM: realisasi belum diisi")
        open_help(clerk)
        assert "Peringatan yang tampil sekarang" in said(clerk.window)
        assert "tulis 0." in said(clerk.window)


def test_another_part_of_the_program_opens_a_place_in_the_help(
    qtbot: QtBot, muncar: Office
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.window.context.help_wanted.emit("istilah#rumus")
        assert pane_of(clerk.window).place() == "istilah#rumus"
        clerk.press(pane_of(clerk.window).back_button)
        assert said(clerk.window).startswith("Beranda")


def test_a_chapter_shows_its_picture_as_wide_as_the_pane(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.window.context.help_wanted.emit("bab/memulai")
        pane = pane_of(clerk.window)
        assert pane.text.document().idealWidth() <= pane.text.viewport().width()
        assert "beranda.png" in pane.text.toHtml()
        # A narrower pane has a smaller picture, and stays where one reads.
        clerk.window.resize(910, 485)
        QApplication.processEvents()
        assert NARROW <= pane.width() < WIDTH
        assert pane.place() == "bab/memulai"
        assert pane.text.document().idealWidth() <= pane.text.viewport().width()
        assert "Beranda: apa yang harus dikerjakan sekarang" in said(clerk.window)


def test_a_column_says_what_it_asks_for(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        page.table.setCurrentIndex(page.model.index(1, page.model.kolom_realisasi))
        name, _ = describe_field(page.table)
        assert name == "Realisasi"
        assert describe_field(None) == ("", "")
        clerk.window.navigation.setFocus()
        assert describe_field(clerk.window.navigation) == ("Daftar halaman", "")
