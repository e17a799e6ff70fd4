"""*Apa artinya?* beside warnings, in every dialog that shows problems."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.meaning import ASK, ENOUGH, MeaningLink, Meanings
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from tests.journeys.clerk import at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

KNOWN = Problem("IKM: realisasi belum diisi")
ODD = Problem("Ini tidak dikenal bantuan", is_warning=True)


def test_it_tells_what_the_problems_mean_and_what_to_do(qtbot: QtBot) -> None:
    dialog = FinalDialog(
        None,
        "Pengukuran Kinerja 2026",
        [KNOWN, ODD],
        date(2026, 3, 1),
        BatasTanggal(date(2026, 3, 1)),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    assert meanings.button.text() == ASK
    assert not meanings.text.isVisible()
    QTest.keyClick(meanings.button, Qt.Key.Key_Space)
    assert meanings.text.isVisible()
    assert meanings.text.text().startswith("Realisasi belum diisi. Indikator itu")
    assert meanings.button.text() == ENOUGH
    QTest.mouseClick(meanings.button, Qt.MouseButton.LeftButton)
    assert not meanings.text.isVisible()


def test_the_dialog_grows_for_what_it_tells(qtbot: QtBot) -> None:
    """Nothing is cut off, and the field for the reason keeps its height."""
    reasoned = Problem("IKM: faktor penghambat belum diisi", needs_reason=True)
    dialog = FinalDialog(
        None,
        "Pengukuran Kinerja 2026",
        [KNOWN, reasoned],
        date(2026, 3, 1),
        BatasTanggal(date(2026, 3, 1)),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    before, reason = dialog.height(), dialog.reason.height()
    QTest.mouseClick(meanings.button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.height() > before
    assert dialog.reason.height() >= reason
    text = meanings.text
    assert text.height() >= text.heightForWidth(text.width())
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_what_the_help_does_not_know_has_no_button(qtbot: QtBot) -> None:
    dialog = FinalDialog(
        None, "Pengukuran Kinerja 2026", [ODD], date(2026, 3, 1), BatasTanggal(date(2026, 3, 1))
    )
    qtbot.addWidget(dialog)
    dialog.show()
    meanings = dialog.findChild(Meanings)
    assert isinstance(meanings, Meanings)
    assert not meanings.isVisible()


def test_a_list_of_problems_has_it_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        meanings = dialog.findChild(Meanings)
        assert isinstance(meanings, Meanings)
        seen.append(meanings.button.isVisible())
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    dialogs.show_problems(None, "Belum dapat dimasukkan.", [KNOWN])
    assert seen == [True]


def test_a_link_leads_to_the_first_kind_that_the_help_knows(qtbot: QtBot) -> None:
    link = MeaningLink()
    qtbot.addWidget(link)
    asked: list[str] = []
    link.asked.connect(asked.append)
    link.show_for([])
    assert not link.isVisible()
    link.show_for([ODD.message, KNOWN.message])
    assert link.isVisible()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    link.show_for([ODD.message])
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert asked == ["peringatan#realisasi-belum-diisi", "peringatan"]


def test_warnings_of_pages_have_it_beside_them(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2025)) as clerk:
        beranda = clerk.here(BerandaPage)
        clerk.wait()
        link = beranda.missing.findChildren(MeaningLink)[-1]
        link.setFocus()
        QTest.keyClick(link, Qt.Key.Key_Space)
        pane = clerk.window.help.pane
        assert pane is not None
        assert pane.place().startswith("peringatan")
        assert "Tertulis" not in pane.text.toPlainText()
        page = clerk.go(PengukuranPage)
        page._show_note(["IKM: realisasi belum diisi"])
        clerk.press(page.meaning)
        assert pane.place() == "peringatan#realisasi-belum-diisi"
        page._show_note([], ["Komentar Bappeda"])
        assert page.note.isVisible()
        assert not page.meaning.isVisible()


def test_a_figure_below_target_says_what_it_is_asked_for(qtbot: QtBot, muncar: Office) -> None:
    """IKU-2 of 2024 was below its target, and nobody has written why."""
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        page = clerk.go(PengukuranPage)
        (row,) = list_rows(muncar, "indikator", kode="IKU-2")
        page.table.setCurrentIndex(page.model.entry_index(str(row["id"])))
        page.panel.tabs.setCurrentWidget(page.panel.told)
        clerk.wait()
        assert page.panel.story.request.isVisible()
        clerk.press(page.panel.story.meaning)
        pane = clerk.window.help.pane
        assert pane is not None
        assert pane.place() == "peringatan#di-bawah-target-tanpa-cerita"


def test_what_is_odd_about_a_package_is_explained(qtbot: QtBot, lengkap: Office) -> None:
    with at_work(qtbot, lengkap, Periode(2024)) as clerk:
        page = clerk.go(KirimPage)
        clerk.wait()
        clerk.press(page.contents.meaning)
        pane = clerk.window.help.pane
        assert pane is not None
        assert pane.place().startswith("peringatan#")
