"""Those who owe data are reminded: the dialog, the letter on the page Dokumen, its own date."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.surat_teguran import list_teguran_of
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengumpulan.warn_dialog import WarnDialog
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.pengumpulan.office import KASI, KASUBBAG, PERIODE
from tests.ui.pengumpulan.window import answer, collecting, press
from tests.ui.speech import Speech
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def paper(qtbot: QtBot, window: MainWindow) -> DokumenPage:
    page = current_page(window)
    assert isinstance(page, DokumenPage)
    qtbot.waitUntil(lambda: bool(page.preview.pdf), timeout=20_000)
    settle(qtbot, window)
    return page


def words(page: DokumenPage) -> str:
    sheets = PdfReader(BytesIO(page.preview.pdf)).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())


def type_date(field: QWidget, text: str) -> None:
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


def test_a_reminder_is_written_and_printed_with_its_own_date(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], speech: Speech
) -> None:
    def fill(dialog: WarnDialog) -> None:
        lines = [dialog.holders.item(row).text() for row in range(dialog.holders.count())]
        assert lines == [
            f"{KASI} – teguran ke-1, terlambat 3 hari kerja",
            f"{KASUBBAG} – teguran ke-1, terlambat 3 hari kerja",
        ]
        dialog.holders.setFocus()
        dialog.holders.setCurrentRow(1)
        QTest.keyClick(dialog.holders, Qt.Key.Key_Space)
        assert dialog.warn_button.text() == "Buat 1 teguran"
        type_date(dialog.day, "16-7-2024")
        type_date(dialog.until, "15-7-2024")
        assert not dialog.warn_button.isEnabled()
        assert dialog.wrong.text() == "Batas waktu baru lebih awal dari tanggal surat."
        type_date(dialog.until, "besok")
        assert not dialog.warn_button.isEnabled()
        type_date(dialog.until, "19-7-2024")
        assert dialog.wrong.text() == ""
        QTest.mouseClick(dialog.warn_button, Qt.MouseButton.LeftButton)

    with collecting(qtbot, kantor) as (window, tab):
        answer(fill)
        press(qtbot, window, tab.warn_button)
        qtbot.waitUntil(lambda: isinstance(current_page(window), DokumenPage))
        page = paper(qtbot, window)
        # The date typed is the date on paper; today is the 15th.
        assert page.permintaan() == Permintaan("teguran-data", PERIODE, tanggal=date(2024, 7, 16))
        text = words(page)
        assert "16 Juli 2024" in text
        assert "paling lambat tanggal 19 Juli 2024" in text
        assert "Teguran Pertama Penyampaian Data Kinerja Triwulan II Tahun 2024" in text
        assert KASI in text
        assert KASUBBAG not in text.replace(f"Dari {KASUBBAG}", "")
        ((holder, letter),) = list_teguran_of(kantor, PERIODE)
        assert (holder, letter.ke, letter.tenggat) == (KASI, 1, date(2024, 7, 19))
        # Another day than the letter's own is told, not printed.
        for tentang in (letter.id, None):
            window.context.open_page(
                "dokumen", Permintaan("teguran-data", PERIODE, tentang, tanggal=date(2024, 7, 17))
            )
            settle(qtbot, window)
            qtbot.waitUntil(
                lambda: "teguran" in page.preview.message.text().casefold(), timeout=20_000
            )
            assert not page.print_button.isEnabled()
            if tentang:
                assert "bertanggal 16 Juli 2024" in page.preview.message.text()
        window.open_page("pengumpulan")
        settle(qtbot, window)
        assert tab.board.model.index(0, 7).data() == "1"
        assert tab.board.model.index(0, 4).data() == "19-07-2024"
        # A reminder has gone out: Ctrl+Z does not take it back.
        QTest.keySequence(window, "Ctrl+Z")
        settle(qtbot, window)
        assert len(list_teguran_of(kantor, PERIODE)) == 1
        assert speech.said == []


def test_turning_away_or_choosing_nobody_writes_nothing(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    def untick(dialog: WarnDialog) -> None:
        dialog.holders.setFocus()
        for row in range(2):
            dialog.holders.setCurrentRow(row)
            QTest.keyClick(dialog.holders, Qt.Key.Key_Space)
        assert not dialog.warn_button.isEnabled()
        assert dialog.warn_button.text() == "Buat teguran"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with collecting(qtbot, kantor) as (window, tab):
        answer(untick)
        press(qtbot, window, tab.warn_button)
        assert list_teguran_of(kantor, PERIODE) == []


def test_a_date_before_the_form_went_out_is_explained(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], speech: Speech
) -> None:
    def fill(dialog: WarnDialog) -> None:
        type_date(dialog.day, "1-7-2024")
        QTest.mouseClick(dialog.warn_button, Qt.MouseButton.LeftButton)

    with collecting(qtbot, kantor) as (window, tab):
        answer(fill)
        press(qtbot, window, tab.warn_button)
        qtbot.waitUntil(lambda: bool(speech.said), timeout=20_000)
        assert "lebih awal dari pengiriman formulir" in speech.said[0]
        assert list_teguran_of(kantor, PERIODE) == []
        assert tab.isVisible()


@pytest.mark.parametrize(
    ("place", "title"),
    [
        (0, "Permintaan Data Kinerja Triwulan II Tahun 2024"),
        (1, "DAFTAR PENERIMAAN FORMULIR"),
        (3, "RIWAYAT PENGUMPULAN"),
    ],
)
def test_every_paper_of_the_menu_opens(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path], place: int, title: str
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        menu = tab.print_button.menu()
        assert len(menu.actions()) == 4
        menu.actions()[place].trigger()
        page = paper(qtbot, window)
        assert title.casefold() in words(page).casefold()
        assert page.context.periode == PERIODE


def test_no_reminder_yet_is_said(qtbot: QtBot, kantor: Office, forms: dict[str, Path]) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.print_button.menu().actions()[2].trigger()
        page = current_page(window)
        assert isinstance(page, DokumenPage)
        qtbot.waitUntil(lambda: "Belum ada teguran" in page.preview.message.text(), timeout=20_000)


def test_no_letter_of_the_dialog_is_claimed_twice(qtbot: QtBot) -> None:
    dialog = WarnDialog(None, (), date(2024, 7, 15), date(2024, 7, 22))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [found for text in texts if (found := QKeySequence.mnemonic(text).toString())]
    assert sorted(letters) == ["Alt+B", "Alt+T"]
